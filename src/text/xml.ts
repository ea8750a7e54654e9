import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';

/** An element as read: its name and attributes, what is in it, the offset where it starts. */
export type { XmlElement };

/** Deeper elements are no data but an attack on recursive code. */
const maxXmlDepth = 250;
/** A fault may name an element, whose name may be of any length. */
const mostTold = 120;

/** What keeps a text from being read as XML, as a clause about the text; line and column count from 1. */
export class XmlFault extends Error {
  readonly line: number;
  readonly column: number;

  constructor(clause: string, line: number, column: number) {
    super(clause);
    this.line = line;
    this.column = column;
  }
}

/** Reads a text as XML and gives its root. No entity is expanded but the five of XML itself, a document type is passed over, and nothing is fetched. Throws an XmlFault for what is not well-formed and for more than 250 levels. */
export function readXml(text: string): XmlElement {
  const root = parseOrExplain(text);
  if (isTooDeep(root)) throw new XmlFault(`is nested more than ${maxXmlDepth} levels deep.`, 1, 1);
  return root;
}

/** The elements right inside of one, of these names where there are any. */
export function elementsOf(parent: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  const elements = parent.children.filter((child) => child instanceof XmlElement);
  return names.length === 0 ? elements : elements.filter(({ name }) => names.includes(name));
}

function parseOrExplain(text: string): XmlElement {
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    // A document without one is refused by the parser.
    return root as XmlElement;
  } catch (error) {
    // The parser calls itself for each level: beyond some thousands the stack is used up.
    if (error instanceof RangeError) throw new XmlFault(`is nested more than ${maxXmlDepth} levels deep.`, 1, 1);
    if (!(error instanceof XmlError)) throw error;
    const [clause = ''] = error.message.split(' (line ', 1);
    const told = clause.length > mostTold ? `${clause.slice(0, mostTold)}…` : clause;
    throw new XmlFault(`is not valid XML here: ${told}.`, error.line, error.column);
  }
}

function isTooDeep(root: XmlElement): boolean {
  let level: readonly XmlElement[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === maxXmlDepth) return true;
    level = level.flatMap((element) => elementsOf(element));
  }
  return false;
}

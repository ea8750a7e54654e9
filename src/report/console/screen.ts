import { wrap } from './cells.ts';

/** How a text may look in a terminal. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** What is known of the terminal that a text is for. */
export interface TerminalFacts {
  /** Its cells in a line; null where the text goes elsewhere. */
  readonly columns: number | null;
  readonly colour: boolean;
  /** Whether it makes links of OSC 8. */
  readonly links: boolean;
}

/** A terminal to lay text out for. */
export interface Screen {
  /** The most cells of a line. */
  readonly width: number;
  /** Gives a text a colour or weight, or none. */
  paint(style: Style, text: string): string;
  /** Makes a link of a text; the text alone where there is no address, or no links are known. */
  link(text: string, address: string | null): string;
}

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;
const leastColumns = 32;
const unknownColumns = 100;

/** The cells that a line may have: those of the terminal, or 100 where there is none. */
export function chooseWidth(columns: number | null): number {
  return columns === null || columns === 0 ? unknownColumns : Math.max(leastColumns, columns);
}

/** A screen for a terminal. What is painted and linked has been measured and made harmless before. */
export function openScreen({ columns, colour, links }: TerminalFacts): Screen {
  return {
    width: chooseWidth(columns),
    paint: (style, text) => (colour ? `\u001B[${codes[style][0]}m${text}\u001B[${codes[style][1]}m` : text),
    link: (text, address) => {
      if (!links || address === null) return text;
      return `\u001B]8;;${address.replace(/[^\x21-\x7E]/gu, encodeUnseen)}\u001B\\${text}\u001B]8;;\u001B\\`;
    },
  };
}

/** Nothing in an address ends the sequence that it stands in. */
function encodeUnseen(character: string): string {
  return encodeURIComponent(character.replace(/\p{Surrogate}/u, '\uFFFD'));
}

/** A sentence as lines of the screen, with a word before it that has a look of its own. */
export function wrapAfter(screen: Screen, style: Style, word: string, text: string): readonly string[] {
  const lead = `${word}  `;
  const [first = '', ...others] = wrap(text, screen.width, lead, ' '.repeat(Math.min(lead.length, 8)));
  return [screen.paint(style, word) + first.slice(word.length), ...others];
}

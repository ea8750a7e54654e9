import { readXml, XmlFault } from '../text/xml.ts';
import type { CheckKind } from './check.ts';
import { type Finding, found, targetText } from './finding.ts';

/** The target is one well-formed XML 1.0 document and nothing else: a surrounding code fence makes it fail. No entity is expanded, and no file is read. */
export const xml: CheckKind = {
  type: 'xml',
  properties: {},
  required: [],
  templates: [],
  dependencies: () => [],
  compile: () => ({ measure: (target) => measureXml(targetText(target)) }),
};

const mostTold = 120;

function measureXml(text: string): Finding {
  try {
    readXml(text);
    return found(true, 'is XML');
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const clause = error.message.replace(' here:', ':').replace(/\.$/, '');
    // It may name an element, of whatever length.
    return found(false, `line ${error.line} ${clause.length > mostTold ? `${clause.slice(0, mostTold)}…` : clause}`);
  }
}

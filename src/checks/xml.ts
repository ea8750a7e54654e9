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

function measureXml(text: string): Finding {
  try {
    readXml(text);
    return found(true, 'is XML');
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return found(false, `line ${error.line} ${error.message.replace(' here:', ':').replace(/\.$/, '')}`);
  }
}

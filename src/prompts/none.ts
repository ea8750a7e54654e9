import type { TemplateDialect } from './dialect.ts';
import { lookUpText } from './template.ts';

/** A message that is the row's input and nothing else. */
const input = /^\s*(\{\{[ \t]*input[ \t]*\}\})\s*$/;

/** No placeholders: what is written is what is sent. Only a message that is `{{input}}` and nothing else is the input of the row. */
export const none: TemplateDialect = {
  name: 'none',
  write: (name) => `{{${name}}}`,
  asText: '',
  findVariables: (template) => {
    const written = input.exec(template)?.[1];
    return written === undefined ? [] : [{ name: 'input', offset: template.indexOf(written) }];
  },
  findFaults: () => [],
  findForeign: () => [],
  render: (template, variables) => {
    const written = input.exec(template)?.[1];
    if (written === undefined) return { value: template, unknown: [] };
    const found = lookUpText('input', variables);
    return { value: template.replace(written, () => found ?? written), unknown: found === null ? ['input'] : [] };
  },
  listLiterals: (template) => (input.test(template) ? template.split(/\{\{.*\}\}/) : [template]),
};

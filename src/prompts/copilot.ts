import type { TemplateDialect } from './dialect.ts';
import { findForeign } from './foreign.ts';
import { editorStyles } from './foreign-styles.ts';
import { lookUpText, splitLiterals } from './template.ts';

/** A name, and perhaps what the editor shows in the empty field. */
const input = /\$\{input:([\p{L}_][\p{L}\p{N}_-]*)(?::[^{}\n]*)?\}/gu;

/** Prompt files of Copilot: `${input:name}` and `${input:name:what to write}`. What the editor fills in itself, as `${selection}`, is text. */
export const copilot: TemplateDialect = {
  name: 'copilot',
  write: (name) => `\${input:${name}}`,
  asText: 'Where it is text, write "template: none" for the whole file.',
  findVariables: (template) =>
    [...template.matchAll(input)].map(({ 1: name = '', index }) => ({ name, offset: index })),
  findFaults: () => [],
  findForeign: (template) => findForeign(template, editorStyles),
  render: (template, variables) => {
    const unknown = new Set<string>();
    const value = template.replace(input, (written, name: string) => {
      const found = lookUpText(name, variables);
      if (found === null) unknown.add(name);
      return found ?? written;
    });
    return { value, unknown: [...unknown] };
  },
  listLiterals: (template) => splitLiterals(template, input, () => null),
};

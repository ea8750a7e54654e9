import type { TemplateDialect } from './dialect.ts';
import { findForeign } from './foreign.ts';
import { argumentStyles, braceStyles, namedStyles, tagStyles } from './foreign-styles.ts';
import { escapes, findPlaceholders, renderTemplate } from './template.ts';

/** Escapes, and where placeholders begin and what other tools read as directives and comments. */
const openings = new RegExp(`${escapes.source}|\\{[{%#]`, 'gu');
const closings: { readonly [opening: string]: string } = { '{{': '}}', '{%': '%}', '{#': '#}' };

/** `{{ name }}` and nothing else: whatever is no placeholder is text, and so is one behind a backslash. */
export const mustache: TemplateDialect = {
  name: 'mustache',
  write: (name) => `{{${name}}}`,
  asText: 'Where it is text, write "\\{{" for "{{", or "template: none" for the whole file.',
  findVariables: findPlaceholders,
  findFaults: () => [],
  findForeign: (template) => findForeign(template, [...tagStyles, ...argumentStyles, ...braceStyles, ...namedStyles]),
  render: renderTemplate,
  listLiterals,
};

function listLiterals(template: string): readonly string[] {
  const literals: string[] = [];
  const endless = new Set<string>();
  let literal = '';
  let start = 0;
  openings.lastIndex = 0;
  for (let found = openings.exec(template); found !== null; found = openings.exec(template)) {
    const [opening] = found;
    const closing = closings[opening];
    if (closing === undefined) {
      literal += template.slice(start, found.index) + opening.slice(1);
      start = openings.lastIndex;
      continue;
    }
    // What has no end once has none later on: it is looked for once.
    const end = endless.has(opening) ? -1 : template.indexOf(closing, openings.lastIndex);
    if (end === -1) {
      endless.add(opening);
      openings.lastIndex = found.index + 1;
      continue;
    }
    literals.push(literal + template.slice(start, found.index));
    literal = '';
    start = end + closing.length;
    openings.lastIndex = start;
  }
  return [...literals, literal + template.slice(start)];
}

import type { TemplateDialect } from './dialect.ts';
import { findForeign } from './foreign.ts';
import { argumentStyles, braceStyles, namedStyles, tagStyles } from './foreign-styles.ts';
import { escapes, findPlaceholders, renderTemplate } from './template.ts';

/** Escapes, placeholders, and what other tools read as directives and comments. */
const pieces = new RegExp(`${escapes.source}|\\{\\{[\\s\\S]*?\\}\\}|\\{%[\\s\\S]*?%\\}|\\{#[\\s\\S]*?#\\}`, 'gu');

/** `{{ name }}` and nothing else: whatever is no placeholder is text, and so is one behind a backslash. */
export const mustache: TemplateDialect = {
  name: 'mustache',
  write: (name) => `{{${name}}}`,
  asText: 'Where it is text, write "\\{{" for "{{", or "template: none" for the whole file.',
  findVariables: findPlaceholders,
  findFaults: () => [],
  findForeign: (template) => findForeign(template, [...tagStyles, ...argumentStyles, ...braceStyles, ...namedStyles]),
  render: renderTemplate,
  // No file holds the character 0.
  listLiterals: (template) =>
    template.replace(pieces, (whole) => (whole.startsWith('\\') ? whole.slice(1) : '\0')).split('\0'),
};

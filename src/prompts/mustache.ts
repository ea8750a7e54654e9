import type { TemplateDialect } from './dialect.ts';
import { findPlaceholders, renderTemplate } from './template.ts';

/** Placeholders, and what other tools read as directives and comments. */
const tags = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/;

/** `{{ name }}` and nothing else: whatever is no placeholder is text. */
export const mustache: TemplateDialect = {
  name: 'mustache',
  write: (name) => `{{${name}}}`,
  findVariables: findPlaceholders,
  findFaults: () => [],
  render: renderTemplate,
  listLiterals: (template) => template.split(tags),
};

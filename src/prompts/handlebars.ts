import type { TemplateDialect } from './dialect.ts';
import { findForeign } from './foreign.ts';
import { argumentStyles, braceStyles, namedStyles, tagStyles } from './foreign-styles.ts';
import { builtinHelpers } from './handlebars/helpers.ts';
import { interpret } from './handlebars/interpret.ts';
import { createReader, listTexts } from './handlebars/template.ts';
import { findUses } from './handlebars/uses.ts';

const read = createReader(builtinHelpers);
/** What a template of Handlebars may hold of other tools. */
export const foreignStyles = [
  ...tagStyles.filter(({ style }) => style === 'a tag of Jinja'),
  ...argumentStyles,
  ...braceStyles,
  ...namedStyles,
];

/**
 * Handlebars, read into a tree and written from it, never compiled: its own blocks and `lookup`, inline partials, no escaping of HTML.
 * A printed value that is no text appears as JSON.
 */
export const handlebars: TemplateDialect = {
  name: 'handlebars',
  write: (name) => `{{${name}}}`,
  asText: 'Where it is text, write "\\{{" for "{{". Where it may be missing, ask with {{#if …}}.',
  findVariables: (template) => findUses(read(template).program),
  findFaults: (template) => read(template).faults,
  findForeign: (template) => findForeign(template, foreignStyles),
  render: (template, variables) => {
    const { pieces, unknown } = interpret(read(template).program, variables, builtinHelpers);
    return { value: pieces.join(''), unknown };
  },
  listLiterals: (template) => listTexts(read(template).program),
};

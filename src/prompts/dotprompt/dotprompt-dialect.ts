import type { TemplateDialect } from '../dialect.ts';
import { findForeign } from '../foreign.ts';
import { interpret } from '../handlebars/interpret.ts';
import { createReader, listTexts } from '../handlebars/template.ts';
import { findUses } from '../handlebars/uses.ts';
import { foreignStyles } from '../handlebars.ts';
import { dotpromptHelpers } from './helpers.ts';
import { makeTurns } from './turns.ts';

const read = createReader(dotpromptHelpers);

/** The templates of Dotprompt: Handlebars with helpers that say where messages begin. Only files of that format are written in it. */
export const dotpromptDialect: TemplateDialect = {
  name: 'dotprompt',
  write: (name) => `{{${name}}}`,
  asText:
    'Where it is text, write "\\{{" for "{{". Where it may be missing, ask with {{#if …}}, or give it an "input: default:".',
  findVariables: (template) => findUses(read(template).program),
  findFaults: (template) => read(template).faults,
  findForeign: (template) => findForeign(template, foreignStyles),
  render: (template, variables) => {
    const { pieces, unknown } = interpret(read(template).program, variables, dotpromptHelpers);
    return { value: pieces.filter((piece) => typeof piece === 'string').join(''), unknown };
  },
  renderTurns: (template, variables, conversation) => {
    const { pieces, unknown } = interpret(read(template).program, variables, dotpromptHelpers);
    return { value: makeTurns(pieces, conversation ?? []), unknown };
  },
  listLiterals: (template) => listTexts(read(template).program),
};

import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { TemplateDialect } from './dialect.ts';
import { findForeign } from './foreign.ts';
import { argumentStyles, namedStyles } from './foreign-styles.ts';
import { parseTemplate } from './jinja/parse.ts';
import { type Piece, renderBody } from './jinja/render.ts';
import type { Body } from './jinja/syntax.ts';
import { readTurns } from './jinja/turns.ts';
import { RenderFault } from './jinja/values.ts';
import { listUses } from './jinja/variables.ts';
import { keepRead } from './keep-read.ts';
import type { Rendered } from './template.ts';

const parse = keepRead(parseTemplate);

/**
 * Jinja as far as prompts need it: values, conditions, loops, `set`, filters. Nothing is compiled, only data is reached, and what one
 * rendering may do is bounded. Lists and maps appear as JSON, as in the other dialects; white space stays as it is.
 */
export const jinja: TemplateDialect = {
  name: 'jinja',
  write: (name) => `{{${name}}}`,
  asText: 'Where it is text, write it between "{% raw %}" and "{% endraw %}".',
  findVariables: (template) => listUses(parse(template).body),
  findFaults: (template) => parse(template).faults,
  findForeign: (template) => findForeign(template, [...argumentStyles, ...namedStyles]),
  render: (template, variables) => fill(template, variables, (pieces) => pieces.map(({ text }) => text).join('')),
  renderTurns: (template, variables, conversation) =>
    fill(template, variables, (pieces) => {
      const turns = readTurns(pieces);
      if (conversation === null) return turns;
      return [...turns.filter(({ role }) => role === 'system' || role === 'developer'), ...conversation];
    }),
  listLiterals: (template) => listTexts(parse(template).body),
};

/** Throws a UserError for what a template cannot make of a row. */
function fill<T>(template: string, variables: JsonObject, make: (pieces: readonly Piece[]) => T): Rendered<T> {
  const { body, faults } = parse(template);
  // A file without faults may still become a message that has one, by what it includes.
  for (const { message, hint } of faults) throw UserError.of(`A message ${message}`, hint);
  try {
    const { value, unknown } = renderBody(body, variables);
    return { value: make(value), unknown };
  } catch (error) {
    if (error instanceof RenderFault) throw UserError.of(error.message, error.hint);
    throw error;
  }
}

function listTexts(body: Body): readonly string[] {
  return body.flatMap((node): readonly string[] => {
    if (node.kind === 'text') return [node.text];
    if (node.kind === 'if') return node.branches.flatMap((branch) => listTexts(branch.body));
    return node.kind === 'print'
      ? []
      : [...listTexts(node.body), ...(node.kind === 'for' ? listTexts(node.otherwise) : [])];
  });
}

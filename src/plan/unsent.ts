import { rowChecks } from '../checks/row-checks.ts';
import type { Case } from '../datasets/case.ts';
import { rowScorers } from '../datasets/rows.ts';
import { buildProblem, type Problem, type Where } from '../errors.ts';
import { dialectOf } from '../prompts/dialects.ts';
import { dotpromptDialect } from '../prompts/dotprompt/dotprompt-dialect.ts';
import { none } from '../prompts/none.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { variablesOf } from '../prompts/render.ts';
import { listNamed, listSuspects } from '../prompts/suspects.ts';

/** What of a row is about the row, and stands in no text. */
const rowKeys: readonly string[] = ['id', 'tags', 'critical', 'messages', rowChecks.column, ...rowScorers];
/** The most names and the most suspects that a hint lists. */
const maxNamed = 8;
const maxSuspects = 2;

/** The names under which a row's values can stand in a prompt. */
export function columnsOf({ variables }: Case): readonly string[] {
  return Object.keys(variables).filter((column) => !rowKeys.includes(column));
}

/** The mistake of a prompt that no column and no conversation of its rows reaches, so that all cases would be one and the same call. None without rows; a single row without an input is a prompt's own trial. */
export function refuseUnsent(prompt: Prompt, rows: readonly Case[]): readonly Problem[] {
  const [first, ...more] = rows;
  if (prompt.application !== undefined) return [];
  const isReached = variablesOf(prompt).length > 0 || rows.some(({ messages }) => messages !== null);
  if (first === undefined || isReached) return [];
  const isTrial = more.length === 0 && !Object.hasOwn(first.variables, 'input') && prompt.suspects.length === 0;
  if (isTrial) return [];
  const calls = more.length === 0 ? '' : `: all ${rows.length} cases would ask the same`;
  const message = `no column of its rows reaches the model${calls}.`;
  return [buildProblem(message, hintUnsent(prompt, rows), startOf(prompt))];
}

/** What rows show never to arrive: columns that the prompt names in the way of another tool, and turns whose place conversations of the rows take. */
export function warnUnsent(prompt: Prompt, rows: readonly Case[]): readonly Problem[] {
  return [...listNamed(prompt.suspects, new Set(rows.flatMap(columnsOf))), ...warnReplaced(prompt, rows)];
}

function hintUnsent(prompt: Prompt, rows: readonly Case[]): string {
  if (prompt.dialect === none.name) {
    return 'Under "template: none" only a message that is {{input}} and nothing else is filled in: add one, or take "template: none" away and write "\\{{" for braces that are text.';
  }
  const suspects = listSuspects(prompt.suspects).slice(0, maxSuspects);
  if (suspects.length > 0) return suspects.map(({ message, hint }) => `${message} ${hint}`).join(' ');
  const { write } = dialectOf(prompt.dialect);
  const columns = [...new Set(rows.flatMap(columnsOf))].slice(0, maxNamed).map(write);
  return columns.length === 0 ? 'Give the rows columns, and use one.' : `Use one of them: ${columns.join(', ')}.`;
}

function warnReplaced(prompt: Prompt, rows: readonly Case[]): readonly Problem[] {
  // Dotprompt puts a conversation beside the turns of its template.
  if (prompt.dialect === dotpromptDialect.name) return [];
  const chats = rows.filter(({ messages }) => messages !== null).length;
  const { listLiterals } = dialectOf(prompt.dialect);
  const turns = prompt.messages.filter(({ role }) => role !== 'system' && role !== 'developer');
  const isText = turns.some(({ content }) => listLiterals(content).some((text) => text.trim() !== ''));
  if (chats === 0 || !isText || prompt.slots !== undefined) return [];
  const what = turns.length === prompt.messages.length ? 'nothing of this text' : 'no text outside the system message';
  const whose = chats === rows.length ? 'every row' : `${chats} of ${rows.length} rows`;
  const message = `${what} is sent for ${whose}: conversations of the rows take the place of its turns.`;
  const hint = 'Write what the model is to be told as a system message ("# system:", in YAML "role: system").';
  return [buildProblem(message, hint, startOf(prompt))];
}

function startOf({ path, places }: Prompt): Where {
  return places.get('messages') ?? { path, line: null, column: null };
}

import { UserError } from '../../../src/errors.ts';
import type { JsonObject } from '../../../src/json.ts';
import { ownReading } from '../../../src/prompts/format.ts';
import { parsePrompts } from '../../../src/prompts/formats.ts';
import type { Prompt } from '../../../src/prompts/prompt.ts';

/** Other files by their repository paths. */
export interface Files {
  readonly [path: string]: string;
}

/** The prompts of a config at `evals/promptfooconfig.yaml`. */
export function readConfig(text: string, others: Files = {}): readonly Prompt[] {
  const included = new Map(Object.entries(others).map(([path, content]) => [path, { path, text: content }]));
  return parsePrompts({ path: 'evals/promptfooconfig.yaml', text }, ownReading, included);
}

/** The only prompt of a config. */
export function readOnly(text: string, others: Files = {}): Prompt {
  const [prompt, ...more] = readConfig(text, others);
  if (prompt === undefined || more.length > 0) throw new Error(`${more.length + 1} prompts`);
  return prompt;
}

/** The values of a prompt's rows. */
export function rowsOf({ rows }: Pick<Prompt, 'rows'>): readonly JsonObject[] {
  return (rows ?? []).map(({ values }) => values);
}

/** What is said of a config that cannot be read, a line each. */
export function problemsOf(text: string, others: Files = {}): readonly string[] {
  try {
    readConfig(text, others);
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n');
    throw error;
  }
  return [];
}

/** Problems as `line message`. */
export function told(problems: Prompt['warnings']): readonly string[] {
  return problems.map(({ line, message }) => `${line} ${message}`);
}

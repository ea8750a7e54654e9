import { checkColumns } from '../checks/registry.ts';
import type { MetricConfig } from '../config/config.ts';
import { aliasesOf, answerIn } from '../datasets/aliases.ts';
import type { Case } from '../datasets/case.ts';
import type { DatasetChanges, RowReaders } from '../datasets/changes.ts';
import { columnOf } from '../datasets/fill-row.ts';
import { canonicalJson, isJsonObject, type Json } from '../json.ts';
import { judgeReads } from '../judges/registry.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { variablesOf } from '../prompts/render.ts';
import { lookUpVariable } from '../prompts/template.ts';
import type { Shrink } from './suite-plan.ts';

/** What a change lets one prompt read, and of which rows. */
export interface ReadingChange {
  readonly prompt: string;
  readonly candidate: Prompt;
  readonly readers: RowReaders;
  readonly base: readonly Case[];
  readonly changes: DatasetChanges;
  readonly metrics: readonly MetricConfig[];
  /** Columns that the suite's `inputs` declares to be no answers. */
  readonly inputs: readonly string[];
}

/** A column may hold a few words around the answer and still give it away. */
const mostTimesAsLong = 3;

/** The columns that a prompt reads for the first time, and among them those that give the answer away: the gold that checks and references are made of, and new columns that hold it in more than half of the rows. */
export function findNewlyRead(change: ReadingChange): {
  readonly free: readonly string[];
  readonly shrinks: readonly Shrink[];
} {
  const { candidate, readers, base, changes, metrics, inputs, prompt } = change;
  const [sample] = base;
  if (sample === undefined) return { free: [], shrinks: [] };
  const gold = listGold(metrics, base);
  const columnsRead = (names: Iterable<string>) =>
    new Set([...names].map((name) => columnOf(name, { ...changes.candidate[0]?.variables, ...sample.variables })));
  const known = new Set([...columnsRead(readers.base), ...inputs]);
  const fresh = [...columnsRead(variablesOf(candidate))].filter((column) => !known.has(column));
  const isFree = (column: string) => known.has(changes.renamed.get(column) ?? '');
  const given = fresh.filter(
    (column) => gold.has(column) || (!isFree(column) && holdsGold(column, base, changes.candidate, gold)),
  );
  return {
    free: fresh.filter((column) => !given.includes(column) && !isFree(column)),
    shrinks: given.map((column) => ({
      kind: 'answer-key',
      prompt,
      subject: column,
      title: `the prompt reads the answers in "${column}"; accept it`,
      sentence: `the prompt ${prompt} newly reads the column "${column}", which holds the expected answers. Take it out, list it under "inputs" of the suite on the base branch, or accept it with the label prompt-assay:accept.`,
    })),
  };
}

/** Columns that a check's expectation or a judge's reference is made of, also under the name that their file gave them. */
function listGold(metrics: readonly MetricConfig[], rows: readonly Case[]): ReadonlySet<string> {
  const names = metrics.flatMap((metric) => {
    if (metric.kind === 'check') return checkColumns(metric);
    return metric.kind === 'judge' ? judgeReads(metric, rows[0]?.variables ?? {}).reference : [];
  });
  const columns = names.map((name) => name.split('.')[0] ?? name);
  const isCopy = (alias: string, name: string) =>
    rows.some(({ variables }) => Object.hasOwn(variables, alias)) &&
    rows.every(
      ({ variables }) =>
        !Object.hasOwn(variables, alias) ||
        listHeld(variables[alias] as Json).some(
          (value) => canonicalJson(value) === canonicalJson(variables[name] ?? null),
        ),
    );
  return new Set([
    ...names,
    ...columns,
    ...columns.flatMap((name) => aliasesOf(name).filter((alias) => isCopy(alias, name))),
  ]);
}

/** What a column under another name may hold the gold as: itself, its answer, or a member of what is expected. */
function listHeld(value: Json): readonly Json[] {
  return [value, answerIn(value), ...(isJsonObject(value) ? Object.values(value) : [])];
}

/** True where a column that the base has not holds the gold value in more than half of the rows that both sides have. */
function holdsGold(
  column: string,
  base: readonly Case[],
  candidate: readonly Case[],
  gold: ReadonlySet<string>,
): boolean {
  if (base.some(({ variables }) => Object.hasOwn(variables, column))) return false;
  const partners = new Map(candidate.map((row) => [row.id, row]));
  const pairs = base.flatMap((row) => {
    const value = partners.get(row.id)?.variables[column];
    return value === undefined ? [] : [{ row, value }];
  });
  const holding = pairs.filter(({ row, value }) =>
    [...gold].some((name) => listAnswers(row, name).some((answer) => containsGold(value, answer))),
  );
  return 2 * holding.length > pairs.length;
}

/** Any of a list of expected answers gives it away. */
function listAnswers({ variables }: Case, name: string): readonly Json[] {
  const value = lookUpVariable(name, variables) ?? null;
  return Array.isArray(value) ? value : [value];
}

function containsGold(value: Json, gold: Json): boolean {
  const [text, answer] = [value, gold].map((one) =>
    (typeof one === 'string' ? one : canonicalJson(one)).trim().toLowerCase(),
  ) as [string, string];
  if (answer === '' || gold === null) return false;
  if (text === answer) return true;
  if (text.length > mostTimesAsLong * answer.length) return false;
  const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  for (let at = text.indexOf(answer); at >= 0; at = text.indexOf(answer, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + answer.length])) return true;
  }
  return false;
}

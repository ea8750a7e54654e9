import { checkPrompt } from '../plan/check-variables.ts';
import { warnUnsent } from '../plan/unsent.ts';
import { variablesOf } from '../prompts/render.ts';
import type { FoundPrompt, FoundRows } from './survey.ts';

/** So many files of rows are read against a prompt, the likeliest first, and so many rows of each. */
const maxFiles = 4;
const maxRows = 200;

/** The files whose rows answer every variable of a prompt, the likeliest first: what shares more words with it, then what lies nearer, then what is called rows, then what has more of them. */
export function findFitting(prompt: FoundPrompt, rows: readonly FoundRows[]): readonly FoundRows[] {
  const names = variablesOf(prompt.prompt).map((name) => [name, name.split('.', 1)[0] ?? name] as const);
  const mayFill = ({ cases: [first] }: FoundRows) =>
    first !== undefined &&
    (first.messages !== null || names.every((own) => own.some((name) => Object.hasOwn(first.variables, name))));
  return rows
    .filter(mayFill)
    .map((one) => ({ one, rank: rankOf(prompt, one) }))
    .sort((a, b) => compareRanks(b.rank, a.rank))
    .slice(0, maxFiles)
    .map(({ one }) => one)
    .filter((one) => fills(one, prompt));
}

/** True where every row answers every variable of the prompt, and all that the prompt says reaches the model. */
function fills({ cases }: FoundRows, { prompt }: FoundPrompt): boolean {
  const tried = cases.slice(0, maxRows);
  return warnUnsent(prompt, tried).length === 0 && checkPrompt(prompt, tried).length === 0;
}

/** How many words the addresses of a prompt and of rows share, of those that say what it is about. */
export function countSharedWords(prompt: FoundPrompt, rows: FoundRows): number {
  return [...prompt.words].filter((word) => rows.words.has(word)).length;
}

function rankOf(prompt: FoundPrompt, rows: FoundRows): readonly number[] {
  const near = countCommonFolders(prompt.prompt.path, rows.path);
  return [countSharedWords(prompt, rows), near, Number(rows.isNamed), rows.cases.length];
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const differs = one.findIndex((figure, index) => figure !== other[index]);
  return differs === -1 ? 0 : (one[differs] ?? 0) - (other[differs] ?? 0);
}

function countCommonFolders(path: string, other: string): number {
  const [one, two] = [path, other].map((each) => each.split('/').slice(0, -1)) as [string[], string[]];
  const differs = one.findIndex((folder, index) => folder !== two[index]);
  return differs === -1 ? one.length : differs;
}

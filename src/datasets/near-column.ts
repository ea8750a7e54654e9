import { suggestName } from '../text/problems.ts';
import { aliasesOf } from './aliases.ts';

/** What people call the expected answer in ways that are too open to be read as it. */
const gold = /^(?!.*context).*(expect|correct|gold|truth|reference|label|answer|target)/i;

/** What people call our columns in such ways, the likeliest first. */
const lookAlikes: { readonly [column: string]: readonly RegExp[] } = {
  input: [/^(text|message|request|ticket|content|user|instruction)$|input|question|query|prompt/i],
  expected: [gold, /^(outputs?|completion|response|reply|solution|class|category|intent)$/i],
  context: [/context|document|passage|source/i],
};

/** True for a column that may well hold the expected answer. */
export function looksLikeGold(column: string): boolean {
  return gold.test(column);
}

/** The column of a row that is probably meant by a name that the row lacks: spelt nearly alike, or one that people use for it; null where there is none. */
export function findNearColumn(name: string, columns: readonly string[]): string | null {
  const near = suggestName(name, columns);
  if (near !== null) return near;
  const ours = Object.keys(lookAlikes).find((column) => column === name || aliasesOf(column).includes(name));
  const alike = ours === undefined ? [] : (lookAlikes[ours] ?? []);
  return alike.flatMap((pattern) => columns.filter((column) => pattern.test(column)))[0] ?? null;
}

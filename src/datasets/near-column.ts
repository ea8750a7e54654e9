import { suggestName } from '../text/problems.ts';

/** What people call our columns in ways that are too open to be read as them. */
const lookAlikes: { readonly [column: string]: RegExp } = {
  input: /^(text|message|request|ticket|content|user|instruction)$|input|question|query|prompt/i,
  expected: /expect|correct|gold|truth|reference|label|answer|target|^(output|completion|response|reply|solution)$/i,
  context: /context|document|passage|source/i,
};

/** The column of a row that is probably meant by a name that the row lacks: spelt nearly alike, or one that people use for it; null where there is none. */
export function findNearColumn(name: string, columns: readonly string[]): string | null {
  const near = suggestName(name, columns);
  if (near !== null) return near;
  const alike = Object.hasOwn(lookAlikes, name) ? lookAlikes[name] : undefined;
  return columns.find((column) => alike?.test(column)) ?? null;
}

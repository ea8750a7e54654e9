import type { AskedRows } from '../gate/asked.ts';
import { isJsonObject, type Json } from '../json.ts';

/** All lines together should not crowd a comment; of each suite a few contents are kept whatever there is. */
const maxCharacters = 4000;
const fewContents = 5;

/** What was asked as `[suite, rows, count, digest, …]`; the more suites, the fewer contents of each. */
export function renderAsked(asked: readonly AskedRows[]): Json {
  const digits = asked[0]?.contents[0]?.length ?? 1;
  const kept = Math.max(fewContents, Math.floor(maxCharacters / asked.length / (digits + '"",'.length)));
  return asked.map(({ suite, rows, count, contents }) => [suite, rows, count, ...contents.slice(0, kept)]);
}

/** What the record of a comment says was asked; empty for one without, and for those that counted by suite alone. */
export function parseAsked(record: Json | null): readonly AskedRows[] {
  if (!isJsonObject(record) || !Array.isArray(record.asked)) return [];
  const lines: readonly Json[] = record.asked;
  return lines.flatMap((line) => {
    if (!Array.isArray(line)) return [];
    const [suite, rows, count, ...contents]: readonly Json[] = line;
    if (typeof suite !== 'string' || typeof rows !== 'string') return [];
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return [];
    return [{ suite, rows, count, contents: contents.filter((one) => typeof one === 'string') }];
  });
}

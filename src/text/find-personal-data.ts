import { type PersonalData, personalData } from './personal-data.ts';

/** One piece of personal data; `start` and `end` are offsets in UTF-16 units, the end is not in it. */
export interface FoundData {
  readonly kind: PersonalData['kind'];
  readonly start: number;
  readonly end: number;
}

/** Finds what belongs to a person or opens a door, in order; none reaches into another: of two that do, the kind that stands first counts. In linear time. */
export function findPersonalData(text: string): readonly FoundData[] {
  let found: readonly FoundData[] = [];
  for (const data of personalData) {
    if (data.mayBeIn?.(text) === false) continue;
    const fresh = [...listMatches(data, text)];
    if (fresh.length > 0) found = merge(found, fresh);
  }
  return found;
}

function* listMatches({ kind, pattern, measure }: PersonalData, text: string): Generator<FoundData> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index + (match.groups?.kept?.length ?? 0);
    const end = match.index + match[0].length;
    const length = measure === undefined ? end - start : measure(text, start, end);
    if (length > 0) yield { kind, start, end: start + length };
    // What begins inside a number that is none may be one.
    pattern.lastIndex = Math.max(match.index + 1, start + length);
  }
}

/** Both lists in order, without what reaches into one of the first. */
function merge(first: readonly FoundData[], second: readonly FoundData[]): readonly FoundData[] {
  let next = 0;
  const free = second.filter(({ start, end }) => {
    while ((first[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return (first[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
  return [...first, ...free].sort((one, other) => one.start - other.start);
}

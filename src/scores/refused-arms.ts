import type { SampleRecord, ScoreRecord } from '../run/records.ts';

/** Takes back the scores of an arm of a prompt in which every request met the same client error: such an error is about the request as such, not about a case, and must neither convict a prompt nor become a baseline. */
export function voidRefusedArms(
  samples: readonly SampleRecord[],
  scores: readonly ScoreRecord[],
): readonly ScoreRecord[] {
  const statuses = new Map<string, Set<number | null>>();
  for (const { prompt, arm, result } of samples) {
    const key = keyOf(prompt.suite, prompt.id, arm);
    statuses.set(key, (statuses.get(key) ?? new Set()).add(result.status === 'rejected' ? result.httpStatus : null));
  }
  const refused = new Set([...statuses].flatMap(([key, own]) => (own.size === 1 && !own.has(null) ? [key] : [])));
  if (refused.size === 0) return scores;
  return scores.map((one) => (refused.has(keyOf(one.suite, one.prompt, one.arm)) ? { ...one, score: null } : one));
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

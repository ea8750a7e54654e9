import type { SampleRecord } from '../run/records.ts';

/** The longest that two answers may lie apart and still be compared: what a provider changed in between is no change of the prompt. */
const freshWithinMs = 60 * 60 * 1000;

/** True where both answers are known to have come within an hour of each other. */
export function isFreshPair(baseMs: number | null, candidateMs: number | null): boolean {
  return baseMs !== null && candidateMs !== null && Math.abs(baseMs - candidateMs) <= freshWithinMs;
}

/** The samples that keep a pair of base and candidate from being fresh: the older of the two, or the one of unknown age. */
export function listStale(samples: readonly SampleRecord[]): readonly SampleRecord[] {
  const keyOf = ({ prompt, case: row, sample }: SampleRecord) =>
    JSON.stringify([prompt.suite, prompt.id, row.id, sample]);
  const candidates = new Map(samples.filter(({ arm }) => arm === 'candidate').map((one) => [keyOf(one), one]));
  return samples.flatMap((base) => {
    const candidate = base.arm === 'base' && !base.case.isSame ? candidates.get(keyOf(base)) : undefined;
    if (candidate === undefined || isFreshPair(base.answeredAtMs, candidate.answeredAtMs)) return [];
    return [(base.answeredAtMs ?? 0) <= (candidate.answeredAtMs ?? 0) ? base : candidate];
  });
}

import { isCompared, type PromptPlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { Sample } from '../run/ledger-arm.ts';
import { readArm } from './read.ts';

/** The longest that two answers may lie apart and still be compared: what a provider changed in between is no change of the prompt. */
const freshWithinMs = 60 * 60 * 1000;

/** Either answer of a pair may turn out to be too old for the other; after that the pair is taken as it is. */
const mostRedraws = 2;

/** True where both answers are known to have come within an hour of each other. */
export function isFreshPair(baseMs: number | null, candidateMs: number | null): boolean {
  return baseMs !== null && candidateMs !== null && Math.abs(baseMs - candidateMs) <= freshWithinMs;
}

/** The samples that keep a pair of base and candidate from being fresh and can be drawn anew: the older of the two, or the one of unknown age. */
export function listStale(ledger: Ledger, prompt: PromptPlan): readonly Sample[] {
  if (!isCompared(prompt)) return [];
  const [base, candidate] = [readArm(ledger, prompt, 'base'), readArm(ledger, prompt, 'candidate')];
  if (base.isEmpty || candidate.isEmpty) return [];
  return prompt.cases.flatMap(({ id, isSame }) => {
    if (isSame) return [];
    const theirs = candidate.samples(id);
    return base.samples(id).flatMap((ours, index) => {
      const other = theirs[index] ?? null;
      if (ours === null || other === null || isFreshPair(ours.answeredAtMs, other.answeredAtMs)) return [];
      const older = (ours.answeredAtMs ?? 0) <= (other.answeredAtMs ?? 0) ? ours : other;
      return older.redraws < mostRedraws ? [older] : [];
    });
  });
}

import { contentHash } from '../json.ts';
import type { CaseScores, GateSettings } from './comparison.ts';
import { noDifference } from './paired-case.ts';

/** Scores of a case's very base request that were kept before this comparison: for each gating metric those of every kept sample. */
export type KeptScores = readonly (readonly number[])[];

/** Kept samples below which nothing is said of a case. */
const fewestKept = 3;
/** Samples of a noisy case in the first round; so few kept ones find fewer of the noisy cases, which are then drawn more often. */
const usualSamples = 3;
const samplesOfFew = 5;

/** How many samples the first round of a case takes by what was kept of it; 1 where nothing says that it is noisy. */
export function samplesByNoise(kept: KeptScores): number {
  const known = kept.filter((scores) => scores.length >= fewestKept);
  if (!known.some(differs)) return 1;
  const most = known.reduce((longest, scores) => Math.max(longest, scores.length), 0);
  return most > fewestKept ? usualSamples : samplesOfFew;
}

/**
 * The samples of the first round of each noisy case, by its id: as many of the cases as keep the draws within `rounds` a
 * case and side, in an order that hangs on the seed and the id alone. A case that is the same on both arms needs none.
 */
export function labelNoisyCases(
  cases: readonly Pick<CaseScores, 'case' | 'isSame'>[],
  kept: ReadonlyMap<string, KeptScores>,
  { rounds }: Pick<GateSettings, 'rounds'>,
  seed: string,
): ReadonlyMap<string, number> {
  const noisy = cases.flatMap(({ case: id, isSame }) => {
    const samples = isSame ? 1 : samplesByNoise(kept.get(id) ?? []);
    return samples === 1 ? [] : [{ id, samples, order: contentHash([seed, id]) }];
  });
  noisy.sort((one, other) => (one.order < other.order ? -1 : 1));
  const labels = new Map<string, number>();
  let room = Math.floor(cases.length * (rounds - 1) + noDifference);
  for (const { id, samples } of noisy) {
    if (samples - 1 > room) break;
    room -= samples - 1;
    labels.set(id, samples);
  }
  return labels;
}

function differs(scores: readonly number[]): boolean {
  const [first = 0] = scores;
  return scores.some((score) => Math.abs(score - first) > noDifference);
}

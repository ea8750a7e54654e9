import type { CaseScores, Direction } from './comparison.ts';
import type { FirstRound } from './first-round.ts';
import { type AnalysisName, analyses, type Measurement } from './measurement.ts';
import { noDifference, signedDifference, worstScore } from './paired-case.ts';
import { testDrop } from './reading.ts';

/** Samples of a re-run case in all: the first round's one and four more. */
export const rerunTotal = 5;

/** True where the first round's mean drop, in this analysis, reaches `min-drop`. */
export function meetsGuard(measurement: Measurement, name: AnalysisName): boolean {
  const reading = measurement.readings?.[name];
  return reading !== undefined && -reading.difference >= measurement.settings.minDrop - noDifference;
}

/** Ids of the cases that differ in the first round, in either analysis: what a re-run takes, in both arms alike. */
export function selectDiscordant(measurement: Measurement): ReadonlySet<string> {
  return new Set(analyses.flatMap((name) => [...selectDiscordantIn(measurement, name)]));
}

/**
 * True where at least one of the comparison's discordant cases was run again in both arms, or where the first round drew
 * all of them often enough and the first look left some of that out, or others were run again for another comparison.
 */
export function hasRerun(measurement: Measurement): boolean {
  const discordant = selectDiscordant(measurement);
  const all = measurement.input.cases.map(({ case: id, critical, baseline, candidate }, index) => {
    const { drawn, tested } = measurement.firstRounds[index] as FirstRound;
    const attempted = Math.min(baseline.length, candidate.length);
    return { differs: discordant.has(id), critical, attempted, tested, isRerun: attempted > drawn };
  });
  const own = all.filter(({ differs }) => differs);
  if (own.some(({ isRerun }) => isRerun)) return true;
  const hasMore = own.some(({ attempted, tested }) => attempted > tested);
  const hasOthers = all.some(({ critical, isRerun }) => isRerun && !critical);
  return own.every(({ attempted }) => attempted >= rerunTotal) && (hasMore || hasOthers);
}

/**
 * Raw mid-p of the second look: first round and re-run pooled over the comparison's own discordant cases, each the mean
 * over its planned sample pairs, so that a case with more of them weighs no more. In analysis `complete` a pair that
 * lacks a score adds 0; in `imputed` a missing score is the worst one in its own arm.
 */
export function testSecondLook(measurement: Measurement, name: AnalysisName): number {
  const { input, readings } = measurement;
  if (readings === null) return 1;
  const discordant = selectDiscordantIn(measurement, name);
  const pooled = new Map(
    input.cases.filter((scores) => discordant.has(scores.case)).map((scores) => [scores.case, scores]),
  );
  // Every case stays in: one that is not pooled adds nothing to sign flips, and counts in the t test of very large sets.
  const pairs = readings[name].pairs.map((pair) => {
    const scores = pooled.get(pair.case);
    const pool = scores === undefined ? nothing : poolSamples(scores, name, input.direction);
    return { ...pair, ...pool };
  });
  return testDrop(
    pairs,
    pairs.map((pair) => signedDifference(pair, input.direction)),
    input.direction,
  );
}

/** What a case that is not pooled adds. */
const nothing = { baseline: [0], candidate: [0] } as const;

function selectDiscordantIn(measurement: Measurement, name: AnalysisName): ReadonlySet<string> {
  const reading = measurement.readings?.[name];
  return new Set(reading?.pairs.filter((_, index) => reading.differences[index] !== 0).map((pair) => pair.case));
}

/** A critical case may have been sampled further for its own rule; those samples stay out. */
function countPooledSamples({ critical, baseline, candidate }: CaseScores): number {
  const attempted = Math.max(baseline.length, candidate.length);
  return critical ? Math.min(attempted, rerunTotal) : attempted;
}

/** The case's samples in pairs; one that does not count is two zeros. */
function poolSamples(
  scores: CaseScores,
  name: AnalysisName,
  direction: Direction,
): { readonly baseline: readonly number[]; readonly candidate: readonly number[] } {
  const worst = worstScore(direction);
  const pairs = Array.from({ length: countPooledSamples(scores) }, (_, sample) => {
    const baseline = scores.baseline[sample] ?? null;
    const candidate = scores.candidate[sample] ?? null;
    if (name === 'imputed') return { baseline: baseline ?? worst, candidate: candidate ?? worst };
    return baseline === null || candidate === null ? { baseline: 0, candidate: 0 } : { baseline, candidate };
  });
  return { baseline: pairs.map((pair) => pair.baseline), candidate: pairs.map((pair) => pair.candidate) };
}

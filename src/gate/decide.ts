import type { Comparison, ComparisonId, Verdict } from './comparison.ts';
import { criticalTotal } from './critical.ts';
import { takeLooks } from './look.ts';
import { type GatedComparison, type Measurement, measureComparison } from './measurement.ts';
import { decideGating, decideSettled, describeReport, type GatingResult } from './outcome.ts';
import { nameComparison } from './reason.ts';
import { rerunTotal, selectDiscordant } from './second-look.ts';
import { hasSettled, settledTotal } from './settle.ts';
import { decideScreened, type Screened, type StoredComparison, screenComparison } from './stored-comparison.ts';
import { combineRulings, isGreen, type Ruling } from './verdict.ts';

/** One case to run again, in both arms alike: `samples` are the indices that at least one arm has not attempted. */
export interface RerunCase {
  readonly suite: string | null;
  readonly prompt: string | null;
  readonly case: string;
  readonly samples: readonly number[];
}

/** A single case that broke and by that made the verdict fail. */
export interface BrokenCase extends ComparisonId {
  readonly case: string;
  readonly critical: boolean;
}

/** What the gate says of a whole run. */
export interface GateDecision {
  readonly verdict: Verdict;
  /** Green or red by `on-inconclusive` and `strict` of the suites concerned. */
  readonly green: boolean;
  /** In the order of the input. */
  readonly comparisons: readonly Comparison[];
  /** Never empty unless the verdict is pass. */
  readonly reasons: readonly string[];
  /** What to run before deciding again; empty where the verdict is final. */
  readonly rerun: readonly RerunCase[];
  /** What a further round would draw to settle what both looks left open; empty where it is not set, or could change nothing. */
  readonly settling: readonly RerunCase[];
  readonly broken: readonly BrokenCase[];
}

/**
 * Decides a run from the scores of all its comparisons: the gating ones over all suites, and the report ones that are only shown. Samples 0..K−1 are
 * the first round, later ones the re-run. A comparison with stored samples alone counts among them and can only pass or stay open. Where `rerun` is not empty the caller runs it, puts the scores in (null where unscored) and decides again; where
 * `settling` is not, it may do so and put the scores in as `settled`. The same scores always give the same decision.
 */
export function decideGate(comparisons: readonly (GatedComparison | StoredComparison)[]): GateDecision {
  const screened = new Map<Measurement, Screened>();
  const measured = comparisons.map((comparison) => {
    if (!('freshCritical' in comparison)) return measureComparison(comparison);
    const screen = screenComparison(comparison);
    screened.set(screen.measurement, screen);
    return screen.measurement;
  });
  const gating = measured.filter(isGating);
  const looks = takeLooks(gating);
  const looked = gating.map((measurement, index) => {
    const screen = screened.get(measurement);
    return screen === undefined
      ? decideGating(measurement, looks[index] as (typeof looks)[number])
      : decideScreened(screen);
  });
  const nothing = explainNothing(measured, gating);
  const combine = (results: readonly GatingResult[]) =>
    combineRulings(nothing === null ? results.map(buildRuling) : [nothing]);
  const isOpen = combine(looked).verdict === 'inconclusive';
  // Where a further round was made, what the looks left to run again stays as it is.
  const rerun = isOpen && !gating.some(hasSettled) ? planRerun(looked) : [];
  const results = isOpen ? looked.map(settle) : looked;
  const { verdict, reasons } = combine(results);
  const decided = new Map(results.map((result) => [result.measurement, result.comparison]));
  const signals =
    nothing === null
      ? results.map(({ comparison, measurement }) => isGreen(comparison.verdict, measurement.settings))
      : comparisons.map(({ settings }) => isGreen(verdict, settings));
  return {
    verdict,
    green: verdict !== 'invalid' && signals.every((green) => green),
    comparisons: measured.map(
      (measurement) =>
        decided.get(measurement) ?? screened.get(measurement)?.comparison ?? describeReport(measurement, isOpen),
    ),
    reasons,
    rerun,
    settling: isOpen && rerun.length === 0 ? planSettling(results) : [],
    broken: results.flatMap(listBroken),
  };
}

/** True where a comparison counts: neutral metrics never gate. */
function isGating({ input }: Measurement): boolean {
  return input.gates && input.direction !== 'neutral';
}

function explainNothing(measured: readonly Measurement[], gating: readonly Measurement[]): Ruling | null {
  if (measured.length === 0) return { verdict: 'invalid', reason: 'there is no metric to compare' };
  if (measured.every(({ input }) => input.cases.length === 0)) {
    return { verdict: 'invalid', reason: 'there are no cases to compare' };
  }
  return gating.length === 0 ? { verdict: 'inconclusive', reason: 'nothing may gate yet' } : null;
}

function buildRuling({ comparison }: GatingResult): Ruling {
  const reason = comparison.reason === null ? null : `${nameComparison(comparison)}: ${comparison.reason}`;
  return { verdict: comparison.verdict, reason };
}

/** A comparison after the further round that was made of it; one that passed at the first look is held to it, too. */
function settle(result: GatingResult): GatingResult {
  const { measurement, comparison, settles } = result;
  if (!hasSettled(measurement) || !(settles || comparison.verdict === 'pass')) return result;
  return { ...result, settles: false, comparison: decideSettled(measurement, comparison) };
}

/**
 * All reached cases of the prompts that are open, as far as they lack samples, where every comparison that does not pass
 * can be settled: else more draws change nothing.
 */
function planSettling(results: readonly GatingResult[]): readonly RerunCase[] {
  if (!results.every(({ settles, comparison }) => settles || comparison.verdict === 'pass')) return [];
  const planned = new Map<string, RerunCase>();
  for (const { measurement, settles } of results) {
    const { suite, prompt } = measurement.input.id;
    const total = settledTotal(measurement.settings);
    for (const { case: id, isSame, baseline, candidate } of settles ? measurement.input.cases : []) {
      const attempted = Math.min(baseline.length, candidate.length);
      const key = JSON.stringify([suite, prompt, id]);
      if (isSame || attempted >= total || planned.has(key)) continue;
      const samples = Array.from({ length: total - attempted }, (_, index) => attempted + index);
      planned.set(key, { suite, prompt, case: id, samples });
    }
  }
  return [...planned.values()];
}

/** The union over all metrics of the discordant cases of comparisons in play, and the flagged critical cases. */
function planRerun(results: readonly GatingResult[]): readonly RerunCase[] {
  const planned = new Map<string, RerunCase>();
  for (const { measurement, inPlay, flagged } of results) {
    const { suite, prompt } = measurement.input.id;
    const discordant = inPlay ? selectDiscordant(measurement) : new Set<string>();
    for (const scores of measurement.input.cases) {
      const total = flagged.includes(scores.case) ? criticalTotal : discordant.has(scores.case) ? rerunTotal : 0;
      const attempted = Math.min(scores.baseline.length, scores.candidate.length);
      if (attempted >= total) continue;
      const key = JSON.stringify([suite, prompt, scores.case]);
      const samples = new Set(planned.get(key)?.samples);
      for (let sample = Math.max(attempted, 1); sample < total; sample += 1) samples.add(sample);
      planned.set(key, { suite, prompt, case: scores.case, samples: [...samples].sort((a, b) => a - b) });
    }
  }
  return [...planned.values()];
}

function listBroken({ measurement, broken, brokenCritical }: GatingResult): readonly BrokenCase[] {
  return [
    ...broken.map((id) => ({ ...measurement.input.id, case: id, critical: false })),
    ...brokenCritical.map((id) => ({ ...measurement.input.id, case: id, critical: true })),
  ];
}

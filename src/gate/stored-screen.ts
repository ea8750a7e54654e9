import type { Comparison, Verdict } from './comparison.ts';
import type { BrokenCase } from './decide.ts';
import { nameComparison } from './reason.ts';
import { type StoredComparison, screenComparison } from './stored-comparison.ts';
import { combineRulings, isGreen } from './verdict.ts';

/** What a stored baseline can say. `fresh` says nothing yet: the base side must run now, and the gate decides on that. */
export interface ScreenResult {
  readonly outcome: Verdict | 'fresh';
  readonly green: boolean;
  /** In the order of the input; for `fresh` they are figures only. */
  readonly comparisons: readonly Comparison[];
  readonly reasons: readonly string[];
  /** Critical cases that broke for certain in the fresh draws of this screen. */
  readonly broken: readonly BrokenCase[];
  /** Critical cases to run afresh, eight samples in both arms (the candidate's first three count), before asking again. */
  readonly flagged: readonly { readonly suite: string | null; readonly prompt: string | null; readonly case: string }[];
}

/**
 * Screens a candidate against a stored baseline, over all gating comparisons of the run. It may prove pass and it never convicts a rate: any drop of
 * `min-drop` or more, a strict suite, a small set or the target `cases` asks for a fresh baseline round of everything, and so does any comparison that
 * is not passed, unless its suite says `after-screen: stop`.
 */
export function screenStoredBaseline(comparisons: readonly StoredComparison[]): ScreenResult {
  const screened = comparisons.map(screenComparison);
  const gating = screened.filter(({ measurement: { input } }) => input.gates && input.direction !== 'neutral');
  const figures = screened.map(({ comparison }) => comparison);
  const rulings = gating.map(({ comparison }) => ({
    verdict: comparison.verdict,
    reason: comparison.reason && `${nameComparison(comparison)}: ${comparison.reason}`,
  }));
  const { verdict, reasons } = combineRulings(
    gating.length > 0 ? rulings : [{ verdict: 'inconclusive', reason: 'nothing may gate yet' }],
  );
  const fresh = gating.find((one) => one.needsFresh !== null);
  if (fresh !== undefined && verdict !== 'invalid') {
    const reason = `${nameComparison(fresh.comparison)}: ${fresh.needsFresh}`;
    return { outcome: 'fresh', green: false, comparisons: figures, reasons: [reason], broken: [], flagged: [] };
  }
  const green = gating.every(({ comparison, measurement }) => isGreen(comparison.verdict, measurement.settings));
  return {
    outcome: verdict,
    green,
    comparisons: figures,
    reasons,
    broken: gating.flatMap(({ measurement, brokenCritical }) =>
      brokenCritical.map((id) => ({ ...measurement.input.id, case: id, critical: true })),
    ),
    flagged: gating.flatMap(({ measurement, flagged }) =>
      flagged.map((id) => ({ suite: measurement.input.id.suite, prompt: measurement.input.id.prompt, case: id })),
    ),
  };
}

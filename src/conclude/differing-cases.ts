import { type CaseLabel, isWorse } from '../gate/case-label.ts';
import type { CaseScores, Direction } from '../gate/comparison.ts';
import type { Metric } from '../plan/metric.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import type { CaseChange } from '../report/case-report.ts';
import type { MeasuredCase, MeasuredMetric } from './measured-metric.ts';

/** A case that differs in one metric, and how soon people should look at it. */
export interface DifferingCase extends MeasuredCase {
  readonly prompt: PromptPlan;
  readonly metric: Metric;
  readonly label: CaseChange;
  /** How much worse the candidate is by all scores, in the metric's good direction; null where a side has none. */
  readonly drop: number | null;
  /** 0 where the comparison fails or a critical case broke, 1 for the others that gate, 2 for report only. */
  readonly tier: 0 | 1 | 2;
}

const rounding = 1e-9;

/**
 * The cases of one metric that differ; none of a refused judge's. A case that only varies, as good on both sides over all its
 * samples, did not get worse; and what a report metric could not score is a count in the table, not a case to look at.
 */
export function listDiffering(
  { prompt, metric, comparison, cases }: MeasuredMetric,
  belowMinScore: boolean,
): readonly DifferingCase[] {
  if (metric.refused) return [];
  const isFailing = belowMinScore || (metric.gates && comparison.verdict === 'fail');
  return cases.flatMap(({ label, ...one }): readonly DifferingCase[] => {
    if (label === 'same' || (label === 'unscored' && !metric.gates)) return [];
    const drop = measureDrop(one.scores, metric.direction);
    if (label === 'flaky' && Math.abs(drop ?? 0) < rounding) return [];
    const isBroken = metric.gates && one.row.critical && isWorse(label);
    return [{ ...one, label, prompt, metric, drop, tier: isFailing || isBroken ? 0 : metric.gates ? 1 : 2 }];
  });
}

/** True for a case that got better under this metric. */
export function isGain({ label, drop }: { readonly label: CaseLabel; readonly drop: number | null }): boolean {
  return label === 'better' || label === 'improved' || (label === 'flaky' && drop !== null && drop < 0);
}

/** A score turned so that more is better. */
export function turnScore(score: number, direction: Direction): number {
  return direction === 'lower' ? 1 - score : score;
}

/** How much worse the candidate is by all scores, in the good direction; null where a side has none. */
export function measureDrop(scores: Pick<CaseScores, 'baseline' | 'candidate'>, direction: Direction): number | null {
  const mean = (side: readonly (number | null)[]) => {
    const known = side.filter((score) => score !== null).map((score) => turnScore(score, direction));
    return known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length;
  };
  const [before, after] = [mean(scores.baseline), mean(scores.candidate)];
  return before === null || after === null ? null : before - after;
}

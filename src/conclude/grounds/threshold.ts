import type { Comparison } from '../../gate/comparison.ts';
import { nameComparison } from '../../gate/reason.ts';
import { decideThreshold, type Threshold, type ThresholdResult } from '../../gate/threshold.ts';
import type { SuitePlan } from '../../plan/suite-plan.ts';
import { explainThreshold } from '../../report/words/limit-words.ts';
import { formatScore } from '../../report/words/numbers.ts';
import type { Ledger } from '../../run/ledger.ts';
import { findGone } from '../../scores/gather.ts';
import { inCode } from '../../text/prose.ts';
import { candidateScores } from '../candidate-scores.ts';
import { type Statement, stateAtOnce } from '../statement.ts';

/** A metric's candidate scores held against the user's threshold. */
export interface HeldThreshold {
  readonly suite: string;
  readonly prompt: string;
  readonly metric: string;
  readonly threshold: Threshold;
  readonly result: ThresholdResult;
  /** True where all scores are 0 or 1. */
  readonly binary: boolean;
}

/** Thresholds look at the candidate's first round alone, also where there is nothing to compare it with. */
export function holdThresholds(plan: SuitePlan, ledger: Ledger): readonly HeldThreshold[] {
  return plan.prompts.flatMap((prompt) =>
    prompt.metrics.flatMap((metric) => {
      const { minScore, minScoreOn: on, direction } = metric;
      // A judge that is gone can miss no threshold; that it is gone is said elsewhere.
      if (minScore === null || !metric.gates || findGone(ledger, prompt, metric, ['candidate'])) return [];
      const scores = candidateScores(plan, prompt, metric, ledger);
      if (scores.length === 0) return [];
      const threshold = { minScore, on, direction, alpha: plan.config.gate.alpha };
      const result = decideThreshold(scores, threshold);
      const known = scores.flatMap(({ candidate }) => candidate.filter((score) => score !== null));
      const binary = known.every((score) => score === 0 || score === 1);
      return [{ suite: prompt.suite, prompt: prompt.id, metric: metric.name, threshold, result, binary }];
    }),
  );
}

/** A threshold's say in the verdict, kept or not; a miss says so where the metric got better all the same. */
export function stateThreshold(held: HeldThreshold, comparisons: readonly Comparison[]): Statement {
  const { suite, prompt, metric, threshold, result, binary } = held;
  const own = comparisons.find((one) => one.suite === suite && one.prompt === prompt && one.metric === metric);
  const better = result.verdict === 'fail' && own !== undefined ? explainRise(own, binary) : '';
  const name = nameComparison({ suite: null, prompt: prompt === suite ? null : prompt, metric });
  const reason = `${name} of ${inCode(suite)}: ${explainThreshold(threshold, result, binary)}${better}`;
  return stateAtOnce(result.verdict, { kind: 'threshold', suite, prompt, subject: metric }, reason);
}

function explainRise({ difference, direction, baselineMean, candidateMean }: Comparison, binary: boolean): string {
  if (difference === null || difference <= 0) return '';
  const [from, to] = [baselineMean, candidateMean].map((mean) => formatScore(mean, binary));
  return `, although the mean ${direction === 'lower' ? 'fell' : 'rose'} from ${from} to ${to}`;
}

import { chooseInput } from '../datasets/choose-input.ts';
import type { Metric } from '../plan/metric.ts';
import type { CasePlan, PromptPlan } from '../plan/suite-plan.ts';
import type { Output } from '../ports.ts';
import type { CaseReport } from '../report/report.ts';
import type { Arm } from '../run/sample-key.ts';
import { factsOf, readArm } from '../scores/read.ts';
import type { FinishedRun } from './finished-run.ts';
import type { MeasuredCase, MeasuredMetric } from './measured-metric.ts';

const labelOrder: readonly CaseReport['label'][] = ['regressed', 'worse', 'unscored', 'flaky', 'improved', 'better'];

/** The most cases that a report holds; the result files have all scores and outputs. */
const mostCases = 1000;

/** A case that differs in one metric, and how soon people should look at it. */
export interface DifferingCase extends MeasuredCase {
  readonly prompt: PromptPlan;
  readonly metric: Metric;
  readonly label: CaseReport['label'];
  readonly rank: number;
}

/**
 * The cases of one metric that differ; none of a refused judge's. What a report metric could not score is a count in
 * the table, not a case to look at.
 */
export function listDiffering({ prompt, metric, comparison, cases }: MeasuredMetric): readonly DifferingCase[] {
  if (metric.refused) return [];
  const weight = !metric.gates ? 200 : comparison.verdict === 'fail' ? 0 : 100;
  return cases.flatMap(({ label, ...one }): readonly DifferingCase[] => {
    if (label === 'same' || (label === 'unscored' && !metric.gates)) return [];
    const rank = weight + labelOrder.indexOf(label) * 2 + (one.row.critical ? 0 : 1);
    return [{ ...one, label, prompt, metric, rank }];
  });
}

/**
 * The cases worth a look, once each, under the metric that matters most: failed before other gating ones before report,
 * what got worse before what got better, critical ones first. `omitted` is how many more there are.
 */
export function reportCases(
  run: FinishedRun,
  differing: readonly DifferingCase[],
): { readonly cases: readonly CaseReport[]; readonly omitted: number } {
  const seen = new Map<PromptPlan, Set<string>>();
  const once = [...differing]
    .sort((a, b) => a.rank - b.rank)
    .filter(({ prompt, row }) => {
      const own = seen.get(prompt) ?? new Set();
      seen.set(prompt, own);
      return own.size < own.add(row.id).size;
    });
  const cases = once.slice(0, mostCases).map((one) => describeCase(run, one));
  return { cases, omitted: once.length - cases.length };
}

/** Outputs and reasons are those of sample 0, the draw that the first round compared. */
function describeCase(run: FinishedRun, { prompt, metric, row, scores, label }: DifferingCase): CaseReport {
  const { variables } = row.scoring;
  const reason = factsOf(readArm(run.ledger, prompt, 'candidate'), metric, row.id)[0]?.reason ?? null;
  return {
    suite: prompt.suite,
    prompt: prompt.id,
    case: row.id,
    metric: metric.name,
    label,
    critical: row.critical,
    input: chooseInput(variables),
    expected: variables.expected ?? null,
    baselineOutput: findOutput(run, prompt, run.decision.baseArm, row),
    candidateOutput: findOutput(run, prompt, 'candidate', row),
    baselineScores: scores.baseline,
    candidateScores: scores.candidate,
    reason,
  };
}

function findOutput({ ledger }: FinishedRun, prompt: PromptPlan, arm: Arm, { id }: CasePlan): Output | null {
  const sample = readArm(ledger, prompt, arm).sample(id, 0);
  if (sample === null) return null;
  const { result } = ledger.recordOf(sample);
  return result.status === 'answered' ? result.output : null;
}

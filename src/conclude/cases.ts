import { chooseInput } from '../datasets/choose-input.ts';
import { labelCases } from '../gate/case-label.ts';
import type { CaseScores } from '../gate/comparison.ts';
import type { Metric } from '../plan/metric.ts';
import { type CasePlan, type ComparedPrompt, listCompared, type PromptPlan } from '../plan/suite-plan.ts';
import type { Output } from '../ports.ts';
import type { CaseReport } from '../report/report.ts';
import type { Arm } from '../run/sample-key.ts';
import { gatherComparison } from '../scores/gather.ts';
import { factsOf, readArm } from '../scores/read.ts';
import type { FinishedRun } from './finished-run.ts';
import { ofMetric } from './of-metric.ts';

const labelOrder: readonly CaseReport['label'][] = ['regressed', 'worse', 'unscored', 'flaky', 'improved', 'better'];

/** The most cases that a report holds; the result files have all scores and outputs. */
export const mostCases = 1000;

/** A case that differs in one metric, and how soon people should look at it. */
interface Entry {
  readonly prompt: PromptPlan;
  readonly metric: Metric;
  readonly row: CasePlan;
  readonly scores: CaseScores;
  readonly label: CaseReport['label'];
  readonly rank: number;
}

/** The cases worth a look, once each, under the metric that matters most: failed before other gating ones before report, what got worse before what got better, critical ones first. `omitted` is how many more there are. */
export function reportCases(run: FinishedRun): { readonly cases: readonly CaseReport[]; readonly omitted: number } {
  const entries = listCompared(run.decision.suites)
    .flatMap((compared) =>
      compared.prompt.metrics.filter(({ refused }) => !refused).flatMap((metric) => listEntries(run, compared, metric)),
    )
    .sort((a, b) => a.rank - b.rank);
  const seen = new Map<PromptPlan, Set<string>>();
  const once = entries.filter(({ prompt, row }) => {
    const own = seen.get(prompt) ?? new Set();
    seen.set(prompt, own);
    return own.size < own.add(row.id).size;
  });
  const cases = once.slice(0, mostCases).map((entry) => describeEntry(run, entry));
  return { cases, omitted: once.length - cases.length };
}

function listEntries(run: FinishedRun, { plan, prompt }: ComparedPrompt, metric: Metric): readonly Entry[] {
  const gated = gatherComparison(plan, prompt, metric, run.ledger, run.decision.baseArm);
  const rows = new Map(prompt.cases.map((row) => [row.id, row]));
  const scores = new Map(gated.input.cases.map((row) => [row.case, row]));
  const weight = weigh(run, prompt, metric);
  return labelCases(gated).flatMap(({ case: id, label }): readonly Entry[] => {
    const row = rows.get(id);
    const own = scores.get(id);
    // What a report metric could not score is a count in the table, not a case to look at.
    const isIdle = label === 'same' || (label === 'unscored' && !metric.gates);
    if (isIdle || row === undefined || own === undefined) return [];
    const rank = weight + labelOrder.indexOf(label) * 2 + (row.critical ? 0 : 1);
    return [{ prompt, metric, row, scores: own, label, rank }];
  });
}

/** Metrics that failed come first, then other gating ones. */
function weigh({ decision }: FinishedRun, prompt: PromptPlan, metric: Metric): number {
  if (!metric.gates) return 200;
  const own = ofMetric(decision.comparisons, prompt, metric);
  return own?.verdict === 'fail' ? 0 : 100;
}

/** Outputs and reasons are those of sample 0, the draw that the first round compared. */
function describeEntry(run: FinishedRun, { prompt, metric, row, scores, label }: Entry): CaseReport {
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

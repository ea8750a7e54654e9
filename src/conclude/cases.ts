import { chooseInput } from '../datasets/choose-input.ts';
import { labelCases } from '../gate/case-label.ts';
import type { Metric } from '../plan/metric.ts';
import { isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { Output } from '../ports.ts';
import type { CaseReport } from '../report/report.ts';
import type { SampleRecord, ScoreRecord } from '../run/records.ts';
import { buildGated } from '../scores/gated.ts';
import { type ScoreTable, tabulateScores } from '../scores/tabulate.ts';
import { findFinding } from './find-finding.ts';
import type { FinishedRun } from './finished-run.ts';

const labelOrder: readonly CaseReport['label'][] = ['regressed', 'worse', 'unscored', 'flaky', 'improved', 'better'];

/** The cases worth a look, once each, under the metric that matters most: failed before other gating ones before report, what got worse before what got better, critical ones first. */
export function reportCases(run: FinishedRun): readonly CaseReport[] {
  const table = tabulateScores(run.decision.session.scores);
  const lookUp = createLookUp(run);
  const reports = run.plans.flatMap((plan) =>
    plan.prompts.filter(isCompared).flatMap((prompt) =>
      prompt.metrics
        .filter(({ refused }) => !refused)
        .flatMap((metric) =>
          labelOf(plan, prompt, metric, table, run.decision.baseArm, lookUp).map((report) => ({
            report,
            weight: weigh(run, prompt, metric),
          })),
        ),
    ),
  );
  const rank = ({ report, weight }: (typeof reports)[number]) =>
    weight + labelOrder.indexOf(report.label) * 2 + (report.critical ? 0 : 1);
  const seen = new Set<string>();
  return reports
    .map((entry) => ({ ...entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ report }) => {
      const key = JSON.stringify([report.suite, report.prompt, report.case]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [report];
    });
}

/** Metrics that failed come first, then other gating ones. */
function weigh({ decision }: FinishedRun, prompt: PromptPlan, metric: Metric): number {
  if (!metric.gates) return 200;
  const own = findFinding(decision.comparisons, prompt, metric);
  return own?.verdict === 'fail' ? 0 : 100;
}

function labelOf(
  plan: SuitePlan,
  prompt: PromptPlan,
  metric: Metric,
  table: ScoreTable,
  baseArm: 'base' | 'stored',
  lookUp: LookUp,
): readonly CaseReport[] {
  const gated = buildGated(plan, prompt, metric, table, baseArm);
  const rows = new Map(prompt.cases.map((row) => [row.id, row]));
  const scores = new Map(gated.input.cases.map((row) => [row.case, row]));
  return labelCases(gated).flatMap(({ case: id, label }): readonly CaseReport[] => {
    const row = rows.get(id);
    const own = scores.get(id);
    // What a report metric could not score is a count in the table, not a case to look at.
    const isIdle = label === 'same' || (label === 'unscored' && !metric.gates);
    if (isIdle || row === undefined || own === undefined) return [];
    const { variables } = row.scoring;
    return [
      {
        suite: prompt.suite,
        prompt: prompt.id,
        case: id,
        metric: metric.name,
        label,
        critical: row.critical,
        input: chooseInput(variables),
        expected: variables.expected ?? null,
        baselineOutput: lookUp.output(prompt, baseArm, id),
        candidateOutput: lookUp.output(prompt, 'candidate', id),
        baselineScores: own.baseline,
        candidateScores: own.candidate,
        reason: lookUp.reason(prompt, metric.name, id),
      },
    ];
  });
}

interface LookUp {
  output(prompt: PromptPlan, arm: SampleRecord['arm'], caseId: string): Output | null;
  reason(prompt: PromptPlan, metric: string, caseId: string): string | null;
}

/** Outputs and reasons of sample 0, the draw that the first round compared. */
function createLookUp({ decision: { session } }: FinishedRun): LookUp {
  const keyOf = (...parts: readonly string[]) => JSON.stringify(parts);
  const first = <T extends { readonly sample: number }>(records: readonly T[]) =>
    records.filter((one) => one.sample === 0);
  const outputs = new Map(
    first<SampleRecord>(session.samples).flatMap(({ prompt, arm, case: row, result }) =>
      result.status === 'answered' ? [[keyOf(prompt.suite, prompt.id, arm, row.id), result.output] as const] : [],
    ),
  );
  const reasons = new Map(
    first<ScoreRecord>(session.scores)
      .filter((score) => score.arm === 'candidate')
      .map((score) => [keyOf(score.suite, score.prompt, score.metric, score.case), score.reason]),
  );
  return {
    output: (prompt, arm, caseId) => outputs.get(keyOf(prompt.suite, prompt.id, arm, caseId)) ?? null,
    reason: (prompt, metric, caseId) => reasons.get(keyOf(prompt.suite, prompt.id, metric, caseId)) ?? null,
  };
}

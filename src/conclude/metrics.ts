import { labelCases } from '../gate/case-label.ts';
import type { CaseScores, Comparison } from '../gate/comparison.ts';
import { countQuestions, resolveMargin } from '../gate/first-round.ts';
import type { GatedComparison } from '../gate/measurement.ts';
import { isGreen } from '../gate/verdict.ts';
import type { Metric } from '../plan/metric.ts';
import { isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { MetricReport } from '../report/report.ts';
import { renderComparisonSentence } from '../report/sentence.ts';
import { gatherComparison } from '../scores/gather.ts';
import { scoresOf } from '../scores/read.ts';
import { correctFigures } from './corrections.ts';
import type { FinishedRun } from './finished-run.ts';
import { explainVacuous } from './grounds/vacuous.ts';
import { findLabelNext } from './insights/label-next.ts';
import { describePattern } from './insights/pattern.ts';
import { describeJudge } from './judge.ts';
import { ofMetric } from './of-metric.ts';

const maxLabelNext = 5;

/** One row per metric of every prompt that was compared, and per metric of a new prompt, which has nothing to compare with. */
export function reportMetrics(run: FinishedRun): readonly MetricReport[] {
  return run.decision.suites.flatMap((plan) =>
    plan.prompts.flatMap((prompt) =>
      prompt.metrics.flatMap((metric) => {
        if (isCompared(prompt)) return reportComparison(run, plan, prompt, metric);
        return prompt.base === null ? [reportNew(run, plan, prompt, metric)] : [];
      }),
    ),
  );
}

function reportComparison(
  run: FinishedRun,
  plan: SuitePlan,
  prompt: PromptPlan,
  metric: Metric,
): readonly MetricReport[] {
  const isThis = (id: { suite: string | null; prompt: string | null; metric: string }) =>
    id.suite === prompt.suite && id.prompt === prompt.id && id.metric === metric.name;
  const comparison = run.decision.comparisons.find(isThis);
  if (comparison === undefined) return [];
  const { gate } = plan.config;
  const broken = run.decision.broken.filter(isThis);
  const isBlocked = !isGreen('inconclusive', gate);
  const { title, detail, remark } = renderComparisonSentence(comparison, { target: gate.target, isBlocked, broken });
  const gated = gatherComparison(plan, prompt, metric, run.ledger, run.decision.baseArm);
  const labels = labelCases(gated);
  return [
    {
      ...comparison,
      ...describeMetric(run, prompt, metric, gated.input.cases),
      sentence: detail === '' ? title : `${title} ${detail}`,
      remark,
      pattern: describePattern(labels, prompt.cases),
      notes: metric.kind === 'check' ? [] : describeJudge(run, prompt, metric, labels),
      corrections: correctFigures(prompt, metric, run.ledger, run.decision.baseArm),
      labelNext: findLabelNext(prompt, metric, run.ledger, maxLabelNext),
    },
  ];
}

function reportNew(run: FinishedRun, plan: SuitePlan, prompt: PromptPlan, metric: Metric): MetricReport {
  const cases = prompt.cases.map(
    (row): CaseScores => ({
      case: row.id,
      cluster: row.cluster,
      question: row.question,
      isSame: row.isSame,
      critical: row.critical,
      baseline: [],
      candidate: scoresOf(run.ledger, prompt, metric, 'candidate', row.id),
    }),
  );
  const scores = cases.flatMap((row) => row.candidate.filter((score) => score !== null));
  const mean = scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const nothing = plan.mayGate ? explainVacuous(plan, prompt, metric, run.ledger) : null;
  const unscored = cases.filter((row) => row.candidate.every((score) => score === null)).length;
  return {
    ...emptyComparison(plan, prompt, metric),
    ...describeMetric(run, prompt, metric, cases),
    cases: cases.length - unscored,
    unscored,
    missingCandidate: unscored,
    candidateMean: mean,
    sentence: 'New, nothing to compare.',
    remark: null,
    pattern: null,
    notes: [],
    corrections: null,
    labelNext: [],
    ...(nothing !== null && {
      verdict: 'inconclusive',
      measuresNothing: true,
      reason: nothing,
      sentence: `New, and ${metric.name} ${nothing}.`,
    }),
  };
}

function emptyComparison(plan: SuitePlan, prompt: PromptPlan, metric: Metric): Comparison {
  const { gate } = plan.config;
  const { alpha } = gate;
  const questions = countQuestions(prompt.cases);
  return {
    suite: prompt.suite,
    prompt: prompt.id,
    metric: metric.name,
    verdict: 'pass',
    gates: metric.gates,
    direction: metric.direction,
    cases: 0,
    questions,
    reached: prompt.cases.length,
    clusters: null,
    effectiveClusters: null,
    worse: 0,
    better: 0,
    same: 0,
    unscored: 0,
    missingBaseline: 0,
    missingCandidate: 0,
    baselineMean: null,
    candidateMean: null,
    difference: null,
    lowerBound: null,
    upperBound: null,
    pValue: null,
    detectableDrop: null,
    casesToSettle: null,
    margin: resolveMargin(gate, questions),
    alpha,
    samples: plan.config.samples,
    looks: 0,
    baselineSource: 'none',
    small: false,
    proven: false,
    gone: false,
    measuresNothing: false,
    commonReason: null,
    reason: 'new, nothing to compare',
  };
}

function describeMetric(
  run: FinishedRun,
  prompt: PromptPlan,
  metric: Metric,
  cases: GatedComparison['input']['cases'],
) {
  const finding = ofMetric(run.settled.thresholds, prompt, metric);
  const isBit = (score: number | null) => score === null || score === 0 || score === 1;
  return {
    kind: metric.kind,
    binary: cases.every((row) => row.baseline.every(isBit) && row.candidate.every(isBit)),
    held: metric.held,
    refused: metric.refused,
    minScore: metric.minScore,
    belowMinScore: finding?.result.verdict === 'fail',
  };
}

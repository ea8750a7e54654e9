import type { CaseScores, Comparison } from '../gate/comparison.ts';
import { countQuestions, resolveMargin } from '../gate/first-round.ts';
import type { Metric } from '../plan/metric.ts';
import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import type { MetricReport } from '../report/metric-report.ts';
import { readArm, scoresOf } from '../scores/read.ts';
import { inCode } from '../text/prose.ts';
import { describeMetric } from './describe-metric.ts';
import type { FinishedRun } from './finished-run.ts';
import { explainVacuous } from './grounds/vacuous.ts';
import { findCauses } from './insights/causes.ts';

/** The row of a metric of a new prompt: it has nothing to compare with, and passes unless it measures nothing. */
export function reportNewMetric(run: FinishedRun, plan: SuitePlan, prompt: PromptPlan, metric: Metric): MetricReport {
  const own = readArm(run.ledger, prompt, 'candidate');
  const cases = prompt.cases.map(
    (row): CaseScores => ({
      case: row.id,
      cluster: row.cluster,
      question: row.question,
      isSame: row.isSame,
      critical: row.critical,
      baseline: [],
      candidate: scoresOf(own, metric, row.id),
    }),
  );
  const scores = cases.flatMap((row) => row.candidate.filter((score) => score !== null));
  const mean = scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const nothing = plan.mayGate ? explainVacuous(plan, prompt, metric, run.ledger) : null;
  const unscored = cases.filter((row) => row.candidate.every((score) => score === null)).length;
  const described = describeMetric(run, prompt, metric, cases, plan.config.samples);
  const rows = prompt.cases.map((row, index) => ({ row, scores: cases[index] as CaseScores, label: 'same' as const }));
  return {
    ...emptyComparison(plan, prompt, metric),
    ...described,
    cases: cases.length - unscored,
    unscored,
    missingCandidate: unscored,
    candidateMean: mean,
    sentence:
      plan.brokenBase === null ? 'New, nothing to compare.' : "Measured alone, since main's side cannot be used.",
    remark: null,
    pattern: null,
    causes: findCauses(run.ledger, run.decision.baseArm, { prompt, metric, cases: rows }, described.belowMinScore),
    tags: [],
    notes: [],
    corrections: null,
    labelNext: [],
    ...(nothing !== null && {
      verdict: 'inconclusive',
      measuresNothing: true,
      reason: nothing,
      sentence: `New, and ${inCode(metric.name)} ${nothing}.`,
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
    settled: false,
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

import { isGreen } from '../gate/verdict.ts';
import { isOfMetric } from '../plan/of-metric.ts';
import { type ComparedPrompt, isCompared } from '../plan/suite-plan.ts';
import type { MetricReport } from '../report/metric-report.ts';
import { renderComparisonSentence } from '../report/words/sentence.ts';
import { describeMetric } from './describe-metric.ts';
import { type DifferingCase, listDiffering } from './differing-cases.ts';
import type { FinishedRun } from './finished-run.ts';
import { findCauses } from './insights/causes.ts';
import { type FirstAnswers, readFirstAnswers } from './insights/first-samples.ts';
import { describePattern } from './insights/pattern.ts';
import { summariseTags } from './insights/tags.ts';
import { reportJudge } from './judge.ts';
import { type MeasuredMetric, measureMetric } from './measured-metric.ts';
import { reportNewMetric } from './new-metric.ts';

/** A row of the report, and the cases that differ under it. */
export interface ReportedMetric {
  readonly row: MetricReport;
  readonly differing: readonly DifferingCase[];
}

/**
 * One row per metric of every prompt that was compared, and per metric of a new prompt, which has nothing to compare
 * with.
 */
export function reportMetrics(run: FinishedRun): readonly ReportedMetric[] {
  return run.decision.suites.flatMap((plan) =>
    plan.prompts.flatMap((prompt) => {
      if (isCompared(prompt)) return reportCompared(run, { plan, prompt });
      if (prompt.base !== null) return [];
      return prompt.metrics.map((metric) => ({ row: reportNewMetric(run, plan, prompt, metric), differing: [] }));
    }),
  );
}

/** Metric by metric: what was gathered of one is let go before the next, since a large dataset has much of it. */
function reportCompared(run: FinishedRun, compared: ComparedPrompt): readonly ReportedMetric[] {
  const answers = readFirstAnswers(run.ledger, compared.prompt, run.decision.baseArm);
  return compared.prompt.metrics.map((metric) => {
    const measured = measureMetric(run, compared, metric);
    const row = reportComparison(run, measured, answers);
    return { row, differing: listDiffering(measured, row.belowMinScore) };
  });
}

function reportComparison(run: FinishedRun, measured: MeasuredMetric, answers: FirstAnswers | null): MetricReport {
  const { plan, prompt, metric, comparison, cases } = measured;
  const { gate } = plan.config;
  const broken = run.decision.broken.filter((one) => isOfMetric(one, prompt, metric));
  const isBlocked = !isGreen('inconclusive', gate);
  const { title, detail, remark } = renderComparisonSentence(comparison, { target: gate.target, isBlocked, broken });
  const scores = cases.map((one) => one.scores);
  const described = describeMetric(run, prompt, metric, scores, comparison.samples);
  return {
    ...comparison,
    ...described,
    sentence: detail === '' ? title : `${title} ${detail}`,
    remark,
    pattern: describePattern(cases, prompt.cases),
    causes: findCauses(run.ledger, run.decision.baseArm, measured, described.belowMinScore),
    tags: summariseTags(cases),
    ...reportJudge(run, measured, answers),
  };
}

import { type CorrectedDifference, correctDifference, correctRate, type JudgedPair } from '../../judges/corrected.ts';
import type { LabelEvidence } from '../../judges/labels/evidence.ts';
import type { Metric } from '../../plan/metric.ts';
import { baseCases, type PromptPlan } from '../../plan/suite-plan.ts';
import type { MetricCorrections } from '../../report/metric-report.ts';
import type { FirstAnswers, FirstSamples } from './first-samples.ts';

/** What labels say of a judge's figures, over the first samples of both arms; null where there is nothing to say. */
export function correctFigures(prompt: PromptPlan, metric: Metric, answers: FirstAnswers): MetricCorrections | null {
  if (metric.kind !== 'judge' || metric.needs !== 'output' || metric.labels === null || metric.refused) return null;
  const { labels } = metric;
  const kept = baseCases(prompt);
  const scoresOf = ({ scores }: FirstSamples) => kept.flatMap(({ id }) => scores.get(metric.name)?.get(id) ?? []);
  const ids = kept.map(({ id }) => id);
  const difference = correctDifferenceOf(ids, metric, labels, answers);
  const rates = correctRates(scoresOf(answers.base), scoresOf(answers.candidate), labels);
  return difference === null && rates === null ? null : { difference, rates };
}

function correctDifferenceOf(
  ids: readonly string[],
  { name, direction }: Metric,
  labels: LabelEvidence,
  { base, candidate }: FirstAnswers,
): CorrectedDifference | null {
  const sign = direction === 'lower' ? -1 : 1;
  const pairs = ids.flatMap((id): readonly JudgedPair[] => {
    const [before, after] = [base.scores.get(name)?.get(id), candidate.scores.get(name)?.get(id)];
    if (before === undefined || after === undefined) return [];
    const own = [base.items.get(id) ?? '', candidate.items.get(id) ?? ''];
    const [was, is] = own.map((item) => labels.scores.get(item));
    const human = was === undefined || is === undefined ? null : sign * (is - was);
    const proposed = own.some((item) => labels.proposed.has(item));
    return [{ judge: sign * (after - before), human, proposed }];
  });
  return correctDifference(pairs);
}

/** Only where the judge says yes or no; one arm that cannot be corrected is none. */
function correctRates(base: readonly number[], candidate: readonly number[], { detection }: LabelEvidence) {
  const isBit = (score: number) => score === 0 || score === 1;
  if (detection === null || !base.every(isBit) || !candidate.every(isBit)) return null;
  const [before, after] = [correctRate(base, detection), correctRate(candidate, detection)];
  if (before === null || after === null) return null;
  return { baseline: before, candidate: after, labels: detection.labels };
}

import { type CorrectedDifference, correctDifference, correctRate, type JudgedPair } from '../judges/corrected.ts';
import type { LabelEvidence } from '../judges/labels/evidence.ts';
import type { Metric } from '../plan/metric.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import type { MetricCorrections } from '../report/report.ts';
import type { Ledger } from '../run/ledger.ts';
import type { Arm, BaseArm } from '../run/sample-key.ts';
import { scoresOf } from '../scores/read.ts';
import { identifyFirstOutputs } from './insights/first-items.ts';

/** What labels say of a judge's figures, over the first samples of both arms; null where there is nothing to say. */
export function correctFigures(
  prompt: PromptPlan,
  metric: Metric,
  ledger: Ledger,
  baseArm: BaseArm,
): MetricCorrections | null {
  if (metric.kind !== 'judge' || metric.needs !== 'output' || metric.labels === null || metric.refused) return null;
  const { labels } = metric;
  const firstScores = (arm: Arm) =>
    new Map(
      prompt.cases.flatMap(({ id, added }) => {
        const score = added ? null : (scoresOf(ledger, prompt, metric, arm, id)[0] ?? null);
        return score === null ? [] : [[id, score] as const];
      }),
    );
  const [base, candidate] = [firstScores(baseArm), firstScores('candidate')];
  const items = {
    base: identifyFirstOutputs(prompt, ledger, baseArm),
    candidate: identifyFirstOutputs(prompt, ledger, 'candidate'),
  };
  const difference = correctDifferenceOf(base, candidate, metric, labels, items);
  const rates = correctRates([...base.values()], [...candidate.values()], labels);
  return difference === null && rates === null ? null : { difference, rates };
}

function correctDifferenceOf(
  base: ReadonlyMap<string, number>,
  candidate: ReadonlyMap<string, number>,
  { direction }: Metric,
  labels: LabelEvidence,
  items: { readonly base: ReadonlyMap<string, string>; readonly candidate: ReadonlyMap<string, string> },
): CorrectedDifference | null {
  const sign = direction === 'lower' ? -1 : 1;
  const pairs = [...base].flatMap(([id, before]): readonly JudgedPair[] => {
    const after = candidate.get(id);
    if (after === undefined) return [];
    const own = [items.base.get(id) ?? '', items.candidate.get(id) ?? ''];
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

import { ofMetric } from '../plan/of-metric.ts';
import { listCompared } from '../plan/suite-plan.ts';
import type { ScoreChanges } from '../report/page/page-run.ts';
import { measureMetric } from './measured-metric.ts';
import type { PagedRun } from './page-cases.ts';

/** Odd, so that no change has a bin of its own in the middle. */
const binCount = 21;

/** How the scores of each graded metric changed from case to case; a refused judge's mean nothing, and a metric of yes and no has its counts. */
export function* listScoreChanges({ report, plans, baseArm, ledger }: PagedRun): Generator<ScoreChanges> {
  const measured = { ledger, decision: { comparisons: report.metrics, baseArm } };
  for (const compared of listCompared(plans)) {
    const { prompt } = compared;
    for (const metric of prompt.metrics) {
      const row = ofMetric(report.metrics, prompt, metric);
      if (row === undefined || row.binary || metric.refused) continue;
      const bins = Array.from({ length: binCount }, () => 0);
      for (const { difference } of measureMetric(measured, compared, metric).cases) {
        if (difference === null) continue;
        const bin = binOf(difference);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
      yield { suite: prompt.suite, prompt: prompt.id, metric: metric.name, bins };
    }
  }
}

/** The middle bin holds what did not change, and what changed by less than a twentieth. */
function binOf(difference: number): number {
  const middle = (binCount - 1) / 2;
  return Math.max(0, Math.min(binCount - 1, middle + Math.round(difference * middle)));
}

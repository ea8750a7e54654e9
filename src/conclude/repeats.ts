import type { CaseScores } from '../gate/comparison.ts';
import type { Metric } from '../plan/metric.ts';
import type { RepeatsReport } from '../report/metric-report.ts';
import { repeatSuccess } from '../statistics/repeat-success.ts';

/**
 * How steadily cases are passed on each side, where `samples` of a case are drawn and every score is 0 or 1; null elsewhere. The better end of
 * the scale is success; samples without a score are no trials.
 */
export function describeRepeats(
  { direction }: Pick<Metric, 'direction'>,
  cases: readonly CaseScores[],
  samples: number,
  isBinary: boolean,
): RepeatsReport | null {
  if (samples < 2 || !isBinary || direction === 'neutral') return null;
  const best = direction === 'lower' ? 0 : 1;
  const measure = (side: 'baseline' | 'candidate') => {
    const trials = cases.map((row) => row[side].filter((score) => score !== null).map((score) => score === best));
    return repeatSuccess(trials, samples);
  };
  return { k: samples, baseline: measure('baseline'), candidate: measure('candidate') };
}

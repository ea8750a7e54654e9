import type { RepeatSuccess } from '../../statistics/repeat-success.ts';
import { count } from '../../text/prose.ts';
import type { MetricReport } from '../metric-report.ts';
import type { Report } from '../report.ts';
import { nameSide } from './grouping.ts';
import { formatScore, formatSize } from './numbers.ts';

/** The settings and counts behind one comparison, in words without markup. */
export function describeEvidence(report: Report, metric: MetricReport): string {
  return listEvidence(report, metric).join(' · ');
}

/** The same, each fact for itself. */
export function listEvidence(report: Report, metric: MetricReport): readonly string[] {
  const { cases, clusters, effectiveClusters, samples, margin, binary, missingBaseline, missingCandidate } = metric;
  const percent = Math.round(metric.alpha * 1000) / 10;
  const looks = [
    'no rate was tested',
    `one-sided ${percent} %, one look`,
    `one-sided ${percent} %, two looks`,
  ] as const;
  if (metric.baselineSource === 'none') {
    return [
      `measured on ${count(cases, 'case')}`,
      `${count(samples, 'sample')} a case`,
      metric.unscored === 0 ? '' : `${metric.unscored} unscored`,
      describeRepeats(metric),
    ].filter((part) => part !== '');
  }
  const more = metric.gates ? (metric.casesToSettle ?? cases) - cases : 0;
  return [
    `paired over ${count(cases, 'case')}`,
    clusters === null
      ? ''
      : `in ${count(clusters, 'cluster')} (they count as ${Math.round(effectiveClusters ?? clusters)})`,
    `${count(samples, 'sample')} a case`,
    describeRepeats(metric),
    `margin ${formatSize(margin, binary)}`,
    metric.gates ? `${looks[metric.looks]}${metric.settled ? ' and a further round' : ''}` : '',
    { fresh: 'baseline run in this job', stored: 'stored baseline', none: 'no baseline' }[metric.baselineSource],
    `missing: ${missingBaseline} on ${nameSide(report.base, 'baseline')}, ${missingCandidate} on ${nameSide(report.head, 'candidate')}`,
    metric.detectableDrop === null ? '' : `could detect drops of ${formatSize(metric.detectableDrop, binary)} or more`,
    more > 0 ? `about ${count(more, 'more case')} would settle it` : '',
  ].filter((part) => part !== '');
}

/** pass^k and pass@k of both sides: what repeated answers to one case come to. */
function describeRepeats({ repeats }: MetricReport): string {
  if (repeats === null) return '';
  const { k, baseline, candidate } = repeats;
  const show = (side: RepeatSuccess | null, which: keyof RepeatSuccess) => formatScore(side?.[which] ?? null, true);
  const figures = (which: keyof RepeatSuccess) =>
    [...(baseline === null ? [] : [show(baseline, which)]), show(candidate, which)].join(' → ');
  return `all ${k} answers to a case pass (pass^${k}): ${figures('all')}, any of ${k} (pass@${k}): ${figures('any')}`;
}

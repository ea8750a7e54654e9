import { count } from '../../text/prose.ts';
import type { MetricReport } from '../metric-report.ts';
import type { Report } from '../report.ts';
import { nameSide } from './grouping.ts';
import { formatDifference, formatInterval, formatScore } from './numbers.ts';

/** What is known of a judge or a panel besides its figures, in sentences; empty for checks. */
export function describeNotes(report: Report, metric: MetricReport): string {
  return listNotes(report, metric)
    .map((clause) => `The ${metric.kind} ${clause}.`)
    .join(' ');
}

/** The same, each a clause about the judge. */
export function listNotes(report: Report, metric: MetricReport): readonly string[] {
  return [...metric.notes, ...describeCorrections(report, metric), ...describeLabelNext(metric)];
}

function describeCorrections(report: Report, { corrections, binary }: MetricReport): readonly string[] {
  const { difference = null, rates = null } = corrections ?? {};
  const clauses: string[] = [];
  if (difference !== null) {
    const { estimate, lower, upper, labelled, proposed } = difference;
    const own = proposed === 0 ? '' : `, ${proposed} of them by this change itself`;
    clauses.push(
      `comes to a difference of ${formatDifference(estimate, binary)} (${formatInterval(lower, upper, binary)}) together with the labels of ${count(labelled, 'case')}${own} (PPI++; right where these were drawn at random)`,
    );
  }
  if (rates !== null) {
    const show = ({ estimate, lower, upper }: typeof rates.baseline) =>
      `${formatScore(estimate, true)} (${formatScore(lower, true)} to ${formatScore(upper, true)})`;
    const [base, head] = [nameSide(report.base, 'baseline'), nameSide(report.head, 'candidate')];
    clauses.push(
      `finds ${show(rates.baseline)} good on ${base} and ${show(rates.candidate)} on ${head} once its mistakes on ${count(rates.labels, 'label')} are taken out (Rogan–Gladen)`,
    );
  }
  return clauses;
}

function describeLabelNext({ labelNext }: MetricReport): readonly string[] {
  if (labelNext.length === 0) return [];
  return [`would gain most from labels of ${labelNext.map((id) => JSON.stringify(id)).join(', ')} (label --case)`];
}

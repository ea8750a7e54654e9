import type { Verdict } from '../../gate/comparison.ts';
import type { MetricReport } from '../metric-report.ts';
import { formatScore, formatSize, unknown } from './numbers.ts';

/** How a comparison ended; what misses a threshold has all of it. */
type Ended = Pick<
  MetricReport,
  'refused' | 'gates' | 'verdict' | 'baselineSource' | 'lowerBound' | 'margin' | 'binary'
> &
  ({ readonly belowMinScore: false } | MetricReport);

/** How a comparison ended, in the few words of a table cell: sign and plain text, no markup. */
export function describeVerdict(metric: Ended): string {
  if (metric.belowMinScore) return `❌ ${describeMiss(metric)}`;
  if (metric.refused) return '⚠️ refused';
  if (!metric.gates) return '–';
  if (metric.verdict === 'fail') return '❌ regression';
  if (metric.verdict === 'inconclusive') return '⚠️ not settled';
  if (metric.verdict === 'invalid') return '⛔ not judged';
  if (metric.baselineSource === 'none') return 'nothing to compare';
  const isDropRuledOut = metric.lowerBound !== null && metric.lowerBound > -metric.margin;
  return isDropRuledOut ? `✅ no drop over ${formatSize(metric.margin, metric.binary)}` : '✅ no case broke';
}

/** Which figure misses the threshold; the mean stands in the row already. */
function describeMiss({ binary, direction, minScore, minScoreOn, heldScore }: MetricReport): string {
  const isLower = direction === 'lower';
  const bound = minScoreOn === 'mean' ? '' : `${isLower ? 'upper' : 'lower'} bound ${formatScore(heldScore, binary)} `;
  return `${bound}${isLower ? 'above' : 'below'} ${formatScore(minScore, binary)}`;
}

/** How a limit of cost or latency ended, as the cell of a table; a dash where none is set. */
export function describeLimit(verdict: Verdict | null): string {
  if (verdict === null) return unknown;
  if (verdict === 'pass') return '✅ within its limit';
  return verdict === 'fail' ? '❌ over its limit' : '⚠️ not known';
}

/** What a comparison is: judge, panel or check, gate or report only, and which way is good where that is not up. */
export function describeRole(metric: Pick<MetricReport, 'kind' | 'gates' | 'direction'>): string {
  const parts = [metric.kind === 'check' ? '' : metric.kind, metric.gates ? 'gate' : 'report only'];
  if (metric.direction === 'lower') parts.push('lower is better, − is worse');
  return parts.filter((part) => part !== '').join(', ');
}

/** How many cases got worse, better and stayed the same, and how many could not be told. */
export function describeCounts({
  refused,
  baselineSource,
  worse,
  better,
  same,
  unscored,
}: Pick<MetricReport, 'refused' | 'baselineSource' | 'worse' | 'better' | 'same' | 'unscored'>): string {
  if (refused) return unknown;
  // A new prompt has nothing to be worse or better than.
  if (baselineSource === 'none') return unscored > 0 ? `${unscored} unscored` : unknown;
  return `${worse} / ${better} / ${same}${unscored > 0 ? ` · ${unscored} unscored` : ''}`;
}

/** The scores of one case in one arm: `✅ 5 of 5` for binary metrics, else their mean. */
export function describeScores(scores: readonly (number | null)[], metric: MetricReport | null): string {
  const known = scores.filter((score) => score !== null);
  if (known.length === 0) return 'unscored';
  const sum = known.reduce((total, score) => total + score, 0);
  if (metric === null || !metric.binary) return formatScore(sum / known.length, false);
  const good = metric.direction === 'lower' ? known.length - sum : sum;
  const sign = 2 * good > known.length ? '✅' : '❌';
  return known.length === 1 ? sign : `${sign} ${good} of ${known.length}`;
}

/** The reasons that a metric is held to report or refused, each once; their place is their footnote's number, from 1. */
export function collectFootnotes(metrics: readonly MetricReport[]): readonly string[] {
  return [...new Set(metrics.map(({ held }) => held).filter((held) => held !== null))];
}

/** A footnote's number in superior figures, or nothing where the metric has none. */
export function renderFootnoteMark(metric: MetricReport, footnotes: readonly string[]): string {
  const index = metric.held === null ? -1 : footnotes.indexOf(metric.held);
  return index < 0 ? '' : renderSuperior(index + 1);
}

/** A number in superior figures. */
export function renderSuperior(number: number): string {
  return String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}

import type { Verdict } from '../../gate/comparison.ts';
import type { MetricReport } from '../metric-report.ts';
import { formatScore, formatSize, unknown } from './numbers.ts';

/** How a comparison ended; what misses a threshold has all of it. */
type Ended = Pick<
  MetricReport,
  'refused' | 'gates' | 'verdict' | 'proven' | 'baselineSource' | 'lowerBound' | 'margin' | 'binary'
> &
  ({ readonly belowMinScore: false } | MetricReport);

/** How a comparison ended: a sign, and plain words without markup. */
export interface Ending {
  readonly sign: '✅' | '❌' | '⚠️' | '⛔' | '–';
  readonly words: string;
}

/** How a comparison ended; what gates nothing has no sign of its own. */
export function describeEnding(metric: Ended): Ending {
  if (metric.belowMinScore) return { sign: '❌', words: describeMiss(metric) };
  if (metric.refused) return { sign: '⚠️', words: 'left out' };
  if (!metric.gates) return { sign: '–', words: '' };
  if (metric.verdict === 'fail') return { sign: '❌', words: metric.proven ? 'regression' : 'a case broke' };
  if (metric.verdict === 'inconclusive') return { sign: '⚠️', words: 'not settled' };
  if (metric.verdict === 'invalid') return { sign: '⛔', words: 'not judged' };
  if (metric.baselineSource === 'none') return { sign: '–', words: 'nothing to compare' };
  const isDropRuledOut = metric.lowerBound !== null && metric.lowerBound > -metric.margin;
  const words = isDropRuledOut ? `no drop over ${formatSize(metric.margin, metric.binary)}` : 'no case broke';
  return { sign: '✅', words };
}

/** The same as one text. */
export function describeVerdict(metric: Ended): string {
  const { sign, words } = describeEnding(metric);
  return words === '' ? sign : `${sign} ${words}`;
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

type RoleFacts = Pick<MetricReport, 'kind' | 'gates' | 'direction'>;

/** What a comparison is: judge, panel or check, gate or report only, and which way is good where that is not up. */
export function describeRole(metric: RoleFacts): string {
  return listRole(metric, 'gate');
}

/** The same where bold type tells what gates; empty for a check that does, as most are. */
export function describeKind(metric: RoleFacts): string {
  return listRole(metric, '');
}

function listRole({ kind, gates, direction }: RoleFacts, gate: string): string {
  const lower = direction === 'lower' ? 'lower is better, − is worse' : '';
  return [kind === 'check' ? '' : kind, gates ? gate : 'report only', lower].filter((part) => part !== '').join(', ');
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

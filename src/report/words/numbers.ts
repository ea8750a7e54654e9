import type { Direction } from '../../gate/comparison.ts';
import { renderUsd } from '../../prices/usd.ts';
import type { RatioInterval } from '../../statistics/log-ratio.ts';

/** How the scores of a metric are shown. */
export interface ScoreScale {
  readonly binary: boolean;
  readonly direction: Direction;
}

/** What stands where a number is unknown. */
export const unknown = '–';

/** A mean score: percent for binary metrics, else two decimals. Only an exact 0 or 1 is shown as one. */
export function formatScore(score: number | null, binary: boolean): string {
  if (score === null || Number.isNaN(score)) return unknown;
  return binary ? `${roundScore(score, true)} %` : minus(roundScore(score, false).toFixed(2));
}

/** How a mean score changed, by the two figures that `formatScore` shows; more is better, or less where `direction` says so, and `−` is worse. */
export function formatScoreChange(from: number | null, to: number | null, metric: ScoreScale): string {
  if (from === null || to === null || Number.isNaN(from) || Number.isNaN(to)) return unknown;
  const change = roundScore(to, metric.binary) - roundScore(from, metric.binary);
  const turned = metric.direction === 'lower' ? -change : change;
  return formatDifference(metric.binary ? turned / 100 : turned, metric.binary);
}

/** A difference of scores with its sign: points for binary metrics, else two decimals. */
export function formatDifference(difference: number | null, binary: boolean): string {
  if (difference === null || Number.isNaN(difference)) return unknown;
  return binary ? withUnit(formatBound(difference, true)) : formatBound(difference, false);
}

/** Where a difference lies, e.g. `−13 to +2`, kept inside the scale, which a t interval knows nothing of; null where a bound is unknown or both look the same. */
export function formatInterval(lower: number | null, upper: number | null, binary: boolean): string | null {
  if (lower === null || upper === null) return null;
  return formatSpan(formatBound(Math.max(-1, lower), binary), formatBound(Math.min(1, upper), binary));
}

/** A size without sign, e.g. a margin: `5 pts` or `0.05`. */
export function formatSize(size: number, binary: boolean): string {
  return binary ? withUnit(String(oneDecimal(Math.abs(size) * 100))) : Math.abs(size).toFixed(2);
}

/** Dollars; small amounts keep two digits. */
export function formatUsd(usd: number | null): string {
  return usd === null || Number.isNaN(usd) ? unknown : renderUsd(usd);
}

/** A time span in the unit people would say it in. */
export function formatDuration(ms: number | null): string {
  if (ms === null || Number.isNaN(ms)) return unknown;
  const shown = roundDuration(ms);
  if (ms < 1000) return `${shown} ms`;
  if (ms < 9995) return `${(shown / 1000).toFixed(2)} s`;
  const seconds = shown / 1000;
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The time span that `formatDuration` shows, in milliseconds. */
export function roundDuration(ms: number): number {
  const step = ms < 1000 ? 1 : ms < 9995 ? 10 : 1000;
  return Math.round(ms / step) * step;
}

/** A whole number with thousands separated. */
export function formatCount(count: number): string {
  return group(String(count));
}

/** How a quantity changed, in percent of the first; unknown where the first is missing or zero. */
export function formatRelative(from: number | null, to: number | null): string {
  if (from === null || to === null || from === 0) return unknown;
  return `${formatPercent(to / from)} %`;
}

/** A ratio as a change in percent with its interval: `−12 %, −15 to −9`; without one that rounds to a point. */
export function formatRatio({ ratio, lower, upper }: RatioInterval): string {
  const span = formatSpan(formatPercent(lower), formatPercent(upper));
  return `${formatPercent(ratio)} %${span === null ? '' : `, ${span}`}`;
}

function formatPercent(ratio: number): string {
  return signed(group(String(Math.round((ratio - 1) * 100))));
}

function formatSpan(lower: string, upper: string): string | null {
  return lower === upper ? null : `${lower} to ${upper}`;
}

/** In the unit in which it is shown: percent or a share. Only an exact 0 or 1 is shown as one. */
function roundScore(score: number, binary: boolean): number {
  if (!binary) return Number(score.toFixed(2));
  const percent = oneDecimal(score * 100);
  if (percent === 100 && score < 1) return 99.9;
  return percent === 0 && score > 0 ? 0.1 : percent;
}

function formatBound(value: number, binary: boolean): string {
  return signed(binary ? String(oneDecimal(value * 100)) : value.toFixed(2));
}

function signed(digits: string): string {
  const isZero = Number(digits.replaceAll(',', '')) === 0;
  if (isZero) return digits.replace('-', '');
  return digits.startsWith('-') ? minus(digits) : `+${digits}`;
}

function minus(digits: string): string {
  return digits.replace('-', '−');
}

function withUnit(points: string): string {
  return `${points} ${/^[+−]?1$/.test(points) ? 'pt' : 'pts'}`;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

function group(digits: string): string {
  return digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}

import type { RatioInterval } from '../statistics/log-ratio.ts';

/** What stands where a number is unknown. */
export const unknown = '–';

/** A mean score: percent for binary metrics, else two decimals. Only an exact 0 or 1 is shown as one. */
export function formatScore(score: number | null, binary: boolean): string {
  if (score === null || Number.isNaN(score)) return unknown;
  if (!binary) return minus(score.toFixed(2));
  const percent = oneDecimal(score * 100);
  if (percent === 100 && score < 1) return '99.9 %';
  if (percent === 0 && score > 0) return '0.1 %';
  return `${percent} %`;
}

/** A difference of scores with its sign: points for binary metrics, else two decimals. */
export function formatDifference(difference: number | null, binary: boolean): string {
  if (difference === null || Number.isNaN(difference)) return unknown;
  return binary ? withUnit(formatBound(difference, true)) : formatBound(difference, false);
}

/** Where a difference lies, e.g. `−13 to +2`, kept inside the scale, which a t interval knows nothing of; null where a bound is unknown. */
export function formatInterval(lower: number | null, upper: number | null, binary: boolean): string | null {
  if (lower === null || upper === null) return null;
  return `${formatBound(Math.max(-1, lower), binary)} to ${formatBound(Math.min(1, upper), binary)}`;
}

/** A size without sign, e.g. a margin: `5 pts` or `0.05`. */
export function formatSize(size: number, binary: boolean): string {
  return binary ? withUnit(String(oneDecimal(Math.abs(size) * 100))) : Math.abs(size).toFixed(2);
}

/** Dollars; small amounts keep two digits. */
export function formatUsd(usd: number | null): string {
  if (usd === null || Number.isNaN(usd)) return unknown;
  if (usd === 0) return '$0';
  return `$${Math.abs(usd) >= 0.1 ? group(usd.toFixed(2)) : Number(usd.toPrecision(2)).toFixed(6).replace(/0+$/, '')}`;
}

/** A time span in the unit people would say it in. */
export function formatDuration(ms: number | null): string {
  if (ms === null || Number.isNaN(ms)) return unknown;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 9995) return `${(ms / 1000).toFixed(2)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A whole number with thousands separated. */
export function formatCount(count: number): string {
  return group(String(count));
}

/** A count and its noun: `1 case`, `2,000 cases`. */
export function formatNoun(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** How a quantity changed, in percent of the first; unknown where the first is missing or zero. */
export function formatRelative(from: number | null, to: number | null): string {
  if (from === null || to === null || from === 0) return unknown;
  return `${signed(String(Math.round((to / from - 1) * 100)))} %`;
}

/** A ratio as a change in percent with its interval: `−12 % (−15 to −9)`. */
export function formatRatio({ ratio, lower, upper }: RatioInterval): string {
  const percent = (value: number) => signed(String(Math.round((value - 1) * 100)));
  return `${percent(ratio)} % (${percent(lower)} to ${percent(upper)})`;
}

function formatBound(value: number, binary: boolean): string {
  return signed(binary ? String(oneDecimal(value * 100)) : value.toFixed(2));
}

function signed(digits: string): string {
  const isZero = Number(digits) === 0;
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

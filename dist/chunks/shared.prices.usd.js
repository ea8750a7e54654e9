import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/prices/usd.ts
function renderUsd(usd) {
  const shown = roundUsd(usd);
  if (shown === 0) return "$0";
  const digits = Math.abs(shown) >= 0.1 ? shown.toFixed(2) : shown.toFixed(6).replace(/0+$/, "");
  return `$${digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",")}`;
}
function roundUsd(usd) {
  return Math.abs(usd) >= 0.1 ? Number(usd.toFixed(2)) : Number(Number(usd.toPrecision(2)).toFixed(6));
}

// src/report/words/numbers.ts
var unknown = "–";
function formatScore(score, binary) {
  if (score === null || Number.isNaN(score)) return unknown;
  return binary ? `${roundScore(score, true)} %` : minus(roundScore(score, false).toFixed(2));
}
function formatScoreChange(from, to, metric) {
  if (from === null || to === null || Number.isNaN(from) || Number.isNaN(to)) return unknown;
  const change = roundScore(to, metric.binary) - roundScore(from, metric.binary);
  const turned = metric.direction === "lower" ? -change : change;
  return formatDifference(metric.binary ? turned / 100 : turned, metric.binary);
}
function formatDifference(difference, binary) {
  if (difference === null || Number.isNaN(difference)) return unknown;
  return binary ? withUnit(formatBound(difference, true)) : formatBound(difference, false);
}
function formatInterval(lower, upper, binary) {
  if (lower === null || upper === null) return null;
  return formatSpan(formatBound(Math.max(-1, lower), binary), formatBound(Math.min(1, upper), binary));
}
function formatSize(size, binary) {
  return binary ? withUnit(String(oneDecimal(Math.abs(size) * 100))) : Math.abs(size).toFixed(2);
}
function formatUsd(usd) {
  return usd === null || Number.isNaN(usd) ? unknown : renderUsd(usd);
}
function formatDuration(ms) {
  if (ms === null || Number.isNaN(ms)) return unknown;
  const shown = roundDuration(ms);
  if (ms < 1e3) return `${shown} ms`;
  if (ms < 9995) return `${(shown / 1e3).toFixed(2)} s`;
  const seconds = shown / 1e3;
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
function roundDuration(ms) {
  const step = ms < 1e3 ? 1 : ms < 9995 ? 10 : 1e3;
  return Math.round(ms / step) * step;
}
function formatCount(count) {
  return group(String(count));
}
function formatRelative(from, to) {
  if (from === null || to === null || from === 0) return unknown;
  return `${formatPercent(to / from)} %`;
}
function formatRatio({ ratio, lower, upper }) {
  const span = formatSpan(formatPercent(lower), formatPercent(upper));
  return `${formatPercent(ratio)} %${span === null ? "" : `, ${span}`}`;
}
function formatPercent(ratio) {
  return signed(group(String(Math.round((ratio - 1) * 100))));
}
function formatSpan(lower, upper) {
  return lower === upper ? null : `${lower} to ${upper}`;
}
function roundScore(score, binary) {
  if (!binary) return Number(score.toFixed(2));
  const percent = oneDecimal(score * 100);
  if (percent === 100 && score < 1) return 99.9;
  return percent === 0 && score > 0 ? 0.1 : percent;
}
function formatBound(value, binary) {
  return signed(binary ? String(oneDecimal(value * 100)) : value.toFixed(2));
}
function signed(digits) {
  const isZero = Number(digits.replaceAll(",", "")) === 0;
  if (isZero) return digits.replace("-", "");
  return digits.startsWith("-") ? minus(digits) : `+${digits}`;
}
function minus(digits) {
  return digits.replace("-", "−");
}
function withUnit(points) {
  return `${points} ${/^[+−]?1$/.test(points) ? "pt" : "pts"}`;
}
function oneDecimal(value) {
  return Math.round(value * 10) / 10;
}
function group(digits) {
  return digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");
}

export {
  renderUsd,
  roundUsd,
  unknown,
  formatScore,
  formatScoreChange,
  formatDifference,
  formatInterval,
  formatSize,
  formatUsd,
  formatDuration,
  roundDuration,
  formatCount,
  formatRelative,
  formatRatio
};

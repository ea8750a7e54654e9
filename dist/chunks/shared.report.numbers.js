import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/numbers.ts
var unknown = "–";
function formatScore(score, binary) {
  if (score === null || Number.isNaN(score)) return unknown;
  if (!binary) return minus(score.toFixed(2));
  const percent = oneDecimal(score * 100);
  if (percent === 100 && score < 1) return "99.9 %";
  if (percent === 0 && score > 0) return "0.1 %";
  return `${percent} %`;
}
function formatDifference(difference, binary) {
  if (difference === null || Number.isNaN(difference)) return unknown;
  return binary ? withUnit(formatBound(difference, true)) : formatBound(difference, false);
}
function formatInterval(lower, upper, binary) {
  if (lower === null || upper === null) return null;
  return `${formatBound(Math.max(-1, lower), binary)} to ${formatBound(Math.min(1, upper), binary)}`;
}
function formatSize(size, binary) {
  return binary ? withUnit(String(oneDecimal(Math.abs(size) * 100))) : Math.abs(size).toFixed(2);
}
function formatUsd(usd) {
  if (usd === null || Number.isNaN(usd)) return unknown;
  if (usd === 0) return "$0";
  return `$${Math.abs(usd) >= 0.1 ? group(usd.toFixed(2)) : Number(usd.toPrecision(2)).toFixed(6).replace(/0+$/, "")}`;
}
function formatDuration(ms) {
  if (ms === null || Number.isNaN(ms)) return unknown;
  if (ms < 1e3) return `${Math.round(ms)} ms`;
  if (ms < 9995) return `${(ms / 1e3).toFixed(2)} s`;
  const seconds = Math.round(ms / 1e3);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
function formatCount(count) {
  return group(String(count));
}
function formatNoun(count, noun, plural = `${noun}s`) {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
function formatRelative(from, to) {
  if (from === null || to === null || from === 0) return unknown;
  return `${signed(String(Math.round((to / from - 1) * 100)))} %`;
}
function formatRatio({ ratio, lower, upper }) {
  const percent = (value) => signed(String(Math.round((value - 1) * 100)));
  return `${percent(ratio)} % (${percent(lower)} to ${percent(upper)})`;
}
function formatBound(value, binary) {
  return signed(binary ? String(oneDecimal(value * 100)) : value.toFixed(2));
}
function signed(digits) {
  const isZero = Number(digits) === 0;
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
  unknown,
  formatScore,
  formatDifference,
  formatInterval,
  formatSize,
  formatUsd,
  formatDuration,
  formatCount,
  formatNoun,
  formatRelative,
  formatRatio
};

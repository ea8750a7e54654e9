import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  casesForUnchangedPass
} from "./shared.statistics.difference-bounds.js";
import {
  count,
  inCode
} from "./shared.text.prose.js";

// src/gate/reason.ts
function nameComparison({ suite, prompt, metric }) {
  return inCode([.../* @__PURE__ */ new Set([suite, prompt, metric])].filter((part) => part !== null).join(" / "));
}
function namePrompt({ suite, id }) {
  return inCode([.../* @__PURE__ */ new Set([suite, id])].join(" / "));
}
function renderPoints(difference) {
  const points = roundPoints(difference);
  return points === 1 ? "1 point" : `${points} points`;
}
function renderSignedPoints(difference) {
  const points = roundPoints(difference);
  if (points === 0) return "0";
  return `${difference < 0 ? "−" : "+"}${points}`;
}
function renderCounts({ worse, better, cases }) {
  return `${worse} of ${count(cases, "case")} got worse and ${better} got better`;
}
function explainOpen(comparison, isWaiting) {
  const { difference, looks } = comparison;
  if (difference === null || difference >= 0 || roundPoints(difference) === 0) return "no regression found";
  const rerun = isWaiting ? " (the cases that differ have not been run again)" : looks === 2 ? " after a re-run" : "";
  return `a drop of ${renderPoints(difference)} was seen and is not proven${rerun}`;
}
function explainNotRuledOut(comparison) {
  const { lowerBound, margin, alpha, baselineSource, settled } = comparison;
  if (baselineSource === "fresh" && lowerBound !== null && lowerBound > -margin) {
    const part = settled ? "is left for that round" : "the first look may spend";
    const level = Math.round(1e3 * alpha) / 10;
    return `drops of ${renderPoints(margin)} or more are ruled out at an error rate of ${level} %, and not at the part of it that ${part}`;
  }
  const open = `drops up to ${renderPoints(Math.min(lowerBound ?? -1, 0))} not ruled out`;
  if (mayPass(comparison)) return open;
  const needed = casesForUnchangedPass(margin, alpha);
  return `${open}; at a margin of ${renderPoints(margin)} nothing can pass with fewer than ${needed} cases`;
}
function mayPass({ cases, clusters, margin, alpha }) {
  return clusters !== null || cases >= casesForUnchangedPass(margin, alpha);
}
function roundPoints(difference) {
  return Math.round(Math.abs(difference) * 1e3) / 10;
}

export {
  nameComparison,
  namePrompt,
  renderPoints,
  renderSignedPoints,
  renderCounts,
  explainOpen,
  explainNotRuledOut,
  mayPass
};

import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/run/totals.ts
var noCalls = {
  calls: 0,
  generationCalls: 0,
  judgeCalls: 0,
  cacheHits: 0,
  retries: 0,
  inputTokens: 0,
  outputTokens: 0,
  records: 0,
  spentMicroUsd: 0,
  unpriced: 0,
  asked: 0
};
function countCall(record) {
  const { purpose, status, cached, attempts, usage, costMicroUsd, reckonedMicroUsd } = record;
  const asked = cached ? 0 : 1;
  const answered = status === "unavailable" ? 0 : asked;
  const isJudge = purpose === "judge";
  return {
    calls: answered,
    generationCalls: isJudge ? 0 : answered,
    judgeCalls: isJudge ? answered : 0,
    cacheHits: 1 - asked,
    retries: asked * Math.max(0, attempts - 1),
    inputTokens: asked * (usage?.inputTokens ?? 0),
    outputTokens: asked * (usage?.outputTokens ?? 0),
    records: 1,
    spentMicroUsd: reckonedMicroUsd,
    unpriced: costMicroUsd === null ? 1 : 0,
    asked
  };
}
function addCalls(a, b) {
  return combine(a, b, 1);
}
function subtractCalls(after, before) {
  return combine(after, before, -1);
}
var members = Object.keys(noCalls);
function combine(a, b, sign) {
  const sum = { ...a };
  for (const name of members) sum[name] += sign * b[name];
  return sum;
}
function totalsOf(sums) {
  const { calls, generationCalls, judgeCalls, cacheHits, retries, inputTokens, outputTokens } = sums;
  return { calls, generationCalls, judgeCalls, cacheHits, retries, inputTokens, outputTokens };
}
function costMicroUsdOf({ spentMicroUsd, unpriced }) {
  return unpriced > 0 ? null : spentMicroUsd;
}
function costUsdOf(sums) {
  const cost = costMicroUsdOf(sums);
  return cost === null ? null : cost / 1e6;
}

// src/statistics/moments.ts
function sampleMean(values) {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
function sampleSd(values) {
  const mean = sampleMean(values);
  if (mean === null || values.length < 2) return null;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

export {
  sampleMean,
  sampleSd,
  noCalls,
  countCall,
  addCalls,
  subtractCalls,
  totalsOf,
  costMicroUsdOf,
  costUsdOf
};

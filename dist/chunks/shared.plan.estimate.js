import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  buildCaseRequest,
  costMicroUsd,
  estimateTokens,
  priceOf
} from "./shared.checks.any-of.js";
import {
  messageText
} from "./shared.checks.excerpt.js";

// src/plan/estimate.ts
var assumedOutputTokens = 300;
var judgeOverheadTokens = 600;
var judgeReplyTokens = 150;
function estimateRound(draws, judgeModel, prices) {
  let sum = nothing;
  for (const { prompt, case: row, arms, from, to } of draws) {
    for (const arm of arms)
      sum = addEstimates(sum, repeat(estimateOne(prompt, row, arm, judgeModel, prices), to - from));
  }
  return sum;
}
var nothing = {
  generationCalls: 0,
  judgeCalls: 0,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0
};
function addEstimates(a, b) {
  return {
    generationCalls: a.generationCalls + b.generationCalls,
    judgeCalls: a.judgeCalls + b.judgeCalls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costMicroUsd: a.costMicroUsd === null || b.costMicroUsd === null ? null : a.costMicroUsd + b.costMicroUsd
  };
}
function repeat(one, times) {
  const { costMicroUsd: cost } = one;
  return {
    generationCalls: one.generationCalls * times,
    judgeCalls: one.judgeCalls * times,
    inputTokens: one.inputTokens * times,
    outputTokens: one.outputTokens * times,
    costMicroUsd: cost === null ? null : cost * times
  };
}
function estimateOne(prompt, row, arm, judgeModel, prices) {
  const request = buildCaseRequest(prompt, row, arm);
  const input = request.messages.reduce((sum, message) => sum + estimateTokens(messageText(message)), 0);
  const limit = ["max-tokens", "max-completion-tokens", "max-output-tokens"].map((name) => request.parameters[name]);
  const output = Math.min(assumedOutputTokens, ...limit.filter((value) => typeof value === "number"));
  const judgeModels = prompt.metrics.flatMap((metric) => {
    if (metric.kind !== "judge" || metric.needs === "pair" && row.isSame) return [];
    const { judge } = metric;
    const { model, samples } = judge.config;
    return Array(samples).fill(model ?? judge.settings?.id ?? judgeModel);
  });
  const judges = judgeModels.length;
  const answers = estimateCall(request.model, input, output, prices);
  const judging = judgeModels.map(
    (model) => estimateCall(String(model), judgeOverheadTokens + input + output, judgeReplyTokens, prices)
  );
  const costs = [answers, ...judging];
  return {
    generationCalls: 1,
    judgeCalls: judges,
    inputTokens: input + judges * (judgeOverheadTokens + input + output),
    outputTokens: output + judges * judgeReplyTokens,
    costMicroUsd: costs.reduce((sum, cost) => sum === null || cost === null ? null : sum + cost, 0)
  };
}
function estimateCall(model, inputTokens, outputTokens, prices) {
  return costMicroUsd({ inputTokens, cachedInputTokens: 0, outputTokens, reasoningTokens: 0 }, priceOf(model, prices));
}

export {
  estimateRound,
  nothing,
  addEstimates
};

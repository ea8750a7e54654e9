import type { Price } from '../config/config.ts';
import { writeJson } from '../json.ts';
import type { Judge } from '../judges/judge.ts';
import { costMicroUsd, estimateMessages, priceOf } from '../prices/price-of.ts';
import type { Arm } from '../run/sample-key.ts';
import { buildCaseRequest, type Draws } from './draws.ts';
import { type CasePlan, isApplication, type PromptPlan } from './suite-plan.ts';

/** What a round will take at most: calls, tokens (estimated from characters) and micro-dollars (null where a price is unknown). */
export interface Estimate {
  readonly generationCalls: number;
  readonly judgeCalls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costMicroUsd: number | null;
}

/** Answers are taken to be this long where the prompt names no limit. */
const assumedOutputTokens = 300;
/** A judge's own instructions and rubric, and its short reply. */
const judgeOverheadTokens = 600;
const judgeReplyTokens = 150;

/** Estimates a round before its first call. `judgeModel` is the id that judges where a judge names none of its own, null where none is configured; a model without a price costs `fallback`. */
export function estimateRound(
  draws: Iterable<Draws>,
  judgeModel: string | null,
  prices: { readonly [model: string]: Price },
  fallback: Price | null = null,
): Estimate {
  const findPrice = (model: string) => priceOf(model, prices) ?? fallback;
  let sum = nothing;
  for (const { prompt, case: row, arms, from, to } of draws) {
    for (const arm of arms)
      sum = addEstimates(sum, repeat(estimateOne(prompt, row, arm, judgeModel, findPrice), to - from));
  }
  return sum;
}

/** The models that a prompt's draws ask, judges among them. */
export function listModels(prompt: PromptPlan, judgeModel: string | null): readonly string[] {
  const { base, candidate, metrics } = prompt;
  const judges = metrics.flatMap((metric) => (metric.kind === 'judge' ? [modelOf(metric.judge, judgeModel)] : []));
  const asked = isApplication(prompt) ? [] : [base?.model, candidate?.model];
  return [...asked, ...judges].filter((model) => typeof model === 'string');
}

function modelOf({ config, settings }: Judge, judgeModel: string | null): string | null {
  return config.model ?? settings?.id ?? judgeModel;
}

/** The estimate of no calls at all. */
export const nothing: Estimate = {
  generationCalls: 0,
  judgeCalls: 0,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0,
};

/** Adds two estimates; an unknown cost makes the sum unknown. */
export function addEstimates(a: Estimate, b: Estimate): Estimate {
  return {
    generationCalls: a.generationCalls + b.generationCalls,
    judgeCalls: a.judgeCalls + b.judgeCalls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costMicroUsd: a.costMicroUsd === null || b.costMicroUsd === null ? null : a.costMicroUsd + b.costMicroUsd,
  };
}

function repeat(one: Estimate, times: number): Estimate {
  const { costMicroUsd: cost } = one;
  return {
    generationCalls: one.generationCalls * times,
    judgeCalls: one.judgeCalls * times,
    inputTokens: one.inputTokens * times,
    outputTokens: one.outputTokens * times,
    costMicroUsd: cost === null ? null : cost * times,
  };
}

function estimateOne(
  prompt: PromptPlan,
  row: CasePlan,
  arm: Arm,
  judgeModel: string | null,
  findPrice: (model: string) => Price | null,
): Estimate {
  const request = isApplication(prompt) ? null : buildCaseRequest(prompt, row, arm);
  const input = estimateMessages(request?.messages ?? [{ role: 'user', content: writeJson(row.scoring.variables) }]);
  const limit = ['max-tokens', 'max-completion-tokens', 'max-output-tokens'].map((name) => request?.parameters[name]);
  const output = Math.min(assumedOutputTokens, ...limit.filter((value) => typeof value === 'number'));
  const judgeModels = prompt.metrics.flatMap((metric) => {
    // Two equal outputs of one draw are no pair to judge.
    if (metric.kind !== 'judge' || (metric.needs === 'pair' && row.isSame)) return [];
    const { judge } = metric;
    return Array<string | null>(judge.config.samples).fill(modelOf(judge, judgeModel));
  });
  const judges = judgeModels.length;
  const answers = request === null ? 0 : estimateCall(input, output, findPrice(request.model));
  const judging = judgeModels.map((model) =>
    estimateCall(judgeOverheadTokens + input + output, judgeReplyTokens, findPrice(String(model))),
  );
  const costs = [answers, ...judging];
  return {
    generationCalls: request === null ? 0 : 1,
    judgeCalls: judges,
    inputTokens: (request === null ? 0 : input) + judges * (judgeOverheadTokens + input + output),
    outputTokens: (request === null ? 0 : output) + judges * judgeReplyTokens,
    costMicroUsd: costs.reduce<number | null>((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0),
  };
}

function estimateCall(inputTokens: number, outputTokens: number, price: Price | null): number | null {
  return costMicroUsd({ inputTokens, cachedInputTokens: 0, outputTokens, reasoningTokens: 0 }, price);
}

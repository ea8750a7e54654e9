import type { Price } from '../config/config.ts';
import { costMicroUsd, estimateTokens, priceOf } from '../prices/price-of.ts';
import { buildGenerationCall, type Wanted } from './wanted.ts';

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

/** Estimates a round before its first call. `judgeModel` is the id that judges where a judge names none of its own, null where none is configured. */
export function estimateRound(
  wanted: readonly Wanted[],
  judgeModel: string | null,
  prices: { readonly [model: string]: Price },
): Estimate {
  return wanted.map((item) => estimateOne(item, judgeModel, prices)).reduce(addEstimates, nothing);
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

function estimateOne(item: Wanted, judgeModel: string | null, prices: { readonly [model: string]: Price }): Estimate {
  const { request } = buildGenerationCall(item);
  const input = request.messages.reduce((sum, message) => sum + estimateTokens(message.content), 0);
  const limit = ['max-tokens', 'max-completion-tokens', 'max-output-tokens'].map((name) => request.parameters[name]);
  const output = Math.min(assumedOutputTokens, ...limit.filter((value) => typeof value === 'number'));
  const judgeModels = item.prompt.metrics.flatMap((metric) => {
    // Two equal outputs of one draw are no pair to judge.
    if (metric.kind !== 'judge' || (metric.needs === 'pair' && item.case.isSame)) return [];
    const { judge } = metric;
    const { model, samples = 1 } = judge.config.options;
    return Array<unknown>(Number(samples)).fill(model ?? judge.settings?.id ?? judgeModel);
  });
  const judges = judgeModels.length;
  const answers = estimateCall(request.model, input, output, prices);
  const judging = judgeModels.map((model) =>
    estimateCall(String(model), judgeOverheadTokens + input + output, judgeReplyTokens, prices),
  );
  const costs = [answers, ...judging];
  return {
    generationCalls: 1,
    judgeCalls: judges,
    inputTokens: input + judges * (judgeOverheadTokens + input + output),
    outputTokens: output + judges * judgeReplyTokens,
    costMicroUsd: costs.reduce<number | null>((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0),
  };
}

function estimateCall(
  model: string,
  inputTokens: number,
  outputTokens: number,
  prices: { readonly [model: string]: Price },
): number | null {
  return costMicroUsd({ inputTokens, cachedInputTokens: 0, outputTokens, reasoningTokens: 0 }, priceOf(model, prices));
}

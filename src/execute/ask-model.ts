import type { Price } from '../config/config.ts';
import { canonicalJson } from '../json.ts';
import type { Clock, Model, ModelCall, ModelResult, ResponseCache, Usage } from '../ports.ts';
import { costMicroUsd, estimateMessages, estimateTokens, priceOf } from '../prices/price-of.ts';
import { attemptInTime } from './attempt-in-time.ts';
import type { Books } from './books.ts';
import type { FinishedCall } from './finished-call.ts';
import { toKnown } from './known-answers.ts';
import type { Limiters } from './limiter.ts';
import { decideNext, lastTry, noTries, retryPolicy } from './retry.ts';

/** What asking needs beside the call. */
export interface Asking {
  readonly model: Model;
  readonly limiters: Limiters;
  readonly cache: ResponseCache | null;
  readonly clock: Clock;
  readonly prices: { readonly [model: string]: Price };
  readonly fallbackPrice: Price | null;
  readonly signal: AbortSignal;
  readonly books: Books;
  /** Leaves the crowd while a call waits to be asked again. */
  rest(wait: Promise<void>): Promise<void>;
  /** Hears of a fault before the next call can begin. */
  halt(error: unknown): void;
}

/**
 * Asks until there is an answer, a verdict about the request, or no attempt left. A slot is held while a request is under
 * way and until its record is in the books, never while waiting. Rejects where a fault is about no case or the signal
 * aborts.
 */
export async function askModel(call: ModelCall, identity: string, asking: Asking): Promise<FinishedCall> {
  const { model, limiters, signal, books } = asking;
  for (let tries = noTries; ; ) {
    const limiter = limiters.of(await model.endpoint());
    const leave = await limiter.enter(signal);
    let attempt = null;
    let delayMs: number;
    try {
      signal.throwIfAborted();
      books.keepBudget();
      attempt = await attemptInTime(model, call, tries.hung, limiters, signal);
      const next = decideNext(tries, attempt, limiters.timer.jitter(), limiter.isDown() ? lastTry : retryPolicy);
      if (next.kind === 'over') return await keep(call, identity, next.result, asking);
      ({ tries, delayMs } = next);
      books.retry(attempt);
    } catch (error) {
      asking.halt(error);
      throw error;
    } finally {
      leave(attempt);
    }
    await asking.rest(limiters.timer.wait(delayMs, signal));
  }
}

/** Puts a result into the cache and the books. */
async function keep(
  call: ModelCall,
  identity: string,
  result: ModelResult,
  { cache, clock, prices, fallbackPrice, books }: Asking,
): Promise<FinishedCall> {
  const answeredAtMs = clock.nowMs();
  const entry = toKnown(result, answeredAtMs);
  if (entry !== null) await cache?.write(identity, entry);
  const price = priceOf(call.request.model, prices);
  const isAnswered = result.status === 'answered';
  const cost = isAnswered ? costMicroUsd(result.usage, price) : 0;
  const most =
    isAnswered && fallbackPrice !== null ? costMicroUsd(guessUsage(call, result), price ?? fallbackPrice) : 0;
  const record = { call, result, cached: false, costMicroUsd: cost, reckonedMicroUsd: cost ?? most ?? 0, answeredAtMs };
  books.enter(record);
  return record;
}

/** The tokens of an answer as the provider counts them, else by its length. */
function guessUsage({ request }: ModelCall, { usage, output }: Extract<ModelResult, { status: 'answered' }>): Usage {
  if (usage !== null) return usage;
  const inputTokens = estimateMessages(request.messages);
  const outputTokens = estimateTokens(canonicalJson(output));
  return { inputTokens, cachedInputTokens: 0, outputTokens, reasoningTokens: 0 };
}

import { setMaxListeners } from 'node:events';
import type { Price } from '../config/config.ts';
import { asError, ModelConfigError, UnknownAnswerError, type Where } from '../errors.ts';
import { contentHash } from '../json.ts';
import type { Clock, Log, Model, ModelCall, ResponseCache } from '../ports.ts';
import type { Ledger } from '../run/ledger.ts';
import { type Asking, askModel } from './ask-model.ts';
import { openBooks } from './books.ts';
import { createCrowd } from './crowd.ts';
import type { FinishedCall } from './finished-call.ts';
import { parseKnown } from './known-answers.ts';
import type { Limiters } from './limiter.ts';

/** What calls need from the world. */
export interface CallContext {
  readonly model: Model;
  readonly cache: ResponseCache | null;
  /** True where no model may be asked: the first call whose answer the cache does not know ends the run, and no request is sent. */
  readonly onlyKnown: boolean;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Shared by all calls of the run. */
  readonly limiters: Limiters;
  readonly prices: { readonly [model: string]: Price };
  /** What a model without a price counts as; null where it counts as nothing. */
  readonly fallbackPrice: Price | null;
  /** What the whole run may spend; null is unlimited. */
  readonly budgetMicroUsd: number | null;
  /** Gets every finished call of the run, in the order of their ends; also there after a fault. */
  readonly ledger: Ledger;
}

/** Tells where a prompt names a setting; null where it does not. */
export type LocateSetting = (call: ModelCall, setting: string) => Where | null;

/**
 * Runs calls as fast as their endpoint allows and hands each record to `sink` as it comes, with the call's place among
 * `calls`. Calls are taken from the iterable when there is room for them; no record is kept here. Each call
 * is asked for once, unless the cache knows its answer. Throws a UserError on the first fault that is about no case, when
 * the budget is spent, or where no call ever comes through; answers that came before are in the ledger and the cache by
 * then.
 */
export async function streamCalls(
  label: string,
  calls: Iterable<ModelCall>,
  total: number,
  context: CallContext,
  sink: (record: FinishedCall, index: number) => void | Promise<void>,
  locate: LocateSetting = () => null,
): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  // All that wait listen to it: Node would warn of a leak at the eleventh.
  setMaxListeners(0, signal);
  const crowd = createCrowd(context.limiters.ceiling);
  const books = openBooks(label, total, context);
  const shared = { ...context, signal, books, rest: crowd.rest };
  const finish = async (call: ModelCall, index: number): Promise<void> => {
    const halt = (error: unknown) => stop.abort(placeFault(error, (setting) => locate(call, setting)));
    await sink(await answer(call, { ...shared, halt }), index);
  };
  const fault = await crowd
    .work(calls, signal, (call, index) => finish(call, index).catch((error) => stop.abort(error)))
    .catch(asError);
  books.close();
  for (const { aborted, reason } of [context.signal, stop.signal]) if (aborted) throw asError(reason);
  if (fault !== undefined) throw fault;
}

const free = { cached: true, costMicroUsd: 0, reckonedMicroUsd: 0 };

async function answer(call: ModelCall, asking: Asking & Pick<CallContext, 'onlyKnown'>): Promise<FinishedCall> {
  asking.signal.throwIfAborted();
  asking.books.keepBudget();
  const identity = identify(call);
  const known = parseKnown(await asking.cache?.read(identity));
  if (known === null && asking.onlyKnown) throw new UnknownAnswerError();
  if (known === null) return askModel(call, identity, asking);
  const record = { call, ...known, ...free };
  asking.books.enter(record);
  return record;
}

/**
 * Runs calls as `streamCalls` does and returns their records in the order given. Equal questions to a judge are asked
 * once: the others are known then, and free of charge.
 */
export async function runCalls(
  label: string,
  calls: readonly ModelCall[],
  context: CallContext,
  locate?: LocateSetting,
): Promise<FinishedCall[]> {
  const asked: ModelCall[] = [];
  const places = new Map<string, number>();
  const wanted = calls.map((call) => {
    const identity = identify(call);
    const place = places.get(identity) ?? asked.push(call) - 1;
    const isFirst = !places.has(identity);
    places.set(identity, place);
    return { call, place, isFirst };
  });
  const records = new Array<FinishedCall>(asked.length);
  const sink = (record: FinishedCall, place: number) => {
    records[place] = record;
  };
  await streamCalls(label, asked, asked.length, context, sink, locate);
  return wanted.map(({ call, place, isFirst }) => {
    const record = records[place] as FinishedCall;
    return isFirst ? record : { ...record, call, ...free };
  });
}

/** A setting that the provider refuses is a mistake in the file that names it. */
function placeFault(error: unknown, locate: (setting: string) => Where | null): unknown {
  if (!(error instanceof ModelConfigError) || error.parameter === null) return error;
  const where = locate(error.parameter);
  return where === null ? error : error.at(where);
}

/** Identity of an answer in the cache. A judge's answer serves any arm and any case; an output is one draw of one case in one arm. */
function identify({ key, purpose, arm, sample, owner }: ModelCall): string {
  return contentHash([key, purpose, arm, sample, owner && [owner.suite, owner.prompt, owner.case]]);
}

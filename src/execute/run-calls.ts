import pLimit from 'p-limit';
import type { Price } from '../config/config.ts';
import { asError, ModelConfigError, UserError, type Where } from '../errors.ts';
import { contentHash } from '../json.ts';
import type { Clock, Log, Model, ModelCall, ResponseCache } from '../ports.ts';
import { costMicroUsd, priceOf } from '../prices/price-of.ts';
import type { Ledger } from '../run/ledger.ts';
import { describeCall, type FinishedCall } from './finished-call.ts';
import { parseKnown, toKnown } from './known-answers.ts';
import { watchEndpoint } from './outage.ts';

/** What a batch of calls needs from the world. */
export interface CallContext {
  readonly model: Model;
  readonly cache: ResponseCache | null;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The most calls in flight. */
  readonly concurrency: number;
  readonly prices: { readonly [model: string]: Price };
  /** What the whole run may spend; null is unlimited. */
  readonly budgetMicroUsd: number | null;
  /** Gets every finished call of the run, in the order of their ends; also there after a fault. */
  readonly ledger: Ledger;
}

/** Runs calls with bounded concurrency and returns their records in the order given. A draw is asked for once, and so is a question to a judge; known answers come from the cache. `locate` tells where a prompt names a setting. Throws a UserError on the first fault that is about no case, when the budget is spent, or where no call ever comes through; answers that came before are in the ledger and the cache by then. */
export async function runCalls(
  label: string,
  calls: readonly ModelCall[],
  context: CallContext,
  locate: (call: ModelCall, setting: string) => Where | null = () => null,
): Promise<FinishedCall[]> {
  const limit = pLimit(Math.max(1, context.concurrency));
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const asked = new Map<string, Promise<FinishedCall>>();
  let done = 0;
  const { spentMicroUsd } = context.ledger.calls();
  let spent = spentMicroUsd;
  const purpose = calls[0]?.purpose ?? 'generate';
  const watch = watchEndpoint(context.ledger.calls({ purpose }));
  const keepBudget = () => {
    if (context.budgetMicroUsd !== null && spent > context.budgetMicroUsd) throw overBudget();
  };
  const ask = async (call: ModelCall, identity: string): Promise<FinishedCall> => {
    signal.throwIfAborted();
    keepBudget();
    const record = await answer(call, identity, context, signal).catch((error: unknown) => {
      throw placeFault(error, (setting) => locate(call, setting));
    });
    context.ledger.append({ kind: 'call', record: describeCall(record) });
    spent += record.costMicroUsd ?? 0;
    keepBudget();
    watch(record);
    if (record.result.status === 'unavailable') return record;
    done += 1;
    context.log.progress(label, done, asked.size);
    return record;
  };
  // Before the limit lets the next call begin.
  const halt = (error: unknown): never => {
    stop.abort(error);
    throw error;
  };
  const records = calls.map((call) => {
    const identity = identify(call);
    const earlier = asked.get(identity);
    if (earlier !== undefined) return earlier.then((record) => ({ ...record, call, cached: true, costMicroUsd: 0 }));
    const record = limit(() => ask(call, identity).catch(halt));
    asked.set(identity, record);
    return record;
  });
  const settled = await Promise.allSettled(records);
  if (context.signal.aborted) throw asError(context.signal.reason);
  if (stop.signal.aborted) throw asError(stop.signal.reason);
  return settled.map((outcome) => (outcome as PromiseFulfilledResult<FinishedCall>).value);
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

async function answer(
  call: ModelCall,
  identity: string,
  context: CallContext,
  signal: AbortSignal,
): Promise<FinishedCall> {
  const known = parseKnown(await context.cache?.read(identity));
  if (known !== null) return { call, ...known, cached: true, costMicroUsd: 0 };
  const result = await context.model.complete(call, signal);
  const answeredAtMs = context.clock.nowMs();
  const entry = toKnown(result, answeredAtMs);
  if (entry !== null) await context.cache?.write(identity, entry);
  const price = priceOf(call.request.model, context.prices);
  const usage = result.status === 'answered' ? result.usage : null;
  const cost = result.status === 'answered' ? costMicroUsd(usage, price) : 0;
  return { call, result, cached: false, costMicroUsd: cost, answeredAtMs };
}

function overBudget(): UserError {
  return UserError.of(
    'The budget of this run is spent.',
    'Raise budget.per-run-usd on the base branch; finished answers are kept.',
  );
}

/** TEMPORARY until the limiter lands. */
export async function streamCalls(
  label: string,
  calls: Iterable<ModelCall>,
  _total: number,
  context: CallContext,
  sink: (record: FinishedCall, index: number) => void,
  locate: (call: ModelCall, setting: string) => Where | null = () => null,
): Promise<void> {
  (await runCalls(label, [...calls], context, locate)).forEach(sink);
}

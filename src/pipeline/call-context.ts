import type { Config } from '../config/config.ts';
import type { JudgeContext } from '../execute/ask-judge.ts';
import { createLimiters } from '../execute/limiter.ts';
import type { RunContext } from '../execute/local-driver.ts';
import type { Model } from '../ports.ts';
import { fallbackPrice } from '../rounds/budget.ts';
import type { Ledger } from '../run/ledger.ts';
import type { World } from './world.ts';

/** Which endpoints a run cannot do without. */
export interface Needs {
  /** False where others make the outputs. */
  readonly answers: boolean;
  readonly judge: boolean;
}

/** What one run asks: the generation and the judge endpoint, opened once. An endpoint may want a key of its own, so that it waits for the first question where no verdict hangs on one. `fresh` leaves known answers aside. */
export async function openRunContext(
  world: World,
  config: Config,
  needs: Needs,
  fresh: boolean,
  ledger: Ledger,
): Promise<RunContext> {
  const shared = buildShared(world, config, fresh, ledger);
  const open = async (purpose: 'model' | 'judge', isNeeded: boolean) => {
    const openOne = () => world.openModel(purpose, config);
    return isNeeded ? openOne() : openLater(openOne);
  };
  const model = await open('model', needs.answers);
  const judge = await open('judge', needs.judge);
  return {
    generation: { ...shared, model },
    judging: { ...shared, model: judge, down: new Map() },
    judgeModel: config.judgeModel,
  };
}

/** The context of a run that nothing is asked for: it goes on as far as all answers are known, and needs no key. */
export async function openKnownContext(world: World, config: Config, ledger: Ledger): Promise<RunContext> {
  const context = await openRunContext(world, config, { answers: false, judge: false }, false, ledger);
  const { generation, judging } = context;
  return { ...context, generation: { ...generation, onlyKnown: true }, judging: { ...judging, onlyKnown: true } };
}

function openLater(open: () => Promise<Model>): Model {
  let opened: Promise<Model> | null = null;
  const get = () => {
    opened ??= open();
    return opened;
  };
  return {
    endpoint: async () => (await get()).endpoint(),
    attempt: async (call, signal) => (await get()).attempt(call, signal),
  };
}

/** The judge's part alone, for what draws no answers. */
export async function openJudgeContext(
  world: World,
  config: Config,
  fresh: boolean,
  ledger: Ledger,
): Promise<JudgeContext> {
  const model = await world.openModel('judge', config);
  return { ...buildShared(world, config, fresh, ledger), model, down: new Map() };
}

function buildShared({ openCache, log, clock, signal }: World, config: Config, fresh: boolean, ledger: Ledger) {
  const { perRunUsd } = config.budget;
  return {
    cache: fresh ? null : openCache(config),
    onlyKnown: false,
    log,
    clock,
    signal,
    limiters: createLimiters(config.concurrency),
    prices: config.prices,
    fallbackPrice: fallbackPrice(config),
    budgetMicroUsd: perRunUsd === null ? null : Math.round(perRunUsd * 1e6),
    ledger,
  };
}

import type { Config } from '../config/config.ts';
import type { JudgeContext } from '../execute/ask-judge.ts';
import type { SessionContext } from '../execute/session.ts';
import type { Model } from '../ports.ts';
import type { CallRecord } from '../run/records.ts';
import type { World } from './world.ts';

/** What the sessions of one run ask: the generation and the judge endpoint, opened once. A judge's endpoint may want a key of its own, so that it waits for the first question where no verdict hangs on one. `fresh` leaves known answers aside. */
export async function openSessionContext(
  world: World,
  config: Config,
  needsJudge: boolean,
  fresh: boolean,
  journal: CallRecord[],
): Promise<SessionContext> {
  const shared = buildShared(world, config, fresh, journal);
  const model = await world.openModel('model', config);
  const openJudge = () => world.openModel('judge', config);
  const judge = needsJudge ? await openJudge() : openLater(openJudge);
  return {
    generation: { ...shared, model },
    judging: { ...shared, model: judge, dropped: new Map(), down: new Map() },
    judgeModel: config.judgeModel,
  };
}

function openLater(open: () => Promise<Model>): Model {
  let opened: Promise<Model> | null = null;
  const get = () => {
    opened ??= open();
    return opened;
  };
  return {
    complete: async (call, signal) => (await get()).complete(call, signal),
    listModels: async () => (await get()).listModels(),
  };
}

/** The judge's part alone, for what draws no answers. */
export async function openJudgeContext(
  world: World,
  config: Config,
  fresh: boolean,
  journal: CallRecord[],
): Promise<JudgeContext> {
  const model = await world.openModel('judge', config);
  return { ...buildShared(world, config, fresh, journal), model, dropped: new Map(), down: new Map() };
}

function buildShared({ cache, log, clock, signal }: World, config: Config, fresh: boolean, journal: CallRecord[]) {
  const { perRunUsd } = config.budget;
  return {
    cache: fresh ? null : cache,
    log,
    clock,
    signal,
    concurrency: config.concurrency,
    prices: config.prices,
    budgetMicroUsd: perRunUsd === null ? null : Math.round(perRunUsd * 1e6),
    journal,
  };
}

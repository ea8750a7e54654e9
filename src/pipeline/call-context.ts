import type { Config } from '../config/config.ts';
import type { JudgeContext } from '../execute/ask-judge.ts';
import type { SessionContext } from '../execute/session.ts';
import type { CallRecord } from '../scores/records.ts';
import type { World } from './world.ts';

/** What the sessions of one run ask: the generation and the judge endpoint, opened once. `fresh` leaves known answers aside. */
export async function openSessionContext(
  world: World,
  config: Config,
  fresh: boolean,
  journal: CallRecord[],
): Promise<SessionContext> {
  const generation = await world.openModel(config.model);
  const judging = await openJudgeContext(world, config, fresh, journal);
  return {
    generation: { ...buildShared(world, config, fresh, journal), model: generation },
    judging,
    judgeModel: config.judgeModel,
  };
}

/** The judge's part alone, for what draws no answers. */
export async function openJudgeContext(
  world: World,
  config: Config,
  fresh: boolean,
  journal: CallRecord[],
): Promise<JudgeContext> {
  const model = await world.openModel(config.judgeModel);
  return { ...buildShared(world, config, fresh, journal), model, dropped: new Map() };
}

function buildShared({ cache, log, signal }: World, config: Config, fresh: boolean, journal: CallRecord[]) {
  const { perRunUsd } = config.budget;
  return {
    cache: fresh ? null : cache,
    log,
    signal,
    concurrency: config.concurrency,
    prices: config.prices,
    budgetMicroUsd: perRunUsd === null ? null : Math.round(perRunUsd * 1e6),
    journal,
  };
}

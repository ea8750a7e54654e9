import type { Config } from '../config/config.ts';
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
  const judging = await world.openModel(config.judgeModel);
  const { log, signal } = world;
  const { perRunUsd } = config.budget;
  const shared = {
    cache: fresh ? null : world.cache,
    log,
    signal,
    concurrency: config.concurrency,
    prices: config.prices,
    budgetMicroUsd: perRunUsd === null ? null : Math.round(perRunUsd * 1e6),
    journal,
  };
  return {
    generation: { ...shared, model: generation },
    judging: { ...shared, model: judging, dropped: new Set() },
    judgeModel: config.judgeModel,
  };
}

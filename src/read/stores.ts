import { baselineFolder, type StoredBaseline } from '../baseline/stored-baseline.ts';
import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { BranchStore, Log } from '../ports.ts';
import { readBaseline } from './read-baseline.ts';

/** Where baselines are kept, and what reading them needs. */
export interface StoreWorld {
  /** Null where the place cannot be reached. */
  readonly baselines: BranchStore | null;
  readonly log: Pick<Log, 'warn'>;
}

/** What is kept of a suite's base side: its stored baseline, null where there is none; `broken` says why one that is there cannot be read. */
export interface SuiteStore {
  readonly stored: StoredBaseline | null;
  readonly broken: string | null;
}

/** What is kept of each suite, by its name; all at once, so that the store can read the files of many together. */
export async function readStores(
  world: StoreWorld,
  config: Config,
  plans: Iterable<SuitePlan>,
): Promise<ReadonlyMap<string, SuiteStore>> {
  const read = async (plan: SuitePlan) => [plan.config.name, await readStore(world, config, plan)] as const;
  return new Map(await Promise.all([...plans].map(read)));
}

async function readStore(world: StoreWorld, config: Config, plan: SuitePlan): Promise<SuiteStore> {
  if (world.baselines === null) return { stored: null, broken: null };
  const folder = baselineFolder(config.path, plan.config.name);
  try {
    return { stored: await readBaseline(world.baselines, plan.config.baseline.branch, folder), broken: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // A baseline only saves calls: one that cannot be read is said, and the base side runs.
    const broken = `the stored baseline cannot be used: ${error.message}`;
    world.log.warn(`${plan.config.name}: ${broken}`);
    return { stored: null, broken };
  }
}

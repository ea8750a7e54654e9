import { baselineFolder, type StoredBaseline } from '../baseline/stored-baseline.ts';
import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { BranchStore, Log, NoiseStore } from '../ports.ts';
import { readBaseline, readRecordedNoise } from './read-baseline.ts';

/** Where baselines are kept, and what reading them needs. */
export interface StoreWorld {
  /** Null where the place cannot be reached. */
  readonly baselines: BranchStore | null;
  /** Where noise runs are recorded; null where there is no such place. */
  readonly noise: NoiseStore | null;
  readonly log: Pick<Log, 'warn'>;
}

/** What is kept of a suite's base side: its stored baseline, null where there is none; `broken` says why one that is there cannot be read. */
export interface SuiteStore {
  readonly stored: StoredBaseline | null;
  readonly broken: string | null;
  /** The scores of the last noise run of this clone; null where there was none, or they cannot be read. */
  readonly recorded: StoredBaseline | null;
}

/** What is kept of each suite, by its name; all at once, so that the store can read the files of many together. */
export async function readStores(
  world: StoreWorld,
  config: Pick<Config, 'path'>,
  plans: Iterable<Pick<SuitePlan, 'config'>>,
): Promise<ReadonlyMap<string, SuiteStore>> {
  const read = async ({ config: suite }: Pick<SuitePlan, 'config'>) => {
    const folder = baselineFolder(config.path, suite.name);
    const [stored, recorded] = await Promise.all([
      readStored(world, suite, folder),
      readRecorded(world, suite.name, folder),
    ]);
    return [suite.name, { ...stored, recorded }] as const;
  };
  return new Map(await Promise.all([...plans].map(read)));
}

/** All that is known of how a suite's base side differs from itself; what serves no longer as its baseline may still tell. */
export function listKept(store: SuiteStore | undefined): readonly StoredBaseline[] {
  return store === undefined ? [] : [store.stored, store.recorded].filter((one) => one !== null);
}

async function readStored(
  { baselines, log }: StoreWorld,
  { name, baseline }: SuitePlan['config'],
  folder: string,
): Promise<Pick<SuiteStore, 'stored' | 'broken'>> {
  if (baselines === null) return { stored: null, broken: null };
  try {
    return { stored: await readBaseline(baselines, baseline.branch, folder), broken: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // A baseline only saves calls: one that cannot be read is said, and the base side runs.
    const broken = `the stored baseline cannot be used: ${error.message}`;
    log.warn(`${name}: ${broken}`);
    return { stored: null, broken };
  }
}

async function readRecorded({ noise, log }: StoreWorld, name: string, folder: string): Promise<StoredBaseline | null> {
  if (noise === null) return null;
  try {
    return await readRecordedNoise(noise, folder);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.warn(`${name}: the recorded noise run is left aside, the command noise makes a new one: ${error.message}`);
    return null;
  }
}

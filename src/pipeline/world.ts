import type { Config } from '../config/config.ts';
import type { ModelRole } from '../config/endpoints.ts';
import type { BranchStore, Clock, Log, Model, NoiseStore, Repository, ResponseCache } from '../ports.ts';
import type { Spool } from '../run/spool.ts';

/** Everything a mode needs from outside; the composition roots fill it in. */
export interface World {
  readonly repository: Repository;
  /** Where baselines are kept; null where the place cannot be reached. */
  readonly baselines: BranchStore | null;
  /** Where noise runs are recorded; null where nothing stays behind. */
  readonly noise: NoiseStore | null;
  /** Opens the place for known answers; null where none is kept under this config. */
  openCache(config: Config): ResponseCache | null;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Makes a place for what a run draws; its lines go with the run. */
  openSpool(): Spool;
  /** Opens the endpoint of one of the config's two models; called only when there is something to ask. */
  openModel(role: ModelRole, models: Pick<Config, 'model' | 'judgeModel'>): Promise<Model>;
}

import type { ModelSettings } from '../config/config.ts';
import type { BranchStore, Clock, Log, Model, Repository, ResponseCache } from '../ports.ts';

/** Everything a mode needs from outside; the composition roots fill it in. */
export interface World {
  readonly repository: Repository;
  /** Where baselines are kept; null where the place cannot be reached. */
  readonly baselines: BranchStore | null;
  readonly cache: ResponseCache | null;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Opens the endpoint that the settings name; called only when there is something to ask. */
  openModel(settings: ModelSettings): Promise<Model>;
}

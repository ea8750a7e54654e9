import type { ModelSettings } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { contentHash } from '../json.ts';
import type { Judge } from './judge.ts';

/** One version of a judge: other scores may come of anything that changes `hash`. */
export interface JudgeIdentity {
  /** Content hash of what it asks, its model, API and parameters. */
  readonly hash: string;
  /** The model's id. */
  readonly model: string;
}

/** Identifies a judge as it would be asked: by its own model where its config names one, else the given one. Throws a UserError where there is none. */
export function identifyJudge({ config, hash }: Judge, settings: ModelSettings): JudgeIdentity {
  const own = config.options.model;
  const model = typeof own === 'string' ? own : settings.id;
  if (model === null) {
    throw UserError.of(`judge "${config.name}" has no model.`, 'Set judge.model.id in the config file.', config.where);
  }
  return { hash: contentHash([hash, model, settings.api, settings.parameters]), model };
}

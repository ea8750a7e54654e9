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

/** The model that a judge asks: its own where its config names one, else the given one; null where there is none. */
export function judgeModelOf({ config }: Pick<Judge, 'config'>, settings: ModelSettings): string | null {
  const own = config.options.model;
  return typeof own === 'string' ? own : settings.id;
}

/** The settings that a judge's model refused, sorted. */
export function listDropped(
  judge: Pick<Judge, 'config'>,
  settings: ModelSettings,
  dropped: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  return [...(dropped.get(judgeModelOf(judge, settings) ?? '') ?? [])].sort();
}

/** Identifies a judge as it would be asked:. Throws a UserError where there is none. */
export function identifyJudge(judge: Judge, settings: ModelSettings): JudgeIdentity {
  const { config, hash } = judge;
  const model = judgeModelOf(judge, settings);
  if (model === null) {
    throw UserError.of(`judge "${config.name}" has no model.`, 'Set judge.model.id in the config file.', config.where);
  }
  return { hash: contentHash([hash, model, settings.api, settings.parameters]), model };
}

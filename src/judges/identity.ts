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

/** The settings a judge is asked by: those it brings, else the given ones, and the model that its config names. The endpoint is always the given one. */
export function judgeSettingsOf({ config, settings }: Pick<Judge, 'config' | 'settings'>, given: ModelSettings) {
  const { id, api, parameters } = settings ?? given;
  return { ...given, id: config.model ?? id, api, parameters };
}

/** The model that a judge asks; null where none is named. */
export function judgeModelOf(judge: Pick<Judge, 'config' | 'settings'>, given: ModelSettings): string | null {
  return judgeSettingsOf(judge, given).id;
}

/** The settings that a judge's model refused, sorted. */
export function listDropped(
  judge: Pick<Judge, 'config' | 'settings'>,
  settings: ModelSettings,
  dropped: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  return [...(dropped.get(judgeModelOf(judge, settings) ?? '') ?? [])].sort();
}

/** Identifies a judge as it would be asked. Throws a UserError where there is none. */
export function identifyJudge(judge: Judge, settings: ModelSettings): JudgeIdentity {
  const { config, hash } = judge;
  const { id: model, api, parameters } = judgeSettingsOf(judge, settings);
  if (model === null) {
    throw UserError.of(`judge "${config.name}" has no model.`, 'Set judge.model.id in the config file.', config.where);
  }
  return { hash: contentHash([hash, model, api, parameters]), model };
}

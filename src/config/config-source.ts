import type { JsonObject } from '../json.ts';
import type { KeyPath, YamlFile } from '../text/yaml-file.ts';
import type { Place } from './place.ts';

/** What a config needs to know of a kind of check or judge: the keys of its own. */
export interface MetricKind {
  readonly type: string;
  readonly properties: JsonObject;
  readonly required: readonly string[];
}

/** The key of a group that holds the checks it is made of. */
export const membersKey = 'checks';

/** A config file, and the kinds of metrics it may name. */
export interface ConfigSource {
  readonly path: string;
  readonly file: YamlFile;
  readonly checkKinds: readonly MetricKind[];
  readonly judgeKinds: readonly MetricKind[];
}

/** The place of the value at a path of the file. */
export function placeIn({ path: configPath, file }: Pick<ConfigSource, 'path' | 'file'>, path: KeyPath): Place {
  return { configPath, where: (below = []) => file.where([...path, ...below]) };
}

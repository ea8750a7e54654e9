import type { Where } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { KeyPath } from '../text/yaml-file.ts';

/** Where a value is written: paths in it start at the folder of the config. */
export interface Place {
  readonly configPath: string;
  /** Where the value starts, or what is `below` it. */
  where(below?: KeyPath): Where;
}

/** Stands for the path of the config where a repository has none. */
export const builtInPath = 'built-in';

/** The place of what no file says. */
export const builtInPlace: Place = {
  configPath: builtInPath,
  where: () => ({ path: builtInPath, line: null, column: null }),
};

/** A value without file positions; a column that is called like one stays. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (!isJsonObject(value)) return value ?? null;
  const kept = Object.entries(value).filter(
    ([key, member]) => member !== undefined && !(key === 'where' && isPosition(member)),
  );
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutPlaces(member)]));
}

function isPosition(value: unknown): boolean {
  return isJsonObject(value) && Object.keys(value).sort().join() === 'column,line,path';
}

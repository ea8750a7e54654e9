import { isJsonObject, type JsonObject } from '../json.ts';
import { quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { isBuiltin, resolvePath } from './paths.ts';
import type { RuleContext } from './rule-context.ts';

/** What to write in place of a path that leaves the repository. */
export const outsideHint = 'Write a path relative to this config, with "/" between folders.';

/** Rejects the value at a path if it is text that names no place inside the repository. */
export function rejectOutside(context: RuleContext, path: KeyPath): void {
  const value = context.file.get(path);
  if (typeof value !== 'string' || value === '' || resolvePath(context.path, value) !== null) return;
  context.reject(path, `${quoteName(value)} does not stay inside the repository.`, outsideHint);
}

/** Looks at the members of a metric whose schema says `format: path`. */
export function checkPathKeys(context: RuleContext, metric: KeyPath, properties: JsonObject): void {
  for (const key of listPathKeys(properties)) {
    const value = context.file.get([...metric, key]);
    if (typeof value === 'string' && !isBuiltin(value)) rejectOutside(context, [...metric, key]);
  }
}

/** The keys whose text is a path. */
export function listPathKeys(properties: JsonObject): readonly string[] {
  return Object.entries(properties).flatMap(([key, schema]) =>
    isJsonObject(schema) && schema.format === 'path' ? [key] : [],
  );
}

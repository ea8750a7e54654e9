import type { Json } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { type ConfigSource, membersKey } from './config-source.ts';

/**
 * A config file while rules look at it. Values may have any shape: what the schema refuses is reported there, and
 * rules pass it by.
 */
export interface RuleContext extends ConfigSource {
  reject(path: KeyPath, message: string, hint: string): void;
  warn(path: KeyPath, message: string, hint: string): void;
}

/** The paths of a list's items; none where the value is no list. */
export function listItems({ file }: Pick<RuleContext, 'file'>, path: KeyPath): readonly KeyPath[] {
  const value = file.get(path);
  return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
}

/** The checks that stand in a group and in groups inside it; none where a check is no group. */
export function listGroupMembers(context: Pick<RuleContext, 'file'>, check: KeyPath): readonly KeyPath[] {
  return listItems(context, [...check, membersKey]).flatMap((member) => [member, ...listGroupMembers(context, member)]);
}

/** The members of a mapping; none where the value is none. */
export function listMembers({ file }: RuleContext, path: KeyPath): readonly (readonly [string, Json])[] {
  const value = file.get(path);
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** Names are shown in comments and are folders of the baseline: each once, one line, no template. */
export function checkNames(context: RuleContext, paths: readonly KeyPath[], what: string): void {
  const first = new Map<string, KeyPath>();
  for (const path of paths) {
    const name = context.file.get(path);
    if (typeof name !== 'string') continue;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, path);
    else {
      const hint = `Rename it: the first is at line ${context.file.where(earlier).line}.`;
      context.reject(path, `there is another ${what} named ${JSON.stringify(name.slice(0, 60))}.`, hint);
    }
    if (name.includes('{{')) context.reject(path, `the name of a ${what} contains "{{".`, 'Names are no templates.');
    if (/\p{Cc}/u.test(name) || name !== name.trim()) {
      context.reject(path, `the name of a ${what} has blanks at its ends or control characters.`, 'Remove them.');
    }
  }
}

import type { CheckConfig } from '../config/config.ts';
import type { Output } from '../ports.ts';
import { listCalls, renderView } from '../run/story.ts';
import type { NamedCall } from '../run/tool-calls.ts';
import { type Finding, type Target, unreadable } from './finding.ts';
import { lookUpPointer } from './json-pointer.ts';
import { parseModelJson } from './model-json.ts';
import { listNames } from './names.ts';

/** The text that a check without a `tool` looks at. */
export function readText({ at }: CheckConfig, output: Output): string {
  return renderView(output, at ?? 'final');
}

/** What a text is looked at as: itself, or the value in it that `path` points to. */
export function readTextTarget(path: string | null, text: string): Target | Finding {
  if (path === null) return { kind: 'text', text };
  const { value, problem } = parseModelJson(text);
  if (problem !== null) return unreadable(problem);
  const pointed = lookUpPointer(path, value);
  return pointed === undefined ? unreadable(`${path} is not in the output`) : { kind: 'value', value: pointed };
}

/** The arguments of those calls of `tool` that count, at least one; a tool that was not called leaves nothing to look at. */
export function readArgumentTargets(
  { at, call, path }: CheckConfig,
  tool: string,
  output: Output,
): readonly (Target | Finding)[] {
  const made = listCalls(output, at ?? 'all');
  const own = made.filter(({ name }) => name === tool);
  const counted = call === 'first' ? own.slice(0, 1) : call === 'last' ? own.slice(-1) : own;
  if (counted.length === 0) return [unreadable(`called ${listNames(made)}, expected ${listNames([{ name: tool }])}`)];
  return counted.map((one) => readArguments(path, one));
}

function readArguments(path: string | null, { name, arguments: given = {}, isText }: NamedCall): Target | Finding {
  if (path === null) return isText ? { kind: 'text', text: String(given) } : { kind: 'value', value: given };
  const whose = `the arguments of ${listNames([{ name }])}`;
  if (isText) return unreadable(`${whose} are not JSON`);
  const value = lookUpPointer(path, given);
  return value === undefined ? unreadable(`${path} is not in ${whose}`) : { kind: 'value', value };
}

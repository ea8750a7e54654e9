import type { CheckConfig } from '../config/config.ts';
import type { Output } from '../ports.ts';
import { listCalls } from '../run/story.ts';
import type { NamedCall } from '../run/tool-calls.ts';
import { type Finding, unreadable } from './finding.ts';

/** Looks at the calls that a check is about: those of `at`, of `tool` alone where it names one. A call without a name could be any, and leaves nothing to look at. */
export function lookAtCalls(
  { at, tool }: Pick<CheckConfig, 'at' | 'tool'>,
  output: Output,
  measure: (calls: readonly NamedCall[]) => Finding,
): Finding {
  const calls = listCalls(output, at ?? 'all');
  if (calls.some(({ name }) => name === '')) return unreadable('a tool call has no name');
  return measure(tool === null ? calls : calls.filter(({ name }) => name === tool));
}

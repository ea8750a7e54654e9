import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ResponseFormat } from '../ports.ts';
import { type MessagePair, pairMessages } from './diff-messages.ts';
import { diffValues, type ValueChange } from './diff-values.ts';
import type { Application, ResolvedPrompt } from './prompt.ts';

/** What differs between two versions of a prompt as it is sent; nothing is cut. */
export interface PromptDifference {
  readonly messages: readonly MessagePair[];
  /** Model, template dialect, api, parameters, response format, tools by name, retrieval, defaults of variables; of an application the files that make its outputs. */
  readonly settings: readonly ValueChange[];
}

/** Compares two versions of a prompt; both lists are empty for equal ones. */
export function diffPrompts(base: ResolvedPrompt, candidate: ResolvedPrompt): PromptDifference {
  const [before, after] = [listSettings(base), listSettings(candidate)];
  const [from, to] = [nameTools(base.tools), nameTools(candidate.tools)];
  return {
    messages: pairMessages(base.messages, candidate.messages),
    settings: [
      ...before.flatMap((values, place) => diffValues('', values, after[place])),
      ...diffValues('tools', from, to),
      ...diffOrder(Object.keys(from), Object.keys(to)),
    ],
  };
}

/** What is sent beside messages and tools, in parts whose names do not mix. */
function listSettings(prompt: ResolvedPrompt): readonly JsonObject[] {
  const { application, model, dialect, api, parameters, responseFormat, retrieval, defaults, turns, slots } = prompt;
  if (application !== undefined) return [listSources(application), {}, {}];
  return [
    { model, template: dialect, api },
    Object.fromEntries(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))),
    {
      ...(responseFormat !== null && { 'response-format': listFormat(responseFormat) }),
      ...(retrieval !== null && { retrieval }),
      ...(defaults !== undefined && { defaults }),
      ...(turns !== undefined && { turns }),
      ...(slots !== undefined && { 'places of conversations': slots as unknown as Json }),
    },
  ];
}

/** Of an application the files are told that make its outputs: their own diff is the pull request's. */
function listSources({ sources }: Application): JsonObject {
  return Object.fromEntries([...sources].map(([path, hash]) => [`file ${path}`, `blob ${hash.slice(0, 7)}`]));
}

function listFormat({ type, name, schema, strict }: ResponseFormat): JsonObject {
  if (type !== 'json_schema') return { type };
  return { type, name, schema, ...(strict !== null && { strict }) };
}

/** Tools by name; what has none is known by its type, and the second of a name by its number. */
function nameTools(tools: readonly Json[]): JsonObject {
  const counts = new Map<string, number>();
  const named = tools.map((tool): [string, Json] => {
    const body = isJsonObject(tool) && isJsonObject(tool.function) ? tool.function : tool;
    const { name, type = '' } = isJsonObject(body) ? body : {};
    const called = String(name ?? type);
    const number = (counts.get(called) ?? 0) + 1;
    counts.set(called, number);
    return [number === 1 ? called : `${called} (${number})`, body];
  });
  return Object.fromEntries(named);
}

/** Tools that are sent in another order are another request, although each is the same. */
function diffOrder(before: readonly string[], after: readonly string[]): readonly ValueChange[] {
  const [from, to] = [new Set(before), new Set(after)];
  const kept = after.filter((name) => from.has(name));
  const isSame = before.filter((name) => to.has(name)).every((name, place) => name === kept[place]);
  return isSame ? [] : [{ path: 'order of the tools', before: before.join(', '), after: after.join(', ') }];
}

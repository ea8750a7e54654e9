import type { Json, JsonObject } from '../json.ts';
import type { Message, Output } from '../ports.ts';
import { outputOf, readAnswer } from './answers.ts';
import { attributeNames, flatPrefixes, spanRoles } from './attributes.ts';
import { buildRecord, buildUsage, microUsd } from './build-record.ts';
import { mappingOf, memberOf, numberOf, readNested, textsOf, wordOf } from './fields.ts';
import { readFlatMessages } from './flat-messages.ts';
import { isConversation, readMessages } from './messages.ts';
import type { ProductionRecord } from './record.ts';
import { type RecordedRequest, readRequest } from './requests.ts';
import { usageOf } from './usage.ts';

type Meaning = keyof typeof attributeNames;
type Known = Pick<ProductionRecord, 'atMs' | 'error' | 'spanId' | 'traceId'> & {
  readonly id: string | null;
  readonly latencyMs?: number | null;
};

/** One request of a model, or the whole run of an agent. */
export type SpanRole = 'request' | 'run';

/** What a span of these attributes does; null where it is no record. */
export function spanRole(attributes: JsonObject): SpanRole | null {
  const word = attributeWord(attributes, 'operation') ?? attributeWord(attributes, 'kind');
  // Before operations had names, a span that asked a model was known by the model.
  if (word === null) return memberOf(attributes, 'gen_ai.request.model') === null ? null : 'request';
  const operation = word.toLowerCase();
  return Object.hasOwn(spanRoles, operation) ? (spanRoles[operation] ?? null) : null;
}

/** What attributes say of a request or of an agent's run; null where a run says nothing. `known` is what stands outside of them. */
export function readGenAiRecord(attributes: JsonObject, role: SpanRole, known: Known): ProductionRecord | null {
  const said = {
    request: requestOf(attributes),
    output: known.error === null ? outputOfAttributes(attributes, role) : null,
  };
  const { messages, variables } = said.request;
  // The requests of a run have spans of their own: without words it says nothing that they do not.
  if (role === 'run' && messages === null && variables === null && said.output === null) return null;
  return buildRecord(known, describe(attributes, role, said, known.error !== null));
}

/** The names that a meaning has here: the first that is set, else the first of all. */
function nameOf(attributes: JsonObject, meaning: Meaning): string {
  const [first] = attributeNames[meaning];
  return attributeNames[meaning].find((name) => memberOf(attributes, name) !== null) ?? first;
}

/** The attribute of a meaning as text; null where it is not set. */
export function attributeWord(attributes: JsonObject, meaning: Meaning): string | null {
  return wordOf(attributes, nameOf(attributes, meaning));
}

/** The attribute of a meaning as a number; null where it is not set. */
export function attributeNumber(attributes: JsonObject, meaning: Meaning): number | null {
  return numberOf(attributes, nameOf(attributes, meaning));
}

function describe(
  attributes: JsonObject,
  role: SpanRole,
  { request, output }: { readonly request: RecordedRequest; readonly output: Output | null },
  hasFailed: boolean,
) {
  const word = (meaning: Meaning) => attributeWord(attributes, meaning);
  const number = (meaning: Meaning) => attributeNumber(attributes, meaning);
  const mapping = (meaning: Meaning) => mappingOf(attributes, nameOf(attributes, meaning));
  const variables = mapping('variables');
  return {
    messages: request.messages,
    variables: Object.keys(variables).length > 0 ? variables : request.variables,
    output,
    prompt: word('prompt') ?? (role === 'run' ? word('agent') : null),
    promptVersion: word('promptVersion'),
    unit: word('unit'),
    arm: word('arm'),
    modelAsked: word('modelAsked') ?? wordOf(mapping('parameters'), 'model') ?? (hasFailed ? word('model') : null),
    modelAnswered: word('modelAnswered') ?? (hasFailed ? null : word('model')),
    fingerprint: word('fingerprint'),
    usage:
      buildUsage(number('inputTokens'), number('outputTokens'), number('cachedTokens'), number('reasoningTokens')) ??
      usageOf(mapping('usage')),
    costMicroUsd: microUsd(number('cost')),
    tags: textsOf(attributes, nameOf(attributes, 'tags')),
  };
}

/** A value that instrumentations write as JSON text or as a structure. */
function structured(attributes: JsonObject, meaning: Meaning): Json {
  const name = nameOf(attributes, meaning);
  const value = memberOf(attributes, name);
  // Others hold any text.
  return typeof value === 'string' && name.startsWith('gen_ai.') ? readNested(name, value) : value;
}

function requestOf(attributes: JsonObject): RecordedRequest {
  const flat = flatOf(attributes, 'input');
  if (flat.length > 0) return { messages: readMessages(flat), variables: null };
  const request = readRequest(structured(attributes, 'input'));
  const instructions = structured(attributes, 'system');
  const system: readonly Message[] =
    instructions === null ? [] : readMessages([{ role: 'system', content: instructions }]);
  return request.messages === null ? request : { ...request, messages: [...system, ...request.messages] };
}

function outputOfAttributes(attributes: JsonObject, role: SpanRole): Output | null {
  const ends = memberOf(attributes, nameOf(attributes, 'finish'));
  const end = Array.isArray(ends) ? (ends[0] ?? null) : ends;
  const finish = typeof end === 'string' ? end : null;
  const flat = flatOf(attributes, 'output');
  const value = flat.length > 0 ? flat : structured(attributes, 'output');
  if (!isConversation(value)) return readAnswer(value, finish);
  // A request's messages are choices, of which the first counts; a run's are its steps.
  const items = role === 'run' ? value : value.slice(0, 1);
  const stated = items.at(-1)?.finish_reason;
  return outputOf(items, finish ?? (typeof stated === 'string' ? stated : null));
}

function flatOf(attributes: JsonObject, side: 'input' | 'output'): readonly JsonObject[] {
  // Spans that follow the current conventions have no such names to look for.
  if (memberOf(attributes, attributeNames[side][0]) !== null) return [];
  for (const prefix of flatPrefixes[side]) {
    const found = readFlatMessages(attributes, prefix);
    if (found.length > 0) return found;
  }
  return [];
}

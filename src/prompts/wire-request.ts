import { ModelConfigError } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { ModelRequest, ResponseFormat } from '../ports.ts';
import { toChatMessage, toResponseItems } from './wire-messages.ts';

/** A request as it is sent, and which canonical setting each wire name came from. */
export interface WireRequest {
  readonly path: '/chat/completions' | '/responses';
  readonly body: JsonObject;
  /** Wire name (`max_tokens`, `reasoning.effort`) to canonical name (`max-tokens`, `reasoning-effort`). */
  readonly names: ReadonlyMap<string, string>;
}

/** What each API calls the settings whose name is not just the canonical one with underscores; a dot is a member of an object. */
const wireNames: Record<ModelRequest['api'], { readonly [canonical: string]: string }> = {
  chat: { 'max-output-tokens': 'max_completion_tokens' },
  responses: {
    'max-tokens': 'max_output_tokens',
    'max-completion-tokens': 'max_output_tokens',
    'reasoning-effort': 'reasoning.effort',
  },
};

/** Names that the request itself owns: as a parameter they would change whom we ask or how we read the answer. */
const reserved = new Set(['model', 'messages', 'input', 'tools', 'response_format', 'stream', 'stream_options', 'n']);

/** Translates a request for its API; nothing is added that the request does not name. Throws a ModelConfigError for a parameter that would override the request or that is named twice. */
export function buildWireRequest(request: ModelRequest, model: string): WireRequest {
  const names = new Map<string, string>([['model', 'model']]);
  const body: { [name: string]: Json } = { model };
  const chat = request.api === 'chat';
  if (chat) body.messages = request.messages.map(toChatMessage);
  else body.input = request.messages.flatMap(toResponseItems);
  for (const [canonical, value] of Object.entries(request.parameters)) {
    const wire = wireNameOf(request.api, canonical);
    refuseReserved(canonical, wire);
    const earlier = names.get(wire);
    if (earlier !== undefined) throw namedTwice(earlier, canonical, wire);
    names.set(wire, canonical);
    setMember(body, wire, value);
  }
  if (request.tools.length > 0) {
    names.set('tools', 'tools');
    body.tools = request.tools.map((tool) => (chat ? nestFunction(tool) : flattenFunction(tool)));
  }
  if (request.responseFormat !== null) {
    const wire = chat ? 'response_format' : 'text.format';
    names.set(wire, 'response-format');
    setMember(body, wire, buildFormat(request.responseFormat, chat));
  }
  return { path: chat ? '/chat/completions' : '/responses', body, names };
}

/** All that a request sends beside model and messages. */
export type SentSettings = Pick<ModelRequest, 'api' | 'parameters' | 'responseFormat' | 'tools'>;

/** A prompt's parameters under the names and values that are sent, its response format and tools included, without model and messages. */
export function describeWireParameters(settings: SentSettings): JsonObject {
  return describeWire(settings).sent;
}

/** The same, with the canonical name of each. Throws as `buildWireRequest` does. */
export function describeWire(settings: SentSettings): { readonly sent: JsonObject } & Pick<WireRequest, 'names'> {
  const { body, names } = buildWireRequest({ ...settings, model: '', messages: [] }, '');
  const { model: _model, messages: _messages, input: _input, ...sent } = body;
  return { sent, names };
}

/** The names that either API has for a parameter. */
export function wireNamesOf(canonical: string): readonly string[] {
  return [wireNameOf('chat', canonical), wireNameOf('responses', canonical)];
}

function wireNameOf(api: ModelRequest['api'], canonical: string): string {
  const names = wireNames[api];
  return (Object.hasOwn(names, canonical) ? names[canonical] : undefined) ?? canonical.replaceAll('-', '_');
}

function refuseReserved(canonical: string, wire: string): void {
  if (!reserved.has(wire)) return;
  throw new ModelConfigError(
    `"${canonical}" cannot be a parameter.`,
    'Remove it: the prompt file and its dataset decide it.',
    canonical,
  );
}

function namedTwice(earlier: string, canonical: string, wire: string): ModelConfigError {
  return new ModelConfigError(
    `"${earlier}" and "${canonical}" are one setting here (${wire}).`,
    'Keep one of them.',
    canonical,
  );
}

/** Sets `a.b` inside the object `a`, keeping what a parameter named `a` put there before. */
function setMember(body: { [name: string]: Json }, wire: string, value: Json): void {
  const [outer, inner] = wire.split('.', 2) as [string, string?];
  const present = body[outer];
  if (inner === undefined)
    body[outer] = isJsonObject(present) && isJsonObject(value) ? { ...value, ...present } : value;
  else body[outer] = { ...(isJsonObject(present) ? present : {}), [inner]: value };
}

function buildFormat(format: ResponseFormat, chat: boolean): JsonObject {
  if (format.type !== 'json_schema') return { type: format.type };
  const strict = format.strict === null ? {} : { strict: format.strict };
  const schema = { name: format.name, schema: format.schema, ...strict };
  return chat ? { type: 'json_schema', json_schema: schema } : { type: 'json_schema', ...schema };
}

/** Prompts write a function tool in either API's shape; each API takes only its own. */
function nestFunction(tool: Json): Json {
  if (!isJsonObject(tool) || tool.type !== 'function' || tool.function !== undefined) return tool;
  const { type, ...definition } = tool;
  return { type, function: definition };
}

function flattenFunction(tool: Json): Json {
  if (!isJsonObject(tool) || tool.type !== 'function' || !isJsonObject(tool.function)) return tool;
  const { function: definition, ...rest } = tool;
  return { ...rest, ...definition };
}

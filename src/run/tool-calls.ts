import { canonicalJson, isJsonObject, type Json, type JsonObject, parseJson } from '../json.ts';

/** A call of a tool, whatever shape it was written in. */
export interface NamedCall {
  /** Empty where its shape has none. */
  readonly name: string;
  /** What it was called with, read where it is the text of JSON; a text that is none stays one. Undefined where only a name was written. */
  readonly arguments: Json | undefined;
  /** True where the arguments are a text that is no JSON: broken off, or those of a tool that takes text. */
  readonly isText: boolean;
}

/** Where the shapes that people have keep what they call: OpenAI, Gemini and Bedrock inside a member, all others beside it. */
const wrappings = ['function', 'custom', 'functionCall', 'function_call', 'toolUse'];
const nameKeys = ['name', 'tool_name', 'toolName', 'tool'];
const argumentKeys = ['arguments', 'args', 'input', 'parameters', 'input_parameters', 'tool_input'];
const plainName = /^[\w.:/-]{1,200}$/;

/** Reads a call: a name alone, `{name, arguments}` under any of the names in use, or one of OpenAI (`function`, `custom`), Anthropic (`tool_use`), Gemini and Bedrock. Null for anything else. */
export function readCall(value: Json): NamedCall | null {
  if (typeof value === 'string') return value === '' ? null : { name: value, arguments: undefined, isText: false };
  if (!isJsonObject(value)) return null;
  const inner = wrappings.map((key) => value[key]).find(isJsonObject) ?? value;
  const name = nameKeys.map((key) => inner[key]).find((text) => typeof text === 'string');
  if (typeof name !== 'string') return null;
  const given = argumentKeys.map((key) => inner[key]).find((one) => one !== undefined);
  return nameCall(name, given);
}

/** A call by its name and its arguments, as a value or as the text that a model wrote. */
export function nameCall(name: string, given: Json | undefined): NamedCall {
  if (typeof given !== 'string') return { name, arguments: given, isText: false };
  if (given.trim() === '') return { name, arguments: {}, isText: false };
  const value = parseJson(given);
  return { name, arguments: value ?? given, isText: value === undefined };
}

/** Reads calls that a row or a config names: one or a list of them, messages that make them, or any of these as the text of JSON. Blocks and messages without a call are passed over. Null where it holds anything else. */
export function readCalls(value: Json): readonly NamedCall[] | null {
  if (value === null || value === '') return [];
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
    const parsed = parseJson(value);
    return parsed === undefined ? null : readCalls(parsed);
  }
  const items: readonly Json[] = Array.isArray(value) ? value : [value];
  const calls = items.map(readItem);
  return calls.includes(null) ? null : calls.flatMap((list) => list ?? []);
}

function readItem(item: Json): readonly NamedCall[] | null {
  if (isJsonObject(item) && (item.role !== undefined || Array.isArray(item.tool_calls))) return readMessage(item);
  const call = readCall(item);
  if (call !== null) return [call];
  return isJsonObject(item) && typeof item.type === 'string' ? [] : null;
}

/** A message as OpenAI or Anthropic writes it; whoever answers a call makes none. */
function readMessage({ role = 'assistant', tool_calls: calls, content }: JsonObject): readonly NamedCall[] {
  if (role !== 'assistant') return [];
  const blocks = Array.isArray(content) ? content : [];
  const listed: readonly Json[] = Array.isArray(calls) ? calls : [];
  return [...listed, ...blocks.filter((block: Json) => isJsonObject(block) && block.type === 'tool_use')].map(
    (call) => readCall(call) ?? nameCall('', call),
  );
}

/** A call on one line, its arguments in the order of their names so that two calls are written alike: `refund(amount: 12, order: "A-1")`. */
export function renderCall({ name, arguments: given }: NamedCall): string {
  return `${renderName(name)}(${renderArguments(given)})`;
}

/** The name of a tool, quoted where it is no plain word: it came from a model. */
export function renderName(name: string): string {
  return plainName.test(name) ? name : canonicalJson(name);
}

function renderArguments(given: Json | undefined): string {
  if (given === undefined || given === null) return '';
  if (!isJsonObject(given)) return canonicalJson(given);
  return Object.keys(given)
    .sort()
    .map((key) => `${renderName(key)}: ${canonicalJson(given[key])}`)
    .join(', ');
}

import type { Where } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { ResponseFormat } from '../../ports.ts';
import { canonicalParameter, isParameter, knownParameters } from '../parameters.ts';
import { readFormatType, readSchemaFormat } from '../response-format.ts';
import { note, type Opened, reportAt } from './notes.ts';
import { isGiven, itemsOf, membersOf, openPart, type Part, plainPart, textPart } from './part.ts';
import { findFiles, isReference } from './references.ts';

/** What a provider's `config` says of a request. */
export interface Settings {
  readonly parameters: JsonObject;
  readonly responseFormat: ResponseFormat | null;
  readonly tools: readonly Json[];
  /** What the model is told before the prompt (`instructions`), a template; null where nothing is. */
  readonly instructions: Part | null;
  /** Where each parameter, by its canonical name, and each tool (`tools[0]`) stands. */
  readonly places: ReadonlyMap<string, Where>;
}

/** How promptfoo reaches a model, and what it reckons: nothing of a request. */
const silent =
  /^(api-?(key|host|base-?url|version).*|organization|region|.*cost|headers|max-retries|retry.*|timeout.*|show-thinking|base-path|audio-cost|azure.*|deployment.*|function-tool-callbacks)$/i;
/** Other spellings of parameters. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['max-new-tokens', 'max-tokens'],
  ['num-predict', 'max-tokens'],
  ['max-completions-tokens', 'max-completion-tokens'],
  ['stop-sequences', 'stop'],
]);

/** What the model is told before the prompt. */
const told = new Set(['instructions', 'system-prompt', 'system-instruction']);

/** Reads provider settings, and over them those of a prompt. What is not known is warned of. */
export function readSettings(opened: Opened, ...parts: readonly Part[]): Settings {
  const parameters = new Map<string, Json>();
  const places = new Map<string, Where>();
  let responseFormat: ResponseFormat | null = null;
  let tools: readonly Part[] = [];
  let instructions: Part | null = null;
  for (const [key, part] of parts.flatMap((one) => [...membersOf(one)])) {
    const canonical = canonicalParameter(key);
    const name = aliases.get(canonical) ?? canonical;
    if (!isGiven(part) || silent.test(canonical)) continue;
    if (name === 'response-format') responseFormat = readFormat(opened, part);
    else if (name === 'tools') tools = readTools(opened, part);
    else if (name === 'functions') tools = readTools(opened, part).map(wrapFunction);
    else if (name === 'function-call') setParameter(opened, 'tool-choice', wrapChoice(part), parameters, places);
    else if (told.has(name) && typeof part.value === 'string') instructions = load(opened, part);
    else if (name === 'reasoning' && isGiven(part.child('effort')))
      setParameter(opened, 'reasoning-effort', part.child('effort'), parameters, places);
    else if (name === 'passthrough') {
      for (const [below, member] of membersOf(part)) {
        setParameter(opened, canonicalParameter(below), member, parameters, places);
      }
    } else if (knownParameters.includes(name)) setParameter(opened, name, part, parameters, places);
    else {
      const hint = 'If the model needs it, name it in a config under "model: { parameters: … }".';
      note(opened, 'warnings', part, `"${key}" of a provider is not known and not sent.`, hint);
    }
  }
  for (const [index, tool] of tools.entries()) places.set(`tools[${index}]`, tool.where());
  return {
    parameters: Object.fromEntries(parameters),
    responseFormat,
    tools: tools.map(({ value }) => value),
    instructions,
    places,
  };
}

/** The names of the tools that a model has. */
export function toolNames({ tools }: Settings): readonly string[] {
  return tools.flatMap((tool) => {
    const definition = isJsonObject(tool) && isJsonObject(tool.function) ? tool.function : tool;
    return isJsonObject(definition) && typeof definition.name === 'string' ? [definition.name] : [];
  });
}

function setParameter(
  opened: Opened,
  name: string,
  part: Part,
  parameters: Map<string, Json>,
  places: Map<string, Where>,
): void {
  if (!isParameter(name, part.value, (_, message, hint) => note(opened, 'errors', part, `"${name}" ${message}`, hint)))
    return;
  parameters.set(name, part.value);
  places.set(name, part.where());
}

/** The name of a schema that has none. */
const unnamed = 'response';

function readFormat(opened: Opened, written: Part): ResponseFormat | null {
  const part = load(opened, written);
  if (part === null) return null;
  const { value } = part;
  const isSchema = isJsonObject(value) && isJsonObject(value.properties);
  if (isJsonObject(value) && !isSchema && value.type === undefined) {
    note(
      opened,
      'warnings',
      part,
      'is no response format and not sent.',
      'Write "type: json_object", or a json_schema.',
    );
    return null;
  }
  const report = reportAt(opened, part);
  if (isSchema) return readSchemaFormat({ name: unnamed, schema: value }, report);
  const type = readFormatType(isJsonObject(value) ? (value.type ?? null) : value, report);
  if (type === null || type !== 'json_schema') return type && { type, name: null, schema: null, strict: null };
  const nested = part.child('json_schema');
  const inner = isGiven(nested) ? load(opened, nested) : part;
  if (inner === null) return null;
  const schema = load(opened, inner.child('schema'));
  const whole =
    isJsonObject(inner.value) && schema !== null
      ? { name: unnamed, ...inner.value, schema: schema.value }
      : inner.value;
  return readSchemaFormat(whole, reportAt(opened, inner));
}

function readTools(opened: Opened, written: Part): readonly Part[] {
  const items = Array.isArray(written.value) ? itemsOf(written) : [written];
  return items.flatMap((item) => {
    const part = load(opened, item);
    const tools = part !== null && Array.isArray(part.value) ? itemsOf(part) : [part];
    return tools.flatMap((tool): readonly Part[] => {
      if (tool !== null && isJsonObject(tool.value)) return [tool];
      if (tool !== null) note(opened, 'errors', tool, 'is no tool.', 'Write the definition that the API takes.');
      return [];
    });
  });
}

/** A function, as the API took them before there were tools. */
function wrapFunction(part: Part): Part {
  return plainPart({ type: 'function', function: part.value }, part.where());
}

function wrapChoice(part: Part): Part {
  return isJsonObject(part.value) ? wrapFunction(part) : part;
}

/** What a part holds, or the YAML or JSON file that it names; null after a mistake. */
function load(opened: Opened, part: Part): Part | null {
  if (!isReference(part.value)) return part;
  const [file] = findFiles(opened, part);
  if (file === undefined) return null;
  return /\.(ya?ml|json)$/i.test(file.path) ? openPart(file) : textPart(file);
}

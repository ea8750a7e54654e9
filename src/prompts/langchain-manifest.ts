import type { Where } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message, ResponseFormat } from '../ports.ts';
import { buildPlaces } from '../text/places.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { fString } from './f-string.ts';
import { type Fields, focusOn, readName } from './fields.ts';
import { classOf, listSerialised, readSerialised, readSerialisedFormat } from './langchain-turns.ts';
import { canonicalParameter, knownParameters } from './parameters.ts';
import { readPartials } from './partials.ts';
import type { Prompt } from './prompt.ts';
import { addParameter } from './settings.ts';
import { settleFindings } from './suspects.ts';

const chats = ['ChatPromptTemplate', 'StructuredPrompt'];
const prompts = [...chats, 'PromptTemplate'];
const plain = { turns: [{ role: 'user', path: [], isLiteral: false }], slots: [] } as const;
/** What holds other parts of a chain, and under which keys. */
const holders: Readonly<Record<string, readonly string[]>> = {
  RunnableSequence: ['first', 'middle', 'last', 'steps'],
  RunnableBinding: ['bound'],
};
const modelKeys = ['model', 'model_name'];
/** Keys of a file that hold the manifest. */
const wrappers = ['manifest', 'committed_prompt'];

/** True for a value that is, or holds, a chain that LangChain has serialised. */
export function isManifest(value: Json): boolean {
  return findManifest(value) !== null;
}

function findManifest(value: Json): KeyPath | null {
  if (!isJsonObject(value)) return null;
  if (classOf(value) !== null) return [];
  const wrapper = wrappers.find((key) => classOf(value[key] ?? null) !== null);
  return wrapper === undefined ? null : [wrapper];
}

/** Reads a serialised prompt, alone or as the first of a sequence whose last is the model. */
export function parseManifest(file: SourceFile, fields: Fields, template: string | null): readonly Prompt[] {
  const parts = [...listParts(fields.yaml.value, findManifest(fields.yaml.value) ?? [])];
  const at = buildPlaces(file);
  const places = new Map<string, Where>();
  const found = parts.filter(({ name }) => prompts.includes(name));
  const [prompt, second] = found;
  if (prompt === undefined || second !== undefined) {
    const what = second === undefined ? 'holds no prompt.' : 'holds more than one prompt.';
    fields.reject([], what, `Export one ${chats[0]} a file.`);
    throwProblems(fields.errors);
  }
  const own = focusOn(fields, [...(prompt?.path ?? []), 'kwargs']);
  const isChat = prompt?.name !== 'PromptTemplate';
  const { turns, slots } = isChat ? listSerialised(own) : plain;
  const dialect = readSerialisedFormat(own, turns) ?? template ?? fString.name;
  const messages = turns.map((turn): Message => {
    return { role: turn.role, content: readSerialised(own, turn, places, dialect, at) };
  });
  places.set('messages', own.yaml.whereKey([isChat ? 'messages' : 'template']));
  const model = parts.find(({ path }) =>
    modelKeys.some((key) => typeof fields.yaml.get([...path, 'kwargs', key]) === 'string'),
  );
  const settings = readModel(fields, model?.path ?? null, places);
  if (messages.length === 0 && slots.length === 0) own.reject([], 'has no messages.', 'Export the prompt again.');
  const partials = readPartials(own, ['partial_variables']);
  throwProblems(fields.errors);
  const read = {
    path: file.path,
    key: null,
    format: 'langchain',
    dialect,
    name: null,
    description: null,
    ...settings,
    responseFormat: readSchema(own),
    tools: readTools(fields, parts),
    retrieval: null,
    messages,
    ...partials,
    ...(slots.length > 0 && { slots }),
    rows: null,
    metrics: [],
    unread: [],
    renamedFrom: null,
    guesses: [],
  };
  return [{ ...read, ...settleFindings(own), places }];
}

interface Part {
  readonly name: string;
  readonly path: KeyPath;
}

/** All parts of a chain, those that others hold as well. */
function* listParts(root: Json, path: KeyPath): Generator<Part> {
  const value = path.reduce<Json>((node, key) => (isJsonObject(node) ? (node[key] ?? null) : null), root);
  yield* walk(value, path);
}

function* walk(value: Json, path: KeyPath): Generator<Part> {
  const name = classOf(value);
  if (name === null || !isJsonObject(value)) return;
  yield { name, path };
  for (const key of Object.hasOwn(holders, name) ? (holders[name] ?? []) : []) {
    const held = (value.kwargs as JsonObject)[key] ?? null;
    const below = [...path, 'kwargs', key];
    if (!Array.isArray(held)) yield* walk(held, below);
    else for (const [index, item] of held.entries()) yield* walk(item, [...below, index]);
  }
}

/** The model and its parameters, of all that its client is made with: those that are known. */
function readModel(
  fields: Fields,
  path: KeyPath | null,
  places: Map<string, Where>,
): Pick<Prompt, 'model' | 'parameters'> {
  const parameters = new Map<string, Json>();
  if (path === null) return { model: null, parameters: {} };
  const kwargs = [...path, 'kwargs'];
  const [key] = modelKeys.filter((one) => typeof fields.yaml.get([...kwargs, one]) === 'string');
  if (key !== undefined) places.set('model', fields.yaml.where([...kwargs, key]));
  const given = fields.yaml.get(kwargs) as JsonObject;
  for (const [name, value] of Object.entries(given)) {
    const isKnown = value !== null && knownParameters.includes(canonicalParameter(name));
    if (isKnown) addParameter(fields, [...kwargs, name], value, parameters, places);
  }
  const model = key === undefined ? null : readName(fields, [...kwargs, key]);
  return { model, parameters: Object.fromEntries(parameters) };
}

/** The tools that are bound to the model. */
function readTools(fields: Fields, parts: readonly Part[]): readonly Json[] {
  return parts.flatMap(({ name, path }) => {
    const tools = name === 'RunnableBinding' ? fields.yaml.get([...path, 'kwargs', 'kwargs', 'tools']) : null;
    return Array.isArray(tools) ? tools : [];
  });
}

/** The schema that a structured prompt asks for. */
function readSchema(own: Fields): ResponseFormat | null {
  const schema = own.values.schema_ ?? own.values.schema ?? null;
  if (!isJsonObject(schema)) return null;
  const name = typeof schema.title === 'string' && /^[\w-]+$/.test(schema.title) ? schema.title : 'answer';
  return { type: 'json_schema', name, schema, strict: null };
}

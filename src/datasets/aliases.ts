import { canonicalJson, isJsonObject, type Json, type JsonObject, parseJson } from '../json.ts';
import { isConversation, isMessage, readMessages } from '../records/messages.ts';
import { findJsonFault } from '../text/json-text.ts';

/** The names other tools give our three columns, most of them also in camel case; the first that holds a value wins. */
const aliases = {
  input: spell('query', 'question', 'user_input', 'prompt'),
  expected: spell(
    'expected_output',
    'expectedOutput',
    'expected_answer',
    'correct_answer',
    'ideal',
    'target',
    'reference',
    'reference_answer',
    'ground_truth',
    'ground_truths',
    'ground_truth_answer',
    'expected_response',
    'reference_output',
    'reference_outputs',
  ),
  context: spell('contexts', 'retrieved_contexts', 'retrieval_context', 'reference_contexts'),
} as const;

/** What counts as the expected answer only in a file that has no other: beside one it is what an assistant once said. */
export const recorded = ['answer', 'outputs'] as const;

/** The same, but more often than not what an assistant once said: it counts with a word, and only where nothing in the file speaks against it. */
export const said = ['output', 'completion', 'response'] as const;

/** What is asked where a file has no other name for it: the rows of instructions that models are tuned on. */
const instruction = 'instruction';

/** Mappings of what is asked, whose members are columns. */
const wrappers = ['inputs', 'vars', 'variables'];

/** MLflow's mapping of all that is about the expected answer. */
const expectations = 'expectations';

/** Names that say something about the row: a member of `input` or `expectations` is never taken for them. */
const rowNames = ['id', 'tags', 'critical', 'expected', 'messages'];

/** The names by which the rows of a file are read. */
export interface ColumnNames {
  /** Where the expected answer may stand. */
  readonly expected: readonly string[];
  /** The one of them that is probably, but not surely, the expected answer; null where its name leaves no doubt. */
  readonly said: string | null;
  /** True where nothing else in the file is named for the input. */
  readonly isInstruction: boolean;
}

function spell(...names: readonly string[]): readonly string[] {
  const inCamelCase = names.map((name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  return [...new Set([...names, ...inCamelCase])];
}

/** The names that other tools give one of our columns. */
export function aliasesOf(name: string): readonly string[] {
  if (!Object.hasOwn(aliases, name)) return [];
  const known = aliases[name as keyof typeof aliases];
  return name === 'expected' ? [...known, ...recorded, ...said, expectations] : known;
}

/** Takes a row of OpenAI's exports, `{"item": {…}, "sample"?: …}`, out of its wrapper; any other row is returned as it is. */
export function unwrapRow(values: JsonObject): JsonObject {
  const isWrapped = isJsonObject(values.item) && Object.keys(values).every((key) => key === 'item' || key === 'sample');
  return isWrapped ? { ...asMapping(values.item), ...values } : values;
}

/** The names that nothing but the expected answer has. */
export const goldNames: readonly string[] = ['expected', ...aliases.expected];

/** True for a row with a column that nothing but the expected answer has, be it empty, or with a mapping of what is expected. */
export function hasGold(row: JsonObject): boolean {
  const columns = listColumns(row);
  const isThere = goldNames.some((name) => Object.hasOwn(columns, name));
  return isThere || asMapping(row[expectations]) !== null;
}

/** True for a name of the input, be it ours or another tool's. */
export function isInputName(name: string): boolean {
  return name === 'input' || aliases.input.includes(name);
}

/** A row's columns: its own, and the members of its wrappers where it has none of that name. */
export function listColumns(row: JsonObject): JsonObject {
  return { ...asMapping(row[expectations]), ...readWrappers(row), ...row };
}

/**
 * A row's columns plus the canonical names it lacks. Members of an `inputs`, `vars` or `variables` object count as columns where the row has none of
 * that name, and so do the conversation and the context in an `input` object.
 */
export function addCanonicalNames(row: JsonObject, names: ColumnNames): JsonObject {
  const inputs = readWrappers(row);
  const columns: JsonObject = { ...readQuestion(row), ...inputs, ...row };
  const answers: JsonObject = { ...asMapping(row[expectations]), ...columns };
  const added = [
    ['input', readInput(columns, Object.values(inputs), names)] as const,
    ['expected', readExpected(answers, names)] as const,
    ['context', findValue(columns, aliases.context)?.value] as const,
  ].filter(([name, value]) => value !== undefined && !Object.hasOwn(columns, name));
  return { ...columns, ...Object.fromEntries(added) } as JsonObject;
}

/** The variables of a row with the members of `input` and `expectations`, where these are mappings, under their own names. */
export function addMembers(variables: JsonObject): JsonObject {
  const { input = null } = variables;
  const members = { ...asMapping(variables[expectations]), ...(isJsonObject(input) ? input : {}) };
  const isNew = (name: string) => !rowNames.includes(name) && !Object.hasOwn(variables, name);
  const fresh = Object.entries(members).filter(([name]) => isNew(name));
  return fresh.length === 0 ? variables : { ...variables, ...Object.fromEntries(fresh) };
}

/** True for a column that only repeats what other columns hold: a mapping of columns, or the expected answer under another name. */
export function isRepeated(name: string, columns: JsonObject): boolean {
  if (wrappers.includes(name) || name === expectations) return asMapping(columns[name]) !== null;
  if (!aliasesOf('expected').includes(name)) return false;
  const expected = canonicalJson(columns.expected ?? null);
  return [columns[name] ?? null, answerIn(columns[name])].some((value) => canonicalJson(value) === expected);
}

/** The answer in a mapping of outputs: its only member, and of messages the text that ends them. Any other value is itself. */
export function answerIn(value: Json | undefined): Json {
  const members = Object.values(asMapping(value) ?? {});
  return lastText(members.length === 1 ? (members[0] as Json) : (value ?? null));
}

/** What an assistant says at the end of a conversation, or in a message; any other value is itself. */
function lastText(answer: Json): Json {
  const messages = isMessage(answer) ? [answer] : isConversation(answer) ? answer : [];
  const last = readMessages(messages).at(-1);
  return last?.role === 'assistant' && last.content.trim() !== '' ? last.content : answer;
}

function readWrappers(row: JsonObject): JsonObject {
  return Object.fromEntries(wrappers.flatMap((name) => Object.entries(asMapping(row[name]) ?? {})));
}

/** What an `input` object brings under our own names. */
function readQuestion({ input = null }: JsonObject): JsonObject {
  if (!isJsonObject(input)) return {};
  const { messages = null, context = null } = input;
  return { ...(isConversation(messages) ? { messages: [...messages] } : {}), ...(context === null ? {} : { context }) };
}

/** The first of these columns that holds a value. */
function findValue(columns: JsonObject, names: readonly string[]) {
  const name = names.find((one) => (columns[one] ?? null) !== null);
  return name === undefined ? undefined : { name, value: columns[name] as Json };
}

function readInput(columns: JsonObject, members: readonly Json[], { isInstruction }: ColumnNames): Json | undefined {
  const found = findValue(columns, aliases.input);
  if (found !== undefined) return found.value;
  if (members.length === 1) return members[0];
  // A text of that name is no mapping of columns, but what is asked.
  const others = asMapping(columns.inputs) === null ? ['inputs'] : [];
  return findValue(columns, isInstruction ? [...others, instruction] : others)?.value;
}

function readExpected(columns: JsonObject, names: ColumnNames): Json | undefined {
  const found = findValue(columns, names.expected);
  if (found === undefined) return undefined;
  const { name, value } = found;
  if (name === names.said) return lastText(value);
  return /outputs$/i.test(name) || isItemOfLangfuse(columns) ? answerIn(value) : value;
}

/** True for a row as Langfuse exports the items of its datasets. */
function isItemOfLangfuse(columns: JsonObject): boolean {
  const isThere = (...names: string[]) => names.some((name) => Object.hasOwn(columns, name));
  return isThere('expectedOutput', 'expected_output') && isThere('datasetId', 'dataset_id', 'sourceTraceId');
}

/** A mapping, also one that a cell of text holds as JSON; null for any other value. */
function asMapping(value: Json | undefined): JsonObject | null {
  const read = typeof value === 'string' && value.startsWith('{') ? parseJson(value) : value;
  return isJsonObject(read) && (read === value || findJsonFault(read) === null) ? read : null;
}

import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../json.ts';

/** The names other tools give our three columns; the first that holds a value wins. */
const aliases = {
  input: ['query', 'question', 'user_input', 'prompt'],
  expected: [
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
  ],
  context: ['contexts', 'retrieved_contexts', 'retrieval_context'],
} as const;

/** What counts as the expected answer only in a file that has no other: beside one it is what an assistant once said. */
const recorded = ['answer', 'outputs'] as const;

/** Mappings whose members are columns. */
const wrappers = ['inputs', 'vars', 'variables'] as const;

/** The names that other tools give one of our columns. */
export function aliasesOf(name: string): readonly string[] {
  if (!Object.hasOwn(aliases, name)) return [];
  return [...aliases[name as keyof typeof aliases], ...(name === 'expected' ? recorded : [])];
}

/** Takes a row of OpenAI's exports, `{"item": {…}, "sample"?: …}`, out of its wrapper; any other row is returned as it is. */
export function unwrapRow(values: JsonObject): JsonObject {
  const isWrapped = isJsonObject(values.item) && Object.keys(values).every((key) => key === 'item' || key === 'sample');
  return isWrapped ? { ...asObject(values.item), ...values } : values;
}

/** True for a row that has a column for the expected answer, be it empty. */
export function hasExpected(row: JsonObject): boolean {
  const columns = { ...readWrappers(row), ...row };
  return ['expected', ...aliases.expected].some((name) => Object.hasOwn(columns, name));
}

/**
 * A row's columns plus the canonical names it lacks. Members of an `inputs`, `vars` or `variables` object count as columns where the row has none of
 * that name. `answer` and `outputs` are taken as expected only where `isExpectedElsewhere` is false: no row of the file has a column for it.
 */
export function addCanonicalNames(row: JsonObject, isExpectedElsewhere: boolean): JsonObject {
  const inputs = readWrappers(row);
  const columns: JsonObject = { ...inputs, ...row };
  const added: [string, Json][] = [];
  for (const [name, others] of Object.entries(aliases)) {
    if (Object.hasOwn(columns, name)) continue;
    const known = name === 'expected' && !isExpectedElsewhere ? recorded : others;
    const alias = known.find((other) => (columns[other] ?? null) !== null);
    const value = alias === undefined ? undefined : columns[alias];
    if (value !== undefined) added.push([name, alias === 'outputs' ? soleMember(value) : value]);
    else if (name === 'input' && Object.keys(inputs).length === 1) added.push([name, soleMember(inputs)]);
  }
  return { ...columns, ...Object.fromEntries(added) };
}

function readWrappers(row: JsonObject): JsonObject {
  return Object.assign({}, ...wrappers.map((name) => asObject(row[name])));
}

/** True for a column that only repeats what other columns hold: a mapping of columns, or the expected answer under another name. */
export function isRepeated(name: string, columns: JsonObject): boolean {
  if (wrappers.some((wrapper) => wrapper === name)) return isJsonObject(columns[name]);
  const isAnswer = aliasesOf('expected').includes(name);
  return isAnswer && canonicalJson(soleMember(columns[name])) === canonicalJson(columns.expected ?? null);
}

/** The only member of a mapping; any other value is itself. */
export function soleMember(value: Json | undefined): Json {
  const members = Object.values(asObject(value));
  return members.length === 1 ? (members[0] as Json) : (value ?? null);
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

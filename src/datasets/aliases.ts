import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** The names other tools give our three columns; the first that holds a value wins. */
const aliases = {
  input: ['query', 'question', 'user_input', 'prompt'],
  expected: [
    'expected_output',
    'expectedOutput',
    'ideal',
    'target',
    'reference',
    'reference_answer',
    'ground_truth',
    'answer',
    'outputs',
  ],
  context: ['contexts', 'retrieved_contexts', 'retrieval_context'],
} as const;

/** The names that other tools give one of our columns. */
export function aliasesOf(name: string): readonly string[] {
  return Object.hasOwn(aliases, name) ? aliases[name as keyof typeof aliases] : [];
}

/** Takes a row of OpenAI's exports, `{"item": {…}, "sample"?: …}`, out of its wrapper; any other row is returned as it is. */
export function unwrapRow(values: JsonObject): JsonObject {
  const isWrapped = isJsonObject(values.item) && Object.keys(values).every((key) => key === 'item' || key === 'sample');
  return isWrapped ? { ...asObject(values.item), ...values } : values;
}

/** A row's columns plus the canonical names it lacks. Members of an `inputs` object count as columns where the row has none of that name. */
export function addCanonicalNames(row: JsonObject): JsonObject {
  const inputs = asObject(row.inputs);
  const columns: JsonObject = { ...inputs, ...row };
  const added: [string, Json][] = [];
  for (const [name, others] of Object.entries(aliases)) {
    if (Object.hasOwn(columns, name)) continue;
    const alias = others.find((other) => Object.hasOwn(columns, other) && columns[other] !== null);
    if (alias !== undefined) added.push([name, columns[alias] as Json]);
    else if (name === 'input' && Object.keys(inputs).length === 1) added.push([name, Object.values(inputs)[0] as Json]);
  }
  return { ...columns, ...Object.fromEntries(added) };
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

import { buildProblem, type Problem } from '../../errors.ts';
import { contentHash, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { quoteName } from '../../text/problems.ts';
import { type Graded, type ReadAssertions, readAssertions } from './assertions.ts';
import { note, type Opened, scalarText } from './notes.ts';
import { isGiven, type Part } from './part.ts';
import type { Test } from './tests.ts';
import { expandVars } from './vars.ts';

/** A test with one choice of its variables, and what can be read of what it asserts. */
export interface TestRow extends ReadAssertions {
  readonly test: Test;
  readonly id: string;
  readonly variables: JsonObject;
  readonly tags: readonly string[];
  /** False for a test that cannot be asked as it is meant. */
  readonly isAskable: boolean;
}

/** The most rows of one prompt of a config. */
const maxRows = 20_000;

/** Hex digits that tell rows of one test apart, and rows without a description. */
const digits = { beside: 6, alone: 12 };

/** Makes the rows of all tests for a model with these tools. Ids come from the descriptions, or else from the variables: what a test asserts changes no id. */
export function buildRows(opened: Opened, tests: readonly Test[], tools: readonly string[]): readonly TestRow[] {
  const rows: TestRow[] = [];
  for (const test of tests) {
    rows.push(...buildTestRows(opened, test, tools));
    if (rows.length <= maxRows) continue;
    const message = `the tests come to more than ${maxRows} rows.`;
    note(opened, 'errors', test.part, message, 'Shorten the lists of variables, or keep the tests that matter.');
    return [];
  }
  const counts = new Map<string, number>();
  for (const { test } of rows) counts.set(test.description ?? '', (counts.get(test.description ?? '') ?? 0) + 1);
  const taken = new Map<string, number>();
  return rows.map((row) => {
    const { description } = row.test;
    const hash = contentHash(row.variables);
    const isOnly = description !== null && counts.get(description) === 1;
    const name = isOnly
      ? description
      : description === null
        ? hash.slice(0, digits.alone)
        : `${description} ${hash.slice(0, digits.beside)}`;
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return { ...row, id: count === 1 ? name : `${name}-${count}` };
  });
}

function buildTestRows(opened: Opened, test: Test, tools: readonly string[]): readonly TestRow[] {
  const expanded = expandVars(opened, test);
  const refusal = 'problem' in expanded ? expanded.problem : findRefusal(test);
  const rows = 'rows' in expanded ? expanded.rows : [{}];
  return rows.flatMap((variables): readonly TestRow[] => {
    const row = { test, id: '', variables, tags: listTags(test), isAskable: refusal === null };
    if (Object.hasOwn(variables, 'checks')) {
      const hint = 'The column "checks" holds what a row asserts here: rename the variable.';
      note(opened, 'errors', test.vars.get('checks') ?? test.part, 'is a variable named "checks".', hint);
      return [];
    }
    if (refusal !== null) return [{ ...row, checks: [], graded: [], refused: [refusal] }];
    return [{ ...row, ...readAssertions(opened, test, variables, tools) }];
  });
}

/** What of a test makes another prompt, another model or another answer of it: it cannot be asked as it is meant. */
function findRefusal({ own, options, part }: Test): Problem | null {
  const refuse = (found: Part | undefined, message: string, hint: string): readonly Problem[] =>
    found !== undefined && isGiven(found) && found.value !== '' ? [buildProblem(message, hint, found.where())] : [];
  const codeHint = 'Code of a change is never run here: a check of a suite looks at a part of JSON by "path: /name".';
  const found = [
    ...refuse(options.get('transform'), 'is transformed by code before it is looked at ("transform").', codeHint),
    ...refuse(options.get('postprocess'), 'is transformed by code before it is looked at ("postprocess").', codeHint),
    ...refuse(options.get('transformVars'), 'has variables that code makes ("transformVars").', 'Write the variables.'),
    ...refuse(
      own.get('assertScoringFunction'),
      'is scored by code ("assertScoringFunction").',
      'Write assertions with "weight" and a "threshold".',
    ),
    ...refuse(
      own.get('provider'),
      'asks a provider of its own.',
      'List it among the providers, and name it in "providers" of the test.',
    ),
    ...refuse(
      own.get('providerOutput'),
      'brings its output, and nothing is asked.',
      'Outputs that an application wrote are judged by "mode: outputs".',
    ),
    ...refuse(options.get('prefix'), 'has a "prefix" of its own.', 'Write it into the prompt.'),
    ...refuse(options.get('suffix'), 'has a "suffix" of its own.', 'Write it into the prompt.'),
  ];
  const [first] = found;
  return first === undefined ? null : { ...first, message: `${nameTest(part, own)} ${first.message}` };
}

/** A test for a message: by its description, or else its place alone. */
export function nameTest(part: Part, own: ReadonlyMap<string, Part>): string {
  const description = own.get('description')?.value ?? part.child('description').value;
  return typeof description === 'string' ? `the test ${quoteName(description)}` : 'this test';
}

/** Metadata as tags, `key: value`, for every text, number and switch in it. */
function listTags({ metadata }: Test): readonly string[] {
  return [...metadata].flatMap(([key, { value }]) =>
    [value]
      .flat()
      .flatMap((one: Json) => (isJsonObject(one) ? [] : (scalarText(one) ?? [])))
      .map((text) => `${key}: ${text}`),
  );
}

/** The judges' texts of a row, joined by type. */
export function joinGraded(graded: readonly Graded[]): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  for (const { type, text } of graded) {
    const before = joined.get(type);
    joined.set(type, before === undefined ? text : `${before}\n\n${text}`);
  }
  return joined;
}

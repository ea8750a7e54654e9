import { buildProblem, collectProblems, type Problem } from '../../errors.ts';
import type { Json, JsonObject } from '../../json.ts';
import { quoteName } from '../../text/problems.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { parseYaml } from '../../text/yaml-file.ts';
import type { Opened } from './notes.ts';
import type { Part } from './part.ts';
import { findFiles, isReference } from './references.ts';
import type { Test } from './tests.ts';

/** The most rows that the lists of one test may come to. */
const maxCombinations = 10_000;

/** The rows of one test: a list of texts stands for each of them, and all lists are combined. What cannot be read keeps the test from being asked. */
export function expandVars(
  opened: Opened,
  { vars, options, part }: Test,
): { readonly rows: readonly JsonObject[] } | { readonly problem: Problem } {
  const isWhole = options.get('disableVarExpansion')?.value === true;
  const faults: Problem[] = [];
  const lists = [...vars].map(([name, value]) => ({ name, values: listValues(opened, value, isWhole, faults) }));
  const [problem] = faults;
  if (problem !== undefined) return { problem };
  const count = lists.reduce((product, { values }) => product * values.length, 1);
  if (count > maxCombinations) {
    const message = `the lists of its variables come to ${count} rows; at most ${maxCombinations} can be read.`;
    return { problem: buildProblem(message, 'Shorten them, or write the tests that matter.', part.where()) };
  }
  const rows = lists.reduce<readonly JsonObject[]>(
    (combined, { name, values }) => combined.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
  return { rows };
}

function listValues(opened: Opened, part: Part, isWhole: boolean, faults: Problem[]): readonly Json[] {
  const { value } = part;
  const isList = Array.isArray(value) && typeof value[0] === 'string' && !isWhole;
  const items = isList ? value.map((_, index) => part.child(index)) : [part];
  return items.flatMap((item) => (isReference(item.value) ? readNamed(opened, item, faults) : [item.value]));
}

/** The texts of the files that a variable names; YAML as JSON. */
function readNamed(opened: Opened, part: Part, faults: Problem[]): readonly Json[] {
  const found: Problem[] = [];
  const files = findFiles({ ...opened, notes: { ...opened.notes, errors: found } }, part);
  faults.push(...found);
  if (files.length === 0 && found.length === 0) {
    faults.push(buildProblem(`${quoteName(String(part.value))} matches no file.`, 'Correct the path.', part.where()));
  }
  return files.map((file) => readText(file, faults));
}

function readText(file: SourceFile, faults: Problem[]): Json {
  if (!/\.ya?ml$/i.test(file.path)) return file.text.trim();
  const value = collectProblems(faults, () => parseYaml(file).value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

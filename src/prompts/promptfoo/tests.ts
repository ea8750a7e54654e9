import { jsonl } from '../../datasets/jsonl.ts';
import { collectProblems } from '../../errors.ts';
import { isJsonObject } from '../../json.ts';
import { hintKnown, quoteName } from '../../text/problems.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { kindOf } from '../fields.ts';
import { readCsvTests } from './csv-tests.ts';
import { note, type Opened } from './notes.ts';
import { isGiven, itemsOf, membersOf, openPart, type Part, plainPart } from './part.ts';
import { findFiles, isReference } from './references.ts';

/** A test with what `defaultTest` and its scenario give it. */
export interface Test {
  readonly part: Part;
  readonly description: string | null;
  readonly vars: ReadonlyMap<string, Part>;
  readonly assert: readonly Part[];
  readonly threshold: Part;
  readonly options: ReadonlyMap<string, Part>;
  readonly metadata: ReadonlyMap<string, Part>;
  /** All keys as the test, its scenario or the default says them. */
  readonly own: ReadonlyMap<string, Part>;
}

const known = [
  'description',
  'vars',
  'assert',
  'options',
  'threshold',
  'metadata',
  'provider',
  'providers',
  'prompts',
  'providerOutput',
  'assertScoringFunction',
];

/** Reads `tests` and `scenarios`, inline or in files, each merged with `defaultTest`. */
export function readTests(opened: Opened): readonly Test[] {
  const [defaults = plainPart(null, opened.root.where())] = loadAll(opened, opened.root.child('defaultTest'));
  const plain = loadAll(opened, opened.root.child('tests')).map((part) => mergeTest(opened, [defaults, part]));
  const scenarios = loadAll(opened, opened.root.child('scenarios')).flatMap((scenario) =>
    loadAll(opened, scenario.child('config')).flatMap((config) =>
      loadAll(opened, scenario.child('tests')).map((part) => mergeTest(opened, [defaults, config, part])),
    ),
  );
  const all = [...plain, ...scenarios];
  // Without tests promptfoo sends each prompt once, as it is.
  if (all.length > 0 || !isJsonObject(defaults.value)) return all;
  return [mergeTest(opened, [defaults, plainPart({}, defaults.where())])];
}

/** The mappings that a part holds or that files which it names hold. */
function loadAll(opened: Opened, part: Part): readonly Part[] {
  if (!isGiven(part)) return [];
  if (Array.isArray(part.value)) return itemsOf(part).flatMap((item) => loadAll(opened, item));
  if (typeof part.value === 'string') return findFiles(opened, part).flatMap((file) => loadFile(opened, file));
  const path = part.child('path');
  if (typeof path.value === 'string' && !isGiven(part.child('vars'))) {
    const hint = 'Commit what it makes as YAML, JSON or CSV, and name that.';
    note(opened, 'errors', part, `${quoteName(path.value)} makes tests by code, which is never run here.`, hint);
    return [];
  }
  return [part];
}

function loadFile(opened: Opened, file: SourceFile): readonly Part[] {
  const read = (): readonly Part[] => {
    if (/\.csv$/i.test(file.path)) return readCsvTests(opened, file);
    if (/\.(jsonl|ndjson)$/i.test(file.path))
      return jsonl.parse(file).map(({ values, where }) => plainPart(values, where));
    const root = openPart(file);
    return loadAll(opened, isGiven(root.child('tests')) ? root.child('tests') : root);
  };
  return collectProblems(opened.notes.errors, read) ?? [];
}

/** Later parts win; variables, options and metadata are joined, and a test's assertions come after the default ones. */
function mergeTest(opened: Opened, parts: readonly Part[]): Test {
  const part = parts.at(-1) as Part;
  for (const one of parts) checkTest(opened, one);
  const own = new Map(parts.flatMap((one) => [...membersOf(one)].filter(([, member]) => isGiven(member))));
  const join = (key: string) => new Map(parts.flatMap((one) => [...readMapping(opened, one.child(key))]));
  const options = join('options');
  const [defaults, ...later] = parts as [Part, ...Part[]];
  const last = later.map((one) => one.child('assert')).findLast(isGiven);
  const isAlone = options.get('disableDefaultAsserts')?.value === true;
  const asserts = [...(isAlone ? [] : [defaults.child('assert')]), ...(last === undefined ? [] : [last])];
  const description = part.child('description').value;
  return {
    part,
    description: typeof description === 'string' && description.trim() !== '' ? description.trim() : null,
    vars: join('vars'),
    assert: asserts.flatMap((list) => listAssertions(opened, list)),
    threshold: own.get('threshold') ?? plainPart(null, part.where()),
    options,
    metadata: join('metadata'),
    own,
  };
}

/** What the options of a test may say; what they say beside it is named. */
const knownOptions = [
  'prefix',
  'suffix',
  'transform',
  'postprocess',
  'transformVars',
  'provider',
  'repeat',
  'disableVarExpansion',
  'disableDefaultAsserts',
];

function checkTest(opened: Opened, part: Part): void {
  for (const [key, member] of membersOf(part.child('options'))) {
    if (knownOptions.includes(key)) continue;
    const hint =
      key === 'rubricPrompt'
        ? 'Judges ask in words of their own: write a judge of a suite with "prompt" and "choices".'
        : 'Remove it, or keep it for promptfoo.';
    note(opened, 'warnings', member, `${quoteName(key)} of a test is not read.`, hint);
  }
  if (part.value !== null && !isJsonObject(part.value)) {
    note(opened, 'errors', part, `is no test, but ${kindOf(part.value)}.`, 'Write "vars:" and "assert:".');
  }
  for (const [key, member] of membersOf(part)) {
    if (known.includes(key) || key.startsWith('$')) continue;
    note(opened, 'warnings', member, `${quoteName(key)} of a test is not known and not read.`, hintKnown(key, known));
  }
}

/** A mapping, or the files of such. */
function readMapping(opened: Opened, part: Part): ReadonlyMap<string, Part> {
  if (!isReference(part.value) && typeof part.value !== 'string') return membersOf(part);
  return new Map(findFiles(opened, part).flatMap((file) => [...membersOf(openPart(file))]));
}

function listAssertions(opened: Opened, list: Part): readonly Part[] {
  const items = Array.isArray(list.value) ? itemsOf(list) : isGiven(list) ? [list] : [];
  return items.flatMap((item) => {
    const target = dereference(opened, item);
    if (!isReference(target.value)) return [target];
    return findFiles(opened, target).flatMap((file) => listAssertions(opened, openPart(file)));
  });
}

/** The part that `$ref: '#/…'` stands for, in the same config. */
function dereference(opened: Opened, part: Part): Part {
  const ref = part.child('$ref').value;
  if (typeof ref !== 'string') return part;
  const found = ref
    .replace(/^#\/?/, '')
    .split('/')
    .reduce((one, key) => one.child(key), opened.root);
  if (ref.startsWith('#') && isGiven(found) && typeof found.child('$ref').value !== 'string') return found;
  note(
    opened,
    'errors',
    part,
    `${quoteName(ref)} refers to nothing in this config.`,
    'Write "#/assertionTemplates/NAME".',
  );
  return plainPart(null, part.where());
}

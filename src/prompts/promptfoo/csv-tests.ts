import { csv } from '../../datasets/csv.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { isAssertion } from './assertion-kinds.ts';
import { readExpected } from './expected-text.ts';
import { note, type Opened } from './notes.ts';
import { type Part, plainPart } from './part.ts';

const known = new Set(['__prefix', '__suffix', '__description', '__providerOutput', '__metric', '__threshold']);

/** Reads rows of CSV as tests: a column is a variable, unless its name begins with two underscores. */
export function readCsvTests(opened: Opened, file: SourceFile): readonly Part[] {
  const rows = csv.parse(file);
  // For promptfoo an empty cell is an empty text.
  const empty = Object.fromEntries(
    rows.flatMap(({ values }) =>
      Object.keys(values as JsonObject)
        .filter((name) => !name.startsWith('__'))
        .map((name) => [name, '']),
    ),
  );
  return rows.map(({ values, where }) =>
    plainPart(readRow(opened, { ...empty, ...(values as JsonObject) }, where), where),
  );
}

function readRow(opened: Opened, values: JsonObject, where: ReturnType<Part['where']>): JsonObject {
  const cells = new Map(Object.entries(values).map(([key, cell]) => [key, String(cell)]));
  const own = (name: string) => cells.get(`__${name}`) ?? null;
  const number = (name: string): number | null => {
    const cell = own(name);
    return cell === null || cell.trim() === '' || Number.isNaN(Number(cell)) ? null : Number(cell);
  };
  const vars: [string, Json][] = [];
  const metadata: [string, Json][] = [];
  const assert: JsonObject[] = [];
  for (const [key, cell] of cells) {
    if (key.startsWith('__expected')) assert.push(readExpected(cell, isAssertion));
    else if (key.startsWith('__metadata:')) metadata.push(readMetadata(key.slice('__metadata:'.length), cell));
    else if (!key.startsWith('__')) vars.push([key, cell]);
    else if (!known.has(key)) {
      const hint = `Known: __expected, __metadata:NAME, ${[...known].join(', ')}.`;
      note(opened, 'warnings', plainPart(null, { ...where, line: 1 }), `the column "${key}" is not read.`, hint);
    }
  }
  const options = { prefix: own('prefix'), suffix: own('suffix') };
  return {
    vars: Object.fromEntries(vars),
    assert,
    options: withoutEmpty(options),
    ...withoutEmpty({
      description: own('description'),
      threshold: number('threshold'),
      providerOutput: own('providerOutput'),
    }),
    metadata: Object.fromEntries(metadata),
  };
}

function readMetadata(name: string, cell: string): [string, Json] {
  return name.endsWith('[]') ? [name.slice(0, -2), cell.split(',').map((one) => one.trim())] : [name, cell];
}

function withoutEmpty(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

import { buildProblem } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { quoteName } from '../../text/problems.ts';
import { kindOf } from '../fields.ts';
import type { EmbeddedRow } from '../prompt.ts';
import { readValue, type Source } from './references.ts';
import { listProperties } from './schema.ts';

/** What a Prompty file says of its inputs. */
export interface Inputs {
  /** The names of conversations that the template puts in. */
  readonly threads: readonly string[];
  readonly defaults: JsonObject;
  readonly rows: readonly EmbeddedRow[] | null;
}

/** What no text can stand for. */
const media = ['image', 'audio', 'file'];

/** Reads `inputs` and `sample`; `used` are the variables of the template. A sample, or the examples of the inputs, are a row. */
export function readInputs(source: Source, used: readonly string[]): Inputs {
  const { fields } = source;
  const written = readValue(source, ['inputs']);
  const properties = listProperties(written).map(({ name, key, values }) => ({ name, path: ['inputs', key], values }));
  const examples = new Map<string, Json>();
  const defaults = new Map<string, Json>();
  const threads: string[] = [];
  for (const { name, path, values } of properties) {
    const { kind = values.type, default: fallback = null, example = null, sample = example } = values;
    if (kind === 'thread' && used.includes(name)) threads.push(name);
    else if (fallback !== null) defaults.set(name, fallback);
    if (sample !== null) examples.set(name, sample);
    if (typeof kind !== 'string' || !media.includes(kind) || !used.includes(name)) continue;
    const hint = 'Only text is put into templates: take it out, or give the rows "messages" with image parts.';
    fields.reject(path, `is of the kind ${quoteName(kind)}, which is not read.`, hint);
  }
  const own = readSamples(source);
  const isRow = examples.size > 0 && own === null;
  const lacking = used.filter((name) => !examples.has(name) && !defaults.has(name) && !threads.includes(name));
  if (isRow && lacking.length > 0) {
    const message = `the examples of the inputs make no row: ${quoteName(lacking[0] as string)} has none.`;
    fields.warnings.push(
      buildProblem(message, 'Give each input an example or a default.', fields.yaml.whereKey(['inputs'])),
    );
  }
  const example = { values: Object.fromEntries(examples), where: fields.yaml.where(['inputs']) };
  return {
    threads,
    defaults: Object.fromEntries(defaults),
    rows: own ?? (isRow && lacking.length === 0 ? [example] : null),
  };
}

function readSamples(source: Source): readonly EmbeddedRow[] | null {
  const { fields } = source;
  const value = readValue(source, ['sample']);
  if (value === null) return null;
  const where = fields.yaml.where(['sample']);
  const samples = Array.isArray(value) ? value : [value];
  return samples.flatMap((values: Json): readonly EmbeddedRow[] => {
    if (isJsonObject(values)) return [{ values, where }];
    fields.reject(['sample'], `must be a mapping, not ${kindOf(values)}.`, 'Write "input: value" lines.');
    return [];
  });
}

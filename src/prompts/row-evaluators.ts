import { rowChecks } from '../checks/row-checks.ts';
import type { CheckConfig } from '../config/config.ts';
import { buildProblem, type Problem } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { type Fields, readList, setApart } from './fields.ts';
import { makeUnique, readEvaluator } from './github-evaluators.ts';
import type { EmbeddedRow, Prompt } from './prompt.ts';
import { unsetCheck } from './unset-metrics.ts';

type Evaluated = Pick<Prompt, 'rows' | 'metrics' | 'unread'>;

/** The column under which rows bring evaluators of their own. */
const column = 'evaluators';

/** Reads the evaluators that rows bring: each row's become its checks, which one metric beside the file's own scores. Where only some rows have such, or one cannot be read, `unread` says so. */
export function addRowEvaluators(
  fields: Fields,
  rows: readonly EmbeddedRow[] | null,
  { metrics, unread }: Pick<Prompt, 'metrics' | 'unread'>,
): Evaluated {
  if (rows === null || !rows.some(bringsAny)) return { rows, metrics, unread };
  const faults: Problem[] = [];
  const apart = setApart(fields, faults);
  const list = fields.yaml.get(['testData']) as readonly Json[];
  const written = list.flatMap((values, index) => (isJsonObject(values) ? [index] : []));
  const read = rows.map((row, place) => readRow(apart, row, written[place] ?? 0));
  const missing = rows.filter((row) => !bringsAny(row)).map(({ where }) => explainMissing(where));
  const where = rows.find(bringsAny)?.where ?? fields.yaml.where(['testData']);
  const scorer: CheckConfig = {
    ...unsetCheck,
    name: makeUnique('assertions', metrics),
    type: rowChecks.type,
    options: {},
    where,
  };
  return {
    rows: read,
    metrics: missing.length > 0 ? metrics : [...metrics, scorer],
    unread: [...unread, ...faults, ...missing],
  };
}

function bringsAny({ values }: EmbeddedRow): boolean {
  const list = values[column] ?? null;
  return list !== null && !(Array.isArray(list) && list.length === 0);
}

/** The row with its evaluators as checks, behind those that it has already. */
function readRow(fields: Fields, row: EmbeddedRow, index: number): EmbeddedRow {
  const { [column]: _, ...values } = row.values;
  const path = ['testData', index, column];
  const checks = (readList(fields, path) ?? []).flatMap((item, place): readonly JsonObject[] => {
    const read = readEvaluator(fields, [...path, place], '', item);
    if (read?.kind === 'check') return [{ type: read.type, ...(read.not && { not: true }), ...read.options }];
    if (read !== null) {
      fields.reject(
        [...path, place],
        'asks a judge about one row alone.',
        'Write it below "evaluators", for all rows.',
      );
    }
    return [];
  });
  const own = values[rowChecks.column] ?? [];
  return { ...row, values: { ...values, [rowChecks.column]: [...(Array.isArray(own) ? own : [own]), ...checks] } };
}

function explainMissing(where: EmbeddedRow['where']): Problem {
  const hint = 'Give it some, or write them once for all rows, with what differs as a column that they name.';
  return buildProblem(`brings no "${column}" of its own, as other rows do.`, hint, where);
}

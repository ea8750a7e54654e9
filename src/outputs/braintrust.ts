import { maxRows } from '../datasets/format.ts';
import { jsonl } from '../datasets/jsonl.ts';
import { UserError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message, ModelResult, Usage } from '../ports.ts';
import { fileWhere } from '../text/json-text.ts';
import type { SourceFile } from '../text/source-file.ts';
import { type Reject, readAnswer } from './answer.ts';
import { type Entry, type ForeignOutput, memberOf, readEntries } from './document.ts';
import { readAmount, readCaseId, readDollars, readMapping, readScores } from './figures.ts';
import { answered, failed, isTurn, readReturned } from './result.ts';
import type { OutputSource } from './supplied.ts';
import { hasTopKeys } from './top-keys.ts';

/** Rows of a Braintrust experiment as JSON Lines: spans as its API and SDKs give them. */
export const braintrust: OutputSource = {
  name: 'Braintrust experiment',
  recognise: ({ text }) => hasTopKeys(text, 'span_id', 'root_span_id'),
  read: (file) => readEntries(file, listRoots(file), readRow),
};

/** The span of a whole evaluation; what it called along the way is not the answer. */
function listRoots(file: SourceFile): readonly Entry[] {
  const rows = jsonl.parse(file);
  if (rows.length > maxRows) {
    const hint = 'Export the root spans alone: those with "is_root".';
    throw UserError.of(`has more than ${maxRows} rows.`, hint, fileWhere(file));
  }
  return rows
    .filter(({ values }) => isRoot(values))
    .map(({ values, where }) => ({ value: values, name: null, line: where.line }));
}

function isRoot(row: Json): boolean {
  if (!isJsonObject(row)) return true;
  const { is_root: said = null, span_parents: parents = null } = row;
  return typeof said === 'boolean' ? said : parents === null || (Array.isArray(parents) && parents.length === 0);
}

const idHint = 'Log "metadata": {"case": …} with each row, or evaluate a dataset.';

function readRow(row: JsonObject, reject: Reject): ForeignOutput | null {
  const id = readCaseId([memberOf(row.metadata, 'case'), memberOf(row.origin, 'id')], reject, idHint);
  const result = readResult(row, reject);
  if (id === null || result === null) return null;
  return {
    case: id,
    result,
    messages: readInput(row.input ?? null, reject),
    costMicroUsd: readDollars(memberOf(row.metrics, 'estimated_cost'), 'metrics.estimated_cost', reject),
  };
}

/** A text or a conversation; variables are the row's own, and stand in the dataset. */
function readInput(input: Json, reject: Reject): readonly Message[] | null {
  if (typeof input === 'string') return [{ role: 'user', content: input }];
  if (!Array.isArray(input) || input.length === 0 || !input.every(isTurn)) return null;
  return readAnswer(input, reject)?.trajectory ?? null;
}

function readResult(row: JsonObject, reject: Reject): ModelResult | null {
  const { output = null, error = null, metrics = null, scores = null } = row;
  const [start, end] = ['start', 'end'].map((name) => readAmount(memberOf(metrics, name), `metrics.${name}`, reject));
  const latencyMs = start == null || end == null ? 0 : Math.max(0, Math.round((end - start) * 1000));
  if (error !== null || output === null) return failed(error, latencyMs);
  const answer = readReturned(output, reject);
  const given = readScores(Object.entries(readMapping(scores, 'scores', reject)), reject);
  const model = memberOf(row.metadata, 'model');
  return answer === null
    ? null
    : answered(
        { ...answer, scores: given },
        { usage: readUsage(metrics), model: typeof model === 'string' ? model : null, latencyMs },
      );
}

function readUsage(metrics: Json): Usage | null {
  const count = (name: string) => {
    const value = memberOf(metrics, name);
    return typeof value === 'number' ? value : null;
  };
  const [inputTokens, outputTokens] = [count('prompt_tokens'), count('completion_tokens')];
  if (inputTokens === null || outputTokens === null) return null;
  return {
    inputTokens,
    cachedInputTokens: count('prompt_cached_tokens') ?? 0,
    outputTokens,
    reasoningTokens: count('completion_reasoning_tokens') ?? 0,
  };
}

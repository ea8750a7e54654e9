import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { readAnswer } from './answers.ts';
import { buildRecord, microUsd, readLabels } from './build-record.ts';
import { RecordFault } from './fault.ts';
import { mappingOf, memberOf, numberOf, readNested, textOf, textsOf, wordOf } from './fields.ts';
import { elapsed, instantOf } from './instants.ts';
import type { ProductionRecord, RecordEvent, RecordFormat } from './record.ts';
import { readRequest } from './requests.ts';
import { usageOf } from './usage.ts';

/** Langfuse's blob export, observations and scores, and the same as its API and clients give them (in camel case). */
export const langfuse: RecordFormat = {
  name: 'Langfuse',
  recognise: (value) => {
    if (!isJsonObject(value)) return false;
    const keys = inSnakeCase(value);
    return 'trace_id' in keys && ('parent_observation_id' in keys || 'completion_start_time' in keys || isScore(keys));
  },
  read: (value, line) => {
    if (!isJsonObject(value)) return [];
    const row = inSnakeCase(value);
    return isScore(row) ? readScore(row, line) : readObservation(row, line);
  },
};

/** The API's names are the export's in camel case. What stands inside is the user's. */
function inSnakeCase(row: JsonObject): JsonObject {
  if ('trace_id' in row) return row;
  const name = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [name(key), value]));
}

function isScore(row: JsonObject): boolean {
  // Where both were joined into one table, either has the columns of the other, empty.
  return memberOf(row, 'data_type') !== null;
}

/** Texts are no numbers, and say so by their type. A score of a session or of an experiment is of no record. */
function readScore(row: JsonObject, line: number): readonly RecordEvent[] {
  const [recordId, traceId] = [textOf(row, 'observation_id'), textOf(row, 'trace_id')];
  const score = numberOf(row, 'value');
  const name = textOf(row, 'name');
  if (row.data_type === 'TEXT' || score === null || (recordId === null && traceId === null)) return [];
  if (name === null) throw new RecordFault('is a score without a name.');
  return [{ kind: 'feedback', of: { recordId, traceId }, name, score, line }];
}

/** Requests of models, and the runs of agents that hold words; other observations are steps of them. */
function readObservation(row: JsonObject, line: number): readonly RecordEvent[] {
  const type = textOf(row, 'type');
  const isRun = type === 'AGENT' && memberOf(row, 'input') !== null;
  if (type !== 'GENERATION' && !isRun) return [];
  const atMs = instantOf(row, 'start_time');
  const error = row.level === 'ERROR' ? (textOf(row, 'status_message') ?? 'error') : null;
  const id = textOf(row, 'id');
  const model = textOf(row, 'provided_model_name') ?? textOf(row, 'model');
  const { messages, variables } = readRequest(memberOf(row, 'input'));
  const known = {
    messages,
    variables,
    id,
    atMs,
    output: error === null ? readAnswer(answerOf(row)) : null,
    modelAsked: error === null ? null : model,
    modelAnswered: error === null ? model : null,
    usage: usageOf(mappingOf(row, 'usage_details')),
    // Its own "latency" is in seconds or in milliseconds, by the day on which the export was set up.
    latencyMs: elapsed(atMs, instantOf(row, 'end_time')),
    costMicroUsd: microUsd(numberOf(row, 'total_cost') ?? numberOf(mappingOf(row, 'cost_details'), 'total')),
    error,
    traceId: textOf(row, 'trace_id'),
    spanId: id,
  };
  return [{ kind: 'record', record: buildRecord(known, identityOf(row, isRun)), line }];
}

function identityOf(row: JsonObject, isRun: boolean): Partial<ProductionRecord> {
  const labels = readLabels(mappingOf(row, 'metadata'));
  return {
    prompt: labels.prompt ?? textOf(row, 'prompt_name') ?? (isRun ? textOf(row, 'name') : null),
    promptVersion: labels.promptVersion ?? wordOf(row, 'prompt_version'),
    unit: labels.unit ?? textOf(row, 'user_id') ?? textOf(row, 'session_id'),
    arm: labels.arm,
    tags: textsOf(row, 'tags'),
  };
}

/** Where only tools were called, some integrations leave the output empty and the calls beside it, each as JSON text. */
function answerOf(row: JsonObject): Json {
  const output = memberOf(row, 'output');
  const calls = textsOf(row, 'tool_calls');
  if (output !== null || calls.length === 0) return output;
  return { role: 'assistant', tool_calls: calls.map((call) => readNested('tool_calls', call)) };
}

import { isJsonObject, type JsonObject } from '../json.ts';
import { readAnswer } from './answers.ts';
import { buildRecord, buildUsage, microUsd, readLabels } from './build-record.ts';
import { mappingOf, memberOf, numberOf, numbersOf, textOf, wordOf } from './fields.ts';
import { instantOf } from './instants.ts';
import type { ProductionRecord, RecordEvent, RecordFormat } from './record.ts';
import { readRequest } from './requests.ts';

/** Helicone's export of requests, with bodies or without. */
export const helicone: RecordFormat = {
  name: 'Helicone',
  recognise: (value) => isJsonObject(value) && 'request_id' in value && 'request_created_at' in value,
  read: (value, line) => (isJsonObject(value) ? readRow(value, line) : []),
};

function readRow(row: JsonObject, line: number): readonly RecordEvent[] {
  const error = errorOf(row);
  const response = bodyOf(row, 'response_body');
  const { messages, variables } = readRequest(bodyOf(row, 'request_body'));
  const known = {
    messages,
    variables,
    id: textOf(row, 'request_id'),
    atMs: instantOf(row, 'request_created_at'),
    output: error === null && Object.keys(response).length > 0 ? readAnswer(response) : null,
    modelAsked: textOf(row, 'request_model') ?? textOf(row, 'model'),
    modelAnswered: textOf(row, 'response_model'),
    fingerprint: typeof response.system_fingerprint === 'string' ? response.system_fingerprint : null,
    usage: buildUsage(
      numberOf(row, 'prompt_tokens'),
      numberOf(row, 'completion_tokens'),
      numberOf(row, 'prompt_cache_read_tokens'),
      numberOf(row, 'reasoning_tokens'),
    ),
    latencyMs: numberOf(row, 'delay_ms'),
    costMicroUsd: microUsd(numberOf(row, 'costUSD') ?? numberOf(row, 'cost')),
    error,
    feedback: feedbackOf(row),
  };
  return [{ kind: 'record', record: buildRecord(known, identityOf(row)), line }];
}

function identityOf(row: JsonObject): Partial<ProductionRecord> {
  const labels = readLabels({ ...mappingOf(row, 'properties'), ...mappingOf(row, 'request_properties') });
  return {
    prompt: labels.prompt ?? textOf(row, 'prompt_id'),
    promptVersion: labels.promptVersion ?? wordOf(row, 'prompt_version'),
    unit: labels.unit ?? textOf(row, 'request_user_id') ?? textOf(row, 'helicone_user'),
    arm: labels.arm,
  };
}

/** A body as kept; empty where it was not, of which Helicone leaves a message of its own. */
function bodyOf(row: JsonObject, key: string): JsonObject {
  const body = memberOf(row, key);
  return isJsonObject(body) && body.helicone_message === undefined ? body : {};
}

function errorOf(row: JsonObject): string | null {
  const status = numberOf(row, 'response_status');
  if (status === null || (status >= 200 && status < 300)) return null;
  const { error } = bodyOf(row, 'response_body');
  const message = isJsonObject(error) ? error.message : error;
  return typeof message === 'string' ? message : `HTTP status ${status}`;
}

/** Scores by name, and the thumb as 0 or 1. */
function feedbackOf(row: JsonObject): ProductionRecord['feedback'] {
  const rating = memberOf(row, 'feedback_rating');
  return { ...numbersOf(row, 'scores'), ...(typeof rating === 'boolean' ? { rating: rating ? 1 : 0 } : {}) };
}

import { isJsonObject, type JsonObject } from '../json.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { readAnswer } from './answers.ts';
import { buildRecord } from './build-record.ts';
import { RecordFault } from './fault.ts';
import { mappingOf, memberOf, numberOf, numbersOf, textOf, textsOf, wordOf } from './fields.ts';
import { instantOf } from './instants.ts';
import type { ProductionRecord, RecordEvent, RecordFormat } from './record.ts';
import { readRequest } from './requests.ts';
import { usageOf } from './usage.ts';

const keys = [
  'id',
  'time',
  'prompt',
  'promptVersion',
  'unit',
  'arm',
  'input',
  'output',
  'model',
  'tokens',
  'latencyMs',
  'costUsdMicros',
  'error',
  'finish',
  'feedback',
  'business',
  'trace',
  'tags',
];

/** Our own lines, which an application writes itself: a request a line, or later feedback on one by its id. */
export const own: RecordFormat = {
  name: 'records.jsonl',
  recognise: (value) =>
    isJsonObject(value) && 'id' in value && ['input', 'output', 'feedback', 'error'].some((key) => key in value),
  read: (value, line) => (isJsonObject(value) ? readLine(value, line) : []),
};

function readLine(row: JsonObject, line: number): readonly RecordEvent[] {
  const unknown = Object.keys(row).find((key) => !keys.includes(key));
  if (unknown !== undefined)
    throw new RecordFault(`has the unknown key ${quoteName(unknown)}.`, hintKnown(unknown, keys));
  const isFeedback = Object.keys(row).every((key) => ['id', 'feedback', 'trace'].includes(key));
  return isFeedback ? readFeedback(row, line) : [{ kind: 'record', record: readRow(row), line }];
}

function readFeedback(row: JsonObject, line: number): readonly RecordEvent[] {
  const of = { recordId: wordOf(row, 'id'), traceId: textOf(mappingOf(row, 'trace'), 'traceId') };
  const scores = Object.entries(numbersOf(row, 'feedback'));
  return scores.map(([name, score]) => ({ kind: 'feedback', of, name, score, line }));
}

function readRow(row: JsonObject): ProductionRecord {
  const error = textOf(row, 'error');
  const trace = mappingOf(row, 'trace');
  const models = modelsOf(row);
  const { messages, variables } = requestOf(row);
  const cost = numberOf(row, 'costUsdMicros');
  return buildRecord({
    messages,
    variables,
    id: wordOf(row, 'id'),
    atMs: instantOf(row, 'time'),
    prompt: textOf(row, 'prompt'),
    promptVersion: wordOf(row, 'promptVersion'),
    unit: wordOf(row, 'unit'),
    arm: textOf(row, 'arm'),
    output: error === null ? readAnswer(memberOf(row, 'output'), textOf(row, 'finish')) : null,
    modelAsked: textOf(models, 'asked'),
    modelAnswered: textOf(models, 'answered'),
    fingerprint: textOf(models, 'fingerprint'),
    usage: usageOf(mappingOf(row, 'tokens')),
    latencyMs: numberOf(row, 'latencyMs'),
    costMicroUsd: cost === null ? null : Math.round(cost),
    error,
    feedback: numbersOf(row, 'feedback'),
    business: numbersOf(row, 'business'),
    traceId: textOf(trace, 'traceId'),
    spanId: textOf(trace, 'spanId'),
    tags: textsOf(row, 'tags'),
  });
}

/** A text alone is the model that was asked. */
function modelsOf(row: JsonObject): JsonObject {
  const model = memberOf(row, 'model');
  return typeof model === 'string' ? { asked: model } : mappingOf(row, 'model');
}

/** `input` has variables, messages or both; a text or a list is what was said. */
function requestOf(row: JsonObject) {
  const input = memberOf(row, 'input');
  if (!isJsonObject(input) || (input.vars === undefined && input.messages === undefined)) return readRequest(input);
  const { messages } = readRequest(input.messages ?? null);
  return { messages, variables: input.vars === undefined ? null : mappingOf(input, 'vars') };
}

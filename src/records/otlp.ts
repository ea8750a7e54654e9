import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { eventNames } from './attributes.ts';
import { RecordFault } from './fault.ts';
import { textOf } from './fields.ts';
import { nanosOf, toMs } from './instants.ts';
import { attributeNumber, attributeWord, readGenAiRecord, spanRole } from './otlp-record.ts';
import { readAttributes } from './otlp-values.ts';
import type { RecordEvent, RecordFormat } from './record.ts';

/** OTLP's file format: an object of spans, logs or metrics a line, as the collector's file exporter writes it. */
export const otlp: RecordFormat = {
  name: 'OTLP',
  hasHalves: true,
  recognise: isEnvelope,
  read: readEnvelope,
};

/** OTLP's lines whose attributes are OpenInference's; spans of both may stand in one file. */
export const openInference: RecordFormat = {
  name: 'OpenInference',
  hasHalves: true,
  recognise: (value) =>
    isEnvelope(value) && itemsOf(value, 'resourceSpans', 'scopeSpans', 'spans').some(isOpenInference),
  read: readEnvelope,
};

const kinds = ['resourceSpans', 'resourceLogs', 'resourceMetrics'];

function isEnvelope(value: Json): value is JsonObject {
  return isJsonObject(value) && kinds.some((kind) => Array.isArray(value[kind]));
}

function isOpenInference(span: JsonObject): boolean {
  const attributes = Array.isArray(span.attributes) ? span.attributes : [];
  return attributes.some((pair) => isJsonObject(pair) && pair.key === 'openinference.span.kind');
}

function readEnvelope(value: Json, line: number): readonly RecordEvent[] {
  if (!isJsonObject(value)) return [];
  return [
    ...itemsOf(value, 'resourceSpans', 'scopeSpans', 'spans').flatMap((span) => readSpan(span, line)),
    ...itemsOf(value, 'resourceLogs', 'scopeLogs', 'logRecords').flatMap((log) => readLog(log, line)),
  ];
}

function itemsOf(envelope: JsonObject, ...[outer, scope, inner]: [string, string, string]): readonly JsonObject[] {
  return objectsOf(envelope, outer)
    .flatMap((one) => objectsOf(one, scope))
    .flatMap((one) => objectsOf(one, inner));
}

function objectsOf(parent: JsonObject, key: string): readonly JsonObject[] {
  const list = parent[key] ?? [];
  if (Array.isArray(list) && list.every(isJsonObject)) return list;
  throw new RecordFault(`has "${key}" that is no list of mappings.`);
}

function readSpan(span: JsonObject, line: number): readonly RecordEvent[] {
  const attributes = readAttributes(span.attributes);
  const role = spanRole(attributes);
  if (role === null) return [];
  const start = nanosOf(span, 'startTimeUnixNano');
  const end = nanosOf(span, 'endTimeUnixNano');
  const { spanId, traceId } = idsOf(span);
  const record = readGenAiRecord(attributes, role, {
    id: spanId,
    spanId,
    traceId,
    atMs: start === null ? null : toMs(start),
    latencyMs: start === null || end === null || end < start ? null : toMs(end - start),
    error: errorOf(span, attributes),
  });
  return record === null ? [] : [{ kind: 'record', record, line }];
}

function idsOf(item: JsonObject) {
  return { spanId: textOf(item, 'spanId'), traceId: textOf(item, 'traceId') };
}

/** Status 2 is an error, also by its name in protobuf. */
function errorOf(span: JsonObject, attributes: JsonObject): string | null {
  const status = isJsonObject(span.status) ? span.status : {};
  const stated = attributeWord(attributes, 'error');
  if (status.code !== 2 && status.code !== 'STATUS_CODE_ERROR') return stated;
  return textOf(status, 'message') ?? stated ?? 'error';
}

function readLog(log: JsonObject, line: number): readonly RecordEvent[] {
  const attributes = readAttributes(log.attributes);
  const name = textOf(log, 'eventName') ?? attributeWord(attributes, 'event');
  if (name === eventNames.evaluation) return readEvaluation(log, attributes, line);
  const role = spanRole(attributes);
  if (name !== eventNames.inference || role === null) return [];
  // The event is written when the answer is there: its span, where there is one, knows the start.
  const at = nanosOf(log, 'timeUnixNano') ?? nanosOf(log, 'observedTimeUnixNano');
  const { spanId, traceId } = idsOf(log);
  const record = readGenAiRecord(attributes, role, {
    spanId,
    traceId,
    id: spanId ?? attributeWord(attributes, 'responseId'),
    atMs: at === null ? null : toMs(at),
    error: attributeWord(attributes, 'error'),
  });
  return record === null ? [] : [{ kind: 'record', record, line }];
}

/** A label without a number is nobody's score. */
function readEvaluation(log: JsonObject, attributes: JsonObject, line: number): readonly RecordEvent[] {
  const score = attributeNumber(attributes, 'score');
  if (score === null) return [];
  const name = attributeWord(attributes, 'evaluation');
  if (name === null) throw new RecordFault('has an evaluation without "gen_ai.evaluation.name".');
  const { spanId: recordId, traceId } = idsOf(log);
  return [{ kind: 'feedback', of: { recordId, traceId }, name, score, line }];
}

import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { readAnswer } from './answers.ts';
import { buildRecord, readLabels } from './build-record.ts';
import { mappingOf, numberOf, textOf } from './fields.ts';
import type { RecordEvent, RecordFormat } from './record.ts';
import { readRequest } from './requests.ts';
import { usageOf } from './usage.ts';

/** Chat completions that OpenAI stored, one a line or a page of their list a line. What was asked is not in them: `messages` is added from the other list. */
export const openAiStored: RecordFormat = {
  name: 'OpenAI stored completions',
  recognise: (value) => completionsOf(value).length > 0 || isEmptyPage(value),
  read: (value, line) => completionsOf(value).map((completion) => readCompletion(completion, line)),
};

function completionsOf(value: Json): readonly JsonObject[] {
  const list = isJsonObject(value) && value.object === 'list' && Array.isArray(value.data) ? value.data : [value];
  const isCompletion = (item: Json) => isJsonObject(item) && item.object === 'chat.completion';
  return list.every(isCompletion) ? (list as readonly JsonObject[]) : [];
}

function isEmptyPage(value: Json): boolean {
  return isJsonObject(value) && value.object === 'list' && Array.isArray(value.data) && value.data.length === 0;
}

function readCompletion(completion: JsonObject, line: number): RecordEvent {
  const { data = null } = isJsonObject(completion.messages) ? completion.messages : { data: completion.messages };
  const seconds = numberOf(completion, 'created');
  const labels = readLabels(mappingOf(completion, 'metadata'));
  const record = buildRecord({
    ...readRequest(data),
    ...labels,
    id: textOf(completion, 'id'),
    atMs: seconds === null ? null : seconds * 1000,
    output: readAnswer(completion),
    // The list names the snapshot that answered alone.
    modelAnswered: textOf(completion, 'model'),
    fingerprint: textOf(completion, 'system_fingerprint'),
    usage: usageOf(mappingOf(completion, 'usage')),
  });
  return { kind: 'record', record, line };
}

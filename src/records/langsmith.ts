import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message, Output } from '../ports.ts';
import { readAnswer } from './answers.ts';
import { buildRecord, buildUsage, labelOf, microUsd, readLabels } from './build-record.ts';
import { mappingOf, memberOf, numberOf, textOf, textsOf, wordOf } from './fields.ts';
import { elapsed, instantOf } from './instants.ts';
import type { ProductionRecord, RecordEvent, RecordFormat } from './record.ts';
import { readRequest } from './requests.ts';
import { usageOf } from './usage.ts';

/** LangSmith's runs, as both of its APIs, its clients and (with other names) its terminal command give them. */
export const langSmith: RecordFormat = {
  name: 'LangSmith',
  recognise: (value) => isJsonObject(value) && 'run_type' in value && ('inputs' in value || 'start_time' in value),
  read: (value, line) => (isJsonObject(value) ? readRun(value, line) : []),
};

/** Requests of models, and what a whole trace was asked and answered; other runs are steps of it. */
function readRun(run: JsonObject, line: number): readonly RecordEvent[] {
  // Its newer API writes the types in capitals and has a list of parents.
  const isRequest = textOf(run, 'run_type')?.toLowerCase() === 'llm';
  const isStep = textOf(run, 'parent_run_id') !== null || textsOf(run, 'parent_run_ids').length > 0;
  if (!isRequest && isStep) return [];
  const atMs = instantOf(run, 'start_time');
  // What follows the blank line is a stack of calls.
  const error = textOf(run, 'error')?.split('\n\n', 1)[0] ?? null;
  const request = readRequest(memberOf(run, 'inputs'));
  const id = wordOf(run, 'id') ?? wordOf(run, 'run_id');
  const known = {
    id,
    atMs,
    messages: request.messages,
    variables: request.variables,
    output: error === null ? answerOf(memberOf(run, 'outputs'), request.messages) : null,
    usage: usageOfRun(run),
    latencyMs: elapsed(atMs, instantOf(run, 'end_time')),
    costMicroUsd: microUsd(numberOf(run, 'total_cost') ?? numberOf(mappingOf(run, 'costs'), 'total_cost')),
    error,
    feedback: averages(mappingOf(run, 'feedback_stats')),
    traceId: wordOf(run, 'trace_id'),
    spanId: id,
    tags: textsOf(run, 'tags'),
  };
  return [{ kind: 'record', record: buildRecord(known, identityOf(run, isRequest)), line }];
}

/** `lc_hub_*` is what its prompt hub leaves on a run. */
function identityOf(run: JsonObject, isRequest: boolean): Partial<ProductionRecord> {
  const metadata = metadataOf(run);
  const labels = readLabels(metadata);
  const { model = null, system_fingerprint: fingerprint = null } = mappingOf(run, 'outputs');
  return {
    prompt: labels.prompt ?? labelOf(metadata, 'lc_hub_repo') ?? (isRequest ? null : textOf(run, 'name')),
    promptVersion: labels.promptVersion ?? labelOf(metadata, 'lc_hub_commit_hash'),
    unit: labels.unit ?? labelOf(metadata, 'user_id', 'session_id', 'conversation_id', 'thread_id'),
    arm: labels.arm,
    modelAsked: labelOf(metadata, 'ls_model_name'),
    modelAnswered: isRequest && typeof model === 'string' ? model : null,
    fingerprint: isRequest && typeof fingerprint === 'string' ? fingerprint : null,
  };
}

/** Graphs give back the whole conversation: what they were asked is no part of the answer. */
function answerOf(outputs: Json, asked: readonly Message[] | null): Output | null {
  const output = readAnswer(outputs);
  const steps = output?.trajectory;
  if (output === null || steps === undefined || asked === null) return output;
  const begins = asked.every((message, index) => isSame(message, steps[index]));
  if (!begins || steps.length <= asked.length) return output;
  const { trajectory: _, ...answer } = output;
  const rest = steps.slice(asked.length);
  return rest.length > 1 ? { ...answer, trajectory: rest } : answer;
}

function isSame(a: Message, b: Message | undefined): boolean {
  return a.role === b?.role && a.content === b.content;
}

function metadataOf(run: JsonObject): JsonObject {
  const metadata = { ...mappingOf(mappingOf(run, 'extra'), 'metadata'), ...mappingOf(run, 'metadata') };
  return { ...metadata, ...mappingOf(run, 'custom_metadata') };
}

/** What the service counted, or else what its client or the model said. */
function usageOfRun(run: JsonObject): ProductionRecord['usage'] {
  const counted = buildUsage(
    numberOf(run, 'prompt_tokens'),
    numberOf(run, 'completion_tokens'),
    numberOf(detailsOf(run, 'prompt_token_details'), 'cache_read'),
    numberOf(detailsOf(run, 'completion_token_details'), 'reasoning'),
  );
  const { usage_metadata: noted = null } = metadataOf(run);
  const { usage_metadata: own = null, usage = null } = mappingOf(run, 'outputs');
  const stated = [run.token_usage ?? null, noted, own, usage].find(isJsonObject);
  return counted ?? (stated === undefined ? null : usageOf(stated));
}

/** The newer API has them one level deeper. */
function detailsOf(run: JsonObject, key: string): JsonObject {
  const details = mappingOf(run, key);
  return isJsonObject(details.raw) ? details.raw : details;
}

/** Feedback comes as statistics by name; a mean of words has no number. */
function averages(stats: JsonObject): ProductionRecord['feedback'] {
  const entries = Object.entries(stats).flatMap(([name, one]): [string, number][] => {
    const average = isJsonObject(one) ? numberOf(one, 'avg') : null;
    return average === null ? [] : [[name, average]];
  });
  return Object.fromEntries(entries);
}

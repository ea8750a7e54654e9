import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelResult, Usage } from '../ports.ts';
import type { Reject } from './answer.ts';
import { type ForeignOutput, memberOf, openDocument, readEntries } from './document.ts';
import { readAmount, readCaseId, readDollars, readMapping, readScores } from './figures.ts';
import { readInput, readSteps } from './inspect-messages.ts';
import { answered, failed } from './result.ts';
import type { OutputSource } from './supplied.ts';
import { hasTopKeys } from './top-keys.ts';

const dumpHint = 'Write it as JSON, samples and all: "inspect log dump FILE > log.json".';

/** A log of Inspect as JSON, version 2. */
export const inspect: OutputSource = {
  name: 'Inspect log',
  recognise: ({ text }) => hasTopKeys(text, 'version', 'status', 'eval'),
  read(file) {
    const log = openDocument(file);
    const commit = memberOf(memberOf(memberOf(log.value, 'eval'), 'revision'), 'commit');
    const facts = { commit: typeof commit === 'string' && commit !== '' ? commit : null };
    return readEntries(file, log.list(['samples'], dumpHint), (sample, reject) => {
      const output = readSample(sample, reject);
      return output === null ? null : { ...output, ...facts };
    });
  },
};

const idHint = 'Give each Sample an id.';

function readSample(sample: JsonObject, reject: Reject): ForeignOutput | null {
  const id = readCaseId([sample.id], reject, idHint);
  const result = readResult(sample, reject);
  if (id === null || result === null) return null;
  return {
    case: id,
    sample: readEpoch(sample.epoch, reject),
    result,
    messages: readInput(sample.input, reject),
    costMicroUsd: readCost(usages(sample), reject),
  };
}

/** Epochs count from 1. */
function readEpoch(value: Json | undefined, reject: Reject): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value - 1;
  reject('"epoch" is no number from 1 on.', 'Make the log again.');
  return null;
}

function readResult(sample: JsonObject, reject: Reject): ModelResult | null {
  const seconds = sample.working_time ?? sample.total_time;
  const latencyMs = Math.round((readAmount(seconds, 'working_time', reject) ?? 0) * 1000);
  if (isJsonObject(sample.error)) return failed(sample.error.message, latencyMs);
  const output = readSteps(sample, reject);
  const scores = readScores(listScores(readMapping(sample.scores, 'scores', reject)), reject);
  if (output === null) return null;
  const model = memberOf(sample.output, 'model');
  return answered(
    { ...output, scores },
    { usage: readUsage(usages(sample)), model: typeof model === 'string' && model !== '' ? model : null, latencyMs },
  );
}

/** A score of several values is one score each, by `name.key`. */
function listScores(scores: JsonObject): readonly (readonly [string, Json | undefined])[] {
  return Object.entries(scores).flatMap(([name, score]) => {
    const value = memberOf(score, 'value');
    if (!isJsonObject(value)) return [[name, toNumber(value)] as const];
    return Object.entries(value).map(([key, one]) => [`${name}.${key}`, toNumber(one)] as const);
  });
}

const grades: ReadonlyMap<string, number> = new Map([
  ['C', 1],
  ['P', 0.5],
  ['I', 0],
  ['N', 0],
  ['yes', 1],
  ['true', 1],
  ['no', 0],
  ['false', 0],
]);

/** As Inspect's own `value_to_float` (scorer/_metric.py), but that a word it does not know stays a word, and is no 0. */
function toNumber(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value;
  const grade = grades.get(value) ?? grades.get(value.toLowerCase());
  return grade ?? (/^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value);
}

function usages(sample: JsonObject): readonly JsonObject[] {
  return isJsonObject(sample.model_usage) ? Object.values(sample.model_usage).filter(isJsonObject) : [];
}

/** Inspect leaves what came from a cache, or went into one, out of its `input_tokens` (model/_model_output.py). */
function readUsage(all: readonly JsonObject[]): Usage | null {
  if (all.length === 0) return null;
  const total = (name: string) =>
    all.reduce((sum, usage) => sum + (typeof usage[name] === 'number' ? (usage[name] as number) : 0), 0);
  const cachedInputTokens = total('input_tokens_cache_read');
  return {
    inputTokens: total('input_tokens') + cachedInputTokens + total('input_tokens_cache_write'),
    cachedInputTokens,
    outputTokens: total('output_tokens'),
    reasoningTokens: total('reasoning_tokens'),
  };
}

/** Known only where each model's is. */
function readCost(all: readonly JsonObject[], reject: Reject): number | null {
  const costs = all.map((usage) => readDollars(usage.total_cost, 'total_cost', reject));
  return costs.length === 0 || costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
}

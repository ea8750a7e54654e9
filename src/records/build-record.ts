import type { JsonObject } from '../json.ts';
import type { Usage } from '../ports.ts';
import { RecordFault } from './fault.ts';
import { wordOf } from './fields.ts';
import type { ProductionRecord } from './record.ts';

const unknown: Omit<ProductionRecord, 'id'> = {
  atMs: null,
  prompt: null,
  promptVersion: null,
  unit: null,
  arm: null,
  variables: null,
  messages: null,
  output: null,
  modelAsked: null,
  modelAnswered: null,
  fingerprint: null,
  usage: null,
  latencyMs: null,
  costMicroUsd: null,
  error: null,
  feedback: {},
  business: {},
  traceId: null,
  spanId: null,
  tags: [],
};

/** A record of what is known; the rest is null. Throws a RecordFault where it has no id. */
export function buildRecord(
  known: { readonly id: string | null } & Partial<Omit<ProductionRecord, 'id'>>,
): ProductionRecord {
  const { id } = known;
  if (id === null) throw new RecordFault('has no id.');
  return { ...unknown, ...known, id };
}

/** What an application notes in the free fields of any tool for us: `prompt`, `promptVersion` or `prompt_version`, `unit`, `arm`. */
export function readLabels(metadata: JsonObject): Pick<ProductionRecord, 'prompt' | 'promptVersion' | 'unit' | 'arm'> {
  return {
    prompt: wordOf(metadata, 'prompt'),
    promptVersion: wordOf(metadata, 'promptVersion') ?? wordOf(metadata, 'prompt_version'),
    unit: wordOf(metadata, 'unit'),
    arm: wordOf(metadata, 'arm'),
  };
}

/** Counts of tokens; null unless both what went in and what came out is known. */
export function buildUsage(
  input: number | null,
  output: number | null,
  cached: number | null,
  reasoning: number | null,
): Usage | null {
  if (!isCount(input) || !isCount(output)) return null;
  return {
    inputTokens: input,
    cachedInputTokens: isCount(cached) ? cached : 0,
    outputTokens: output,
    reasoningTokens: isCount(reasoning) ? reasoning : 0,
  };
}

/** Integer micro-dollars of dollars. */
export function microUsd(dollars: number | null): number | null {
  return dollars === null ? null : Math.round(dollars * 1e6);
}

function isCount(value: number | null): value is number {
  return value !== null && Number.isSafeInteger(value) && value >= 0;
}

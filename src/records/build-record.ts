import { isJsonNumber, type JsonObject } from '../json.ts';
import type { Usage } from '../ports.ts';
import { RecordFault } from './fault.ts';
import { memberOf } from './fields.ts';
import type { ProductionRecord } from './record.ts';

type Known = { readonly id: string | null } & Partial<Omit<ProductionRecord, 'id'>>;

/** A record of what is known, of the second where the first does not know it; the rest is null. Throws a RecordFault where it has no id. */
export function buildRecord(known: Known, more: Partial<ProductionRecord> = {}): ProductionRecord {
  const { id } = known;
  if (id === null) throw new RecordFault('has no id.');
  // Written out: spreading twenty members into one object takes ten times as long, for each of a million records.
  return {
    id,
    atMs: known.atMs ?? more.atMs ?? null,
    prompt: known.prompt ?? more.prompt ?? null,
    promptVersion: known.promptVersion ?? more.promptVersion ?? null,
    unit: known.unit ?? more.unit ?? null,
    arm: known.arm ?? more.arm ?? null,
    variables: known.variables ?? more.variables ?? null,
    messages: known.messages ?? more.messages ?? null,
    output: known.output ?? more.output ?? null,
    modelAsked: known.modelAsked ?? more.modelAsked ?? null,
    modelAnswered: known.modelAnswered ?? more.modelAnswered ?? null,
    fingerprint: known.fingerprint ?? more.fingerprint ?? null,
    usage: known.usage ?? more.usage ?? null,
    latencyMs: known.latencyMs ?? more.latencyMs ?? null,
    costMicroUsd: known.costMicroUsd ?? more.costMicroUsd ?? null,
    error: known.error ?? more.error ?? null,
    feedback: known.feedback ?? more.feedback ?? {},
    business: known.business ?? more.business ?? {},
    traceId: known.traceId ?? more.traceId ?? null,
    spanId: known.spanId ?? more.spanId ?? null,
    tags: known.tags ?? more.tags ?? [],
  };
}

/** What an application notes in the free fields of any tool for us: `prompt`, `promptVersion` or `prompt_version`, `unit`, `arm`. */
export function readLabels(metadata: JsonObject): Pick<ProductionRecord, 'prompt' | 'promptVersion' | 'unit' | 'arm'> {
  return {
    prompt: labelOf(metadata, 'prompt'),
    promptVersion: labelOf(metadata, 'promptVersion', 'prompt_version'),
    unit: labelOf(metadata, 'unit'),
    arm: labelOf(metadata, 'arm'),
  };
}

/** The first of these that is a word. The fields are free: what is none is not meant for us, and no mistake. */
export function labelOf(metadata: JsonObject, ...names: readonly string[]): string | null {
  const values = names.map((name) => memberOf(metadata, name));
  const found = values.find((value) => typeof value === 'string' || isJsonNumber(value)) ?? null;
  return found === null ? null : String(found);
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

import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelResult } from '../ports.ts';
import { readResult } from '../run/result-codec.ts';
import type { FinishedCall } from './finished-call.ts';

/** Raised whenever another error counts as a request's own outcome: rejections kept by other rules are not known. */
const rejectionRules = 2;

/** What the cache keeps of a result and of the time it came at; null for an outage, which is never an answer. */
export function toKnown(result: ModelResult, answeredAtMs: number): Json | null {
  if (result.status === 'unavailable') return null;
  const entry = { ...(result as unknown as JsonObject), answeredAtMs };
  return result.status === 'rejected' ? { ...entry, rules: rejectionRules } : entry;
}

/** Reads an entry of the cache. It is only as good as its shape, and an error that was kept as an answer is none: anything else counts as not known. */
export function parseKnown(entry: Json | null | undefined): Pick<FinishedCall, 'result' | 'answeredAtMs'> | null {
  if (!isJsonObject(entry)) return null;
  const { answeredAtMs, rules, ...kept } = entry;
  const result = readResult(kept);
  if (result === null || result.status === 'unavailable') return null;
  if (result.status === 'rejected' && rules !== rejectionRules) return null;
  return { result, answeredAtMs: typeof answeredAtMs === 'number' ? answeredAtMs : null };
}

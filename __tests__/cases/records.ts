import type { ProductionRecord, RecordEvent } from '../../src/records/record.ts';

/** A request that asked for a parcel and got an answer. */
export function aRecord(changes: Partial<ProductionRecord> = {}): ProductionRecord {
  return {
    id: 'r-1',
    atMs: null,
    prompt: 'triage',
    promptVersion: '3',
    unit: null,
    arm: null,
    variables: null,
    messages: [
      { role: 'system', content: 'You sort messages.' },
      { role: 'user', content: 'Where is my parcel?' },
    ],
    output: { content: 'shipping', toolCalls: [], refusal: null, finishReason: 'stop' },
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
    ...changes,
  };
}

/** A record that asks this, and whose id is the same text. */
export function asking(text: string, changes: Partial<ProductionRecord> = {}): ProductionRecord {
  return aRecord({ id: text, messages: [{ role: 'user', content: text }], ...changes });
}

/** The event of a record on a line. */
export function eventOf(record: ProductionRecord, line = 1): RecordEvent {
  return { kind: 'record', record, line };
}

/** Somebody's word on a record or a trace. */
export function feedbackOn(of: { recordId?: string; traceId?: string }, score: number): RecordEvent {
  const { recordId = null, traceId = null } = of;
  return { kind: 'feedback', of: { recordId, traceId }, name: 'thumbs', score, line: 1 };
}

import type { CallRecord, Entry, SampleRecord, ScoreRecord } from '../../src/run/records.ts';
import type { SampleKey } from '../../src/run/sample-key.ts';
import { answered } from '../helpers/fake-ports.ts';

/** A key of the story's prompt; the candidate's first draw of its first case unless changed. */
export function aKey(changes: Partial<SampleKey> = {}): SampleKey {
  return {
    suite: 'triage',
    prompt: 'triage',
    version: 'pv-1',
    unit: 'case',
    case: 'q-000',
    arm: 'candidate',
    sample: 0,
    ...changes,
  };
}

export function aSample(changes: Partial<SampleRecord> = {}): SampleRecord {
  return {
    ...aKey(),
    request: 'r'.repeat(64),
    result: answered('yes'),
    source: 'fresh',
    answeredAtMs: 0,
    redraws: 0,
    ...changes,
  };
}

export function aScore(changes: Partial<ScoreRecord> = {}): ScoreRecord {
  return { ...aKey(), metric: 'label', score: 1, missing: null, reason: null, agrees: null, ...changes };
}

export function aCall(changes: Partial<CallRecord> = {}): CallRecord {
  const { costMicroUsd = 1_500_000 } = changes;
  return {
    purpose: 'generate',
    key: 'k',
    arm: 'candidate',
    sample: 0,
    owner: null,
    model: 'some-model',
    status: 'answered',
    cached: false,
    latencyMs: 5,
    attempts: 1,
    costMicroUsd,
    reckonedMicroUsd: costMicroUsd ?? 0,
    answeredAs: 'some-model-1',
    fingerprint: null,
    usage: { inputTokens: 100, cachedInputTokens: 0, outputTokens: 10, reasoningTokens: 0 },
    reason: null,
    asked: null,
    ...changes,
  };
}

/** One entry of each kind. */
export const everyKind: readonly Entry[] = [
  { kind: 'sample', record: aSample() },
  { kind: 'score', record: aScore() },
  {
    kind: 'check',
    record: { suite: 'triage', prompt: 'triage', metric: 'helpful', held: 'it cannot', refused: true, notes: ['a'] },
  },
  { kind: 'setting', record: { model: 'a-judge', setting: 'temperature' } },
  { kind: 'round', record: { why: 'rerun' } },
  { kind: 'call', record: aCall() },
];

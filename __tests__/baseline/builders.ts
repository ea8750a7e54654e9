import type { Manifest, StoredBaseline, StoredOutput, StoredScore } from '../../src/baseline/stored-baseline.ts';
import { scoringRevision } from '../../src/version.ts';
import { answered } from '../helpers/fake-ports.ts';

/** A manifest of one prompt `a` with one metric `m` over the row `c1`. */
export function aManifest(changes: Partial<Manifest> = {}): Manifest {
  return {
    schemaVersion: 2,
    toolVersion: '0.1.0',
    scoringRevision,
    configPath: 'prompt-assay.yml',
    suite: 'triage',
    commit: '3f2a91c04d1e5b6a7980c1d2e3f4a5b6c7d8e9f0',
    date: '2026-11-20T00:00:00.000Z',
    contentKey: 'key',
    samples: 3,
    prompts: {
      a: { version: 'pv-1', path: 'a.prompt.yml', model: 'm', answeredAs: [], fingerprints: [], parameters: {} },
    },
    metrics: { 'a / m': 'metric-hash' },
    rows: { c1: 'row-hash' },
    means: { 'a / m': 0.5 },
    costMicroUsd: null,
    previous: null,
    anchor: null,
    ...changes,
  };
}

export function aScoreLine(changes: Partial<StoredScore> = {}): StoredScore {
  return { prompt: 'a', case: 'c1', sample: 0, metric: 'm', score: 1, cluster: null, key: 'k', ...changes };
}

export function anOutputLine(content = 'yes', changes: Partial<StoredOutput> = {}): StoredOutput {
  return { prompt: 'a', case: 'c1', sample: 0, key: 'k', result: answered(content), ...changes };
}

export function aBaseline(changes: Partial<StoredBaseline> = {}): StoredBaseline {
  return { manifest: aManifest(), scores: [aScoreLine()], outputs: [anOutputLine()], ...changes };
}

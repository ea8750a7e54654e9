import { describe, expect, it } from '@jest/globals';
import { explainAnchorDrops } from '../../src/baseline/anchor.ts';
import type { Manifest } from '../../src/baseline/stored-baseline.ts';

const manifest = (then: number | null, now: number): Manifest => ({
  schemaVersion: 1,
  toolVersion: '0.1.0',
  configPath: 'prompt-assay.yml',
  suite: 's',
  commit: 'b'.repeat(40),
  date: '2026-11-01T00:00:00Z',
  contentKey: 'k',
  samples: 3,
  prompts: {},
  metrics: {},
  rows: {},
  means: { 'p / m': now },
  costMicroUsd: null,
  previous: null,
  anchor:
    then === null
      ? null
      : { commit: 'a'.repeat(40), date: '2026-01-01T00:00:00Z', reason: 'launch', means: { 'p / m': then } },
});
const metric = { prompt: 'p', metric: 'm', direction: 'higher', margin: 0.05 } as const;

describe('explainAnchorDrops', () => {
  it.each([
    ['no anchor', manifest(null, 0.5), 'higher', 0],
    ['exactly the margin', manifest(0.75, 0.7), 'higher', 0],
    ['more than the margin', manifest(0.9, 0.8), 'higher', 1],
    ['a gain', manifest(0.8, 0.9), 'higher', 0],
    ['a rise where lower is better', manifest(0.1, 0.3), 'lower', 1],
    ['a neutral metric', manifest(0.9, 0.1), 'neutral', 0],
  ] as const)('%s', (_name, stored, direction, count) => {
    expect(explainAnchorDrops(stored, [{ ...metric, direction }])).toHaveLength(count);
  });

  it('names the metric, the points and the anchor with its reason', () => {
    const [sentence] = explainAnchorDrops(manifest(0.9, 0.8), [metric]);
    expect(sentence).toContain('10 points in p / m since the anchor aaaaaaa of 2026-01-01 (launch)');
  });

  it('says that an anchor which was scored by other rules holds nothing', () => {
    const sentences = explainAnchorDrops({ ...manifest(0.9, 0.1), scoringRevision: 1 }, [metric]);
    expect(sentences).toEqual([expect.stringContaining('(launch) was scored by other rules')]);
  });

  it('says nothing of a metric that the anchor does not know', () => {
    expect(explainAnchorDrops(manifest(0.9, 0.1), [{ ...metric, metric: 'other' }])).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { decideComparability } from '../../src/baseline/comparability.ts';
import type { StoredBaseline } from '../../src/baseline/stored-baseline.ts';
import { defaultBaseline } from '../../src/config/default-config.ts';
import type { PromptPlan } from '../../src/plan/suite-plan.ts';
import { someRows } from '../pipeline/story.ts';
import { aPlan, aSide } from '../plan/builders.ts';
import { aBaseline, aManifest, anOutputLine, aScoreLine } from './builders.ts';

const rows = someRows(2);
const prompt = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) }).prompts[0] as PromptPlan;
const metricHash = prompt.metrics[0]?.hash ?? '';
const keys = new Map([
  ['q-000', 'k0'],
  ['q-001', 'k1'],
]);
const lines = [...keys].flatMap(([id, key]) =>
  [0, 1, 2].map((sample) => ({ prompt: 'triage', case: id, sample, key })),
);
const manifest = aManifest({
  prompts: {
    triage: {
      version: prompt.base?.version ?? '',
      path: 'prompts/triage.prompt.yml',
      model: 'some-model',
      answeredAs: [],
      fingerprints: [],
      parameters: {},
    },
  },
  metrics: { 'triage / label': metricHash },
});
const whole: StoredBaseline = {
  manifest,
  scores: lines.map((line) => aScoreLine({ ...line, metric: 'label' })),
  outputs: lines.map((line) => anOutputLine('yes', line)),
};
const now = Date.parse(manifest.date);
const day = 86_400_000;

const decide = (stored: StoredBaseline | null, later = 0) =>
  decideComparability(stored, prompt, keys, defaultBaseline, now + later);

describe('decideComparability', () => {
  it('takes all samples where every request is the same', () => {
    expect(decide(whole)).toMatchObject({ usable: true, samples: 3, scoresUsable: true });
    expect(decide(whole).reason).toBe('stored baseline of 3f2a91c, 2026-11-20, 3 samples a case');
  });

  const withoutCase = { ...whole, outputs: whole.outputs.filter((line) => line.case !== 'q-001') };
  const otherVersion = {
    ...whole,
    manifest: aManifest({
      ...manifest,
      prompts: { triage: { ...manifest.prompts.triage, version: 'pv-old' } as never },
    }),
    outputs: whole.outputs.map((line) => ({ ...line, key: 'old' })),
    scores: whole.scores.map((line) => ({ ...line, key: 'old' })),
  };
  const otherMetric = aManifest({ ...manifest, metrics: { 'triage / label': 'old' } });
  it.each([
    ['nothing is stored', null, 0, 'there is no stored baseline'],
    ['it is one millisecond too old', whole, 30 * day + 1, 'the stored baseline is 30 days old'],
    ['it knows another prompt', aBaseline(), 0, 'the stored baseline lacks prompt triage'],
    ['one case is missing', withoutCase, 0, 'some cases are not in the stored baseline as they are now'],
    ['it is of another version', otherVersion, 0, 'the stored baseline is of prompt version pv-old'],
    [
      'a metric changed and outputs are gone',
      { ...whole, manifest: otherMetric, outputs: [] },
      0,
      'the metric label changed and no outputs are stored',
    ],
    [
      'it is empty',
      { ...whole, outputs: [], scores: [] },
      0,
      'some cases are not in the stored baseline as they are now',
    ],
  ])('is not usable where %s', (_name, stored, later, reason) => {
    expect(decide(stored, later)).toEqual({ usable: false, reason });
  });

  it('is usable to the last millisecond of its life', () => {
    expect(decide(whole, 30 * day).usable).toBe(true);
  });

  it('a changed metric scores the stored outputs anew', () => {
    expect(decide({ ...whole, manifest: otherMetric })).toMatchObject({ usable: true, scoresUsable: false });
  });

  describe.each([
    ['another revision', 0],
    ['no revision, as before there were any', undefined],
  ])('scored by %s', (_name, revision) => {
    const { scoringRevision: _ours, ...unsaid } = manifest;
    const stored = { ...whole, manifest: revision === undefined ? unsaid : { ...unsaid, scoringRevision: revision } };

    it('its outputs are scored anew', () => {
      expect(decide(stored)).toMatchObject({ usable: true, scoresUsable: false });
      expect(decide(stored).reason).toContain('scored anew since the rules of scoring changed');
    });

    it('its scores alone are nothing', () => {
      const reason = 'the rules of scoring changed and no outputs are stored';
      expect(decide({ ...stored, outputs: [] })).toEqual({ usable: false, reason });
    });
  });

  it('scores alone will do where no metric changed', () => {
    expect(decide({ ...whole, outputs: [] })).toMatchObject({ usable: true, samples: 3, scoresUsable: true });
  });

  it('counts what every case has: the fewest samples', () => {
    const fewer = { ...whole, outputs: whole.outputs.filter((line) => line.case !== 'q-001' || line.sample < 2) };
    expect(decide(fewer)).toMatchObject({ usable: true, samples: 2 });
  });

  it('leaves out lines of other prompts and of other requests', () => {
    const more = {
      ...whole,
      outputs: [
        ...whole.outputs,
        anOutputLine('x', { prompt: 'other', case: 'q-000', key: 'k0' }),
        anOutputLine('x', { prompt: 'triage', case: 'q-000', key: 'old', sample: 9 }),
      ],
    };
    expect(decide(more)).toMatchObject({ usable: true, outputs: whole.outputs });
  });
});

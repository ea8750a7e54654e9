import { describe, expect, it, jest } from '@jest/globals';

/** What identifies the question of one change, and the metric that answers it, in a version with this revision. */
async function identify(revision: number) {
  jest.resetModules();
  jest.unstable_mockModule('../src/version.ts', () => ({ toolVersion: '0.1.0', scoringRevision: revision }));
  const { aChangedTree, aConfigFile, aTree, tell } = await import('./pipeline/story.ts');
  const { identifyJudge } = await import('../src/judges/identity.ts');
  const { defaultModel } = await import('../src/config/default-config.ts');
  const files = {
    'prompt-assay.yml': aConfigFile({
      top: 'judge: { model: { id: some-judge } }',
      suite:
        '    judges:\n      - { name: one, type: rubric, rubric: r.md }\n      - { name: two, type: rubric, rubric: r.md }\n    panels: [{ name: both, members: [one, two] }]\n',
    }),
    'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
  };
  const { report, result } = await tell({ base: aTree(files), candidate: aChangedTree(files) });
  const metrics = result.plans[0]?.prompts[0]?.metrics ?? [];
  const judge = metrics.flatMap((metric) => (metric.kind === 'judge' ? [metric.judge] : []))[0];
  if (judge === undefined) throw new Error('no judge');
  return {
    key: report.contentKeys.triage,
    metrics: Object.fromEntries(metrics.map(({ name, hash }) => [name, hash])),
    judge: identifyJudge(judge, { ...defaultModel, id: 'some-judge' }).hash,
  };
}

describe('raising the scoring revision', () => {
  it('makes every metric and every question another one, and leaves judges and their calibrations alone', async () => {
    const [one, same, two] = [await identify(1), await identify(1), await identify(2)];
    expect(same).toEqual(one);
    expect(two.key).not.toBe(one.key);
    expect(Object.keys(one.metrics).sort()).toEqual(['both', 'label', 'one', 'two']);
    for (const [name, hash] of Object.entries(one.metrics)) expect(two.metrics[name]).not.toBe(hash);
    expect(two.judge).toBe(one.judge);
  });
});

import { describe, expect, it } from '@jest/globals';
import { emptyRecord, extendRecord } from '../../src/action/record.ts';
import { acceptGrounds } from '../../src/gate/acceptance.ts';
import type { EvaluateResult } from '../../src/pipeline/evaluate-request.ts';
import { aChangedTree, aConfigFile, answering, aPromptFile, aTree, jsonl, numberOf, someRows, tell } from './story.ts';

/** Five losses in the first round, and gains on the same cases where they run again. */
/** What a comment keeps of a run for the next one. */
const recordOf = (result: EvaluateResult) =>
  extendRecord(emptyRecord, result, { head: 'b81e0d4f', base: 'main', accepted: null }).verdicts;

const lossesThatTurn = (arm: string, number: number, sample: number) =>
  number >= 5 || (arm === 'base' ? sample === 0 : sample > 0);

describe('a changed prompt', () => {
  it('passes in one look where every answer is the same, and every case ran once on each side', async () => {
    const { report, calls } = await tell();
    expect(report).toMatchObject({ verdict: 'pass', green: true, calls: 200, errors: [], reasons: [] });
    expect(report.metrics).toHaveLength(1);
    expect(report.metrics[0]).toMatchObject({ metric: 'label', cases: 100, worse: 0, looks: 1, margin: 0.05 });
    expect(calls.filter((call) => call.arm === 'base')).toHaveLength(100);
    expect(calls.find((call) => call.arm === 'base')?.request.messages[0]?.content).toMatch(/^v1 /);
    expect(calls.find((call) => call.arm === 'candidate')?.request.messages[0]?.content).toMatch(/^v2 /);
  });

  it('fails in one look where a regression is plain, without a re-run', async () => {
    const { report } = await tell({ script: answering((arm, number) => arm === 'base' || number >= 30) });
    expect(report).toMatchObject({ verdict: 'fail', green: false, calls: 200 });
    expect(report.title).toMatch(/^Regression proven/);
    expect(report.title).toContain('30 of 100 cases got worse and 0 got better');
    expect(report.metrics[0]).toMatchObject({ worse: 30, difference: -0.3, looks: 1 });
    expect(report.cases).toHaveLength(30);
  });

  it('fails after a re-run of the discordant cases on both arms', async () => {
    const { report, calls } = await tell({ script: answering((arm, number) => arm === 'base' || number >= 5) });
    expect(report).toMatchObject({ verdict: 'fail', green: false, calls: 200 + 5 * 4 * 2 });
    expect(report.metrics[0]).toMatchObject({ looks: 2, worse: 5 });
    const rerun = calls.slice(200);
    expect(new Set(rerun.map(numberOf))).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(rerun.filter((call) => call.arm === 'base')).toHaveLength(20);
    expect(report.cases.map((one) => one.label)).toEqual(Array(5).fill('regressed'));
  });

  it('is inconclusive where the re-run does not repeat the losses, and stays green', async () => {
    const script = answering(lossesThatTurn);
    const { report } = await tell({ script });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: true });
    expect(report.title).toMatch(/not ruled out/);
    expect(report.reasons).not.toEqual([]);
  });

  it('is red where the base config blocks what is inconclusive, whatever the candidate config says', async () => {
    const blocking = aConfigFile({ suite: '    gate: { on-inconclusive: block }' });
    const script = answering(lossesThatTurn);
    const { report } = await tell({
      base: aTree({ 'prompt-assay.yml': blocking }),
      candidate: aChangedTree({ 'prompt-assay.yml': aConfigFile() }),
      script,
    });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: false });
    expect(report.cases.map((one) => one.case)).toHaveLength(5);
    expect(report.notices.join()).toContain('The gate of suite "triage" differs; the base\'s decides');
  });

  it('needs no re-run to be inconclusive where gains and losses balance', async () => {
    const script = answering((arm, number) => (number < 10 ? arm === 'base' : number >= 20 || arm === 'candidate'));
    const { report } = await tell({ script });
    expect(report).toMatchObject({ verdict: 'inconclusive', calls: 200 });
  });
});

describe('the endpoints', () => {
  const judged = aConfigFile({
    top: 'judge: { model: { id: some-judge } }',
    suite: '    judges: [{ name: helpful, type: rubric, rubric: r.md }]\n',
  });
  it.each([
    ['checks alone, of the model only: a judge elsewhere may have no key', {}, ['model']],
    [
      'a judge, of both before the first call',
      { 'prompt-assay.yml': judged, 'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n' },
      ['model', 'judge'],
    ],
  ])('are opened for %s', async (_name, files, opened) => {
    const { world } = await tell({ base: aTree(files), candidate: aChangedTree(files) });
    expect(world.opened).toEqual(opened);
  });
});

describe('nothing to do', () => {
  it.each([
    ['equal trees', aTree(), aTree()],
    ['a file no suite reads', aTree(), aTree({ 'README.md': 'hello' })],
    ['a config whose lines moved', aTree(), aTree({ 'prompt-assay.yml': `# a comment\n\n${aConfigFile()}` })],
    ['no config and no prompt', { 'a.txt': 'a' }, { 'a.txt': 'b' }],
  ])('%s: passes without reading a dataset or opening an endpoint', async (_name, base, candidate) => {
    const { report, result, world } = await tell({ base, candidate });
    expect(report).toMatchObject({ verdict: 'pass', green: true, calls: 0 });
    expect(result.isIdle).toBe(true);
    expect(world.opened).toEqual([]);
    expect(world.repository.blobReads.flat().length).toBeLessThanOrEqual(3);
  });

  it('publishes the recorded verdict of the same content again, without a call', async () => {
    const first = await tell({ script: answering((arm, number) => arm === 'base' || number >= 30) });
    const recorded = recordOf(first.result);
    const again = await tell({ request: { recorded } });
    expect(again.report).toMatchObject({ verdict: 'fail', green: false, title: first.report.title, calls: 0 });
    expect(again.result.isRepublished).toBe(true);
    expect(again.calls).toEqual([]);
    expect(again.report.notes[0]).toContain('b81e0d4');
    const acceptance = acceptGrounds('@grace', first.report.grounds);
    const accepted = await tell({ request: { recorded, acceptance } });
    expect(accepted.report).toMatchObject({ verdict: 'fail', green: true });
  });

  it('a record of another content does not stand', async () => {
    const recorded = recordOf((await tell()).result);
    const candidate = aChangedTree({ 'evals/triage.jsonl': jsonl(someRows(101)) });
    const { report, result } = await tell({ candidate, request: { recorded } });
    expect(result.isRepublished).toBe(false);
    expect(report.calls).toBeGreaterThan(0);
  });

  it('draws anew where asked for, in spite of record and cache, and says how often that was', async () => {
    const first = await tell();
    const recorded = recordOf(first.result);
    const cached = await tell({ world: first.world });
    expect(cached.report).toMatchObject({ calls: 0, cacheHits: 200, verdict: 'pass' });
    const fresh = await tell({ world: first.world, request: { recorded, fresh: true } });
    expect(fresh.report).toMatchObject({ verdict: 'pass', calls: 200, cacheHits: 0 });
    expect(fresh.report.title).toContain('(asked 2 times)');
  });

  it('is never better for being asked anew, and may be worse', async () => {
    const worse = answering((arm, number) => arm === 'base' || number >= 30);
    const failed = recordOf((await tell({ script: worse })).result);
    const better = await tell({ request: { recorded: failed, fresh: true } });
    expect(better.report).toMatchObject({ verdict: 'fail', green: false });
    expect(better.report.title).toMatch(/ \(asked 2 times\)\.$/);
    const passed = recordOf((await tell()).result);
    const other = await tell({ script: worse, request: { recorded: passed, fresh: true } });
    expect(other.report).toMatchObject({ verdict: 'fail', green: false });
  });
});

describe('several suites', () => {
  const config = `version: 1
model: { id: some-model }
suites:
  - { name: a, prompts: a/*.prompt.yml, dataset: a.jsonl, checks: [{ name: c, type: equals, expected: "yes" }] }
  - { name: b, prompts: b/*.prompt.yml, dataset: b.jsonl, checks: [{ name: c, type: equals, expected: "yes" }] }
`;
  const base = {
    'prompt-assay.yml': config,
    'a/a.prompt.yml': aPromptFile('v1', 'a'),
    'b/b.prompt.yml': aPromptFile('v1', 'b'),
    'a.jsonl': jsonl(someRows(60)),
    'b.jsonl': jsonl(someRows(60)),
  };

  it('only the affected one runs; the other is listed with its reason', async () => {
    const { report, calls } = await tell({ base, candidate: { ...base, 'b/b.prompt.yml': aPromptFile('v2', 'b') } });
    expect(report.suites.map(({ name, status, reason }) => [name, status, reason])).toEqual([
      ['a', 'skipped', 'nothing it depends on changed'],
      ['b', 'run', 'a prompt changed'],
    ]);
    expect(calls).toHaveLength(120);
    expect(Object.keys(report.contentKeys)).toEqual(['b']);
  });

  it('a fail in one is a fail of the run, and each has its own verdict', async () => {
    const candidate = { ...base, 'a/a.prompt.yml': aPromptFile('v2', 'a'), 'b/b.prompt.yml': aPromptFile('v2 b', 'b') };
    const script = answering(() => true);
    const { report } = await tell({
      base,
      candidate,
      script: (call, signal) => (call.request.messages[0]?.content.startsWith('v2 b') ? 'no' : script(call, signal)),
    });
    expect(report.verdict).toBe('fail');
    expect(report.suites.map((suite) => suite.verdict)).toEqual(['pass', 'fail']);
  });

  it('one that was judged before is not asked again because another changed since', async () => {
    const isWrong = (text: string) => text.startsWith('v2 a');
    const script = answering(() => true);
    const failing: typeof script = (call, signal) =>
      isWrong(call.request.messages[0]?.content ?? '') ? 'no' : script(call, signal);
    const pushed = { ...base, 'a/a.prompt.yml': aPromptFile('v2 a', 'a') };
    const first = await tell({ base, candidate: pushed, script: failing });
    expect(first.report.verdict).toBe('fail');

    const recorded = recordOf(first.result);
    const candidate = { ...pushed, 'b/b.prompt.yml': aPromptFile('v2', 'b') };
    const second = await tell({ base, candidate, request: { recorded } });
    expect(second.calls).toHaveLength(120);
    expect(second.report).toMatchObject({ verdict: 'fail', green: false });
    expect(second.report.reasons.join()).toContain(first.report.title);
    expect(second.report.suites[0]?.reason).toContain('judged before, at b81e0d4: fail');
    expect(Object.keys(second.report.contentKeys)).toEqual(['a', 'b']);
    const acceptance = acceptGrounds('@grace', first.report.grounds);
    const accepted = await tell({ base, candidate, request: { recorded, acceptance } });
    expect(accepted.report).toMatchObject({ verdict: 'fail', green: true });
  });

  it('a new suite beside an old one does not gate, the old one does', async () => {
    const both = config;
    const onlyA = config
      .split('\n')
      .filter((line) => !line.includes('name: b'))
      .join('\n');
    const { report } = await tell({
      base: { ...base, 'prompt-assay.yml': onlyA },
      candidate: { ...base, 'prompt-assay.yml': both, 'b/b.prompt.yml': aPromptFile('v2', 'b') },
      script: answering((arm) => arm === 'base'),
    });
    expect(report).toMatchObject({ verdict: 'pass' });
    expect(report.suites.find((suite) => suite.name === 'b')?.notes.join()).toContain('nothing of it gates');
  });

  it('a suite that the candidate removes from the config still decides', async () => {
    const onlyA = config
      .split('\n')
      .filter((line) => !line.includes('name: b'))
      .join('\n');
    const { report } = await tell({
      base,
      candidate: { ...base, 'prompt-assay.yml': onlyA, 'b/b.prompt.yml': aPromptFile('v2', 'b') },
      script: answering((arm) => arm === 'base'),
    });
    expect(report.verdict).toBe('fail');
  });
});

describe('a check that the candidate changes', () => {
  it('decides as on base, and is shown beside it as proposed', async () => {
    const lax = aConfigFile({ checks: '      - { name: label, type: length, min: 0 }' });
    const { report } = await tell({
      candidate: aChangedTree({ 'prompt-assay.yml': lax }),
      script: answering((arm, number) => arm === 'base' || number >= 30),
    });
    expect(report.verdict).toBe('fail');
    expect(report.metrics.map(({ metric, gates }) => [metric, gates])).toEqual([
      ['label', true],
      ['label (proposed)', false],
    ]);
  });

  it('a schema that the candidate loosens decides as on base, and is shown beside it', async () => {
    const checks = '      - { name: shape, type: json-schema, schema: evals/shape.json }';
    const config = aConfigFile({ checks });
    const { report } = await tell({
      base: aTree({ 'prompt-assay.yml': config, 'evals/shape.json': '{ "type": "object" }' }),
      candidate: aChangedTree({ 'prompt-assay.yml': config, 'evals/shape.json': '{}' }),
      script: (call) => (call.arm === 'base' || numberOf(call) >= 30 ? '{}' : '7'),
    });
    expect(report.verdict).toBe('fail');
    expect(report.metrics.map(({ metric, gates, worse }) => [metric, gates, worse])).toEqual([
      ['shape', true, 30],
      ['shape (proposed)', false, 0],
    ]);
  });

  it('a config of report metrics only is inconclusive: nothing may gate yet', async () => {
    const config = aConfigFile({ checks: '      - { name: label, type: equals, expected: "yes", role: report }' });
    const files = { 'prompt-assay.yml': config };
    const { report } = await tell({ base: aTree(files), candidate: aChangedTree(files) });
    expect(report).toMatchObject({ verdict: 'inconclusive' });
    expect(report.reasons.join()).toContain('nothing may gate yet');
  });
});

describe('several metrics of one prompt', () => {
  it('a case that two metrics show is listed once, with both, the one that gates first', async () => {
    const checks =
      '      - { name: shown, type: equals, expected: "yes", role: report }\n      - { name: gating, type: starts-with, expected: "yes" }';
    const files = { 'prompt-assay.yml': aConfigFile({ checks }) };
    const { report } = await tell({
      base: aTree(files),
      candidate: aChangedTree(files),
      script: answering((arm, number) => arm === 'base' || number >= 30),
    });
    expect(report.cases).toHaveLength(30);
    expect(new Set(report.cases.map(({ metrics }) => metrics.map(({ metric }) => metric).join()))).toEqual(
      new Set(['gating,shown']),
    );
  });
});

describe('a limit of cases', () => {
  it('runs so many on each side', async () => {
    const { report, calls } = await tell({ request: { part: { kind: 'most', most: 50 } } });
    expect(calls).toHaveLength(100);
    expect(report.metrics[0]?.cases).toBe(50);
  });

  it('makes no pass of the change, leaves no record, and leaves a fail as it is', async () => {
    const passed = await tell({ request: { part: { kind: 'most', most: 50 } } });
    expect(passed.report).toMatchObject({ verdict: 'inconclusive', green: true, contentKeys: {} });
    expect(passed.report.title).toContain('Not judged');
    expect(recordOf(passed.result)).toEqual([]);
    const failed = await tell({
      script: answering((arm) => arm === 'base'),
      request: { part: { kind: 'most', most: 50 } },
    });
    expect(failed.report).toMatchObject({ verdict: 'fail', green: false });
  });
});

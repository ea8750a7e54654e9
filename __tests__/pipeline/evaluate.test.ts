import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MissingKeyError, ModelConfigError } from '../../src/errors.ts';
import { createFakeWorld, rejected, unavailable } from '../helpers/fake-ports.ts';
import {
  aChangedTree,
  aConfigFile,
  allRight,
  answering,
  aPromptFile,
  aRow,
  aTree,
  jsonl,
  numberOf,
  someRows,
  tell,
} from './story.ts';

const outage = unavailable('the server answered 503');

/** Five losses in the first round, and gains on the same cases where they run again. */
const lossesThatTurn = (arm: string, number: number, sample: number) =>
  number >= 5 || (arm === 'baseline' ? sample === 0 : sample > 0);

describe('a changed prompt', () => {
  it('passes in one look where every answer is the same, and every case ran once on each side', async () => {
    const { report, calls } = await tell();
    expect(report).toMatchObject({ verdict: 'pass', green: true, calls: 200, errors: [], reasons: [] });
    expect(report.metrics).toHaveLength(1);
    expect(report.metrics[0]).toMatchObject({ metric: 'label', cases: 100, worse: 0, looks: 1, margin: 0.05 });
    expect(calls.filter((call) => call.arm === 'baseline')).toHaveLength(100);
    expect(calls.find((call) => call.arm === 'baseline')?.request.messages[0]?.content).toMatch(/^v1 /);
    expect(calls.find((call) => call.arm === 'candidate')?.request.messages[0]?.content).toMatch(/^v2 /);
  });

  it('fails in one look where a regression is plain, without a re-run', async () => {
    const { report } = await tell({ script: answering((arm, number) => arm === 'baseline' || number >= 30) });
    expect(report).toMatchObject({ verdict: 'fail', green: false, calls: 200 });
    expect(report.title).toMatch(/^Regression proven/);
    expect(report.title).toContain('30 of 100 cases got worse and 0 got better');
    expect(report.metrics[0]).toMatchObject({ worse: 30, difference: -0.3, looks: 1 });
    expect(report.cases).toHaveLength(30);
  });

  it('fails after a re-run of the discordant cases on both arms', async () => {
    const { report, calls } = await tell({ script: answering((arm, number) => arm === 'baseline' || number >= 5) });
    expect(report).toMatchObject({ verdict: 'fail', green: false, calls: 200 + 5 * 4 * 2 });
    expect(report.metrics[0]).toMatchObject({ looks: 2, worse: 5 });
    const rerun = calls.slice(200);
    expect(new Set(rerun.map(numberOf))).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(rerun.filter((call) => call.arm === 'baseline')).toHaveLength(20);
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
    expect(report.notes.join()).toContain('the gate of suite "triage" differs; the base\'s decides');
  });

  it('needs no re-run to be inconclusive where gains and losses balance', async () => {
    const script = answering((arm, number) => (number < 10 ? arm === 'baseline' : number >= 20 || arm === 'candidate'));
    const { report } = await tell({ script });
    expect(report).toMatchObject({ verdict: 'inconclusive', calls: 200 });
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
    const first = await tell({ script: answering((arm, number) => arm === 'baseline' || number >= 30) });
    const recorded = {
      contentKeys: first.report.contentKeys,
      verdict: first.report.verdict,
      green: first.report.green,
      title: first.report.title,
      head: 'b81e0d4f',
    };
    const again = await tell({ request: { recorded } });
    expect(again.report).toMatchObject({ verdict: 'fail', green: false, title: first.report.title, calls: 0 });
    expect(again.result.isRepublished).toBe(true);
    expect(again.calls).toEqual([]);
    expect(again.report.notes[0]).toContain('b81e0d4');
    const accepted = await tell({ request: { recorded, acceptedBy: 'grace' } });
    expect(accepted.report).toMatchObject({ verdict: 'fail', green: true });
  });

  it.each([
    ['another content', { candidate: aChangedTree({ 'evals/triage.jsonl': jsonl(someRows(101)) }) }, {}],
    ['an invalid run, which is never final', {}, { verdict: 'invalid' as const }],
  ])('a record of %s does not stand', async (_name, story, change) => {
    const first = await tell();
    const { verdict, green, title, contentKeys } = first.report;
    const recorded = { contentKeys, verdict, green, title, head: 'b81e0d4f', ...change };
    const { report, result } = await tell({ ...story, request: { recorded } });
    expect(result.isRepublished).toBe(false);
    expect(report.calls).toBeGreaterThan(0);
  });

  it('draws anew where asked for, in spite of record and cache', async () => {
    const first = await tell();
    const { verdict, green, title, contentKeys } = first.report;
    const recorded = { contentKeys, verdict, green, title, head: 'b81e0d4f' };
    const cached = await tell({ world: first.world });
    expect(cached.report).toMatchObject({ calls: 0, cacheHits: 200, verdict: 'pass' });
    const fresh = await tell({ world: first.world, request: { recorded, fresh: true } });
    expect(fresh.report).toMatchObject({ calls: 200, cacheHits: 0 });
  });
});

describe('what stops a run before its first call', () => {
  it('a dry run: says what it would take and knows nothing', async () => {
    const { report, calls, world } = await tell({ request: { dryRun: true } });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: true, calls: 0 });
    expect(report.notes.join()).toContain('200 answers, 0 judgements');
    expect([calls, world.opened]).toEqual([[], []]);
  });

  it.each([
    ['too many calls', 'budget: { per-run-calls: 199 }', '200 calls of at most 199'],
    [
      'too many dollars',
      'budget: { per-run-usd: 0.01 }\nprices: { some-model: { input-per-million-usd: 1000, output-per-million-usd: 0 } }',
      'of at most $0.01',
    ],
  ])('%s: invalid, nothing spent', async (_name, top, words) => {
    const files = { 'prompt-assay.yml': aConfigFile({ top }) };
    const { report, calls } = await tell({ base: aTree(files), candidate: aChangedTree(files) });
    expect(report).toMatchObject({ verdict: 'invalid', green: false, calls: 0, costUsd: 0 });
    expect(report.errors[0]?.message).toContain(words);
    expect(calls).toEqual([]);
  });

  it("a budget is the base config's: a candidate cannot raise its own", async () => {
    const { report } = await tell({
      base: aTree({ 'prompt-assay.yml': aConfigFile({ top: 'budget: { per-run-calls: 10 }' }) }),
      candidate: aChangedTree({ 'prompt-assay.yml': aConfigFile({ top: 'budget: { per-run-calls: 5000 }' }) }),
    });
    expect(report).toMatchObject({ verdict: 'invalid', calls: 0 });
  });

  it('exactly the budget fits; a re-run that does not fit leaves the verdict open', async () => {
    const files = { 'prompt-assay.yml': aConfigFile({ top: 'budget: { per-run-calls: 200 }' }) };
    const script = answering((arm, number) => arm === 'baseline' || number >= 5);
    const { report, world } = await tell({ base: aTree(files), candidate: aChangedTree(files), script });
    expect(report).toMatchObject({ verdict: 'inconclusive', calls: 200 });
    expect(world.log.lines.join('\n')).toContain('warning: Not decided, and the re-run does not fit the budget');
  });

  it('blocked calls (a fork that nobody approved): invalid, with the reason given', async () => {
    const { report, calls } = await tell({ request: { blockedCalls: 'Nobody approved this head.' } });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.errors[0]?.message).toBe('Nobody approved this head.');
    expect(calls).toEqual([]);
  });

  it.each([
    ['block', false],
    ['warn', true],
  ] as const)('a missing key with on-no-key %s: green is %s, never pass', async (onNoKey, green) => {
    const world = createFakeWorld(allRight);
    const problem = { path: null, line: null, column: null, message: 'There is no API key.', hint: 'Set one.' };
    const closed = { ...world, openModel: () => Promise.reject(new MissingKeyError([problem])) };
    const { report } = await tell({ world: closed, request: { onNoKey } });
    expect(report).toMatchObject({ verdict: 'invalid', green });
  });

  it.each([
    ['a candidate config that is broken', { 'prompt-assay.yml': 'version: 1\nsuites: 3\n' }, 'prompt-assay.yml'],
    ['a candidate prompt that is broken', { 'prompts/triage.prompt.yml': 'messages: [' }, 'prompts/triage.prompt.yml'],
    ['a candidate dataset that is broken', { 'evals/triage.jsonl': '{"id": 1}\n{' }, 'evals/triage.jsonl'],
    ['a dataset that is gone', { 'evals/triage.jsonl': null }, 'prompt-assay.yml'],
    [
      'a prompt that became a symlink',
      { 'prompts/triage.prompt.yml': { mode: '120000', target: '/etc/passwd' } as const },
      'prompts/triage.prompt.yml',
    ],
    [
      'a variable that no row has',
      { 'prompts/triage.prompt.yml': aPromptFile('{{nobody}}') },
      'prompts/triage.prompt.yml',
    ],
  ])('%s: invalid and names the file', async (_name, changes, path) => {
    const { report, calls } = await tell({ candidate: aChangedTree(changes) });
    expect(report).toMatchObject({ verdict: 'invalid', green: false, calls: 0 });
    expect(report.errors[0]?.path).toBe(path);
    expect(calls).toEqual([]);
  });

  it('the mistakes of several suites come together', async () => {
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
      'a.jsonl': jsonl(someRows(20)),
      'b.jsonl': jsonl(someRows(20)),
    };
    const { report } = await tell({ base, candidate: { ...base, 'a/a.prompt.yml': '[', 'b.jsonl': '{' } });
    expect(report.errors.map((problem) => problem.path)).toEqual(expect.arrayContaining(['a/a.prompt.yml', 'b.jsonl']));
  });
});

describe('outages and refusals', () => {
  it.each([
    ['both arms are down', answering(() => outage)],
    ['the candidate arm is down', answering((arm) => (arm === 'candidate' ? outage : true))],
    ['more than 20 % are missing', answering((arm, number) => (arm === 'candidate' && number < 21 ? outage : true))],
    ['every candidate call gets the same 400', answering((arm) => arm === 'baseline' || rejected(400, 'no'))],
    ['every base call gets the same 413', answering((arm) => arm === 'candidate' || rejected(413, 'no'))],
  ])('%s: invalid, and no regression', async (_name, script) => {
    const { report } = await tell({ script });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.reasons).not.toEqual([]);
    expect(report.title).not.toContain('egression');
  });

  it('up to 20 % missing is judged on the rest, and missing is never counted as worse', async () => {
    const { report } = await tell({ script: answering((_arm, number) => (number < 20 ? outage : true)) });
    expect(report.metrics[0]).toMatchObject({ cases: 80, unscored: 20, worse: 0 });
    expect(['pass', 'inconclusive']).toContain(report.verdict);
  });

  it('an outage that hits only what would have been losses does not make a pass', async () => {
    const { report } = await tell({
      script: answering((arm, number) => (arm === 'candidate' && number < 8 ? outage : true)),
    });
    expect(report.verdict).toBe('inconclusive');
  });

  it("a 400 about single requests is those cases' outcome", async () => {
    const script = answering((arm, number) => (arm === 'candidate' && number < 30 ? rejected(400, 'too long') : true));
    const { report } = await tell({ script });
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(report.metrics[0]).toMatchObject({ worse: 30, unscored: 0 });
    expect(report.cases[0]?.reason).toBe('too long');
  });

  it('a candidate that is refused in different ways is judged, for that is no single cause', async () => {
    const script = answering((arm, number) =>
      arm === 'baseline' ? true : rejected(number % 2 === 0 ? 400 : 413, 'no'),
    );
    expect((await tell({ script })).report.verdict).toBe('fail');
  });

  it('a refused parameter is invalid at the line of the prompt that names it', async () => {
    const prompt = aPromptFile('v2', 'triage', 'modelParameters:\n  temperature: 0\n');
    const { report } = await tell({
      candidate: aChangedTree({ 'prompts/triage.prompt.yml': prompt }),
      script: (call) => {
        if (call.arm === 'candidate') throw new ModelConfigError('does not take it', 'Remove it.', 'temperature');
        return 'yes';
      },
    });
    expect(report).toMatchObject({ verdict: 'invalid' });
    expect(report.errors[0]).toMatchObject({ path: 'prompts/triage.prompt.yml', line: 3 });
  });

  it('a first contact during an outage is no pass', async () => {
    const { report } = await tell({
      base: aTree({ 'prompt-assay.yml': null }),
      script: answering(() => outage),
    });
    expect(report.verdict).toBe('invalid');
  });

  it('a new prompt during an outage is no pass', async () => {
    const { report } = await tell({
      base: aTree({ 'prompts/triage.prompt.yml': null }),
      script: answering(() => outage),
    });
    expect(report.verdict).toBe('invalid');
  });

  it('a budget that runs out on the way is invalid, and what was answered is kept', async () => {
    const top =
      'budget: { per-run-usd: 0.05 }\nconcurrency: 1\nprices: { some-model: { input-per-million-usd: 10, output-per-million-usd: 0 } }';
    const files = { 'prompt-assay.yml': aConfigFile({ top }) };
    const { report, world } = await tell({ base: aTree(files), candidate: aChangedTree(files) });
    expect(report.verdict).toBe('invalid');
    expect(report.calls).toBe(51);
    expect(report.costUsd).toBeCloseTo(0.051);
    expect(world.cache.entries.size).toBe(51);
  });

  it("throws what is no mistake of the user's", async () => {
    const script = () => {
      throw new TypeError('a defect');
    };
    await expect(tell({ script })).rejects.toThrow('a defect');
  });
});

describe('first contact and built-in config', () => {
  it('compares prompts that main has as report: pass, and nothing gates', async () => {
    const { report } = await tell({
      base: aTree({ 'prompt-assay.yml': null }),
      script: answering((arm) => arm === 'baseline'),
    });
    expect(report).toMatchObject({ verdict: 'pass', green: true });
    expect(report.title).toBe('Nothing gates until this is merged.');
    expect(report.metrics[0]).toMatchObject({ gates: false, worse: 100 });
  });

  it('uses the built-in gate and budget, not those that the candidate brings', async () => {
    const config = aConfigFile({ top: 'budget: { per-run-usd: null, per-run-calls: 1000000 }' });
    const { report } = await tell({
      base: aTree({ 'prompt-assay.yml': null }),
      candidate: aChangedTree({ 'prompt-assay.yml': config, 'evals/triage.jsonl': jsonl(someRows(3000)) }),
    });
    expect(report).toMatchObject({ verdict: 'invalid', calls: 0 });
    expect(report.errors[0]?.message).toContain('at most 5000');
  });

  const embedded = (text: string, count = 25) => {
    const rows = someRows(count).map(
      ({ id, input, expected }) => `  - { id: ${id}, input: "${input}", expected: "${expected}" }`,
    );
    return `${aPromptFile(text, 'solo', 'model: some-model\n')}testData:\n${rows.join('\n')}\nevaluators:\n  - name: is-yes\n    string: { equals: "{{expected}}" }\n`;
  };

  it('without any config a self-contained prompt is a suite that gates', async () => {
    const { report } = await tell({
      base: { 'a.prompt.yml': embedded('v1') },
      candidate: { 'a.prompt.yml': embedded('v2') },
      script: answering((arm, number) => arm === 'baseline' || number >= 12),
    });
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(report.suites[0]?.name).toBe('a.prompt.yml');
  });

  it('without any config a prompt without rows and evaluators is no suite', async () => {
    const { report } = await tell({
      base: { 'a.prompt.yml': aPromptFile('v1', 'a', 'model: some-model\n') },
      candidate: { 'a.prompt.yml': aPromptFile('v2', 'a', 'model: some-model\n') },
    });
    expect(report).toMatchObject({ verdict: 'pass', green: true, errors: [] });
  });
});

describe('new, renamed and deleted prompts', () => {
  const withThreshold = aConfigFile({
    checks: '      - { name: label, type: equals, expected: "{{ expected }}", min-score: 0.8 }',
  });

  it.each([
    ['meets min-score', 0.9, 'pass'],
    ['misses min-score', 0.5, 'fail'],
  ] as const)('a new prompt that %s', async (_name, share, verdict) => {
    const files = { 'prompt-assay.yml': withThreshold };
    const { report, calls } = await tell({
      base: aTree({ ...files, 'prompts/triage.prompt.yml': null }),
      candidate: aTree(files),
      script: answering((_arm, number) => number < share * 100),
    });
    expect(report.verdict).toBe(verdict);
    expect(calls).toHaveLength(100);
    expect(calls.every((call) => call.arm === 'candidate')).toBe(true);
    expect(report.metrics[0]).toMatchObject({ baselineSource: 'none', candidateMean: share, baselineMean: null });
  });

  it('a new prompt without a threshold passes: nothing to compare', async () => {
    const { report } = await tell({
      base: aTree({ 'prompts/triage.prompt.yml': null }),
      candidate: aTree(),
      script: answering(() => false),
    });
    expect(report).toMatchObject({ verdict: 'pass', title: 'New, nothing to compare.' });
  });

  it('a threshold is missed although nothing got worse: fail', async () => {
    const files = { 'prompt-assay.yml': withThreshold };
    const script = answering((_arm, number) => number < 70);
    const { report } = await tell({ base: aTree(files), candidate: aChangedTree(files), script });
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.metrics[0]).toMatchObject({ worse: 0, belowMinScore: true });
  });

  it('a renamed and reworded prompt is compared with its predecessor', async () => {
    const { report } = await tell({
      candidate: aTree({ 'prompts/triage.prompt.yml': null, 'prompts/sorting.prompt.yml': aPromptFile('v2') }),
      script: answering((arm, number) => arm === 'baseline' || number >= 30),
    });
    expect(report.verdict).toBe('fail');
    expect(report.suites[0]?.prompts[0]).toMatchObject({ change: 'renamed', basePath: 'prompts/triage.prompt.yml' });
  });

  it('a moved prompt with the same content is neither compared nor called', async () => {
    const { report, calls } = await tell({
      candidate: aTree({ 'prompts/triage.prompt.yml': null, 'prompts/moved.prompt.yml': aPromptFile('v1') }),
    });
    expect(report.verdict).toBe('pass');
    expect(calls).toEqual([]);
  });

  it('a deleted prompt is said', async () => {
    const { report, calls } = await tell({
      base: aTree({ 'prompts/other.prompt.yml': aPromptFile('quite another', 'other') }),
      candidate: aTree(),
    });
    expect(report.verdict).toBe('pass');
    expect(report.suites[0]?.notes.join()).toContain('prompt other was deleted and has no successor');
    expect(calls).toEqual([]);
  });

  it('a suite whose globs match no file is invalid, never green on zero cases', async () => {
    const files = { 'prompts/triage.prompt.yml': null };
    const { report } = await tell({
      base: aTree(files),
      candidate: aTree({ ...files, 'evals/triage.jsonl': jsonl(someRows(99)) }),
    });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
  });

  it.each([
    ['the model default of the config', aConfigFile().replace('some-model', 'other-model')],
    [
      'a parameter default of the config',
      aConfigFile().replace('id: some-model', 'id: some-model, parameters: { temperature: 1 }'),
    ],
  ])('a change of %s alone is compared', async (_name, config) => {
    const { report, calls } = await tell({
      candidate: aTree({ 'prompt-assay.yml': config }),
      script: answering((arm, number) => arm === 'baseline' || number >= 30),
    });
    expect(report.verdict).toBe('fail');
    expect(calls).toHaveLength(200);
    expect(report.suites[0]?.prompts[0]?.change).toBe('changed');
  });
});

describe('critical cases and small sets', () => {
  const rows = jsonl(someRows(100, (number) => (number === 7 ? { critical: true } : {})));
  const files = { 'evals/triage.jsonl': rows };

  it('a critical case that broke fails the run alone, after eight samples on both sides', async () => {
    const { report, calls } = await tell({
      base: aTree(files),
      candidate: aChangedTree(files),
      script: answering((arm, number) => arm === 'baseline' || number !== 7),
    });
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.title).toContain('ritical case "q-007" broke');
    const own = calls.filter((call) => numberOf(call) === 7);
    expect(
      own
        .filter((call) => call.arm === 'candidate')
        .map((call) => call.sample)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(own.filter((call) => call.arm === 'baseline')).toHaveLength(8);
  });

  it('a critical case that is merely shaky is inconclusive', async () => {
    const { report } = await tell({
      base: aTree(files),
      candidate: aChangedTree(files),
      script: answering((arm, number, sample) => arm === 'baseline' || number !== 7 || sample > 2),
    });
    expect(report.verdict).toBe('inconclusive');
    expect(report.reasons.join()).toMatch(/unstable critical case "q-007"/i);
  });

  const few = { 'evals/triage.jsonl': jsonl(someRows(4)) };

  it.each([
    ['no case broke', (_arm: string, _number: number) => true, 'pass', 'no case broke'],
    ['one broke', (arm: string, number: number) => arm === 'baseline' || number !== 2, 'fail', 'q-002'],
  ])('fewer than min-cases: %s', async (_name, isRight, verdict, words) => {
    const { report, calls } = await tell({
      base: aTree(few),
      candidate: aChangedTree(few),
      script: answering((arm, number) => isRight(arm, number)),
    });
    expect(report.verdict).toBe(verdict);
    expect(calls).toHaveLength(4 * 5 * 2);
    expect(`${report.title} ${report.metrics[0]?.sentence}`.toLowerCase()).toContain(words);
  });
});

describe('changes of the dataset', () => {
  it.each([
    ['the right answer of one row', jsonl(someRows(100, (number) => (number === 3 ? { expected: 'no' } : {}))), 'pass'],
    [
      'more than a tenth of the rows',
      jsonl(someRows(100, (number) => (number < 11 ? { expected: 'no' } : {}))),
      'fail',
    ],
    ['rows taken away', jsonl(someRows(89)), 'fail'],
    ['a tenth of the rows taken away', jsonl(someRows(90)), 'pass'],
    ['rows added', jsonl(someRows(150)), 'pass'],
  ] as const)('%s beside a harmless prompt change', async (_name, dataset, verdict) => {
    const { report } = await tell({ candidate: aChangedTree({ 'evals/triage.jsonl': dataset }) });
    expect(report.verdict).toBe(verdict);
    if (verdict === 'fail') expect(report.title).toBe('The dataset changed; accept it.');
  });

  it('an edited critical row needs accept, and a label makes it green without changing the word', async () => {
    const critical = (changes: object) =>
      jsonl(someRows(100, (number) => (number === 7 ? { critical: true, ...changes } : {})));
    const story = {
      base: aTree({ 'evals/triage.jsonl': critical({}) }),
      candidate: aTree({ 'evals/triage.jsonl': critical({ expected: 'no' }) }),
    };
    expect((await tell(story)).report).toMatchObject({ verdict: 'fail', green: false });
    const { report } = await tell({ ...story, request: { acceptedBy: 'grace' } });
    expect(report).toMatchObject({ verdict: 'fail', green: true });
    expect(report.notes[0]).toContain('accepted by @grace');
  });

  it('a row that a pull request removes still gates, and an added one does not', async () => {
    const { report } = await tell({
      base: aTree({ 'evals/triage.jsonl': jsonl(someRows(100)) }),
      candidate: aChangedTree({ 'evals/triage.jsonl': jsonl([...someRows(95), aRow(200), aRow(201)]) }),
      script: answering((arm, number) => number < 200 && (arm === 'baseline' || number < 70)),
    });
    expect(report.metrics[0]).toMatchObject({ cases: 100, worse: 30 });
    expect(report.suites[0]).toMatchObject({ addedCases: ['q-200', 'q-201'], editedCases: [] });
    expect(report.suites[0]?.removedCases).toHaveLength(5);
  });

  it('an edited expectation moves nothing: both arms are held to the base row', async () => {
    const edited = jsonl(someRows(100, (number) => (number < 5 ? { expected: 'no' } : {})));
    const { report } = await tell({
      candidate: aChangedTree({ 'evals/triage.jsonl': edited }),
      script: answering((arm, number) => arm === 'baseline' || number >= 5),
    });
    expect(report.metrics[0]?.worse).toBe(5);
    expect(report.suites[0]?.editedCases).toHaveLength(5);
  });

  it('an unchanged prompt runs only what was added or edited, once, and is never red from it', async () => {
    const { report, calls } = await tell({
      candidate: aTree({
        'evals/triage.jsonl': jsonl([
          ...someRows(100, (number) => (number === 3 ? { input: 'new q-003' } : {})),
          aRow(100),
        ]),
      }),
      script: answering(() => false),
    });
    expect(calls.map(numberOf)).toEqual([3, 100]);
    expect(report).toMatchObject({ verdict: 'pass', green: true });
  });

  it('the order of the rows changes neither verdict nor numbers', async () => {
    const script = answering((arm, number, sample) => arm === 'baseline' || (number + sample) % 9 !== 0);
    const figures = async (rows: readonly unknown[], other: readonly unknown[]) => {
      const { report } = await tell({
        base: aTree({ 'evals/triage.jsonl': jsonl(rows) }),
        candidate: aChangedTree({ 'evals/triage.jsonl': jsonl(other) }),
        script,
      });
      const { verdict, title, calls, cases } = report;
      // Sums of floating-point numbers depend on their order in the last digit.
      const metrics = JSON.stringify(report.metrics, (_key, value) =>
        typeof value === 'number' ? Number(value.toFixed(9)) : value,
      );
      return { verdict, title, calls, metrics, cases: cases.map((one) => `${one.case} ${one.label}`).sort() };
    };
    const rows = someRows(40);
    const expected = await figures(rows, rows);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: 40 }),
        fc.shuffledSubarray(rows, { minLength: 40 }),
        async (one, other) => expect(await figures(one, other)).toEqual(expected),
      ),
      { numRuns: 5 },
    );
  });
});

describe('a base side that is broken', () => {
  it.each([
    ['config', { 'prompt-assay.yml': 'suites: [' }],
    ['prompt', { 'prompts/triage.prompt.yml': 'messages: [' }],
    ['dataset', { 'evals/triage.jsonl': '{' }],
    ['model setting', { 'prompt-assay.yml': aConfigFile().replace('model: { id: some-model }', '') }],
    ['variable', { 'prompts/triage.prompt.yml': aPromptFile('v1 {{nobody}}') }],
  ])('a repair of its %s can be merged, and says that nothing was compared', async (_name, changes) => {
    const { report } = await tell({ base: aTree(changes), candidate: aChangedTree() });
    expect(report).toMatchObject({ verdict: 'pass', green: true, errors: [] });
    const said = [...report.notes, ...report.suites.flatMap((suite) => suite.notes)].join('\n');
    expect(said).toMatch(/could not be read|cannot be read|cannot be used/);
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

  it('a new suite beside an old one does not gate, the old one does', async () => {
    const both = config;
    const onlyA = config
      .split('\n')
      .filter((line) => !line.includes('name: b'))
      .join('\n');
    const { report } = await tell({
      base: { ...base, 'prompt-assay.yml': onlyA },
      candidate: { ...base, 'prompt-assay.yml': both, 'b/b.prompt.yml': aPromptFile('v2', 'b') },
      script: answering((arm) => arm === 'baseline'),
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
      script: answering((arm) => arm === 'baseline'),
    });
    expect(report.verdict).toBe('fail');
  });
});

describe('a check that the candidate changes', () => {
  it('decides as on base, and is shown beside it as proposed', async () => {
    const lax = aConfigFile({ checks: '      - { name: label, type: length, min: 0 }' });
    const { report } = await tell({
      candidate: aChangedTree({ 'prompt-assay.yml': lax }),
      script: answering((arm, number) => arm === 'baseline' || number >= 30),
    });
    expect(report.verdict).toBe('fail');
    expect(report.metrics.map(({ metric, gates }) => [metric, gates])).toEqual([
      ['label', true],
      ['label (proposed)', false],
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

describe('a limit of cases', () => {
  it('runs so many on each side', async () => {
    const { report, calls } = await tell({ request: { caseLimit: 50 } });
    expect(calls).toHaveLength(100);
    expect(report.metrics[0]?.cases).toBe(50);
  });
});

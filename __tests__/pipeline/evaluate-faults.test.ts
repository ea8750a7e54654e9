import { describe, expect, it } from '@jest/globals';
import { MissingKeyError, ModelConfigError, ReadFault } from '../../src/errors.ts';
import { acceptGrounds } from '../../src/gate/acceptance.ts';
import type { ModelCall } from '../../src/ports.ts';
import { renderSummary } from '../../src/report/comment/markdown.ts';
import { renderRunFacts } from '../../src/report/comment/run-facts.ts';
import { answered, createFakeWorld, rejected, type Script, unavailable } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, allRight, answering, aPromptFile, aTree, jsonl, someRows, tell } from './story.ts';

const outage = unavailable('the server answered 503');

describe('what stops a run before its first call', () => {
  it('a dry run: says what it would take and knows nothing', async () => {
    const { report, calls, world } = await tell({ request: { dryRun: true } });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: true, calls: 0 });
    expect(report.notes.join()).toMatch(
      /candidate 100 answers, 0 judgements.*; base 100 answers.*; a re-run at worst 800 answers/,
    );
    expect([calls, world.opened]).toEqual([[], []]);
  });

  it('a dry run shows what changed, and keeps texts back where the base says so', async () => {
    const candidate = aChangedTree({ 'evals/triage.jsonl': jsonl(someRows(101)) });
    const { report } = await tell({ candidate, request: { dryRun: true } });
    expect(report.suites[0]).toMatchObject({
      cases: 101,
      prompts: [{ change: 'changed', baseline: null, candidate: null }],
    });
    expect(report.suites[0]?.addedCases).toHaveLength(1);
    expect(renderSummary(report)).toMatch(/What changed in <code>prompts\/triage\.prompt\.yml<\/code>/);
    const files = { 'prompt-assay.yml': aConfigFile({ top: 'report: { examples: none }' }) };
    const kept = await tell({ base: aTree(files), candidate: aChangedTree(files), request: { dryRun: true } });
    expect(kept.report.examples).toBe('none');
  });

  it.each([
    ['too many calls', 'budget: { per-run-calls: 999 }', '1000 calls of at most 999'],
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
    for (const blockedCalls of [null, 'Nobody approved this head.']) {
      const { report } = await tell({ world: closed, request: { onNoKey, blockedCalls } });
      expect(report).toMatchObject({ verdict: 'invalid', green, errors: [{ message: 'There is no API key.' }] });
    }
  });

  it.each([
    ['a candidate config that is broken', { 'prompt-assay.yml': 'version: 1\nsuites: 3\n' }, 'prompt-assay.yml'],
    ['a candidate prompt that is broken', { 'prompts/triage.prompt.yml': 'messages: [' }, 'prompts/triage.prompt.yml'],
    ['a candidate dataset that is broken', { 'evals/triage.jsonl': '{"id": 1}\n{' }, 'evals/triage.jsonl'],
    ['a dataset that is gone', { 'evals/triage.jsonl': null }, 'prompt-assay.yml'],
    [
      'a prompt that became a symlink',
      { 'prompts/triage.prompt.yml': { mode: '120000', target: '/etc/passwd' } as const },
      'prompt-assay.yml',
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
    ['every candidate call gets the same 400', answering((arm) => arm === 'base' || rejected(400, 'no'))],
    ['every base call gets the same 413', answering((arm) => arm === 'candidate' || rejected(413, 'no'))],
  ])('%s: invalid, and no regression', async (_name, script) => {
    const { report } = await tell({ script });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.reasons).not.toEqual([]);
    expect(report.title).not.toContain('egression');
  });

  it.each([
    [
      'one answer alone',
      answering((arm, number) => (arm === 'base' && number === 0 ? true : outage)),
      '199 of 200 answers are missing: the server answered 503.',
    ],
    [
      'the candidate alone',
      answering((arm) => (arm === 'candidate' ? outage : true)),
      '100 of 100 answers of this change are missing: the server answered 503.',
    ],
    [
      'some, for two causes and with numbers of their own',
      answering((_arm, number) => {
        if (number >= 70) return unavailable(`429: busy, request ${number}`);
        return number >= 60 ? outage : true;
      }),
      '80 of 200 answers are missing: 429: busy, request 70 (60 of them).',
    ],
  ])('the first line of an invalid run says why: %s', async (_name, script, sentence) => {
    const { report } = await tell({ script });
    expect(report.title).toBe(`Could not be judged: \`triage\`: ${sentence}`);
    expect(report.reasons[0]).toBe(`\`triage\`: ${sentence.slice(0, -1)}`);
  });

  it('a few rows in an outage are not asked again and again', async () => {
    const files = { 'evals/triage.jsonl': jsonl(someRows(4)) };
    const { report, calls } = await tell({
      base: aTree(files),
      candidate: aChangedTree(files),
      script: () => outage,
    });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.title).toContain('None of the first 10 calls to "some-model" came through: the server answered 503');
    expect(calls.length).toBeLessThan(20);
  });

  it('an endpoint that is not there ends the run after a handful of calls, and is named', async () => {
    const files = { 'prompt-assay.yml': aConfigFile({ top: 'concurrency: 1' }) };
    const { report, calls } = await tell({
      base: aTree(files),
      candidate: aChangedTree(files),
      script: () => unavailable('localhost:8198 cannot be reached (ECONNREFUSED): is it running? Check "base-url"'),
    });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.title).toContain('localhost:8198 cannot be reached (ECONNREFUSED)');
    expect(calls).toHaveLength(10);
  });

  it('a run that lacks what its judge says names the judge and the cause', async () => {
    const suite = '    judges:\n      - { name: helpful, type: rubric, rubric: r.md, allow-uncalibrated: true }\n';
    const files = {
      'prompt-assay.yml': aConfigFile({ top: 'judge: { model: { id: some-judge } }', suite }),
      'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
    };
    const toldBy = async (reply: (call: ModelCall) => string | ReturnType<typeof unavailable>) =>
      tell({
        base: aTree(files),
        candidate: aChangedTree(files),
        script: (call) => (call.purpose === 'judge' ? reply(call) : `yes ${call.key}`),
      });
    const down = await toldBy(() => unavailable('503: down'));
    expect(down.report.verdict).toBe('invalid');
    expect(down.report.title).toContain(
      'None of the first 10 calls to the judge\'s model "some-judge" came through: 503: down.',
    );
    const unread = await toldBy(() => 'I would say a 4.');
    expect(unread.report.verdict).toBe('invalid');
    expect(unread.report.title).toMatch(
      /^Could not be judged: `triage \/ helpful`: 200 of 200 scores are missing: the judge's reply cannot be read: .*JSON/,
    );
  });

  it('nobody can accept what could not be judged', async () => {
    const script = answering(() => outage);
    const { report: red } = await tell({ script });
    const { report } = await tell({ script, request: { acceptance: acceptGrounds('@grace', red.grounds) } });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
  });

  it('on-no-key: warn makes no other mistake green', async () => {
    const candidate = aChangedTree({ 'evals/triage.jsonl': '{' });
    const { report } = await tell({ candidate, request: { onNoKey: 'warn' } });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
  });

  it('up to 20 % missing is judged on the rest, and missing is never counted as worse', async () => {
    const { report } = await tell({ script: answering((_arm, number) => (number >= 80 ? outage : true)) });
    expect(report.metrics[0]).toMatchObject({ cases: 80, unscored: 20, worse: 0 });
    expect(['pass', 'inconclusive']).toContain(report.verdict);
  });

  it('an outage that hits only what would have been losses does not make a pass', async () => {
    const { report } = await tell({
      script: answering((arm, number) => (arm === 'candidate' && number < 8 ? outage : true)),
    });
    expect(report.verdict).toBe('inconclusive');
  });

  it.each([
    [1, []],
    [3, ['`triage`: 3 of 100 candidate calls hung and were asked again, so that long answers may be missing.']],
  ])('%i calls of a hundred that hung: said at the top above one', async (count, notices) => {
    const { report } = await tell({
      script: answering((arm, number) => (arm === 'base' || number >= count ? true : answered('yes', { hung: 1 }))),
    });
    expect(report.notices).toEqual(notices);
    expect(report.suites[0]?.prompts[0]).toMatchObject({ candidate: { hung: count }, baseline: { hung: 0 } });
    expect(renderRunFacts(report)).toContain(`${count} hung and asked again`);
  });

  it("a 400 about single requests is those cases' outcome", async () => {
    const script = answering((arm, number) => (arm === 'candidate' && number < 30 ? rejected(400, 'too long') : true));
    const { report } = await tell({ script });
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(report.metrics[0]).toMatchObject({ worse: 30, unscored: 0 });
    expect(report.cases[0]?.metrics[0]?.candidateReason).toBe('too long');
  });

  it('a candidate that is refused in different ways is judged, for that is no single cause', async () => {
    const script = answering((arm, number) => (arm === 'base' ? true : rejected(number % 2 === 0 ? 400 : 413, 'no')));
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

describe('a base side that is broken', () => {
  it.each([
    ['config', { 'prompt-assay.yml': 'suites: [' }],
    ['prompt', { 'prompts/triage.prompt.yml': 'messages: [' }],
    ['dataset', { 'evals/triage.jsonl': '{' }],
    ['model setting', { 'prompt-assay.yml': aConfigFile().replace('model: { id: some-model }', '') }],
    ['variable', { 'prompts/triage.prompt.yml': aPromptFile('v1 {{nobody}}') }],
  ])(
    'a repair of its %s can be merged, is no pass, and its title says that main cannot be used',
    async (name, changes) => {
      const { report } = await tell({ base: aTree(changes), candidate: aChangedTree() });
      expect(report).toMatchObject({ verdict: 'inconclusive', green: true, errors: [] });
      const [path] = Object.keys(changes);
      const start = name === 'config' ? "Main's config gated nothing" : 'Main could not be used';
      expect(report.title).toMatch(new RegExp(`^${start}: .*${name === 'model setting' ? 'no model' : path}`));
      if (name !== 'config') expect(report.reasons.join()).toContain('nothing was compared');
    },
  );

  it('counts every mistake, and is blocked where open questions are', async () => {
    const config = { 'prompt-assay.yml': aConfigFile({ suite: '    gate: { on-inconclusive: block }' }) };
    const base = aTree({ ...config, 'evals/triage.jsonl': '{"id": "a"}\nx\ny\n' });
    const { report } = await tell({ base, candidate: aChangedTree(config) });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: false });
    expect(report.title).toContain('evals/triage.jsonl:2');
    expect(report.title).toContain('(and 1 more)');
  });

  it('does not hide a proven regression of another suite', async () => {
    const suite = (name: string) =>
      `  - { name: ${name}, prompts: "${name}/*.prompt.yml", dataset: ${name}.jsonl, checks: [{ name: c, type: equals, expected: "yes" }] }\n`;
    const files = (text: string) => ({
      'prompt-assay.yml': `version: 1\nmodel: { id: some-model }\nsuites:\n${suite('a')}${suite('b')}`,
      'a/a.prompt.yml': aPromptFile(text, 'a'),
      'b/b.prompt.yml': aPromptFile(text, 'b'),
      'a.jsonl': jsonl(someRows(100)),
      'b.jsonl': jsonl(someRows(100)),
    });
    const script = answering((arm, number) => arm === 'base' || number >= 50);
    const { report } = await tell({ base: { ...files('v1'), 'a.jsonl': '{' }, candidate: files('v2'), script });
    expect(report).toMatchObject({ verdict: 'fail', green: false });
  });
});

describe('what cannot be read', () => {
  const change = { 'prompt-assay.yml': aConfigFile({ suite: '    gate: { margin: 0.08 }' }) };
  const base = aTree();
  const candidate = aChangedTree({ ...change, 'evals/triage.jsonl': `${base['evals/triage.jsonl']}\n` });
  const reading = async (side: typeof base, path: string) => {
    const world = createFakeWorld(answering((arm, number) => arm === 'base' || number >= 30));
    const hash = world.repository.plant(side).entries.get(path)?.hash ?? '';
    const readBlobs = async (hashes: readonly string[]) => {
      if (hashes.includes(hash)) throw ReadFault.of('The file was not answered.', 'Run again.');
      return world.repository.readBlobs(hashes);
    };
    return tell({ world: { ...world, repository: { ...world.repository, readBlobs } }, base, candidate });
  };

  it.each(
    Object.keys(base).flatMap((path) => [['main', path, base] as const, ['the change', path, candidate] as const]),
  )('of %s, %s: invalid, never new or absent, and nothing is asked', async (_side, path, side) => {
    const { report, calls } = await reading(side, path);
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.title).toContain('The file was not answered');
    expect(calls).toEqual([]);
  });

  it.each(['main', 'the change'])('of a self-contained prompt of %s: invalid', async (name) => {
    const own = (text: string) =>
      `${aPromptFile(text)}testData: [{ input: a, expected: b }]\nevaluators: [{ name: e, string: { equals: "{{expected}}" } }]\n`;
    const sides = [own('v1'), own('v2')].map((text) => ({ 'a.prompt.yml': text }));
    const world = createFakeWorld(allRight);
    const tree = world.repository.plant(sides[name === 'main' ? 0 : 1] ?? {});
    const readBlobs = async (hashes: readonly string[]) => {
      if (hashes.includes(tree.entries.get('a.prompt.yml')?.hash ?? ''))
        throw ReadFault.of('Not answered.', 'Run again.');
      return world.repository.readBlobs(hashes);
    };
    const { report } = await tell({
      world: { ...world, repository: { ...world.repository, readBlobs } },
      base: sides[0] ?? {},
      candidate: sides[1] ?? {},
    });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
  });

  it('of the branch of baselines: invalid, and nothing is asked', async () => {
    const world = createFakeWorld(allRight);
    const read = () => Promise.reject(ReadFault.of('The branch was not answered.', 'Run again.'));
    const { report, calls } = await tell({ world: { ...world, baselines: { ...world.baselines, read } } });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(calls).toEqual([]);
  });
});

describe('a new prompt, which no comparison looks at', () => {
  const rubric = '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n';
  const judged = (judge: string) =>
    aConfigFile({
      top: 'judge: { model: { id: some-judge } }',
      suite: `    judges:\n      - ${judge}\n`,
      checks: '      - { name: label, type: starts-with, expected: yes }',
    });
  const gating = '{ name: helpful, type: rubric, rubric: r.md, allow-uncalibrated: true }';
  const told = (judge: string, answer: (number: number) => string | ReturnType<typeof unavailable>) => {
    const files = { 'prompt-assay.yml': judged(judge), 'r.md': rubric };
    let asked = 0;
    const script: Script = (call) => {
      if (call.purpose !== 'judge') return `yes ${call.request.messages[0]?.content}`;
      asked += 1;
      return answer(asked);
    };
    return tell({
      base: aTree({ ...files, 'prompts/triage.prompt.yml': null, 'prompts/old.prompt.yml': aPromptFile('old', 'old') }),
      candidate: aTree({ ...files, 'prompts/old.prompt.yml': aPromptFile('old', 'old') }),
      script,
    });
  };
  const good = JSON.stringify({ score: 5, abstain: false, reason: 'good' });

  it('does not pass where its judge is down: invalid, and the judge is named', async () => {
    const { report } = await told(gating, () => outage);
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.reasons.join()).toContain(
      'None of the first 10 calls to the judge\'s model "some-judge" came through',
    );
  });

  it('passes where it was heard nearly everywhere', async () => {
    const { report } = await told(gating, (asked) => (asked > 80 ? outage : good));
    expect(report).toMatchObject({ verdict: 'pass', green: true });
  });

  it('does not where more than a fifth is missing', async () => {
    const { report } = await told(gating, (asked) => (asked > 79 ? outage : good));
    expect(report.verdict).toBe('invalid');
    expect(report.reasons.join()).toContain(
      '`triage / helpful`: 21 of 100 cases have no score: the judge did not answer',
    );
  });

  it('passes where a judge that is only shown is down', async () => {
    const { report } = await told(gating.replace(', allow-uncalibrated: true', ''), () => outage);
    expect(report).toMatchObject({ verdict: 'pass', green: true });
  });
});

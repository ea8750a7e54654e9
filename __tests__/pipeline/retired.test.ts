import { describe, expect, it } from '@jest/globals';
import { MissingKeyError, ModelConfigError, UserError } from '../../src/errors.ts';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import type { ModelCall } from '../../src/ports.ts';
import { createFakeWorld, type Script } from '../helpers/fake-ports.ts';
import { aConfigFile, aPromptFile, aTree, jsonl, numberOf, someRows, tell } from './story.ts';

const notServed = (model: string) =>
  new ModelConfigError(`models.test does not serve "${model}" (404): no such model`, 'Check the model id.', 'model');

/** Nobody serves `old-model` any more; the others answer by `answer`. */
const retiring =
  (answer: Script): Script =>
  (call, signal) => {
    if (call.request.model === 'old-model') throw notServed('old-model');
    return answer(call, signal);
  };

const config = (parts: Parameters<typeof aConfigFile>[0] = {}, model = 'old-model') =>
  aConfigFile(parts).replace('some-model', model);

/** Main asks `old-model`, the change asks `new-model`; the gate is main's. */
function moved(files: Parameters<typeof aTree>[0] = {}) {
  const base = { 'prompt-assay.yml': config(), ...files };
  const prompt = aPromptFile('v1', 'triage', 'model: new-model\n');
  return { base: aTree(base), candidate: aTree({ ...base, 'prompts/triage.prompt.yml': prompt }) };
}

describe("a change that moves off a model of main's that is gone", () => {
  it('is inconclusive without a stored baseline, says so, and asks the candidate all the same', async () => {
    const { report, calls } = await tell({ ...moved(), script: retiring(() => 'yes') });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: true, errors: [] });
    expect(report.title).toBe('Main\'s model is gone: models.test does not serve "old-model" (404): no such model.');
    const answered = (one: ModelCall) => one.request.model === 'new-model';
    expect(calls.filter(answered)).toHaveLength(100);
  });

  it('is blocked by a gate that blocks what is inconclusive', async () => {
    const files = { 'prompt-assay.yml': config({ suite: '    gate: { on-inconclusive: block }' }) };
    const { report } = await tell({ ...moved(files), script: retiring(() => 'yes') });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: false });
  });

  it('fails where the candidate misses a threshold', async () => {
    const checks = '      - { name: label, type: equals, expected: "{{ expected }}", min-score: 0.9 }';
    const script = retiring((call) => (numberOf(call) < 30 ? 'no' : 'yes'));
    const { report } = await tell({ ...moved({ 'prompt-assay.yml': config({ checks }) }), script });
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.title).toContain('the mean 70 % is below');
  });

  it.each([
    ['a small set', { 'evals/triage.jsonl': jsonl(someRows(6)) }],
    ['critical cases', { 'evals/triage.jsonl': jsonl(someRows(60, (n) => ({ critical: n < 5 }))) }],
  ])('is inconclusive with %s, and runs nothing again', async (_name, files) => {
    const script = retiring((call) => (numberOf(call) < 5 ? 'no' : 'yes'));
    const { report, calls } = await tell({ ...moved(files), script });
    expect(report.verdict).toBe('inconclusive');
    expect(report.title).toContain("Main's model is gone");
    expect(calls.filter(({ sample }) => sample > 4)).toEqual([]);
  });

  it('is invalid where the candidate does not answer', async () => {
    const script = retiring(() => ({ status: 'unavailable', reason: '503: down', latencyMs: 1, attempts: 5 }));
    const { report } = await tell({ ...moved(), script });
    expect(report.verdict).toBe('invalid');
    expect(report.title).toContain('None of the first 10 calls to "new-model" came through: 503: down.');
  });

  it('is invalid where both ask what is gone, and where the endpoint knows neither', async () => {
    const files = { 'prompt-assay.yml': config() };
    const same = await tell({
      base: aTree(files),
      candidate: aTree({ ...files, 'prompts/triage.prompt.yml': aPromptFile('v2') }),
      script: retiring(() => 'yes'),
    });
    expect(same.report).toMatchObject({ verdict: 'invalid', green: false });
    const neither = await tell({
      ...moved(),
      script: ({ request }) => {
        throw notServed(request.model);
      },
    });
    expect(neither.report).toMatchObject({ verdict: 'invalid', green: false });
  });

  describe('with a stored baseline', () => {
    const files = { 'prompt-assay.yml': config() };

    /** The branch on which main's baseline was stored while its model was still there. */
    async function storeBaseline() {
      const world = createFakeWorld(() => 'yes');
      const tree = world.repository.plant(aTree(files));
      const modes = { onlyChanged: false, fresh: false, dryRun: false, noise: false };
      await rebaseline(world, { tree, label: 'main', configPath: null, who: null, reason: null, ...modes });
      return world.baselines;
    }

    it.each([
      ['pass where it shows none', 'pass', () => 'yes'],
      ['inconclusive where it shows a drop', 'inconclusive', (call: ModelCall) => (numberOf(call) < 30 ? 'no' : 'yes')],
    ] as const)('is decided by the screen alone: %s', async (_name, verdict, answer) => {
      const world = { ...createFakeWorld(retiring(answer)), baselines: await storeBaseline() };
      const { report } = await tell({ ...moved(files), world });
      expect(report.verdict).toBe(verdict);
      if (verdict === 'inconclusive') expect(report.title).toContain("Main's model is gone");
    });
  });
});

const rubric = '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n';
const good = JSON.stringify({ score: 5, abstain: false, reason: 'good' });

function judgedBy(judge: string, more = ', allow-uncalibrated: true') {
  const suite = `    judges:\n      - { name: helpful, type: rubric, rubric: r.md, model: ${judge}${more} }\n`;
  return { 'prompt-assay.yml': aConfigFile({ suite, top: 'judge: { model: { id: some-judge } }' }), 'r.md': rubric };
}

describe("a change that replaces a judge of main's that is gone", () => {
  const change = (more = {}) => ({
    base: aTree({ ...judgedBy('old-model'), ...more }),
    candidate: aTree({ ...judgedBy('new-judge'), 'prompts/triage.prompt.yml': aPromptFile('v2') }),
  });
  const script = retiring((call) => (call.purpose === 'judge' ? good : `yes`));

  it("leaves main's metric open and shows what the new judge says", async () => {
    const { report } = await tell({ ...change(), script });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: true, errors: [] });
    const of = (name: string) => report.metrics.find(({ metric }) => metric === name);
    expect(of('helpful')).toMatchObject({ gates: true, verdict: 'inconclusive' });
    expect(of('helpful')?.reason).toContain('main\'s judge is gone: models.test does not serve "old-model"');
    expect(of('helpful (proposed)')).toMatchObject({ gates: false, cases: 100 });
    expect(of('label')).toMatchObject({ verdict: 'pass' });
  });

  it('is the same where the judges of all suites move to another model', async () => {
    const filesOf = (model: string) => ({
      'prompt-assay.yml': aConfigFile({
        suite: '    judges:\n      - { name: helpful, type: rubric, rubric: r.md, allow-uncalibrated: true }\n',
        top: `judge: { model: { id: ${model} } }`,
      }),
      'r.md': rubric,
    });
    const candidate = aTree({ ...filesOf('new-judge'), 'prompts/triage.prompt.yml': aPromptFile('v2') });
    const { report } = await tell({ base: aTree(filesOf('old-model')), candidate, script });
    expect(report).toMatchObject({ verdict: 'inconclusive', errors: [] });
    expect(report.metrics.find(({ metric }) => metric === 'helpful (proposed)')).toMatchObject({ cases: 100 });
  });

  it('does not hide a regression that a check proves', async () => {
    const isWrong = (call: ModelCall) => call.arm === 'candidate' && numberOf(call) < 30;
    const { report } = await tell({
      ...change(),
      script: retiring((call) => (call.purpose === 'judge' ? good : isWrong(call) ? 'no' : 'yes')),
    });
    expect(report.verdict).toBe('fail');
  });

  it('is open for a new prompt as well', async () => {
    const { report } = await tell({
      ...change({ 'prompts/triage.prompt.yml': null, 'prompts/other.prompt.yml': aPromptFile('o', 'other') }),
      candidate: aTree({ ...judgedBy('new-judge'), 'prompts/other.prompt.yml': aPromptFile('o', 'other') }),
      script,
    });
    expect(report.verdict).toBe('inconclusive');
    expect(report.title).toContain("Main's judge is gone");
  });

  it('is invalid where the change asks the same judge', async () => {
    const files = judgedBy('old-model');
    const candidate = aTree({ ...files, 'prompts/triage.prompt.yml': aPromptFile('v2') });
    expect((await tell({ base: aTree(files), candidate, script })).report.verdict).toBe('invalid');
  });
});

describe('a judge that only reports and cannot be asked', () => {
  const files = judgedBy('shown-judge', '');
  const told = (fault: Error, answer: Script = () => 'yes') =>
    tell({
      base: aTree(files),
      candidate: aTree({ ...files, 'prompts/triage.prompt.yml': aPromptFile('v2') }),
      script: (call, signal) => {
        if (call.purpose === 'judge') throw fault;
        return answer(call, signal);
      },
    });

  it.each([
    ['a refused key', new ModelConfigError('models.test refused the API key (401)', 'Check the secret.', null)],
    ['a model that is not there', notServed('shown-judge')],
    ['a base URL it does not fit', UserError.of('models.test does not serve "x/y".', 'Set "base-url".')],
  ])('costs its scores and not the run: %s', async (_name, fault) => {
    const { report, world, calls } = await told(fault);
    expect(report).toMatchObject({ verdict: 'pass', green: true, errors: [] });
    const shown = report.metrics.find(({ metric }) => metric === 'helpful');
    expect(shown?.notes.join('\n')).toContain(`gave no score for 200 of 200 answers (the judge could not be asked`);
    expect(world.log.lines.join('\n')).toContain("warning: The judge's model shown-judge cannot be asked");
    expect(calls.filter(({ purpose }) => purpose === 'judge').length).toBeLessThanOrEqual(50);
  });

  it('lets a proven regression stand', async () => {
    const isWrong = (call: ModelCall) => call.arm === 'candidate' && numberOf(call) < 30;
    const { report } = await told(notServed('shown-judge'), (call) => (isWrong(call) ? 'no' : 'yes'));
    expect(report.verdict).toBe('fail');
  });

  it('needs no key of its own before the run is decided', async () => {
    const world = createFakeWorld(() => 'yes');
    const problem = {
      path: null,
      line: null,
      column: null,
      message: 'There is no API key for judge.test.',
      hint: 'Set one.',
    };
    const openModel: typeof world.openModel = (role, models) =>
      role === 'judge' ? Promise.reject(new MissingKeyError([problem])) : world.openModel(role, models);
    const candidate = aTree({ ...files, 'prompts/triage.prompt.yml': aPromptFile('v2') });
    const { report } = await tell({ base: aTree(files), candidate, world: { ...world, openModel } });
    expect(report).toMatchObject({ verdict: 'pass', errors: [] });
    expect(report.metrics.find(({ metric }) => metric === 'helpful')?.notes.join()).toContain('There is no API key');
  });

  it('is no way out for one that gates', async () => {
    const gating = judgedBy('some-judge');
    const { report } = await tell({
      base: aTree(gating),
      candidate: aTree({ ...gating, 'prompts/triage.prompt.yml': aPromptFile('v2') }),
      script: (call) => {
        if (call.purpose === 'judge') throw new ModelConfigError('refused the API key (401)', 'Check it.', null);
        return 'yes';
      },
    });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
  });
});

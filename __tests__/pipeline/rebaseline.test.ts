import { describe, expect, it } from '@jest/globals';
import { parseBaseline } from '../../src/baseline/parse-baseline.ts';
import { baselineFolder } from '../../src/baseline/stored-baseline.ts';
import { MissingKeyError, ReadFault, UserError } from '../../src/errors.ts';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import type { RebaselineRequest } from '../../src/pipeline/rebaseline-request.ts';
import { renderBaselineSummary, renderBaselineText } from '../../src/report/baseline-text.ts';
import { scoringRevision } from '../../src/version.ts';
import {
  createFakeWorld,
  type FakeFiles,
  type FakeWorld,
  rejected,
  type Script,
  unavailable,
} from '../helpers/fake-ports.ts';
import { aConfigFile, allRight, answering, aPromptFile, aTree, jsonl, numberOf, someRows } from './story.ts';

const branch = 'prompt-assay-baselines';

async function keep(world: FakeWorld, files: FakeFiles, request: Partial<RebaselineRequest> = {}) {
  const tree = world.repository.plant(files);
  return rebaseline(world, {
    tree,
    label: 'main',
    configPath: null,
    reason: null,
    onlyChanged: false,
    fresh: false,
    dryRun: false,
    noise: false,
    who: null,
    ...request,
  });
}

function stored(world: FakeWorld, suite = 'triage', configPath = 'prompt-assay.yml') {
  const folder = baselineFolder(configPath, suite);
  const prefix = `${branch}:${folder}/`;
  const files = [...world.baselines.files].filter(([path]) => path.startsWith(prefix));
  return parseBaseline(folder, new Map(files.map(([path, text]) => [path.slice(prefix.length), text])));
}

const small = aTree({ 'evals/triage.jsonl': jsonl(someRows(12)) });

const twoSuites = {
  'prompt-assay.yml': `version: 1
model: { id: some-model }
suites:
  - { name: a, prompts: a/*.prompt.yml, dataset: a.jsonl, checks: [{ name: c, type: equals, expected: "yes" }] }
  - { name: b, prompts: b/*.prompt.yml, dataset: b.jsonl, checks: [{ name: c, type: equals, expected: "yes" }] }
`,
  'a/a.prompt.yml': aPromptFile('prompt-a', 'a'),
  'b/b.prompt.yml': aPromptFile('prompt-b', 'b'),
  'a.jsonl': jsonl(someRows(12)),
  'b.jsonl': jsonl(someRows(12)),
};

describe('a branch that cannot be read or written', () => {
  const refusing = (world: FakeWorld, refused: 'read' | 'requireWritable' | 'write') => ({
    ...world,
    baselines: { ...world.baselines, [refused]: () => Promise.reject(ReadFault.of('Refused.', 'Allow it.')) },
  });

  it('costs nothing where the right to write is missing', async () => {
    const world = createFakeWorld(allRight);
    await expect(keep(refusing(world, 'requireWritable'), small)).rejects.toThrow('Refused.');
    expect(world.model.calls).toEqual([]);
  });

  it('is read before anything is asked, and is no empty one', async () => {
    const world = createFakeWorld(allRight);
    const report = await keep(refusing(world, 'read'), small);
    expect(report).toMatchObject({ verdict: 'invalid', green: false, calls: 0, tip: null });
    expect([world.model.calls, world.baselines.messages]).toEqual([[], []]);
  });

  it('still says what was drawn and what it cost, where the write itself is refused', async () => {
    const report = await keep(refusing(createFakeWorld(allRight), 'write'), twoSuites);
    expect(report).toMatchObject({ verdict: 'invalid', green: false, calls: 120, tip: null });
    expect(report.suites).toMatchObject([{ status: 'kept' }, { status: 'kept' }].map((one) => ({ ...one, cases: 12 })));
    expect(report.errors.map(({ message }) => message)).toEqual(['Refused.']);
  });

  it('reads all suites before the first call', async () => {
    const world = createFakeWorld(allRight);
    const seen: number[] = [];
    const read: FakeWorld['baselines']['read'] = (...args) => {
      seen.push(world.model.calls.length);
      return world.baselines.read(...args);
    };
    await keep({ ...world, baselines: { ...world.baselines, read } }, twoSuites);
    expect(seen).toEqual([0, 0]);
  });
});

/** Everything is right but what `isDown` names by the prompt's text. */
const downFor =
  (text: string): Script =>
  (call) =>
    call.request.messages[0]?.content.startsWith(text) ? unavailable('503') : 'yes';

describe('rebaseline', () => {
  it('takes five samples a case and keeps outputs, scores and who answered', async () => {
    const world = createFakeWorld(answering((_arm, number) => number >= 3));
    const report = await keep(world, small);
    expect(report).toMatchObject({ green: true, calls: 60, tip: 'tip-1', branch, errors: [] });
    expect(report.suites).toEqual([
      expect.objectContaining({
        name: 'triage',
        status: 'written',
        cases: 12,
        samples: 5,
        means: { 'triage / label': 0.75 },
      }),
    ]);
    const baseline = stored(world);
    expect(baseline?.outputs).toHaveLength(60);
    expect(baseline?.scores).toHaveLength(60);
    expect(baseline?.manifest).toMatchObject({
      date: '2026-11-25T12:00:00.000Z',
      samples: 5,
      scoringRevision,
      previous: null,
      anchor: null,
      prompts: { triage: { model: 'some-model', answeredAs: ['some-model-2026-08-07'], fingerprints: ['fp-1'] } },
      tokens: { input: 6000, output: 600 },
      measures: {
        'triage / label': {
          ...{ kind: 'check', role: 'gate', direction: 'higher', binary: true },
          // Wilson 1927 for 9 of 12 questions: five samples of one are no five questions.
          ...{ lower: expect.closeTo(0.468, 3), upper: expect.closeTo(0.911, 3) },
        },
      },
    });
    expect(baseline?.outputs[0]?.result.latencyMs).toBe(0);
  });

  it('writes several suites in one commit, and a line for each to its own changelog', async () => {
    const world = createFakeWorld(allRight);
    const report = await keep(world, twoSuites, { reason: 'spring  cleaning\nof prompts' });
    expect(report.suites.map((suite) => suite.status)).toEqual(['written', 'written']);
    expect(world.baselines.messages).toEqual([expect.stringContaining('(2 suites): spring cleaning of prompts')]);
    const logs = [...world.baselines.files].filter(([path]) => path.endsWith('changelog.jsonl'));
    expect(logs).toHaveLength(2);
    expect(JSON.parse(logs[0]?.[1] ?? '')).toMatchObject({
      suite: 'a',
      means: { 'a / c': 1 },
      models: { a: { asked: 'some-model' } },
      measures: { 'a / c': { role: 'gate', upper: 1 } },
      previous: null,
    });
  });

  it('an incomplete suite keeps its old baseline and turns the run red; the other is written', async () => {
    const world = createFakeWorld(allRight);
    await keep(world, twoSuites);
    const before = stored(world, 'a');
    const failing = downFor('prompt-a');
    const down = createFakeWorld((call, signal) => (numberOf(call) === 0 ? 'yes' : failing(call, signal)));
    const later = { ...world, model: down.model, openModel: down.openModel, openCache: down.openCache, nowMs: 0 };
    const report = await keep(later, twoSuites);
    expect(report).toMatchObject({ green: false });
    expect(report.suites.map(({ name, status }) => `${name} ${status}`)).toEqual(['a kept', 'b written']);
    expect(report.errors[0]?.message).toContain('suite a: 55 scores are missing (503)');
    expect(stored(world, 'a')).toEqual(before);
  });

  it.each([
    ['one score', answering((_arm, number, sample) => (number === 3 && sample === 2 ? unavailable('503') : true))],
    ['an arm that was refused as a whole', answering(() => rejected(400, 'no such thing'))],
  ])('writes nothing where %s is missing', async (_name, script) => {
    const world = createFakeWorld(script);
    const report = await keep(world, small);
    expect(report).toMatchObject({ green: false, tip: null });
    expect(world.baselines.messages).toEqual([]);
  });

  it('a request that is refused for its own sake is a score like any other', async () => {
    const world = createFakeWorld(answering((_arm, number) => (number === 3 ? rejected(400, 'too long') : true)));
    expect((await keep(world, small)).green).toBe(true);
    expect(stored(world)?.scores.filter((line) => line.score === 0)).toHaveLength(5);
  });

  it.each([
    ['abstains', true, true],
    ['does not fill in its form', false, false],
  ])('a judge that %s', async (_name, abstain, green) => {
    const config = aConfigFile({
      top: 'judge: { model: { id: some-judge } }',
      checks:
        '      - { name: label, type: equals, expected: "yes" }\n    judges:\n      - { name: polite, type: checklist, rubric: r.md }',
    });
    const reply = { criteria: [{ id: 'kind', evidence: '', met: true }], abstain, reason: 'nothing to see' };
    const world = createFakeWorld((call) => {
      if (call.purpose === 'generate') return `yes ${numberOf(call)}`;
      const isOdd = call.request.messages[1]?.content.includes('q-003');
      return isOdd && !abstain ? 'hm' : JSON.stringify({ ...reply, abstain: isOdd && abstain });
    });
    const report = await keep(world, { ...small, 'prompt-assay.yml': config, 'r.md': '- kind: is it kind?\n' });
    expect(report.green).toBe(green);
    if (green) expect(stored(world)?.manifest.means['triage / polite']).toBe(1);
    else expect(report.errors[0]?.message).toContain("5 scores are missing (the judge's reply cannot be read");
  });

  it('only what changed is run where asked', async () => {
    const world = createFakeWorld(allRight);
    await keep(world, twoSuites, { onlyChanged: true });
    world.model.calls.length = 0;
    const same = await keep(world, twoSuites, { onlyChanged: true });
    expect(same).toMatchObject({ green: true, tip: null, calls: 0 });
    expect(same.suites.map((suite) => suite.status)).toEqual(['unchanged', 'unchanged']);
    const changed = { ...twoSuites, 'b/b.prompt.yml': aPromptFile('prompt-b2', 'b') };
    const report = await keep(world, changed, { onlyChanged: true });
    expect(report.suites.map((suite) => suite.status)).toEqual(['unchanged', 'written']);
    expect(world.model.calls.every((call) => call.request.messages[0]?.content.startsWith('prompt-b2'))).toBe(true);
  });

  it('needs no endpoint where nothing changed, and says at once that a key is missing where something did', async () => {
    const world = createFakeWorld(allRight);
    await keep(world, twoSuites);
    const problem = { path: null, line: null, column: null, message: 'There is no API key.', hint: 'Set one.' };
    const closed = { ...world, openModel: () => Promise.reject(new MissingKeyError([problem])) };
    expect(await keep(closed, twoSuites, { onlyChanged: true })).toMatchObject({ green: true });
    await expect(keep(closed, twoSuites)).rejects.toThrow('There is no API key.');
  });

  it('a reason makes it the anchor; without one the anchor stays, and the chain of manifests holds', async () => {
    const world = createFakeWorld(allRight);
    await keep(world, small, { reason: 'launch' });
    const first = stored(world);
    await keep(world, small);
    const second = stored(world);
    expect(second?.manifest.anchor).toEqual(first?.manifest.anchor);
    expect(second?.manifest.anchor).toMatchObject({ reason: 'launch', means: { 'triage / label': 1 } });
    expect(second?.manifest.previous).toMatch(/^[0-9a-f]{64}$/);
    await keep(world, small, { reason: 'new model' });
    expect(stored(world)?.manifest.anchor).toMatchObject({ reason: 'new model' });
  });

  it('a damaged baseline is neither overwritten nor taken for none', async () => {
    const world = createFakeWorld(allRight);
    await keep(world, small);
    const path = [...world.baselines.files.keys()].find((one) => one.endsWith('manifest.json')) ?? '';
    world.baselines.files.set(path, '{"schemaVersion": 1}');
    const report = await keep(world, small);
    expect(report).toMatchObject({ green: false, tip: null });
    expect(report.errors[0]).toMatchObject({ path: expect.stringContaining('manifest.json'), line: 1 });
    expect(report.errors[0]?.hint).toContain("delete the suite's folder");
    expect(world.baselines.files.get(path)).toBe('{"schemaVersion": 1}');
  });

  it('never runs more than the dataset, and never less', async () => {
    const world = createFakeWorld(allRight);
    const config = aConfigFile({ suite: '    samples: 1\n    baseline: { samples: 2 }' });
    await keep(world, { ...small, 'prompt-assay.yml': config });
    const counts = new Map<number, number>();
    for (const call of world.model.calls) counts.set(numberOf(call), (counts.get(numberOf(call)) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array(12).fill(2));
  });

  it.each([
    ['no suite at all', { 'a.txt': '' }, 'There is no suite to baseline.', null],
    [
      'a prompt that is no suite',
      { 'a.prompt.yml': aPromptFile('x', 'a', 'model: m\n') },
      'There is no suite to baseline.',
      null,
    ],
    ['a broken config', { 'prompt-assay.yml': 'suites: [' }, 'prompt-assay.yml', null],
    ['a config that was asked for and is not there', small, 'typo.yml', 'typo.yml'],
  ])('%s is a mistake that is said', async (_name, files, words, configPath) => {
    const world = createFakeWorld(allRight);
    await expect(keep(world, files, { configPath })).rejects.toThrow(words);
    await expect(keep(world, files, { configPath })).rejects.toBeInstanceOf(UserError);
  });

  it('says where there is no place to keep a baseline, before anything is asked', async () => {
    const world = createFakeWorld(allRight);
    const homeless = { ...world, baselines: null };
    const tree = world.repository.plant(small);
    const request = {
      tree,
      label: 'main',
      configPath: null,
      reason: null,
      onlyChanged: false,
      fresh: false,
      dryRun: false,
      noise: false,
      who: null,
    };
    await expect(rebaseline(homeless, request)).rejects.toThrow('no place to keep a baseline');
    expect(world.model.calls).toEqual([]);
  });
});

describe('the noise of a baseline', () => {
  /** One case in four differs between the first draw and the others. */
  const flaky = answering((_arm, number, sample) => number % 4 > 0 || sample === 0);

  it('is told from the draws that are stored, at no call more', async () => {
    const world = createFakeWorld(flaky);
    const report = await keep(world, small, { noise: true });
    expect(world.model.calls).toHaveLength(60);
    const [noise] = report.suites[0]?.noise ?? [];
    // Of the ten pairs of a flaky case's draws four differ: 3 of 12 cases, and 2/5 of these.
    expect(noise).toMatchObject({ suite: 'triage', metric: 'label', gates: true });
    expect(noise?.noise).toMatchObject({ cases: 12, unscored: 0 });
    expect(noise?.noise?.differing).toBeCloseTo(1 / 10, 12);
    expect(renderBaselineText(report)).toContain('main against itself differs on 10 % of the cases');
    expect(renderBaselineSummary(report)).toMatch(/ {2}- noise of triage \/ label\n {4}- main against itself/);
  });

  it('is not known of a judge of pairs, which has nothing to compare here', async () => {
    const world = createFakeWorld(flaky);
    const judges = '    judges:\n      - { name: better, type: pairwise, rubric: r.md }\n';
    const config = aConfigFile({ top: 'judge: { model: { id: some-judge } }', suite: judges });
    const report = await keep(world, { ...small, 'prompt-assay.yml': config, 'r.md': 'Shorter.' }, { noise: true });
    expect(report.suites[0]?.noise.map(({ metric, noise }) => [metric, noise === null])).toEqual([
      ['label', false],
      ['better', true],
    ]);
    expect(renderBaselineText(report)).toContain('not measured: a baseline has no scores of pairs');
  });

  it('is left out unless asked for', async () => {
    const report = await keep(createFakeWorld(flaky), small);
    expect(report.suites[0]?.noise).toEqual([]);
    expect(renderBaselineText(report)).not.toContain('against itself');
  });

  it('is not there in a baseline of one sample, which is said before anything is spent', async () => {
    const world = createFakeWorld(flaky);
    const files = { ...small, 'prompt-assay.yml': aConfigFile({ top: 'baseline: { samples: 1 }' }) };
    await expect(keep(world, files, { noise: true })).rejects.toThrow(
      /prompt-assay\.yml:\d+:\d+ suite "triage" takes one sample a case.*"baseline\.samples"/,
    );
    expect(world.model.calls).toHaveLength(0);
  });

  it('is not made up for a suite that was left alone', async () => {
    const world = createFakeWorld(flaky);
    await keep(world, small);
    const report = await keep(world, small, { noise: true, onlyChanged: true });
    expect(report.suites[0]).toMatchObject({ status: 'unchanged', noise: [] });
  });
});

import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { type CalibrateRequest, calibrateVersion } from '../../src/pipeline/calibrate.ts';
import { validateTree } from '../../src/pipeline/validate.ts';
import type { ModelCall } from '../../src/ports.ts';
import { createLedger } from '../../src/run/ledger.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import {
  createFakeRepository,
  createFakeWorld,
  type FakeFiles,
  type Script,
  unavailable,
} from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, aTree, jsonl, numberOf, tell } from './story.ts';

const rubric = '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n';
const aJudged = (judge: string, model = 'some-judge') =>
  aConfigFile({
    top: `judge: { model: { id: ${model}, parameters: { reasoning-effort: low } } }`,
    suite: `    judges:\n      - ${judge}\n`,
    checks: '      - { name: label, type: starts-with, expected: yes }',
  });
const config = aJudged('{ name: helpful, type: rubric, rubric: r.md, calibration: l.jsonl }');

type Block = readonly [times: number, judge: number, human: number];
const labelsOf = (...blocks: readonly Block[]) =>
  jsonl(
    blocks
      .flatMap(([times, judge, human]) => Array.from({ length: times }, () => ({ judge, human })))
      .map((labels, index) => ({ item: `i${index}`, ...labels })),
  );
const agreeing = labelsOf([15, 1, 1], [15, 3, 3], [20, 5, 5]);
const loose = labelsOf([10, 1, 3], [8, 1, 1], [8, 3, 3], [10, 3, 4], [9, 5, 3], [12, 5, 5], [6, 2, 4]);
const opposite = labelsOf([20, 1, 5], [20, 5, 1]);

async function calibrateWith(
  text: string,
  files: FakeFiles,
  script: Script = () => 'never asked',
  parts: Partial<CalibrateRequest> = {},
) {
  const world = createFakeWorld(script);
  const bound = await calibrateVersion(world, {
    tree: world.repository.plant(files),
    configPath: null,
    name: { suite: 'triage', judge: 'helpful' },
    labels: { path: 'in.jsonl', text },
    kind: null,
    out: null,
    anew: false,
    fresh: false,
    ledger: createLedger(createMemorySpool()),
    ...parts,
  });
  return { ...bound, world, calls: world.model.calls };
}

/** The judgements that count, without those of the retest. */
const firsts = (calls: readonly ModelCall[]) => calls.filter(({ sample }) => sample === 0);

async function bind(text: string, files: FakeFiles, suite = 'triage', judge = 'helpful') {
  return (await calibrateWith(text, files, undefined, { name: { suite, judge } })).text;
}

const filesWith = (changes: Parameters<typeof aTree>[0] = {}) => ({
  'prompt-assay.yml': config,
  'r.md': rubric,
  ...changes,
});
const treeWith = (changes: Parameters<typeof aTree>[0] = {}) => aTree(filesWith(changes));

async function heldWith(files: FakeFiles) {
  const repository = createFakeRepository();
  const { suites, errors } = await validateTree(repository, repository.plant(files), null);
  const metric = suites[0]?.metrics.find(({ kind }) => kind === 'judge');
  return { errors, gates: metric?.gates, held: metric?.held };
}

describe('a calibration bound to its judge', () => {
  it('lets a judge gate that agrees with people', async () => {
    const files = treeWith({ 'l.jsonl': await bind(agreeing, treeWith()) });
    expect(await heldWith(files)).toEqual({ errors: [], gates: true, held: null });
  });

  it.each([
    ['agrees too little', loose, /"helpful" agrees too little with the human labels.*quadratic κ between.*below \.60/],
    ['contradicts people', opposite, /"helpful" disagrees with the human labels.*below \.40/],
    ['has few labels', labelsOf([10, 1, 1], [10, 5, 5]), /only 20 labels/],
  ])('holds a judge that %s, with the figures', async (_name, labels, held) => {
    const files = treeWith({ 'l.jsonl': await bind(labels, treeWith()) });
    expect(await heldWith(files)).toEqual({ errors: [], gates: false, held: expect.stringMatching(held) });
  });

  it.each([
    ['another rubric', { 'r.md': rubric.replace('wrong', 'false') }],
    ['another model', { 'prompt-assay.yml': config.replace('some-judge', 'some-other-judge') }],
    ['another parameter', { 'prompt-assay.yml': config.replace('low', 'high') }],
  ])('holds a judge of %s', async (_name, changes) => {
    const files = treeWith({ ...changes, 'l.jsonl': await bind(agreeing, treeWith()) });
    const { gates, held } = await heldWith(files);
    expect({ gates, held }).toEqual({
      gates: false,
      held: 'judge "helpful" cannot gate: its calibration is of another version of the judge',
    });
  });

  it('holds for a judge that differs only in what decides no score', async () => {
    const files = treeWith({
      'prompt-assay.yml': config.replace('name: helpful', 'min-score: 0.5, name: helpful'),
      'l.jsonl': await bind(agreeing, treeWith()),
    });
    expect(await heldWith(files)).toMatchObject({ gates: true });
  });

  it('may be of many long outputs: more than a text file may hold', async () => {
    const long = 'x'.repeat(8000);
    const lines = Array.from({ length: 160 }, (_, index) => ({
      item: `i${index}`,
      judge: 1 + (index % 5),
      human: 1 + (index % 5),
      output: long,
    }));
    const text = await bind(jsonl(lines), treeWith());
    expect(text.length).toBeGreaterThan(1024 * 1024);
    expect(await heldWith(treeWith({ 'l.jsonl': text }))).toEqual({ errors: [], gates: true, held: null });
  });

  it('holds a judge whose labels say nothing of its version', async () => {
    const { gates, held } = await heldWith(treeWith({ 'l.jsonl': agreeing }));
    expect(gates).toBe(false);
    expect(held).toContain('does not say which version');
  });

  it('is an error at the config where the file is missing, and at the line where it is broken', async () => {
    const missing = await heldWith(treeWith());
    expect(missing.errors).toMatchObject([
      { path: 'prompt-assay.yml', line: 9, message: expect.stringContaining('l.jsonl') },
    ]);
    const broken = await heldWith(treeWith({ 'l.jsonl': `${agreeing}oops\n` }));
    expect(broken.errors).toMatchObject([{ path: 'l.jsonl', line: 51 }]);
  });

  it.each([
    ['an unknown suite', 'triag', 'helpful', /no suite "triag".*Did you mean "triage"/],
    ['an unknown judge', 'triage', 'helpfull', /no judge "helpfull".*Did you mean "helpful"/],
    ['a check', 'triage', 'label', /no judge "label"/],
  ])('cannot be written for %s', async (_name, suite, judge, message) => {
    await expect(bind(agreeing, treeWith(), suite, judge)).rejects.toThrow(message);
    await expect(bind(agreeing, treeWith(), suite, judge)).rejects.toThrow(UserError);
  });

  it('cannot be written without a config', async () => {
    await expect(bind(agreeing, { 'a.txt': '' })).rejects.toThrow(/no config file/);
  });
});

describe('a judge asked about labelled outputs', () => {
  /** Gives 5 to an answer with "right" in it, 1 to any other, and abstains from "unclear". */
  const script: Script = (call) => {
    const text = call.request.messages[1]?.content ?? '';
    const output = /<output-(\w+)>\n([\s\S]*?)\n<\/output-\1>/.exec(text)?.[2] ?? '';
    return JSON.stringify({
      score: output.includes('right') ? 5 : 1,
      abstain: output === 'unclear',
      reason: 'because',
    });
  };
  const row = (number: number) => `q-${String(number).padStart(3, '0')}`;
  /** 40 outputs of the suite's rows, every second one bad; the judge is wrong about number 7. */
  const labelled = (human: (isGood: boolean) => unknown = (isGood) => (isGood ? 5 : 1)) =>
    Array.from({ length: 40 }, (_, number) => ({
      item: `i${number}`,
      human: human(number % 2 === 0),
      case: row(number),
      output: number % 2 === 0 || number === 7 ? 'right' : 'wrong',
    }));
  const linesOf = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('is bound by what it said, and gates from then on', async () => {
    const { result, text, calls, configuredPath } = await calibrateWith(jsonl(labelled()), treeWith(), script);
    expect(firsts(calls)).toHaveLength(40);
    expect(calls[3]?.request.messages[1]?.content).toContain('question q-003');
    expect(configuredPath).toBe('l.jsonl');
    expect(result).toMatchObject({ items: 40, kind: 'ordinal', state: 'gate', abstained: 0 });
    const [header, ...lines] = linesOf(text);
    expect(header).toMatchObject({ judge: 'helpful', model: 'some-judge', kind: 'ordinal' });
    expect(lines[7]).toEqual({ ...labelled()[7], judge: 5 });
    expect(await heldWith(treeWith({ 'l.jsonl': text }))).toEqual({ errors: [], gates: true, held: null });
  });

  it.each([
    ['numbers', (isGood: boolean) => (isGood ? 1 : 0), [1, 0]],
    ['words', (isGood: boolean) => (isGood ? 'pass' : 'poor'), ['pass', 'poor']],
  ])('answers in the %s that people labelled with', async (_name, human, expected) => {
    const { result, text } = await calibrateWith(jsonl(labelled(human)), treeWith(), script);
    expect(result).toMatchObject({ kind: 'binary', state: 'gate' });
    expect(
      linesOf(text)
        .slice(1, 3)
        .map(({ judge }) => judge),
    ).toEqual(expected);
  });

  it('is asked about what it has not judged only, unless about all anew', async () => {
    const half = jsonl(labelled().map((line, index) => (index < 30 ? { ...line, judge: 3 } : line)));
    expect(firsts((await calibrateWith(half, treeWith(), script)).calls)).toHaveLength(10);
    const anew = await calibrateWith(half, treeWith(), script, { anew: true });
    expect(firsts(anew.calls)).toHaveLength(40);
    expect(anew.result.state).toBe('gate');
  });

  it('is shown the row of a suite that an application answers, whatever its outputs call their prompt', async () => {
    const own = config.replace(/prompts: .*/, 'sources: src/**');
    const tree = treeWith({ 'prompt-assay.yml': own, 'src/app.py': 'v1' });
    const lines = labelled().map((line) => ({ ...line, prompt: 'router' }));
    const { calls } = await calibrateWith(jsonl(lines), tree, script);
    expect(firsts(calls)).toHaveLength(40);
    expect(calls[0]?.request.messages[1]?.content).toMatch(/question|q-/);
  });

  it('is shown the row that a line has itself', async () => {
    const variables = { question: 'Where is my parcel?' };
    const lines = labelled().map(({ case: _case, ...line }) => ({ ...line, variables }));
    const { calls } = await calibrateWith(jsonl(lines), treeWith(), script);
    expect(calls[0]?.request.messages[1]?.content).toContain('Where is my parcel?');
  });

  it('is shown tool calls and refusals as a run shows them', async () => {
    const output = {
      content: 'right',
      toolCalls: [{ name: 'look-up' }],
      refusal: 'I will not',
      finishReason: 'length',
    };
    const lines = labelled().map((line) => ({ ...line, output }));
    const { calls } = await calibrateWith(jsonl(lines), treeWith(), script);
    const shown = calls[0]?.request.messages[1]?.content;
    expect(shown).toContain('look-up');
    expect(shown).toContain('I will not');
  });

  it('is not counted where it abstains or does not answer, and the log says why', async () => {
    const lines = labelled().map((line, index) => (index === 0 ? { ...line, output: 'unclear' } : line));
    const flaky: Script = (call, signal) =>
      call.request.messages[1]?.content.includes('q-001') ? unavailable('503') : script(call, signal);
    const { result, text, world } = await calibrateWith(jsonl(lines), treeWith(), flaky);
    expect(result).toMatchObject({ items: 40, abstained: 2 });
    expect(
      linesOf(text)
        .slice(1, 4)
        .map(({ judge }) => judge),
    ).toEqual([null, null, 5]);
    expect(world.log.lines.join('\n')).toContain('2 of 40 outputs have no judgement');
  });

  it('does not vouch for another version by what this one said', async () => {
    const { text } = await calibrateWith(jsonl(labelled()), treeWith(), script);
    const changed = treeWith({ 'r.md': rubric.replace('wrong', 'false') });
    await expect(calibrateWith(text, changed, script)).rejects.toThrow(
      /in\.jsonl:1 holds what another version.*--anew/,
    );
    const renewed = await calibrateWith(text, changed, script, { anew: true });
    expect(firsts(renewed.calls)).toHaveLength(40);
    expect(await heldWith({ ...changed, 'l.jsonl': renewed.text })).toMatchObject({ gates: true });
  });

  it.each([
    ['of unknown cases', { case: 'q-999' }, /in\.jsonl:1 is of case "q-999", which the suite does not have/],
    ['of a case of no such prompt', { prompt: 'other' }, /in\.jsonl:1 .*of prompt "other", which the suite/],
    ['without a case', { case: undefined }, /in\.jsonl:1 does not say which case/],
    ['without an output', { output: undefined }, /in\.jsonl:1 "output" is missing/],
    ['with an output that is none', { output: { text: 'right' } }, /in\.jsonl:1 "output" must be text/],
    ['with a row that is none', { variables: 'text' }, /in\.jsonl:1 is not an object of columns/],
    ['on a scale of their own', { human: 7 }, /labelled by names/],
  ])('is not asked about labels %s', async (_name, change, message) => {
    const lines = labelled().map((line, index) => (index === 0 ? { ...line, ...change } : line));
    await expect(calibrateWith(jsonl(lines), treeWith(), script)).rejects.toThrow(message);
  });

  it('says all that is wrong at once', async () => {
    const lines = labelled().map((line, index) => (index < 2 ? { ...line, case: `gone-${index}` } : line));
    const failed = calibrateWith(jsonl(lines), treeWith(), script);
    await expect(failed).rejects.toThrow(/gone-0[\s\S]*gone-1/);
  });

  it.each([
    [
      'compares pairs',
      '{ name: helpful, type: pairwise, rubric: r.md, calibration: l.jsonl }',
      /"helpful" compares two answers, and its labels say how good one is/,
    ],
    ['has no place for it', '{ name: helpful, type: rubric, rubric: r.md }', /has no place for its calibration/],
  ])('is not asked where it %s', async (_name, judge, message) => {
    const files = treeWith({ 'prompt-assay.yml': aJudged(judge) });
    await expect(calibrateWith(jsonl(labelled()), files, script)).rejects.toThrow(message);
  });

  it('is not asked beyond the budget', async () => {
    const files = treeWith({
      'prompt-assay.yml': config.replace('version: 1', 'version: 1\nbudget: { per-run-calls: 69 }'),
    });
    await expect(calibrateWith(jsonl(labelled()), files, script)).rejects.toThrow(/70 calls of at most 69/);
  });

  it('needs no calibration of any judge to be there', async () => {
    const { calls } = await calibrateWith(jsonl(labelled()), treeWith({ 'l.jsonl': null }), script);
    expect(firsts(calls)).toHaveLength(40);
  });

  it('is asked about thirty of them again, and is advised to take more samples where it says otherwise', async () => {
    const steady = await calibrateWith(jsonl(labelled()), treeWith(), script);
    expect(steady.calls.filter(({ sample }) => sample === 1)).toHaveLength(30);
    expect(steady.retest).toEqual({ outputs: 30, differing: 0 });
    expect(steady.result.reasons.join()).not.toContain('asked again');
    // Otherwise the second time for each fifth case.
    const fickle: Script = (call, signal) => {
      const text = call.request.messages[1]?.content ?? '';
      const isFifth = /question q-\d\d[05]/.test(text);
      return call.sample === 1 && isFifth
        ? JSON.stringify({ score: 3, abstain: false, reason: 'x' })
        : script(call, signal);
    };
    const moved = await calibrateWith(jsonl(labelled()), treeWith(), fickle);
    expect(moved.retest).toEqual({ outputs: 30, differing: 6 });
    expect(moved.result).toMatchObject({ state: 'gate' });
    expect(moved.result.reasons).toContain(
      'asked again, it judged 6 of 30 outputs otherwise: "samples: 3" on it would steady it',
    );
    const several = treeWith({ 'prompt-assay.yml': config.replace('name: helpful', 'samples: 3, name: helpful') });
    const steadied = await calibrateWith(jsonl(labelled()), several, fickle);
    expect(steadied.result.reasons.join()).not.toContain('asked again');
  });
});

describe('a judge of pairs', () => {
  const files = treeWith({
    'prompt-assay.yml': aJudged('{ name: helpful, type: pairwise, rubric: r.md, calibration: l.jsonl }'),
  });
  const nameOf = (number: number) => `q-${String(number).padStart(3, '0')}`;
  const pairs = Array.from({ length: 36 }, (_, number) => ({
    item: `i${number}`,
    human: (['A', 'B', 'tie'] as const)[number % 3],
    case: nameOf(number),
    A: { content: number % 3 === 0 ? 'right' : 'wrong' },
    B: { content: number % 3 === 1 ? 'right' : 'poor' },
  }));
  /** Prefers the answer with "right" in it, wherever it stands. */
  const prefer: Script = (call) => {
    const text = call.request.messages[1]?.content ?? '';
    const isRight = (name: string) => new RegExp(`<answer-${name}-(\\w+)>\\nright\\n`).test(text);
    const verdict = isRight('a') === isRight('b') ? 'tie' : isRight('a') ? 'A' : 'B';
    return JSON.stringify({ verdict, abstain: false, reason: 'because' });
  };

  it('is asked about labelled pairs in both orders, and gates by what it says', async () => {
    const { result, text, calls } = await calibrateWith(jsonl(pairs), files, prefer);
    expect(firsts(calls)).toHaveLength(72);
    expect(result).toMatchObject({ items: 36, kind: 'nominal', kappa: 1, state: 'gate' });
    const lines = text.trim().split('\n').slice(1);
    expect(lines.map((line) => JSON.parse(line).judge)).toEqual(pairs.map(({ human }) => human));
    expect(await heldWith({ ...files, 'l.jsonl': text })).toEqual({ errors: [], gates: true, held: null });
  });

  it('is not vouched for by labels of single answers, be they bound to it by hand', async () => {
    await expect(bind(agreeing, files)).rejects.toThrow(/in\.jsonl judge "helpful" compares two answers/);
    const { text } = await calibrateWith(jsonl(pairs), files, prefer);
    const header = { ...JSON.parse(text.split('\n')[0] as string), kind: 'ordinal' };
    const { gates, held } = await heldWith({ ...files, 'l.jsonl': `${JSON.stringify(header)}\n${agreeing}` });
    expect({ gates, held }).toEqual({
      gates: false,
      held: 'judge "helpful" cannot gate: it compares two answers, and its labels say how good one is',
    });
  });

  it('is told where a label is none of its answers', async () => {
    const odd = jsonl(pairs.map((line, index) => (index === 1 ? { ...line, human: 'second' } : line)));
    await expect(calibrateWith(odd, files, prefer)).rejects.toThrow(/in\.jsonl:2 is not labelled A, B or tie/);
  });

  it('has no say in what a judge of one answer is worth', async () => {
    const judged = jsonl(pairs.map((line) => ({ ...line, judge: line.human })));
    await expect(bind(judged, treeWith())).rejects.toThrow(
      /"helpful" judges one answer, and its labels say which of two/,
    );
  });
});

describe('a calibrated judge in a pull request', () => {
  const answer = (call: ModelCall) => `yes, order ${numberOf(call)} was sent on 3 May and arrives within 2 days`;
  const level = (score: number) => JSON.stringify({ score, abstain: false, reason: 'because' });
  /** Likes only the right answer to the case that is asked about. */
  const judge = (call: ModelCall) => {
    const text = call.request.messages[1]?.content ?? '';
    const output = /<output-(\w+)>\n([\s\S]*?)\n<\/output-\1>/.exec(text)?.[2] ?? '';
    const number = /^yes, order (\d+) was sent on 3 May and arrives within 2 days$/.exec(output)?.[1];
    return level(number !== undefined && text.includes(`question q-${number.padStart(3, '0')}`) ? 5 : 1);
  };
  const judgeOf = async (base: FakeFiles, candidate: FakeFiles) => {
    const script = (call: ModelCall) => (call.purpose === 'judge' ? judge(call) : answer(call));
    const { report } = await tell({ base: aTree(base), candidate: aChangedTree(candidate), script });
    return report.metrics.find(({ kind, metric }) => kind === 'judge' && metric === 'helpful');
  };

  it('gates, and the report says by what', async () => {
    const files = filesWith({ 'l.jsonl': await bind(agreeing, treeWith()) });
    const metric = await judgeOf(files, files);
    expect(metric).toMatchObject({ gates: true, held: null });
    expect(metric?.notes.join()).toContain('gates by its calibration (one person labelled');
  });

  it('is held by the labels of main, whatever the pull request says they are', async () => {
    const base = filesWith({ 'l.jsonl': await bind(opposite, treeWith()) });
    const candidate = { ...base, 'l.jsonl': await bind(agreeing, treeWith()) };
    expect(await judgeOf(base, candidate)).toMatchObject({ gates: false, held: expect.stringContaining('disagrees') });
  });

  it('says where it gates without calibration', async () => {
    const open = aJudged('{ name: helpful, type: rubric, rubric: r.md, allow-uncalibrated: true }');
    const files = filesWith({ 'prompt-assay.yml': open });
    expect((await judgeOf(files, files))?.notes.join()).toContain('gates without calibration');
  });
});

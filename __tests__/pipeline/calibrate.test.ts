import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { calibrateFile } from '../../src/judges/read-calibration.ts';
import { bindLabels } from '../../src/pipeline/calibrate.ts';
import { validateTree } from '../../src/pipeline/validate.ts';
import type { ModelCall } from '../../src/ports.ts';
import { createFakeRepository, type FakeFiles } from '../helpers/fake-ports.ts';
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

async function bind(text: string, files: FakeFiles, suite = 'triage', judge = 'helpful') {
  const repository = createFakeRepository();
  const file = { path: 'in.jsonl', text };
  const labels = { file, result: calibrateFile(file, null) };
  return bindLabels(repository, repository.plant(files), null, { suite, judge }, labels);
}

const filesWith = (changes: FakeFiles = {}) => ({ 'prompt-assay.yml': config, 'r.md': rubric, ...changes });
const treeWith = (changes: FakeFiles = {}) => aTree(filesWith(changes));

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

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import Ajv from 'ajv/dist/2020.js';
import { startFakeModel } from '../helpers/fake-model/fake-model.ts';
import { aConfigFile, aTree, jsonl } from '../pipeline/story.ts';
import { makeClone, makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

// A story may run git many times.
jest.setTimeout(60_000);

afterEach(removeFolders);

const readSchema = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
const ajv = new Ajv.default({ allErrors: true, allowUnionTypes: true });
const isResult = ajv.compile(readSchema('calibrate-result'));
const isLabelLine = ajv.compile(readSchema('label-line'));

type Block = readonly [times: number, judge: unknown, human: unknown, human2?: unknown];
const labelsOf = (...blocks: readonly Block[]) =>
  jsonl(
    blocks
      .flatMap(([times, judge, human, human2]) => Array.from({ length: times }, () => ({ judge, human, human2 })))
      .map((labels, index) => ({ item: `i${index}`, ...labels })),
  );

async function calibrate(text: string, args: readonly string[] = []) {
  const folder = await makeFolder();
  await writeFiles(folder, { 'l.jsonl': text });
  return run(['calibrate', '--labels', join(folder, 'l.jsonl'), ...args]);
}

const agreeing = labelsOf([20, 'pass', 'pass', 'pass'], [18, 'fail', 'fail', 'fail'], [2, null, 'fail']);

describe('calibrate', () => {
  it.each([
    ['gate', agreeing],
    ['report', labelsOf([20, 1, 1], [20, 0, 0], [8, 1, 0], [6, 0, 1])],
    ['refuse', labelsOf([20, 5, 1], [20, 1, 5])],
    ['report', labelsOf([40, true, true])],
    ['report', labelsOf([3, 'A', 'B'])],
    ['report', labelsOf([30, null, 0.5])],
  ])('prints a %s of the contract, and exits with 0', async (state, text) => {
    for (const line of text.trim().split('\n')) expect(isLabelLine(JSON.parse(line))).toBe(true);
    const { code, out, err } = await calibrate(text, ['--json']);
    const result = JSON.parse(out);
    isResult(result);
    expect(isResult.errors).toBeNull();
    expect({ code, err, state: result.state }).toEqual({ code: 0, err: '', state });
  });

  it('shows people the state, why, and the figures', async () => {
    const { code, out } = await calibrate(labelsOf([20, 5, 5], [8, 2, 1], [10, 3, 5], [2, null, 3]));
    expect(code).toBe(0);
    expect(out).toMatch(/^(GATE|REPORT|REFUSE) {2}this judge/);
    expect(out).toContain('one person labelled');
    expect(out).toContain('40 items, ordinal; the judge abstained from 2');
    expect(out).toMatch(/bad outputs found +100 %/);
    expect(out).toMatch(/judge minus people +−0\.\d\d \(−0\.\d\d to [−+]0\.\d\d\)/);
  });

  it('takes the kind that is asked for', async () => {
    const { out } = await calibrate(labelsOf([20, 1, 1], [20, 0, 0]), ['--json', '--kind', 'nominal']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'nominal', specificity: null, bias: null });
  });

  it.each([
    ['broken lines, all of them', 'x\n{"item": "a"}\n', [], ['l.jsonl:1 ', 'l.jsonl:2 ', 'l.jsonl:2 ']],
    ['an empty file', '', [], ['l.jsonl:null has no labels']],
    ['labels outside the scale', labelsOf([1, 7, 1]), ['--kind', 'ordinal'], ['l.jsonl:1 "judge" is "7"']],
    ['an unknown kind', agreeing, ['--kind', 'odd'], ['--kind is "odd"']],
    ['a judge without its suite', agreeing, ['--judge', 'helpful'], ['--suite and --judge belong together']],
    ['a place to write without a judge', agreeing, ['--write', 'l.jsonl'], ['--write is of no use without a judge']],
  ])('exits with 2 of %s, in its own shape', async (_name, text, args, problems) => {
    const { code, out } = await calibrate(text, ['--json', ...args]);
    const result = JSON.parse(out);
    isResult(result);
    expect(isResult.errors).toBeNull();
    expect(code).toBe(2);
    expect(result).toMatchObject({ items: 0, state: 'report', reasons: [] });
    const said = result.errors.map(({ path, line, message }: { path: string; line: number; message: string }) =>
      path === null ? message : `${path.replace(/^.*\//, '')}:${line} ${message}`,
    );
    expect(said).toEqual(problems.map((problem) => expect.stringContaining(problem)));
  });

  it.each([
    ['no labels named', []],
    ['a file that is not there', ['--labels', 'nowhere.jsonl']],
  ])('exits with 2 of %s', async (_name, args) => {
    expect((await run(['calibrate', ...args])).code).toBe(2);
  });
});

describe('calibrate --write', () => {
  const config = aConfigFile({
    top: 'judge: { model: { id: some-judge } }',
    suite: '    judges:\n      - { name: helpful, type: rubric, rubric: r.md, calibration: evals/l.jsonl }\n',
  });
  const files = aTree({
    'prompt-assay.yml': config,
    'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
    'evals/l.jsonl': agreeing,
  });

  it('binds the labels in place, so that the judge gates until its rubric changes', async () => {
    const { folder } = await makeClone(files);
    const path = join(folder, 'evals/l.jsonl');
    const args = ['calibrate', '--labels', path, '--write', path, '--suite', 'triage', '--judge', 'helpful', '--json'];
    const { code, out, err } = await run(args, { cwd: folder });
    expect({ code, state: JSON.parse(out).state }).toEqual({ code: 0, state: 'gate' });
    expect(err).toContain('bound to judge "helpful"');
    const [header, ...labels] = (await readFile(path, 'utf8')).split('\n');
    expect(isLabelLine(JSON.parse(header ?? ''))).toBe(true);
    expect(JSON.parse(header ?? '')).toMatchObject({ judge: 'helpful', model: 'some-judge', kind: 'binary' });
    expect(labels.join('\n')).toBe(agreeing);

    const validate = async () =>
      JSON.parse((await run(['validate', '--json'], { cwd: folder })).out).suites[0].metrics[1];
    expect(await validate()).toMatchObject({ name: 'helpful', gates: true, held: null });
    await writeFiles(folder, { 'r.md': '1: bad\n2: poor\n3: fair\n4: good\n5: right\n' });
    expect(await validate()).toMatchObject({ gates: false, held: expect.stringContaining('another version') });
    const stale = await run(args, { cwd: folder });
    expect(stale.code).toBe(2);
    expect(JSON.parse(stale.out).errors).toMatchObject([{ line: 1, hint: expect.stringContaining('--anew') }]);
    expect(await validate()).toMatchObject({ gates: false });
  });

  it('asks the judge where the labels do not say what it said, and writes where the config looks', async () => {
    const open = jsonl(
      Array.from({ length: 40 }, (_, number) => ({
        item: `i${number}`,
        human: number % 2,
        case: 'q-001',
        output: number % 2 === 1 ? 'yes, on 3 May' : 'no',
      })),
    );
    const { folder } = await makeClone({ ...files, 'evals/l.jsonl': '', 'labels.jsonl': open });
    const model = await startFakeModel({
      answer: ({ text }) => JSON.stringify({ score: text.includes('3 May') ? 5 : 2, abstain: false, reason: 'so' }),
    });
    try {
      const args = ['--labels', join(folder, 'labels.jsonl'), '--suite', 'triage', '--judge', 'helpful', '--json'];
      const { code, out, err } = await run(['calibrate', ...args, '--base-url', model.url], {
        cwd: join(folder, 'evals'),
        env: { OPENAI_API_KEY: 'sk-fake' },
      });
      expect(err).toContain(join(folder, 'evals/l.jsonl'));
      expect({ code, state: JSON.parse(out).state }).toEqual({ code: 0, state: 'gate' });
    } finally {
      await model.close();
    }
    const [header, first] = (await readFile(join(folder, 'evals/l.jsonl'), 'utf8')).split('\n');
    expect(JSON.parse(header ?? '')).toMatchObject({ judge: 'helpful', kind: 'binary' });
    expect(isLabelLine(JSON.parse(first ?? ''))).toBe(true);
    expect(JSON.parse(first ?? '')).toMatchObject({ item: 'i0', human: 0, judge: 0 });
  });

  it('says where nothing can be written', async () => {
    const { folder } = await makeClone(files);
    const args = [
      '--labels',
      join(folder, 'evals/l.jsonl'),
      '--write',
      folder,
      '--suite',
      'triage',
      '--judge',
      'helpful',
    ];
    const { code, err } = await run(['calibrate', ...args], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('cannot be written');
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '../../src/errors.ts';
import { readOwnLine } from '../../src/outputs/own-lines.ts';
import { throwProblems } from '../../src/text/problems.ts';
import { type FakeAnswer, type FakeModel, type FakeRequest, startFakeModel } from '../helpers/fake-model/fake-model.ts';

const recipes = 'fixtures/recipes';

/** A program of a recipe: its folder, how it is run, its rows, and an answer that suits them. */
export type Program = readonly [
  name: string,
  command: readonly [command: string, file: string],
  rows: string,
  answer: string,
];

// biome-ignore lint/suspicious/noExplicitAny: lines of any program
export type Line = any;

/** What the gate reads in a line: the answer, or null where the application failed. */
export function outputOf(line: Line) {
  const problems: Problem[] = [];
  const read = readOwnLine({ text: JSON.stringify(line), number: 1 }, 'out.jsonl', problems);
  throwProblems(problems);
  return read?.result.status === 'answered' ? read.result.output : null;
}

/** A stand-in for the model, and programs that ask it; what every program of a recipe does is tested of each. */
export function tryPrograms(programs: readonly Program[]) {
  const stage = { answer: (_request: FakeRequest): FakeAnswer => '' };
  const all = programs.map(([name]) => name);
  let folder: string;
  let model: FakeModel;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prompt-assay-recipes-'));
    model = await startFakeModel({ answer: (request) => stage.answer(request) });
  });
  afterEach(() => rm(join(folder, 'out.jsonl'), { force: true }));
  afterAll(async () => {
    await model.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs a program on its first two rows: what it wrote. A run that fails rejects. */
  async function run(name: string, flags: readonly string[], env = {}): Promise<readonly Line[]> {
    const [, [command, file], rows] = programs.find(([own]) => own === name) as Program;
    const [one, two] = (await readFile(join(recipes, name, rows), 'utf8')).split('\n');
    await writeFile(join(folder, 'rows.jsonl'), `${one}\n${two}\n`);
    const given = ['--rows', join(folder, 'rows.jsonl'), '--out', join(folder, 'out.jsonl'), ...flags];
    const own = { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'stand-in-key', PYTHONDONTWRITEBYTECODE: '1' };
    await promisify(execFile)(command, [join(recipes, name, file), ...given], {
      env: { ...process.env, ...own, ...env },
    });
    const text = await readFile(join(folder, 'out.jsonl'), 'utf8');
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  it.each(programs)('write a line for each row and sample: %s', async (name, _, __, content) => {
    stage.answer = () => ({ content, usage: { input: 30, output: 5 } });
    const lines = await run(name, ['--samples', '0..1', '--commit', 'abcdef0']);
    expect(lines.map((line) => line.sample)).toEqual([0, 1, 0, 1]);
    expect(new Set(lines.map((line) => line.case)).size).toBe(2);
    for (const line of lines) {
      expect(outputOf(line)).toMatchObject({ content, finishReason: 'stop' });
      expect(line).toMatchObject({ commit: 'abcdef0', model: 'some-model', tokens: { input: 30, output: 5 } });
      expect(line.messages).toEqual([{ role: 'user', content: expect.any(String) }]);
    }
    expect(model.requests.at(-1)?.headers.authorization).toBe('Bearer stand-in-key');
  });

  it.each(programs)(
    'add exactly what is needed of a side, and keep what is there: %s',
    async (name, _, rows, content) => {
      stage.answer = () => content;
      const first = await run(name, ['--samples', '0..0']);
      const [row] = (await readFile(join(recipes, name, rows), 'utf8')).trimEnd().split('\n').slice(-1);
      const needed = [
        { side: 'baseline', case: 'other', sample: 1, row: JSON.parse(row ?? '') },
        { side: 'candidate', case: 'gone-from-our-rows', sample: 2, row: JSON.parse(row ?? '') },
      ];
      await writeFile(join(folder, 'needed.jsonl'), needed.map((one) => `${JSON.stringify(one)}\n`).join(''));
      const before = model.requests.length;
      const lines = await run(name, ['--needed', join(folder, 'needed.jsonl'), '--side', 'candidate']);
      expect(lines.slice(0, 2)).toEqual(first);
      expect(lines.slice(2)).toMatchObject([{ case: 'gone-from-our-rows', sample: 2 }]);
      expect(model.requests.length - before).toBe(1);
    },
  );

  it.each(all)('fail where the key is refused, or is not there: %s', async (name) => {
    stage.answer = () => ({ status: 401, body: { error: { message: 'no such key' } } });
    await expect(run(name, [])).rejects.toThrow(/401/);
    await expect(run(name, [], { OPENAI_API_KEY: undefined })).rejects.toThrow(/OPENAI_API_KEY/);
  });

  it.each(all)('say how they are called where a flag is wrong: %s', async (name) => {
    stage.answer = () => 'never asked';
    await expect(run(name, ['--samples', 'three'])).rejects.toThrow(/--samples/);
    await expect(run(name, ['--needed', join(folder, 'rows.jsonl')])).rejects.toThrow(/--needed wants --side/);
  });

  return { stage, run, requests: () => model.requests };
}

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/errors.ts';
import { readOwnLine } from '../../src/outputs/own-lines.ts';
import { throwProblems } from '../../src/text/problems.ts';
import { type FakeAnswer, type FakeModel, type FakeRequest, startFakeModel } from '../helpers/fake-model/fake-model.ts';

const recipes = 'fixtures/recipes';
const programs = [
  ['python-service', ['python3', 'outputs.py'], 'evals/tickets.jsonl', '{"label": "billing", "urgent": true}'],
  ['agent', ['node', 'outputs.mjs'], 'evals/requests.jsonl', 'It is done.'],
  ['rag', ['python3', 'outputs.py'], 'evals/questions.jsonl', 'Within 30 days [returns.md].'],
] as const;
const all = programs.map(([name]) => name);

// biome-ignore lint/suspicious/noExplicitAny: lines of any program
type Line = any;

let folder: string;
let model: FakeModel;
let answer: (request: FakeRequest) => FakeAnswer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prompt-assay-recipes-'));
  model = await startFakeModel({ answer: (request) => answer(request) });
});

afterEach(() => rm(join(folder, 'out.jsonl'), { force: true }));

afterAll(async () => {
  await model.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a program on its first two rows: what it wrote. A run that fails rejects. */
async function run(name: (typeof all)[number], flags: readonly string[], env = {}): Promise<readonly Line[]> {
  const [, [command, file], rows] = programs.find(([own]) => own === name) as (typeof programs)[number];
  const [one, two] = (await readFile(join(recipes, name, rows), 'utf8')).split('\n');
  await writeFile(join(folder, 'rows.jsonl'), `${one}\n${two}\n`);
  const given = ['--rows', join(folder, 'rows.jsonl'), '--out', join(folder, 'out.jsonl'), ...flags];
  await promisify(execFile)(command, [join(recipes, name, file), ...given], {
    env: {
      ...process.env,
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'stand-in-key',
      PYTHONDONTWRITEBYTECODE: '1',
      ...env,
    },
  });
  const text = await readFile(join(folder, 'out.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What the gate reads in a line: the answer, or null where the application failed. */
function outputOf(line: Line) {
  const problems: Problem[] = [];
  const read = readOwnLine({ text: JSON.stringify(line), number: 1 }, 'out.jsonl', problems);
  throwProblems(problems);
  return read?.result.status === 'answered' ? read.result.output : null;
}

describe('the programs of the recipes', () => {
  it.each(programs)('write a line for each row and sample: %s', async (name, _, __, content) => {
    answer = () => ({ content, usage: { input: 30, output: 5 } });
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
      answer = () => content;
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
    answer = () => ({ status: 401, body: { error: { message: 'no such key' } } });
    await expect(run(name, [])).rejects.toThrow(/401/);
    await expect(run(name, [], { OPENAI_API_KEY: undefined })).rejects.toThrow(/OPENAI_API_KEY/);
  });

  it.each(all)('say how they are called where a flag is wrong: %s', async (name) => {
    answer = () => 'never asked';
    await expect(run(name, ['--samples', 'three'])).rejects.toThrow(/--samples/);
    await expect(run(name, ['--needed', join(folder, 'rows.jsonl')])).rejects.toThrow(/--needed wants --side/);
  });

  it('tell what the agent did: its calls, what the tools gave, what failed', async () => {
    const call = (name: string, given: object) => ({ toolCalls: [{ name, arguments: JSON.stringify(given) }] });
    const script = [
      call('lookup_order', { order: 'A-1' }),
      call('refund', { order: 'A-1', amount: 99 }),
      call('refund', { order: 'A-1', amount: 12.5 }),
      'Paid back.',
    ];
    answer = ({ body }) =>
      script[body.messages.filter(({ role }: { role: string }) => role === 'assistant').length] ?? '';
    const [line] = await run('agent', []);
    const steps = outputOf(line)?.trajectory ?? [];
    expect(
      steps.map(({ role, toolCalls = [], content, failed = false }) => [role, toolCalls[0]?.name ?? content, failed]),
    ).toEqual([
      ['assistant', 'lookup_order', false],
      ['tool', '{"amount":12.5,"state":"delivered"}', false],
      ['assistant', 'refund', false],
      ['tool', 'Error: at most 12.5 can be paid back', true],
      ['assistant', 'refund', false],
      ['tool', '{"refunded":12.5}', false],
      ['assistant', 'Paid back.', false],
    ]);
  });

  it('end an agent that never comes to an answer', async () => {
    answer = () => ({ toolCalls: [{ name: 'lookup_order', arguments: '{"order": "A-1"}' }] });
    const [line] = await run('agent', []);
    expect(outputOf(line)).toMatchObject({ content: '', toolCalls: [] });
    expect(outputOf(line)?.trajectory).toHaveLength(16);
  });

  it('show the passages that an answer was made of', async () => {
    answer = () => 'Within 30 days [returns.md].';
    const [line] = await run('rag', []);
    const [call, found] = outputOf(line)?.trajectory ?? [];
    expect(call?.toolCalls?.[0]?.name).toBe('retrieve');
    expect(found?.content).toContain('[returns.md] Parcels can be returned within 30 days');
    expect(model.requests.at(-1)?.text).toContain('[returns.md]');
  });

  it('say of one answer that it did not come, where the endpoint is down for good', async () => {
    answer = ({ text }) => (text.includes('charged twice') ? { status: 503, body: {} } : '{}');
    const lines = await run('python-service', []);
    expect(lines.map(outputOf)).toMatchObject([null, { content: '{}' }]);
    expect(lines[0].error).toBe('HTTP 503');
  }, 20_000);
});

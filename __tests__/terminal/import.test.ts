import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ownLine } from '../cases/lines.ts';
import { jsonl } from '../pipeline/story.ts';
import { makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

afterEach(removeFolders);

const config = `version: 1
model: { id: some-model }
suites:
  - name: triage
    prompts: triage.prompt.yml
    dataset: rows.jsonl
    checks: [{ name: short, type: length, max: 100 }]
`;
const prompt = 'messages:\n  - { role: system, content: "You answer." }\n  - { role: user, content: "{{input}}" }\n';

async function importLines(lines: readonly object[], args: readonly string[] = [], parts = {}) {
  const folder = await makeFolder();
  await writeFiles(folder, { 'r.jsonl': jsonl(lines) });
  const out = join(folder, 'rows.jsonl');
  const result = await run(['import', join(folder, 'r.jsonl'), '--out', out, ...args], { cwd: folder, ...parts });
  return { ...result, folder, out: result.out, rows: await readFile(out, 'utf8').catch(() => null) };
}

describe('import', () => {
  it('writes rows that validate takes as they are', async () => {
    const hostile = 'a\u202eb\u0000 \u2028 ann@b.de';
    const { code, out, err, folder, rows } = await importLines([
      ownLine('1', hostile, { tags: ['\u202e'] }),
      ownLine('2', 'Why?', { output: null, error: 'x' }),
      ownLine('3', 'Why?', {
        input: {
          messages: [
            { role: 'user', content: 'a' },
            { role: 'assistant', content: 'b' },
            { role: 'user', content: 'c' },
          ],
        },
      }),
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('3 records (records.jsonl), 3 questions, 3 rows in ');
    expect(out).toContain('Taken out of the rows: 1 e-mail address.');
    for (const hidden of ['\u0000', '\u202e', '\u2028', 'ann@']) expect(rows).not.toContain(hidden);
    await writeFiles(folder, { 'prompt-assay.yml': config, 'triage.prompt.yml': prompt });
    const checked = await run(['validate', folder, '--json'], { cwd: folder });
    expect(JSON.parse(checked.out)).toMatchObject({ ok: true, prompts: [{ cases: 3 }] });
  });

  it('writes rows to standard output where no file is named, and says the rest beside it', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { 'r.jsonl': jsonl([ownLine('1', 'Why?')]) });
    const { out, err } = await run(['import', join(folder, 'r.jsonl')]);
    expect(JSON.parse(out)).toMatchObject({ input: 'Why?' });
    expect(err).toContain('1 record (records.jsonl), 1 question, 1 row.');
  });

  it('takes out what is secret in the environment', async () => {
    const { rows } = await importLines([ownLine('1', 'It is correct-horse-battery.')], [], {
      env: { SHOP_TOKEN: 'correct-horse-battery' },
    });
    expect(rows).toContain('It is [key-1].');
  });

  it.each([
    ['no file', []],
    ['a folder', ['.']],
    ['a file that is not there', ['nowhere.jsonl']],
    ['an unknown group', ['r.jsonl', '--by', 'model']],
    ['no rows', ['r.jsonl', '--rows', '0']],
    ['an output folder that is not there', ['r.jsonl', '--out', 'nowhere/rows.jsonl']],
    ['an output that is there', ['r.jsonl', '--out', 'r.jsonl']],
  ])('refuses %s, in the shape that it always has', async (_, args) => {
    const folder = await makeFolder();
    await writeFiles(folder, { 'r.jsonl': jsonl([ownLine('1', 'Why?')]) });
    const placed = args.map((arg) => (/[./]/.test(arg) ? join(folder, arg) : arg));
    const { code, out } = await run(['import', ...placed, '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ rows: 0, shares: [], errors: [{ hint: expect.any(String) }] });
    expect(await readdir(folder)).toEqual(['r.jsonl']);
  });

  it('stops where it is interrupted, and leaves nothing', async () => {
    const { code, folder } = await importLines([ownLine('1', 'Why?')], [], { signal: AbortSignal.abort() });
    expect(code).toBe(130);
    expect(await readdir(folder)).toEqual(['r.jsonl']);
  });
});

describe('--redact-command', () => {
  const lines = [ownLine('1', 'I am Ann.'), ownLine('2', 'I am Bob.')];
  const script = (body: string) => `${process.execPath} -e "${body.replaceAll('"', '\\"')}"`;
  const read = "const lines = require('fs').readFileSync(0, 'utf8').trim().split('\\n');";

  it('gets the rows and gives them back', async () => {
    const { code, rows } = await importLines(lines, [
      '--redact-command',
      script(`${read} console.log(lines.join('\\n').replaceAll('Ann', '[name]'))`),
    ]);
    expect(code).toBe(0);
    expect(rows).toContain('I am [name].');
  });

  it.each([
    ['fails', 'process.exit(3)', 'failed with exit code 3.'],
    ['loses a row', `${read} console.log(lines[0])`, 'gave 1 lines for 2 rows.'],
    [
      'turns them around',
      `${read} console.log(lines.reverse().join('\\n'))`,
      'changed the id of row 1, or the order of the rows.',
    ],
    ['writes no JSON', `${read} console.log(lines.map(() => 'x').join('\\n'))`, 'gave no JSON object on line 1.'],
    [
      'makes no row of one',
      `${read} console.log(lines.map((l) => JSON.stringify({ id: JSON.parse(l).id, messages: 3 })).join('\\n'))`,
      'what --redact-command gave:1 "messages" must be',
    ],
  ])('that %s is an error, and nothing is written', async (_, body, message) => {
    const { code, err, rows } = await importLines(lines, ['--redact-command', script(body)]);
    expect([code, rows]).toEqual([2, null]);
    expect(err).toContain(message);
  });
});

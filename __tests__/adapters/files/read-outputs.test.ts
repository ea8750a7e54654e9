import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOutputs } from '../../../src/adapters/files/read-outputs.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outputs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function readCases(path: string): Promise<readonly string[]> {
  const cases: string[] = [];
  for await (const { outputs } of openOutputs(path, []).read()) cases.push(...outputs.map((one) => one.case));
  return cases;
}

describe('a file of outputs', () => {
  it('is read as often as it is asked for', async () => {
    const path = join(folder, 'out.jsonl');
    await writeFile(path, '\n{"case": "a", "output": "x"}\n{"case": "b", "output": "y"}\n');
    expect([await readCases(path), await readCases(path)]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it.each([
    ['a pipe that nobody writes to', () => makePipe(join(folder, 'pipe'))],
    ['a device', () => '/dev/null'],
  ])('is no %s: it would be waited for, or seem empty', async (_name, make) => {
    await expect(readCases(make())).rejects.toThrow('is a pipe or a device, not a file.');
  });

  it.each([
    ['a folder', '.', 'is a folder.'],
    ['a file that is not there', 'nowhere', 'ENOENT'],
  ])('is not %s', async (_name, path, message) => {
    await expect(readCases(join(folder, path))).rejects.toThrow(message);
  });

  it('tells a mistake in its first line there, and not that its shape is unknown', async () => {
    const path = join(folder, 'nan.jsonl');
    await writeFile(path, '{"case": "a", "output": "x", "scores": {"good": NaN}}\n');
    await expect(readCases(path)).rejects.toThrow('nan.jsonl:1 is not a JSON object.');
  });
});

function makePipe(path: string): string {
  execFileSync('mkfifo', [path]);
  return path;
}

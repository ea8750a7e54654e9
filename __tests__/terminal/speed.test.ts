import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { aPromptFile, aSelfContained } from '../pipeline/story.ts';
import { makeClone, makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

// Each story runs git many times.
jest.setTimeout(60_000);

const path = process.env.PATH;

afterEach(async () => {
  process.env.PATH = path;
  await removeFolders();
});

/** Puts a git before the real one that counts how often it is started. */
async function countGit(): Promise<() => Promise<number>> {
  const folder = await makeFolder();
  const log = join(folder, 'log');
  await writeFile(log, '');
  await writeFile(join(folder, 'git'), `#!/bin/sh\nprintf . >> '${log}'\nPATH='${path}' exec git "$@"\n`);
  await chmod(join(folder, 'git'), 0o755);
  process.env.PATH = `${folder}${delimiter}${path}`;
  return async () => (await readFile(log, 'utf8')).length;
}

/** A clone of so many prompts without a config, every third without rows and every fourth in Markdown. */
function makeMany(count: number) {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const write = (number: number) => {
    if (number % 4 === 1) return [`prompts/p${number}.prompt.md`, `user:\nAnswer ${number}: {{> part.md}} {{input}}\n`];
    const text = `of number ${number}`;
    const file = number % 3 === 2 ? aPromptFile(text, `p${number}`) : aSelfContained(text, `p${number}`);
    return [`prompts/p${number}.prompt.yml`, file];
  };
  return makeClone({ ...Object.fromEntries(numbers.map(write)), 'prompts/part.md': 'kindly' });
}

describe('many prompt files', () => {
  it.each([
    ['validate', ['validate']],
    ['validate FOLDER', ['validate', 'prompts']],
    ['run with nothing changed', ['run']],
    ['run with one changed', ['run', '--dry-run']],
  ])('are read by as many git processes as few: %s', async (name, args) => {
    const started: number[] = [];
    for (const count of [10, 40]) {
      process.env.PATH = path;
      const { folder } = await makeMany(count);
      if (name.endsWith('one changed')) await writeFiles(folder, { 'prompts/p0.prompt.yml': aSelfContained('v2') });
      const read = await countGit();
      expect(await run(args, { cwd: folder, env: { OPENAI_API_KEY: 'k' } })).toMatchObject({ code: 0 });
      started.push(await read());
    }
    expect(started[1]).toBe(started[0]);
  });
});

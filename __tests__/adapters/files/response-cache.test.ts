import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFileCache } from '../../../src/adapters/files/response-cache.ts';
import type { Log } from '../../../src/ports.ts';

let directory = '';
let warnings: string[] = [];
const log: Log = { info: () => {}, warn: (message) => warnings.push(message), progress: () => {} };

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'response-cache-'));
  warnings = [];
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

/** The one file of a cache with one entry. */
async function findEntry(): Promise<string> {
  const names = await readdir(directory, { recursive: true });
  return join(directory, names.find((name) => name.endsWith('.json')) as string);
}

describe('the response cache', () => {
  it.each([
    ['an object', { status: 'answered', text: 'ü\u2028' }],
    ['null', null],
    ['a text', 'x'],
  ])('gives back %s to a later run', async (_name, value) => {
    await createFileCache(directory, log).write('some key', value);
    expect(await createFileCache(directory, log).read('some key')).toEqual(value);
    expect(await createFileCache(directory, log).read('another key')).toBeNull();
  });

  it('does not read entries of another format', async () => {
    const cache = createFileCache(directory, log);
    await cache.write('key', 1);
    const [name] = await readdir(directory);
    expect(name).toMatch(/^v\d+$/);
    // Where the first format kept it: without a folder of its own.
    await cp(join(directory, name as string), directory, { recursive: true });
    await rm(join(directory, name as string), { recursive: true });
    expect(await cache.read('key')).toBeNull();
  });

  it('keeps the newest of two values and leaves no draft behind', async () => {
    const cache = createFileCache(directory, log);
    await Promise.all(Array.from({ length: 20 }, (_, index) => cache.write('key', index)));
    await cache.write('key', 'last');
    expect(await cache.read('key')).toBe('last');
    const files = (await readdir(directory, { recursive: true })).filter((name) => name.includes('.'));
    expect(files).toHaveLength(1);
  });

  it.each([
    ['half-written', '{"key":"key","value":{"a"'],
    ['empty', ''],
    ['binary', '\u0000\u0001'],
    ['of another shape', '[]'],
    ["another key's", '{"key":"other","value":1}'],
  ])('does not know an entry that is %s', async (_name, text) => {
    const cache = createFileCache(directory, log);
    await cache.write('key', 1);
    await writeFile(await findEntry(), text);
    expect(await cache.read('key')).toBeNull();
    await cache.write('key', 2);
    expect(await cache.read('key')).toBe(2);
  });

  it('stays inside its directory whatever the key', async () => {
    await createFileCache(join(directory, 'inner'), log).write('../../escape', 1);
    expect(await readdir(directory)).toEqual(['inner']);
  });

  it('says once that it cannot write, and goes on', async () => {
    const file = join(directory, 'a-file');
    await writeFile(file, '');
    const cache = createFileCache(join(file, 'below'), log);
    await cache.write('a', 1);
    await cache.write('b', 2);
    expect(await cache.read('a')).toBeNull();
    expect(warnings).toEqual([expect.stringContaining('answers are not kept in')]);
  });
});

import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { clearCache, measureCache, tidyCache } from '../../../src/adapters/files/cache-upkeep.ts';
import { createFileCache } from '../../../src/adapters/files/response-cache.ts';
import type { Log, ResponseCache } from '../../../src/ports.ts';

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

  it('is for its user alone', async () => {
    await createFileCache(directory, log).write('key', 1);
    const file = await findEntry();
    const modes = await Promise.all([file, dirname(file)].map((path) => stat(path)));
    expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['600', '700']);
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

describe('the limits of a cache', () => {
  const lifetimeMs = 30 * 24 * 60 * 60 * 1000;
  const roomy = { maxBytes: 1e9, lifetimeMs };

  /** Writes an entry and moves all its times back. */
  async function writeOld(cache: ResponseCache, key: string, byMs: number): Promise<void> {
    const list = async () => (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.json'));
    const before = await list();
    await cache.write(key, 'x'.repeat(5000));
    const added = (await list()).find((name) => !before.includes(name)) as string;
    const then = new Date(Date.now() - byMs);
    await utimes(join(directory, added), then, then);
  }

  it('an entry past its time is not known, and is removed', async () => {
    const cache = createFileCache(directory, log, lifetimeMs);
    await writeOld(cache, 'old', lifetimeMs + 1000);
    await writeOld(cache, 'new', lifetimeMs - 100_000);
    expect([await cache.read('old'), await cache.read('new')]).toEqual([null, 'x'.repeat(5000)]);
    await tidyCache(directory, roomy);
    expect((await measureCache(directory)).entries).toBe(1);
    expect(await cache.read('new')).not.toBeNull();
  });

  it('reading does not make an entry younger', async () => {
    const cache = createFileCache(directory, log, lifetimeMs);
    await writeOld(cache, 'key', lifetimeMs - 1000);
    await cache.read('key');
    const { mtimeMs, atimeMs } = await stat(await findEntry());
    expect(Date.now() - mtimeMs).toBeGreaterThan(lifetimeMs - 2000);
    expect(Date.now() - atimeMs).toBeLessThan(60_000);
  });

  it('what was longest not used goes first, until the rest fits', async () => {
    const cache = createFileCache(directory, log, lifetimeMs);
    for (const [index, key] of ['a', 'b', 'c', 'd'].entries()) await writeOld(cache, key, (10 - index) * 60_000);
    await cache.read('a');
    const { bytes } = await measureCache(directory);
    await tidyCache(directory, { maxBytes: bytes / 2, lifetimeMs });
    const known = await Promise.all(['a', 'b', 'c', 'd'].map((key) => cache.read(key)));
    expect(known.map((value) => value !== null)).toEqual([true, false, false, true]);
  });

  it('removes drafts of runs that were killed, and neither fresh ones nor files of others', async () => {
    const cache = createFileCache(directory, log);
    await cache.write('key', 1);
    const entry = await findEntry();
    const [dead, live, mine] = [`${entry}.1.tmp`, `${entry}.2.tmp`, join(directory, 'mine.json')];
    for (const path of [dead, live, mine]) await writeFile(path, '{');
    const then = new Date(Date.now() - lifetimeMs * 2);
    for (const path of [dead, mine]) await utimes(path, then, then);
    await tidyCache(directory, roomy);
    const left = (await readdir(directory, { recursive: true })).map((name) => join(directory, name));
    expect(left).toEqual(expect.arrayContaining([entry, live, mine]));
    expect(left).not.toContain(dead);
    expect(await clearCache(directory)).toMatchObject({ entries: 1 });
    expect(await readFile(mine, 'utf8')).toBe('{');
  });

  it("a folder that cannot be read, or that is not there, is nobody's fault on reading", async () => {
    expect(await measureCache(join(directory, 'nowhere'))).toEqual({ entries: 0, bytes: 0 });
    const cache = createFileCache(directory, log, lifetimeMs);
    await cache.write('key', 1);
    // An entry that cannot be marked as used is known all the same.
    await chmod(await findEntry(), 0o400);
    expect(await cache.read('key')).toBe(1);
  });
});

import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { type FakeAnswer, type FakeModel, type FakeRequest, startFakeModel } from '../helpers/fake-model/fake-model.ts';
import { aConfigFile, aPromptFile, aRow, aTree, jsonl, someRows } from '../pipeline/story.ts';
import { makeClone, makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

// Each story runs git many times.
jest.setTimeout(60_000);

const day = 24 * 60 * 60 * 1000;
const servers: FakeModel[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await removeFolders();
});

async function serve(answer: (request: FakeRequest) => FakeAnswer = () => 'yes'): Promise<FakeModel> {
  const server = await startFakeModel({ answer });
  servers.push(server);
  return server;
}

/** A clone with 30 rows on main and a reworded prompt, a server, and what a run of it came to. */
async function makeStory(config = aConfigFile(), answer?: (request: FakeRequest) => FakeAnswer) {
  const tree = aTree({ 'prompt-assay.yml': config, 'evals/triage.jsonl': jsonl(someRows(30)) });
  const [{ folder, git }, server] = await Promise.all([makeClone(tree), serve(answer)]);
  await writeFiles(folder, { 'prompts/triage.prompt.yml': aPromptFile('v2, reworded') });
  const go = async (flags: readonly string[] = [], cwd = folder, env: { [name: string]: string } = {}) => {
    const before = server.requests.length;
    const { code, out, err } = await run(['run', '--base-url', server.url, ...flags, '--json'], { cwd, env });
    const { verdict, cacheHits, metrics } = JSON.parse(out);
    return { code, err, verdict, cacheHits, metrics, asked: server.requests.slice(before) };
  };
  return { folder, git, server, go, cache: join(folder, '.git', 'prompt-assay', 'cache') };
}

/** Every answer below a cache. */
async function listEntries(cache: string): Promise<readonly string[]> {
  const names = await readdir(cache, { recursive: true });
  return names.filter((name) => name.endsWith('.json')).map((name) => join(cache, name));
}

async function makeRecording(): Promise<string> {
  const file = join(await makeFolder(), 'recording.jsonl');
  await writeFile(file, '');
  return file;
}

/** Makes all answers as old as this. */
async function age(cache: string, byMs: number): Promise<void> {
  for (const path of await listEntries(cache)) {
    const entry = JSON.parse(await readFile(path, 'utf8'));
    entry.value.answeredAtMs = Date.now() - byMs;
    await writeFile(path, JSON.stringify(entry));
    const then = new Date(Date.now() - byMs);
    await utimes(path, then, then);
  }
}

describe("the clone's own cache", () => {
  it('answers a second run with nothing changed whole, and says so', async () => {
    const { go } = await makeStory(aConfigFile(), ({ text }) => (/v2.*q-00[0-4]/.test(text) ? 'no' : 'yes'));
    const first = await go();
    expect(first).toMatchObject({ cacheHits: 0 });
    expect(first.err).not.toContain('came from the cache');
    const second = await go();
    expect(second.asked).toEqual([]);
    expect(second).toMatchObject({ verdict: first.verdict, code: first.code, cacheHits: first.asked.length });
    expect(second.metrics).toEqual(first.metrics);
    expect(second.err).toContain(`${first.asked.length} answers came from the cache; --no-cache draws anew`);
  });

  it('asks about one edited row alone', async () => {
    const { folder, go } = await makeStory();
    await go();
    const rows = someRows(30).map((row, index) => (index === 7 ? aRow(7, { input: 'another question q-007' }) : row));
    await writeFiles(folder, { 'evals/triage.jsonl': jsonl(rows) });
    const { asked } = await go();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ text }) => !text.includes('q-007'))).toEqual([]);
  });

  it('never convicts by an old base: what is more than an hour older than its partner is drawn again', async () => {
    let isGoodDay = true;
    const { folder, go, cache } = await makeStory(aConfigFile(), () => (isGoodDay ? 'yes' : 'no'));
    await go();
    isGoodDay = false;
    await age(cache, 2 * 60 * 60 * 1000);
    await writeFiles(folder, { 'prompts/triage.prompt.yml': aPromptFile('v3') });
    const { verdict, asked } = await go();
    expect(verdict).not.toBe('fail');
    expect(asked.filter(({ text }) => text.startsWith('v1'))).toHaveLength(30);
  });

  it('forgets an answer after 30 days', async () => {
    const { go, cache } = await makeStory();
    await go();
    await age(cache, 29 * day);
    expect((await go()).asked).toEqual([]);
    await age(cache, 31 * day);
    expect((await go()).asked).toHaveLength(60);
  });

  it('is for this user alone, and holds no key and no text in a name', async () => {
    const { go, cache } = await makeStory();
    await go([], undefined, { OPENAI_API_KEY: 'sk-very-secret-key' });
    expect((await stat(cache)).mode & 0o777).toBe(0o700);
    const entries = await listEntries(cache);
    expect(entries).toHaveLength(60);
    for (const path of entries) {
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect(path.slice(cache.length)).toMatch(/^\/v\d+\/[0-9a-f]{2}\/[0-9a-f]{64}\.json$/);
      expect(await readFile(path, 'utf8')).not.toContain('sk-very-secret-key');
    }
  });

  it('is shared by the worktrees of a clone', async () => {
    const { git, go } = await makeStory();
    await go();
    const other = join(await makeFolder(), 'tree');
    await git(['worktree', 'add', '--quiet', other, 'HEAD', '--detach']);
    await writeFiles(other, { 'prompts/triage.prompt.yml': aPromptFile('v2, reworded') });
    expect((await go([], other)).asked).toEqual([]);
  });

  it.each<readonly [string, (folder: string) => Promise<readonly string[]>]>([
    ['--no-cache', async () => ['--no-cache']],
    ['--record', async () => ['--record', await makeRecording()]],
    ['--cache', async () => ['--cache', join(await makeFolder(), 'elsewhere')]],
  ])('is neither read nor written with %s', async (_name, flagsOf) => {
    const { folder, go, cache } = await makeStory();
    await go();
    const before = await listEntries(cache);
    await writeFiles(folder, { 'prompts/triage.prompt.yml': aPromptFile('v3') });
    expect((await go(await flagsOf(folder))).asked).toHaveLength(60);
    expect(await listEntries(cache)).toEqual(before);
  });

  it('leaves a replay to its recording', async () => {
    const { go, folder } = await makeStory();
    const file = await makeRecording();
    await go(['--record', file]);
    expect((await go(['--replay', file])).verdict).toBe('pass');
    expect(await readdir(join(folder, '.git'))).not.toContain('prompt-assay');
  });

  it('keeps nothing where main says store-outputs: false, unless a folder is named', async () => {
    const config = aConfigFile({ top: 'baseline: { store-outputs: false }' });
    const { folder, go } = await makeStory(config);
    await go();
    expect((await go()).asked).toHaveLength(60);
    expect(await readdir(join(folder, '.git'))).not.toContain('prompt-assay');
    const named = ['--cache', join(await makeFolder(), 'elsewhere')];
    await go(named);
    expect((await go(named)).asked).toEqual([]);
  });

  it('keeps no outage for an answer', async () => {
    const { go, cache } = await makeStory(aConfigFile(), () => ({ status: 401, body: { error: { message: 'no' } } }));
    expect((await go()).verdict).toBe('invalid');
    await expect(listEntries(cache)).rejects.toThrow('ENOENT');
  });

  it('serves two runs at once', async () => {
    const { go } = await makeStory();
    const [one, two] = await Promise.all([go(), go()]);
    expect([one.verdict, two.verdict]).toEqual(['pass', 'pass']);
    expect((await go()).asked).toEqual([]);
  });

  it('that cannot be written is said once and costs nothing else', async () => {
    const { folder, go } = await makeStory();
    await writeFile(join(folder, '.git', 'prompt-assay'), 'a file in its place');
    const { verdict, err } = await go();
    expect(verdict).toBe('pass');
    expect(err.match(/are not kept/g)).toHaveLength(1);
  });

  it('a baseline is drawn anew: nobody renews one from what is kept', async () => {
    const { folder, server } = await makeStory();
    const args = ['baseline', '--base-url', server.url];
    await run(args, { cwd: folder });
    const before = server.requests.length;
    await run(args, { cwd: folder });
    expect(server.requests.length).toBe(2 * before);
  });
});

describe('cache', () => {
  it('shows the path, what is there, and clears it', async () => {
    const { folder, go, cache } = await makeStory();
    const empty = await run(['cache', '--json'], { cwd: folder });
    expect(JSON.parse(empty.out)).toEqual({ path: cache, entries: 0, bytes: 0, cleared: false, errors: [] });
    await go();
    await mkdir(join(cache, 'notes'), { recursive: true });
    await writeFile(join(cache, 'notes', 'mine.json'), '{}');
    const full = await run(['cache'], { cwd: folder });
    expect(full.out).toContain(`${cache}\n60 entries, `);
    const cleared = await run(['cache', 'clear', '--json'], { cwd: folder });
    expect(JSON.parse(cleared.out)).toMatchObject({ entries: 60, cleared: true });
    expect((await listEntries(cache)).map((path) => path.slice(cache.length))).toEqual(['/notes/mine.json']);
    expect((await go()).asked).toHaveLength(60);
  });

  it('another word is a usage error that clears nothing', async () => {
    const { folder } = await makeStory();
    expect(await run(['cache', 'clean'], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining('Write "clear".'),
    });
  });
});

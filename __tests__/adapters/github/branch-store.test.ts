import { describe, expect, it } from '@jest/globals';
import { createGithubBranchStore } from '../../../src/adapters/github/branch-store.ts';
import { failing, faults } from '../../helpers/fake-github/faults.ts';
import { readOnlyToken } from '../../helpers/fake-github/state.ts';
import { createWorld, instantTiming, type World } from './github-world.ts';

const branch = 'assay/baselines';
const folder = (name: string, files: Record<string, string>) => new Map([[name, new Map(Object.entries(files))]]);
const line = (text: string) => new Map([['CHANGELOG.md', `${text}\n`]]);

async function filesOf({ client }: World): Promise<Record<string, string>> {
  return Object.fromEntries((await createGithubBranchStore(client).read(branch, '')).files);
}

describe('the branch store', () => {
  it('has no files where there is no branch', async () => {
    const { client } = await createWorld();
    expect(await createGithubBranchStore(client).read(branch, 'triage')).toEqual({ tip: null, files: new Map() });
  });

  it('asks once for a branch that is not there, however many folders are wanted', async () => {
    const { client, github } = await createWorld();
    const store = createGithubBranchStore(client);
    await Promise.all([store.read(branch, 'a'), store.read(branch, 'b')]);
    await store.read(branch, 'c');
    expect(github.requests).toHaveLength(2);
  });

  it('does not take a repository it may not see for an empty store', async () => {
    const { client, github } = await createWorld();
    github.fault = failing(/./, faults.missingScope(), 99);
    await expect(createGithubBranchStore(client).read(branch, 'triage')).rejects.toThrow(
      'found no repository acme/prompts',
    );
  });

  it('starts as an orphan, and replaces a folder whole while the others stay', async () => {
    const world = await createWorld();
    const store = createGithubBranchStore(world.client);
    const first = await store.write(branch, folder('triage', { 'a.json': '1', 'old.json': '2' }), 'first', line('one'));
    expect(await world.repository.git(['rev-list', '--count', first]).then(String)).toBe('1\n');
    await store.write(branch, folder('faq', { 'b.json': '3' }), 'second', line('two'));
    await store.write(branch, folder('triage', { 'a.json': '4\n' }), 'third', line('three'));
    expect(await filesOf(world)).toEqual({
      'CHANGELOG.md': 'one\ntwo\nthree\n',
      'faq/b.json': '3',
      'triage/a.json': '4\n',
    });
    expect(Object.fromEntries((await store.read(branch, 'triage')).files)).toEqual({ 'triage/a.json': '4\n' });
    const message = String(await world.repository.git(['log', '-1', '--format=%B', branch]));
    expect(message.trim()).toBe('third\n\n[skip ci]');
  });

  it('reads the tip and its tree once for all folders, and the new ones after a write', async () => {
    const { client, github } = await createWorld();
    const folders = Array.from({ length: 30 }, (_, number) => folder(`suite-${number}`, { 'a.json': `${number}` }));
    await createGithubBranchStore(client).write(branch, new Map(folders.flatMap((one) => [...one])), 'first');
    const store = createGithubBranchStore(client);
    const before = github.requests.length;
    const names = folders.flatMap((one) => [...one.keys()]);
    const read = await Promise.all(names.map((name) => store.read(branch, name)));
    expect(read.map(({ files }) => [...files.values()].join())).toEqual(names.map((_, number) => `${number}`));
    // The ref, the tree, and the thirty files in one query.
    expect(github.requests.length - before).toBe(3);
    await store.write(branch, folder('suite-7', { 'a.json': 'new' }), 'second', line('two'));
    expect([...(await store.read(branch, 'suite-7')).files.values()]).toEqual(['new']);
  });

  it('makes no commit where nothing changes', async () => {
    const { client } = await createWorld();
    const store = createGithubBranchStore(client);
    const first = await store.write(branch, folder('triage', { 'a.json': '1' }), 'first');
    expect(await store.write(branch, folder('triage', { 'a.json': '1' }), 'second')).toBe(first);
  });

  it('sends what is too large for a tree once, however many tries it takes', async () => {
    const world = await createWorld();
    const text = 'é'.repeat(600_000);
    const medium = Object.fromEntries(Array.from({ length: 9 }, (_, number) => [`${number}`, 'x'.repeat(1024 * 1024)]));
    world.github.fault = failing(/POST .*\/git\/refs/, faults.conflict());
    const store = createGithubBranchStore(world.client);
    await store.write(branch, folder('triage', { 'outputs.jsonl': text, ...medium }), 'large');
    const { 'triage/outputs.jsonl': outputs, ...others } = await filesOf(world);
    expect([outputs === text, Object.keys(others)]).toEqual([
      true,
      Object.keys(medium).map((name) => `triage/${name}`),
    ]);
    const requests = world.github.requests.map(({ method, path }) => `${method} ${path.split('/git/')[1]}`);
    expect(requests.filter((one) => one === 'POST refs')).toHaveLength(2);
    // The one that is too large, and the ninth of a megabyte each.
    expect(requests.filter((one) => one === 'POST blobs')).toHaveLength(2);
  });

  it('does not add its line twice where another writer came after a doubtful answer', async () => {
    const world = await createWorld();
    const store = createGithubBranchStore(world.client);
    await store.write(branch, folder('faq', { 'b.json': '1' }), 'before', line('zero'));
    const other = createGithubBranchStore(await world.connect());
    // While the first writer waits before it looks again, the other one builds on its commit.
    const sleep = async () => void (await other.write(branch, folder('other', { 'c.json': '1' }), 'two', line('two')));
    const first = createGithubBranchStore(await world.connect({ timing: { ...instantTiming(), sleep } }));
    world.github.fault = failing(/PATCH .*\/git\/refs/, faults.badGateway('after'));
    await first.write(branch, folder('triage', { 'a.json': '1' }), 'one', line('one'));
    const lines = (await world.repository.show(branch, 'CHANGELOG.md')).trim().split('\n');
    expect(lines).toEqual(['zero', 'one', 'two']);
  });

  it.each([
    [
      'a ruleset',
      { protectedBranches: [branch] },
      /A branch rule of the repository keeps `github-token` from writing `assay\/baselines` \(422: Repository rule violations.*`baseline-token`/s,
    ],
    ['a read-only token', { tokens: { 'secret-token': readOnlyToken } }, /Add `contents: write`/],
  ])('says what to do about %s', async (_name, options, expected) => {
    const { client } = await createWorld(options);
    await expect(createGithubBranchStore(client).write(branch, folder('a', { b: 'c' }), 'm')).rejects.toThrow(expected);
  });

  it('gives up with a sentence after 30 tries', async () => {
    const { client, github, repository } = await createWorld();
    await repository.commit(branch, { 'x.txt': 'x' }, { from: null });
    let moves = 0;
    github.fault = ({ method }) => {
      if (method !== 'PATCH') return null;
      moves += 1;
      return { kind: 'answer', status: 422, message: 'Update is not a fast forward', headers: {}, when: 'before' };
    };
    const writing = createGithubBranchStore(client).write(branch, folder('a', { b: 'c' }), 'm');
    await expect(writing).rejects.toThrow(/could not be updated in 30 tries/);
    expect(moves).toBe(30);
  });

  it.each([
    ['a link', { 'triage/a.json': { symlink: '/etc/passwd' } }, 'triage/a.json is a symlink or a submodule'],
    ['bytes that are no text', { 'triage/a.json': Uint8Array.of(0xff, 0xfe) }, 'triage/a.json is not valid UTF-8'],
  ])('refuses %s that somebody put there by hand', async (_name, files, message) => {
    const { client, repository } = await createWorld();
    await repository.commit(branch, files, { from: null });
    await expect(createGithubBranchStore(client).read(branch, 'triage')).rejects.toThrow(message);
  });
});

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openLocalGit } from '../../../src/adapters/git/local-git.ts';
import { testGit } from '../../helpers/fake-github/git.ts';

const branch = 'prompt-assay-baselines';
const folders: string[] = [];
const folder = (name: string, files: Record<string, string>) => new Map([[name, new Map(Object.entries(files))]]);
const line = (text: string) => new Map([['CHANGELOG.md', `${text}\n`]]);

afterEach(async () => {
  for (const path of folders.splice(0)) await rm(path, { recursive: true, force: true });
});

async function openClone() {
  const path = await mkdtemp(join(tmpdir(), 'local-store-'));
  folders.push(path);
  const git = testGit(path);
  await git(['init', '--quiet', '--initial-branch=main']);
  await writeFile(join(path, 'a.txt'), 'a');
  await git(['add', '.']);
  await git(['commit', '--quiet', '-m', 'first']);
  return { path, git, store: (await openLocalGit(path)).branchStore };
}

describe('the local branch store', () => {
  it('keeps folders apart, appends lines, and does not touch the files of the user', async () => {
    const { path, git, store } = await openClone();
    expect(await store.read(branch, 'triage')).toEqual({ tip: null, files: new Map() });
    await store.write(branch, folder('triage', { 'a.json': '1', 'old.json': '2' }), 'first', line('one'));
    await store.write(branch, folder('faq', { 'b.json': '3' }), 'second', line('two'));
    const tip = await store.write(branch, folder('triage', { 'a.json': 'é\r\n' }), 'third');
    const all = await store.read(branch, '');
    expect(all.tip).toBe(tip);
    expect(Object.fromEntries(all.files)).toEqual({
      'CHANGELOG.md': 'one\ntwo\n',
      'faq/b.json': '3',
      'triage/a.json': 'é\r\n',
    });
    expect([...(await store.read(branch, 'triage')).files.keys()]).toEqual(['triage/a.json']);
    expect(String(await git(['status', '--porcelain', '--branch']))).toBe('## main\n');
    expect((await readdir(path)).sort()).toEqual(['.git', 'a.txt']);
    expect(String(await git(['merge-base', '--all', 'main', branch]).catch(() => 'none'))).toBe('none');
  });

  it('makes no commit where nothing changes', async () => {
    const { store } = await openClone();
    const first = await store.write(branch, folder('triage', { 'a.json': '1' }), 'first');
    expect(await store.write(branch, folder('triage', { 'a.json': '1' }), 'again')).toBe(first);
  });

  it('loses and doubles nothing of eight writers at once', async () => {
    const { store } = await openClone();
    const names = [...'abcdefgh'];
    await Promise.all(names.map((name) => store.write(branch, folder(name, { 'x.json': name }), name, line(name))));
    const { files } = await store.read(branch, '');
    expect(names.map((name) => files.get(`${name}/x.json`))).toEqual(names);
    expect(files.get('CHANGELOG.md')?.trim().split('\n').sort()).toEqual(names);
  }, 120_000);

  it('refuses a branch that is checked out', async () => {
    const { store } = await openClone();
    await expect(store.write('main', folder('a', { b: 'c' }), 'm')).rejects.toThrow('The branch `main` is checked out');
  });

  it('refuses a file that is no text', async () => {
    const { path, git, store } = await openClone();
    await writeFile(join(path, 'x.bin'), Uint8Array.of(0xff));
    await git(['checkout', '--quiet', '-b', branch]);
    await git(['add', '.']);
    await git(['commit', '--quiet', '-m', 'by hand']);
    await expect(store.read(branch, '')).rejects.toThrow('x.bin is not valid UTF-8');
  });
});

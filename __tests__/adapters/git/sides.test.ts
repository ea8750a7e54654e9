import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openLocalGit } from '../../../src/adapters/git/local-git.ts';
import type { Tree } from '../../../src/ports.ts';
import { gitText, type TestGit, testGit } from '../../helpers/fake-github/git.ts';
import { withGit } from '../../helpers/with-git.ts';
import { makeFolder, removeFolders, writeFiles } from './folders.ts';

type Files = Readonly<Record<string, string>>;

afterEach(removeFolders);

async function commit(folder: string, git: TestGit, files: Files): Promise<string> {
  await writeFiles(folder, files);
  await git(['add', '--all']);
  await git(['commit', '--quiet', '-m', 'more']);
  return gitText(git, ['rev-parse', 'HEAD']);
}

const text = '1\n2\n3\n4\n5\n';

/** A branch `feature` that is checked out, and a `main` that went on since. */
async function makeFork(main: Files, feature: Files) {
  const folder = await makeFolder();
  const git = testGit(folder);
  await git(['init', '--quiet', '--initial-branch=main']);
  const start = await commit(folder, git, { 'a.txt': text, 'b.txt': 'b\n' });
  await git(['checkout', '--quiet', '-b', 'feature']);
  const head = await commit(folder, git, feature);
  await git(['checkout', '--quiet', 'main']);
  const tip = await commit(folder, git, main);
  await git(['checkout', '--quiet', 'feature']);
  return { folder, git, start, head, tip };
}

/** The texts of both sides. */
async function read(folder: string, head: string | null = null) {
  const local = await openLocalGit(folder);
  try {
    const sides = await local.readSides(null, head);
    const show = async ({ entries }: Tree) => {
      const blobs = await local.readBlobs([...entries.values()].map(({ hash }) => hash));
      return Object.fromEntries(
        [...entries.values()].map(({ path: name, hash }) => [name, String(Buffer.from(blobs.get(hash) ?? []))]),
      );
    };
    return { ...sides, files: [await show(sides.base), await show(sides.candidate)] as const };
  } finally {
    await local.close();
  }
}

describe('the sides', () => {
  it('are the tip of the base and what merging the head into it gives', async () => {
    const { folder, git, head, tip } = await makeFork(
      { 'a.txt': `0\n${text}` },
      { 'a.txt': `${text}6\n`, 'new.txt': 'new\n' },
    );
    const before = String(await git(['count-objects', '-v']));
    const { files, base, candidate, note } = await read(folder, 'feature');
    expect(files).toEqual([
      { 'a.txt': `0\n${text}`, 'b.txt': 'b\n' },
      { 'a.txt': `0\n${text}6\n`, 'b.txt': 'b\n', 'new.txt': 'new\n' },
    ]);
    expect([base.commit, candidate.commit]).toEqual([tip, head]);
    expect(note).toBe(`Comparing feature, merged into main (${tip.slice(0, 12)}), with that commit.`);
    expect(String(await git(['count-objects', '-v']))).toBe(before);
  });

  it('merge the files as they lie on disk', async () => {
    const { folder } = await makeFork({ 'a.txt': `0\n${text}` }, { 'a.txt': `${text}6\n` });
    await writeFiles(folder, { 'a.txt': `${text}6\n7\n`, 'b.txt': 'edited\n', 'new.txt': 'new\n' });
    const { files, note } = await read(folder);
    expect(files[1]).toEqual({ 'a.txt': `0\n${text}6\n7\n`, 'b.txt': 'edited\n', 'new.txt': 'new\n' });
    expect(note).toContain('Comparing the working tree, merged into main (');
  });

  it('are the merge base and the head where the two conflict; what decides is read from the tip', async () => {
    const { folder, start, tip } = await makeFork({ 'b.txt': 'main\n' }, { 'b.txt': 'feature\n' });
    const sides = await read(folder);
    expect(sides.files.map((files) => files['b.txt'])).toEqual(['b\n', 'feature\n']);
    expect([sides.base.commit, sides.tip.commit]).toEqual([start, tip]);
    expect(sides.note).toBe(
      `The two conflict: comparing the working tree with the merge base ${start.slice(0, 12)}; settings come from main (${tip.slice(0, 12)}).`,
    );
  });

  it('are those two where git is too old to merge without files, unless there is nothing to merge', async () => {
    const { folder, git, start } = await makeFork({ 'a.txt': `0\n${text}` }, { 'b.txt': 'feature\n' });
    const usage = "echo 'usage: git merge-tree <base-tree> <branch1> <branch2>' >&2; exit 129";
    await withGit(`case "$*" in *merge-tree*) ${usage};; esac`, async () => {
      const old = await read(folder);
      expect(old.note).toContain(
        'Git before 2.38 cannot merge without touching files: comparing the working tree with',
      );
      expect([old.base.commit, old.files[1]['a.txt']]).toEqual([start, text]);
      await git(['merge', '--quiet', 'main']);
      expect((await read(folder)).note).toContain('Comparing the working tree with main (');
    });
  });

  it('are equal where the base has all of the head', async () => {
    const { folder, start } = await makeFork({ 'a.txt': 'more\n' }, { 'b.txt': 'feature\n' });
    const { files, candidate } = await read(folder, start);
    expect(files[1]).toEqual(files[0]);
    expect(candidate.commit).toBe(start);
  });

  it.each([
    ['in the tree', '.gitattributes'],
    ["in git's folder", '.git/info/attributes'],
  ])('are merged without attributes and drivers: %s', async (_name, file) => {
    const { folder, git } = await makeFork({ 'a.txt': `0\n${text}`, 'b.txt': 'main\n' }, { 'a.txt': `${text}6\n` });
    const ran = join(folder, '.git/ran');
    await git(['config', 'merge.x.driver', `touch '${ran}'; false`]);
    await writeFiles(folder, { [file]: '* merge=x\n' });
    expect((await read(folder)).files[1]['a.txt']).toBe(`0\n${text}6\n`);
    await expect(realpath(ran)).rejects.toThrow();
    // The trap is one.
    await git(['merge', 'main']).catch(() => {});
    await expect(realpath(ran)).resolves.toBe(ran);
  });

  it('conflict where an attribute would have taken both texts', async () => {
    const union = { '.gitattributes': '* merge=union\n' };
    const { folder } = await makeFork({ 'b.txt': 'main\n', ...union }, { 'b.txt': 'feature\n', ...union });
    expect((await read(folder)).note).toContain('The two conflict');
  });
});

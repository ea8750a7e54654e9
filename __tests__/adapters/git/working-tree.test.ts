import { chmod, mkdir, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openLocalGit } from '../../../src/adapters/git/local-git.ts';
import { type TestGit, testGit } from '../../helpers/fake-github/git.ts';
import { withGit } from '../../helpers/with-git.ts';
import { makeFolder, removeFolders, writeFiles } from './folders.ts';

afterEach(removeFolders);

/** A repository with these files committed, after some settings. */
async function makeClone(files: Readonly<Record<string, string>>, settings: readonly string[] = []) {
  const folder = await makeFolder();
  const git = testGit(folder);
  await git(['init', '--quiet', '--initial-branch=main']);
  for (const setting of settings) await git(['config', ...setting.split('=')]);
  await writeFiles(folder, files);
  await git(['add', '.']);
  await git(['commit', '--quiet', '--allow-empty', '-m', 'first']);
  return { folder, git };
}

/** The working tree by path: mode and text, or the commit of a submodule. */
async function readTree(folder: string): Promise<Readonly<Record<string, string>>> {
  const local = await openLocalGit(folder);
  try {
    const entries = [...(await local.readWorkingTree()).entries.values()];
    const blobs = await local.readBlobs(entries.flatMap(({ mode, hash }) => (mode === '160000' ? [] : hash)));
    return Object.fromEntries(
      entries.map(({ path, mode, hash }) => [
        path,
        `${mode} ${blobs.get(hash) ? Buffer.from(blobs.get(hash) ?? []) : hash}`,
      ]),
    );
  } finally {
    await local.close();
  }
}

/** What git itself would commit of the folder. */
async function commitAll(git: TestGit): Promise<string> {
  await git(['add', '--all']);
  return String(await git(['write-tree'])).trim();
}

async function hashTree(folder: string): Promise<string> {
  const local = await openLocalGit(folder);
  try {
    return (await local.readWorkingTree()).commit;
  } finally {
    await local.close();
  }
}

describe('the working tree', () => {
  it.each([
    ['core.autocrlf', {}, ['core.autocrlf=true']],
    ['attributes in the tree', { '.gitattributes': '*.txt text eol=crlf\n' }, []],
  ])('has the line ends that git keeps, by %s', async (_name, files, settings) => {
    const { folder, git } = await makeClone({ ...files, 'a.txt': 'one\r\ntwo\r\n', 'b.txt': 'b\r\n' }, settings);
    const committed = String(await git(['rev-parse', 'HEAD^{tree}'])).trim();
    // A new time makes git read it again.
    await utimes(join(folder, 'a.txt'), 1, 1);
    expect(await hashTree(folder)).toBe(committed);
    await writeFiles(folder, { 'b.txt': 'c\r\n' });
    expect((await readTree(folder))['b.txt']).toBe('100644 c\n');
  });

  it('has the text itself of a file that a filter keeps a pointer of', async () => {
    const { folder, git } = await makeClone({ 'a.txt': 'pointer\n' });
    await git(['config', 'filter.lfs.clean', 'echo pointer']);
    await writeFiles(folder, { '.gitattributes': '*.txt filter=lfs\n', 'a.txt': 'the text itself\n' });
    expect((await readTree(folder))['a.txt']).toBe('100644 the text itself\n');
  });

  it('has links, modes, odd names and what was only promised to be added', async () => {
    const { folder, git } = await makeClone({ 'a.sh': '', 'b.sh': '', link: 'a file' });
    await chmod(join(folder, 'a.sh'), 0o755);
    await unlink(join(folder, 'link'));
    await symlink('/etc/passwd', join(folder, 'link'));
    await writeFiles(folder, { 'ä "q"\n\t-x': 'odd', 'later.txt': 'later' });
    await git(['add', '--intent-to-add', 'later.txt']);
    expect(await readTree(folder)).toEqual({
      'a.sh': '100755 ',
      'b.sh': '100644 ',
      'later.txt': '100644 later',
      link: '120000 /etc/passwd',
      'ä "q"\n\t-x': '100644 odd',
    });
  });

  it('has a file whose name is no text', async () => {
    const { folder } = await makeClone({});
    await writeFile(Buffer.concat([Buffer.from(`${folder}/odd-`), Buffer.from([0xff])]), 'odd');
    expect(await readTree(folder)).toEqual({ 'odd-\ufffd': '100644 odd' });
  });

  it('refuses a folder that git could not look into, and a file that it could not read', async () => {
    const { folder } = await makeClone({ 'a.txt': 'a' });
    const refused = "could not open directory 'rows/': Permission denied";
    await withGit(`case "$*" in *ls-files*) echo "warning: ${refused}" >&2;; esac`, async () => {
      await expect(hashTree(folder)).rejects.toThrow('The folder rows/ cannot be read. Make it readable, or');
    });
    const unread = `echo 'error: open("a.txt"): Permission denied' >&2; exit 128`;
    await withGit(`case "$*" in *update-index*) ${unread};; esac`, async () => {
      await expect(hashTree(folder)).rejects.toThrow('open("a.txt"): Permission denied');
    });
  });

  it('is without a file that went while it was read', async () => {
    const { folder } = await makeClone({ 'a.txt': 'a', 'b.txt': 'b' });
    await withGit(`case "$*" in *update-index*) rm '${folder}/b.txt';; esac`, async () => {
      expect(await readTree(folder)).toEqual({ 'a.txt': '100644 a' });
    });
  });

  it('keeps the modes of a clone that knows none', async () => {
    const { folder } = await makeClone({ 'a.sh': 'a' }, ['core.fileMode=false']);
    await chmod(join(folder, 'a.sh'), 0o755);
    expect(await readTree(folder)).toEqual({ 'a.sh': '100644 a' });
  });

  it('has a folder in place of a file, and a file in place of a folder', async () => {
    const { folder, git } = await makeClone({ 'a/b.txt': 'b', c: 'c' });
    await rm(join(folder, 'a'), { recursive: true });
    await rm(join(folder, 'c'));
    await writeFiles(folder, { a: 'a', 'c/d.txt': 'd' });
    expect(await readTree(folder)).toEqual({ a: '100644 a', 'c/d.txt': '100644 d' });
    expect(await hashTree(folder)).toBe(await commitAll(git));
  });

  it('leaves out what the user ignores, in the clone and everywhere', async () => {
    const { folder, git } = await makeClone({ 'a.txt': 'a', '.gitignore': 'one\n' });
    await writeFiles(folder, { one: '', two: '', three: '', four: '', '.git/info/exclude': 'two\n' });
    await writeFiles(folder, { '.git/own': 'three\n' });
    await git(['config', 'core.excludesFile', join(folder, '.git/own')]);
    expect(Object.keys(await readTree(folder))).toEqual(['.gitignore', 'a.txt', 'four']);
  });

  it('has what a sparse checkout left out, also of a partial clone, and an edit of it', async () => {
    const { folder, git } = await makeClone({ 'in/a.txt': 'a', 'out/b.txt': 'b', 'out/c.txt': 'c' });
    await git(['sparse-checkout', 'set', 'in']);
    const committed = String(await git(['rev-parse', 'HEAD^{tree}'])).trim();
    const missing = String(await git(['rev-parse', 'HEAD:out/c.txt'])).trim();
    await rm(join(folder, '.git/objects', missing.slice(0, 2), missing.slice(2)), { force: true });
    expect(await hashTree(folder)).toBe(committed);
    await writeFiles(folder, { 'out/b.txt': 'edited' });
    const local = await openLocalGit(folder);
    const { entries } = await local.readWorkingTree();
    const hash = entries.get('out/b.txt')?.hash ?? '';
    expect(String((await local.readBlobs([hash])).get(hash))).toBe('edited');
    expect(entries.get('out/c.txt')?.hash).toBe(missing);
    await local.close();
  });

  it('has a submodule, and a repository that lies in it, as what they are', async () => {
    const { folder, git } = await makeClone({ 'a.txt': 'a' });
    for (const name of ['known', 'found', 'empty']) {
      await mkdir(join(folder, name));
      await testGit(join(folder, name))(['init', '--quiet', '--initial-branch=main']);
    }
    await rm(join(folder, 'empty'), { recursive: true });
    for (const name of ['known', 'found']) {
      await testGit(join(folder, name))(['commit', '--quiet', '--allow-empty', '-m', name]);
    }
    await git(['add', 'known']);
    const tree = await readTree(folder);
    expect(Object.keys(tree)).toEqual(['a.txt', 'found', 'known']);
    for (const name of ['known', 'found']) {
      expect(tree[name]).toBe(`160000 ${String(await testGit(join(folder, name))(['rev-parse', 'HEAD'])).trim()}`);
    }
  });

  it('has the file with the markers of a merge that did not end', async () => {
    const { folder, git } = await makeClone({ 'a.txt': 'a\n' });
    await git(['checkout', '--quiet', '-b', 'other']);
    await writeFiles(folder, { 'a.txt': 'b\n' });
    await git(['commit', '--quiet', '-am', 'b']);
    await git(['checkout', '--quiet', 'main']);
    await writeFiles(folder, { 'a.txt': 'c\n' });
    await git(['commit', '--quiet', '-am', 'c']);
    await git(['merge', 'other']).catch(() => {});
    expect((await readTree(folder))['a.txt']).toContain('<<<<<<<');
  });

  it.each([
    ['a split index', ['update-index', '--split-index']],
    ['an index that knows untracked files', ['update-index', '--untracked-cache']],
    ['a new form of the index', ['update-index', '--index-version', '4']],
  ])('is read through %s', async (_name, change) => {
    const { folder, git } = await makeClone({ 'a.txt': 'a', 'b.txt': 'b' });
    await git(change);
    await git(['status']);
    await writeFiles(folder, { 'b.txt': 'edited', 'c.txt': 'c' });
    expect(await readTree(folder)).toEqual({ 'a.txt': '100644 a', 'b.txt': '100644 edited', 'c.txt': '100644 c' });
  });

  it('sees an edit of equal size in the second in which the index was written', async () => {
    const { folder, git } = await makeClone({ 'a.txt': 'aaaa' }, ['core.trustctime=false']);
    const then = new Date(Date.now() - 60_000);
    await utimes(join(folder, 'a.txt'), then, then);
    await git(['update-index', '--refresh']);
    await utimes(join(folder, '.git/index'), then, then);
    await writeFiles(folder, { 'a.txt': 'bbbb' });
    await utimes(join(folder, 'a.txt'), then, then);
    expect(await readTree(folder)).toEqual({ 'a.txt': '100644 bbbb' });
  });

  it('reads again nothing that the index knows to be unchanged', async () => {
    const { folder, git } = await makeClone({ 'a.txt': 'a', 'b.txt': 'b' }, ['core.trustctime=false']);
    const old = new Date(Date.now() - 60_000);
    await utimes(join(folder, 'a.txt'), old, old);
    await git(['update-index', '--refresh']);
    // By size and times this is the text that the index knows.
    await writeFiles(folder, { 'a.txt': 'x', 'b.txt': 'y' });
    await utimes(join(folder, 'a.txt'), old, old);
    expect(await readTree(folder)).toEqual({ 'a.txt': '100644 a', 'b.txt': '100644 y' });
  });
});

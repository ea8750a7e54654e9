import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type LocalGit, openLocalGit } from '../../../src/adapters/git/local-git.ts';
import { testGit } from '../../helpers/fake-github/git.ts';

const folders: string[] = [];
const opened: LocalGit[] = [];

afterEach(async () => {
  for (const local of opened.splice(0)) await local.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function makeFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'local git: "test" ')));
  folders.push(folder);
  return folder;
}

/** A clone with one commit on `main`, or on another branch, or none. */
async function makeClone(branch = 'main', isEmpty = false) {
  const folder = await makeFolder();
  const git = testGit(folder);
  await git(['init', '--quiet', `--initial-branch=${branch}`]);
  if (!isEmpty) {
    await writeFile(join(folder, 'a.txt'), 'a\n');
    await writeFile(join(folder, '.gitignore'), 'ignored.txt\n');
    await git(['add', '.']);
    await git(['commit', '--quiet', '-m', 'first']);
  }
  return { folder, git };
}

async function open(folder: string): Promise<LocalGit> {
  const local = await openLocalGit(folder);
  opened.push(local);
  return local;
}

async function textsOf(local: LocalGit, tree: Awaited<ReturnType<LocalGit['readTree']>>) {
  const entries = [...tree.entries.values()].filter(({ mode }) => mode !== '160000');
  const blobs = await local.readBlobs(entries.map(({ hash }) => hash));
  return Object.fromEntries(
    entries.map(({ path, mode, hash }) => [path, `${mode} ${Buffer.from(blobs.get(hash) ?? [])}`]),
  );
}

/** Every file below .git with its content. */
async function listGitFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, '.git'), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.sort().map(async (path) => `${path} ${await readFile(path, 'base64')}`));
}

describe('reading a commit', () => {
  it('lists modes and reads blobs, from a folder below the top', async () => {
    const { folder, git } = await makeClone();
    await mkdir(join(folder, 'deep'));
    await symlink('/etc/passwd', join(folder, 'deep/link'));
    await writeFile(join(folder, 'deep/ä b\n.sh'), '');
    await chmod(join(folder, 'deep/ä b\n.sh'), 0o755);
    await git(['add', '.']);
    await git(['update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},vendor`]);
    await git(['commit', '--quiet', '-m', 'second']);
    const local = await open(join(folder, 'deep'));
    const commit = await local.resolveRef('HEAD');
    const tree = await local.readTree(commit);
    expect(local.topLevel).toBe(folder);
    expect(tree.commit).toBe(commit);
    expect(tree.entries.get('vendor')?.mode).toBe('160000');
    expect(await textsOf(local, tree)).toEqual({
      '.gitignore': '100644 ignored.txt\n',
      'a.txt': '100644 a\n',
      'deep/link': '120000 /etc/passwd',
      'deep/ä b\n.sh': '100755 ',
    });
  });

  it('says so for an object that is not in the clone', async () => {
    const local = await open((await makeClone()).folder);
    await expect(local.readBlobs(['b'.repeat(40)])).rejects.toThrow('is not in this clone. Fetch the whole history');
  });
});

describe('readWorkingTree', () => {
  it('sees changed and untracked files but no ignored ones, and leaves no trace', async () => {
    const { folder, git } = await makeClone();
    await writeFile(join(folder, 'staged.txt'), 'staged\n');
    await git(['add', 'staged.txt']);
    await writeFile(join(folder, 'a.txt'), 'changed\n');
    await writeFile(join(folder, 'new.txt'), 'new\n');
    await writeFile(join(folder, 'ignored.txt'), 'ignored\n');
    const before = await listGitFolder(folder);
    const local = await open(folder);
    expect(await textsOf(local, await local.readWorkingTree())).toEqual({
      '.gitignore': '100644 ignored.txt\n',
      'a.txt': '100644 changed\n',
      'new.txt': '100644 new\n',
      'staged.txt': '100644 staged\n',
    });
    expect(await textsOf(local, await local.readTree(await local.resolveRef('HEAD')))).toMatchObject({
      'a.txt': '100644 a\n',
    });
    await local.close();
    expect(await listGitFolder(folder)).toEqual(before);
  });

  it('forgets a removed file, and works before the first commit', async () => {
    const { folder, git } = await makeClone();
    await rm(join(folder, 'a.txt'));
    const local = await open(folder);
    expect([...(await local.readWorkingTree()).entries.keys()]).toEqual(['.gitignore']);
    await git(['status']);
    const empty = await makeClone('main', true);
    await writeFile(join(empty.folder, 'x.txt'), 'x');
    expect([...(await (await open(empty.folder)).readWorkingTree()).entries.keys()]).toEqual(['x.txt']);
  });

  it('runs no hook and no program that the repository names', async () => {
    const { folder, git } = await makeClone();
    const program = join(folder, '.git/hooks/post-index-change');
    await writeFile(program, `#!/bin/sh\ntouch "${folder}/ran"\n`);
    await chmod(program, 0o755);
    await git(['config', 'core.fsmonitor', program]);
    const local = await open(folder);
    const tree = await local.readWorkingTree();
    expect([...tree.entries.keys()]).toEqual(['.gitignore', 'a.txt']);
    expect([...(await local.readWorkingTree()).entries.keys()]).not.toContain('ran');
  });
});

describe('refs', () => {
  it.each(['main', 'master'])('take %s as the base by default', async (base) => {
    const { folder, git } = await makeClone(base);
    await git(['checkout', '--quiet', '-b', 'feature']);
    await git(['commit', '--quiet', '--allow-empty', '-m', 'second']);
    const local = await open(folder);
    const { tip, note } = await local.readSides(null, null);
    expect(tip.commit).toBe(await local.resolveRef(base));
    expect(note).toBe(`Comparing the working tree with ${base} (${tip.commit.slice(0, 12)}).`);
  });

  it("prefers the remote's default branch", async () => {
    const origin = await makeClone('trunk');
    const folder = await makeFolder();
    await testGit(folder)(['clone', '--quiet', origin.folder, '.']);
    await testGit(folder)(['checkout', '--quiet', '-b', 'main']);
    await testGit(folder)(['commit', '--quiet', '--allow-empty', '-m', 'second']);
    const local = await open(folder);
    expect((await local.readSides(null, null)).tip.commit).toBe(await local.resolveRef('origin/trunk'));
  });

  it.each([
    ['a name that is not there', 'nowhere', '`nowhere` names no commit'],
    ['an option', '--all', '`--all` names no commit'],
    ['nothing', '', 'names no commit'],
    ['a tree', 'HEAD^{tree}', 'names no commit'],
  ])('refuses %s as a ref', async (_name, ref, expected) => {
    await expect((await open((await makeClone()).folder)).resolveRef(ref)).rejects.toThrow(expected);
  });

  it('says what to do without a base, without a commit, without a common ancestor', async () => {
    const odd = await open((await makeClone('odd')).folder);
    await expect(odd.readSides(null, null)).rejects.toThrow(
      'no `origin/HEAD`, no `main` and no `master` to compare with. Name the base: --base REF.',
    );
    const empty = await open((await makeClone('main', true)).folder);
    await expect(empty.readSides(null, null)).rejects.toThrow('no commit yet');
    const { folder, git } = await makeClone();
    await git(['checkout', '--quiet', '--orphan', 'other']);
    await git(['commit', '--quiet', '-m', 'other']);
    await expect((await open(folder)).readSides(null, null)).rejects.toThrow(
      'main and the working tree have no common ancestor in this clone. Name a base',
    );
  });

  it('tells a shallow clone', async () => {
    const { folder, git } = await makeClone();
    const first = String(await git(['rev-parse', 'HEAD'])).trim();
    await git(['commit', '--quiet', '--allow-empty', '-m', 'second']);
    const shallow = await makeFolder();
    await testGit(shallow)(['clone', '--quiet', '--depth=1', `file://${folder}`, '.']);
    await expect((await open(shallow)).resolveRef(first)).rejects.toThrow(
      'This clone is shallow: run `git fetch --unshallow`',
    );
  });
});

describe('opening', () => {
  it('finds the parts of a clone from a folder that a link leads to, and those of a worktree', async () => {
    const { folder, git } = await makeClone();
    const home = await makeFolder();
    await mkdir(join(folder, 'deep/er'), { recursive: true });
    await symlink(join(folder, 'deep/er'), join(home, 'link'));
    await git(['worktree', 'add', '--quiet', '-b', 'other', join(home, 'tree')]);
    for (const [at, top, prefix] of [
      [join(home, 'link'), folder, 'deep/er/'],
      [join(home, 'tree'), join(home, 'tree'), ''],
    ] as const) {
      const local = await open(at);
      expect([local.topLevel, local.prefix, local.commonFolder]).toEqual([top, prefix, join(folder, '.git')]);
      expect([...(await local.readWorkingTree()).entries.keys()]).toEqual(['.gitignore', 'a.txt']);
    }
  });
});

describe('where there is nothing to open', () => {
  it('says so outside a repository, in a bare one, and without git', async () => {
    const folder = await makeFolder();
    await expect(openLocalGit(folder)).rejects.toThrow('not in a git repository. Run the command inside a clone.');
    await testGit(folder)(['init', '--bare', '--quiet']);
    await expect(openLocalGit(folder)).rejects.toThrow('bare repository');
    await expect(openLocalGit(join(folder, 'nowhere'))).rejects.toThrow('Install git, and check that');
  });

  it('ignores variables that would point git elsewhere', async () => {
    const { folder } = await makeClone();
    process.env.GIT_DIR = '/nowhere';
    try {
      expect((await open(folder)).topLevel).toBe(folder);
    } finally {
      delete process.env.GIT_DIR;
    }
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitText, type TestGit, testGit } from './git.ts';

/** What lies at a path: text, bytes, a link, a submodule, or null to remove it. */
export type FileSpec =
  | string
  | Uint8Array
  | { readonly symlink: string }
  | { readonly submodule: string }
  | { readonly executable: string }
  | null;
export type FileSpecs = Readonly<Record<string, FileSpec>>;

export interface BranchSpec {
  /** The branch it starts from, as it is at that moment; `main` by default. */
  readonly from?: string;
  readonly files: FileSpecs;
}

/** A real bare repository, with helpers that write commits into it by plumbing. */
export interface TestRepository {
  readonly dir: string;
  readonly git: TestGit;
  /** Commits changed files on a branch, creating it from `from` (an orphan if null); returns the SHA. */
  commit(branch: string, files: FileSpecs, options?: { message?: string; from?: string | null }): Promise<string>;
  /** The SHA of a branch, tag, ref or expression. */
  sha(ref: string): Promise<string>;
  /** Sets `refs/pull/N/head` to a branch and `refs/pull/N/merge` to the test merge with the base branch, as GitHub does. */
  openPull(number: number, head: string, base?: string): Promise<{ head: string; base: string; merge: string }>;
  /** Makes a merge group: `gh-readonly-queue/BASE/pr-N-BASESHA` with the merge of the pull request's head. */
  queuePull(number: number, base?: string): Promise<{ baseSha: string; headSha: string; headRef: string }>;
  /** The text of a file at a ref. */
  show(ref: string, path: string): Promise<string>;
  remove(): Promise<void>;
}

/** Makes a bare repository with `main` and other branches. */
export async function createRepository(spec: {
  readonly main: FileSpecs;
  readonly branches?: Readonly<Record<string, BranchSpec>>;
}): Promise<TestRepository> {
  const dir = await mkdtemp(join(tmpdir(), 'fake-github-repo-'));
  const git = testGit(dir);
  await git(['init', '--bare', '--quiet', '--initial-branch=main']);
  const repository = describeRepository(dir, git);
  await repository.commit('main', spec.main, { message: 'start', from: null });
  for (const [name, branch] of Object.entries(spec.branches ?? {})) {
    await repository.commit(name, branch.files, { from: branch.from ?? 'main' });
  }
  return repository;
}

function describeRepository(dir: string, git: TestGit): TestRepository {
  const sha = (ref: string) => gitText(git, ['rev-parse', '--verify', `${ref}^{commit}`]);
  const merge = async (base: string, head: string, message: string) => {
    const tree = await gitText(git, ['merge-tree', '--write-tree', base, head]);
    return gitText(git, ['commit-tree', tree, '-p', base, '-p', head, '-m', message]);
  };
  return {
    dir,
    git,
    sha,
    commit: async (branch, files, { message = 'change', from } = {}) => {
      const own = await sha(branch).catch(() => null);
      const parent = own ?? (from === null ? null : await sha(from ?? 'main'));
      const tree = await writeTree(git, parent, files);
      const parents = parent === null ? [] : ['-p', parent];
      const commit = await gitText(git, ['commit-tree', tree, ...parents, '-m', message]);
      await git(['update-ref', `refs/heads/${branch}`, commit]);
      return commit;
    },
    openPull: async (number, headBranch, baseBranch = 'main') => {
      const [head, base] = [await sha(headBranch), await sha(baseBranch)];
      const merged = await merge(base, head, `Merge ${head} into ${base}`);
      await git(['update-ref', `refs/pull/${number}/head`, head]);
      await git(['update-ref', `refs/pull/${number}/merge`, merged]);
      return { head, base, merge: merged };
    },
    queuePull: async (number, base = 'main') => {
      const baseSha = await sha(base);
      const headSha = await merge(baseSha, await sha(`refs/pull/${number}/head`), `Merge pull request #${number}`);
      const headRef = `refs/heads/gh-readonly-queue/${base}/pr-${number}-${baseSha}`;
      await git(['update-ref', headRef, headSha]);
      return { baseSha, headSha, headRef };
    },
    show: async (ref, path) => (await git(['show', `${ref}:${path}`])).toString('utf8'),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

let indexNumber = 0;

/** Writes the tree of a parent with some files changed. */
async function writeTree(git: TestGit, parent: string | null, files: FileSpecs): Promise<string> {
  indexNumber += 1;
  const env = { GIT_INDEX_FILE: `build-index-${process.pid}-${indexNumber}` };
  await git(parent === null ? ['read-tree', '--empty'] : ['read-tree', parent], { env });
  const store = (input: string | Uint8Array) =>
    gitText(git, ['hash-object', '-w', '--stdin'], { input: Buffer.from(input as Uint8Array) });
  let lines = '';
  for (const [path, spec] of Object.entries(files)) {
    if (spec === null) lines += `0 ${'0'.repeat(40)}\t${path}\0`;
    else if (typeof spec === 'string' || spec instanceof Uint8Array) lines += `100644 ${await store(spec)}\t${path}\0`;
    else if ('symlink' in spec) lines += `120000 ${await store(spec.symlink)}\t${path}\0`;
    else if ('executable' in spec) lines += `100755 ${await store(spec.executable)}\t${path}\0`;
    else lines += `160000 ${spec.submodule}\t${path}\0`;
  }
  await git(['update-index', '-z', '--index-info'], { env, input: lines });
  const tree = await gitText(git, ['write-tree', '--missing-ok'], { env });
  await rm(join(await gitText(git, ['rev-parse', '--absolute-git-dir']), env.GIT_INDEX_FILE), { force: true });
  return tree;
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitText, type TestGit, testGit } from './git.ts';
import { closeObjects, type Objects, openObjects } from './objects.ts';
import { editTree, type TreeItem } from './trees.ts';

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
  /** Merges a pull request into its base branch, as the button does; returns the commit that the base is at then. */
  mergePull(number: number, how?: 'merge' | 'squash', base?: string): Promise<string>;
  /** The text of a file at a ref. */
  show(ref: string, path: string): Promise<string>;
  remove(): Promise<void>;
}

/** Makes a bare repository with `main` and other branches. Its commits are of today, or of the moment `nowMs`. */
export async function createRepository(spec: {
  readonly main: FileSpecs;
  readonly branches?: Readonly<Record<string, BranchSpec>>;
  readonly nowMs?: number;
}): Promise<TestRepository> {
  const dir = await mkdtemp(join(tmpdir(), 'fake-github-repo-'));
  const git = testGit(dir);
  await git(['init', '--bare', '--quiet', '--initial-branch=main']);
  const repository = describeRepository(dir, git, spec.nowMs);
  await repository.commit('main', spec.main, { message: 'start', from: null });
  for (const [name, branch] of Object.entries(spec.branches ?? {})) {
    await repository.commit(name, branch.files, { from: branch.from ?? 'main' });
  }
  return repository;
}

function describeRepository(dir: string, git: TestGit, nowMs?: number): TestRepository {
  const objects = openObjects(dir);
  const sha = async (ref: string) => {
    const found = await objects.find(`${ref}^{commit}`);
    if (found === null) throw new Error(`${ref} names no commit`);
    return found;
  };
  const merge = async (base: string, head: string, message: string) => {
    const tree = await gitText(git, ['merge-tree', '--write-tree', base, head]);
    return writeCommit(objects, { tree, parents: [base, head], message, nowMs });
  };
  return {
    dir,
    git,
    sha,
    commit: async (branch, files, { message = 'change', from } = {}) => {
      const own = await objects.find(`${branch}^{commit}`);
      const parent = own ?? (from === null ? null : await sha(from ?? 'main'));
      const tree = await writeTree(objects, parent, files);
      const commit = await writeCommit(objects, { tree, parents: parent === null ? [] : [parent], message, nowMs });
      await setRef(dir, `refs/heads/${branch}`, commit);
      return commit;
    },
    openPull: async (number, headBranch, baseBranch = 'main') => {
      const [head, base] = [await sha(headBranch), await sha(baseBranch)];
      const merged = await merge(base, head, `Merge ${head} into ${base}`);
      await setRef(dir, `refs/pull/${number}/head`, head);
      await setRef(dir, `refs/pull/${number}/merge`, merged);
      return { head, base, merge: merged };
    },
    queuePull: async (number, base = 'main') => {
      const baseSha = await sha(base);
      const headSha = await merge(baseSha, await sha(`refs/pull/${number}/head`), `Merge pull request #${number}`);
      const headRef = `refs/heads/gh-readonly-queue/${base}/pr-${number}-${baseSha}`;
      await setRef(dir, headRef, headSha);
      return { baseSha, headSha, headRef };
    },
    mergePull: async (number, how = 'merge', base = 'main') => {
      const [tip, head] = [await sha(base), await sha(`refs/pull/${number}/head`)];
      const merged = await merge(tip, head, `Merge pull request #${number}`);
      const tree = await gitText(git, ['rev-parse', `${merged}^{tree}`]);
      const commit =
        how === 'merge'
          ? merged
          : await writeCommit(objects, { tree, parents: [tip], message: `A change (#${number})` });
      await setRef(dir, `refs/heads/${base}`, commit);
      return commit;
    },
    show: async (ref, path) => {
      const found = await objects.read(`${ref}:${path}`);
      if (found === null) throw new Error(`${ref}:${path} is not there`);
      return found.bytes.toString('utf8');
    },
    remove: async () => {
      closeObjects(dir);
      await rm(dir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A ref as a loose file: nothing else moves the refs of a test's repository at that moment. */
async function setRef(dir: string, ref: string, commit: string): Promise<void> {
  const path = join(dir, ref);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${commit}\n`);
}

/** Writes a commit of today, or of the moment `nowMs`. */
export async function writeCommit(
  objects: Objects,
  {
    tree,
    parents,
    message,
    nowMs = Date.now(),
  }: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    readonly nowMs?: number | undefined;
  },
): Promise<string> {
  const person = `Ada <ada@example.com> ${Math.floor(nowMs / 1000)} +0000`;
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${person}`,
    `committer ${person}`,
  ];
  return objects.write('commit', `${lines.join('\n')}\n\n${message}${message.endsWith('\n') ? '' : '\n'}`);
}

/** Writes the tree of a parent with some files changed. */
async function writeTree(objects: Objects, parent: string | null, files: FileSpecs): Promise<string> {
  const changes = new Map<string, TreeItem | null>();
  for (const [path, spec] of Object.entries(files)) changes.set(path, await writeItem(objects, spec));
  return editTree(objects, parent === null ? null : await objects.find(`${parent}^{tree}`), changes);
}

async function writeItem(objects: Objects, spec: FileSpec): Promise<TreeItem | null> {
  if (spec === null) return null;
  if (typeof spec === 'string' || spec instanceof Uint8Array)
    return { mode: '100644', id: await objects.write('blob', spec) };
  if ('symlink' in spec) return { mode: '120000', id: await objects.write('blob', spec.symlink) };
  if ('executable' in spec) return { mode: '100755', id: await objects.write('blob', spec.executable) };
  return { mode: '160000', id: spec.submodule };
}

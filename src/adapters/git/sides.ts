import type { Tree } from '../../ports.ts';
import { listTree } from './objects.ts';
import { type NamedCommit, readMergeBase } from './refs.ts';
import { explainResult, type Git, ownIdentity, requireLine } from './run-git.ts';

/** What an evaluation in a clone compares. */
export interface Sides {
  /** What the base is called. */
  readonly baseName: string;
  readonly base: Tree;
  readonly candidate: Tree;
  /** The tip of the base, which deciding files are read from. */
  readonly tip: Tree;
  /** What is compared with what, as a sentence. */
  readonly note: string;
}

/** What is to be merged: a commit, or a tree that would be one on top of `commit`. */
export interface Head extends NamedCommit {
  readonly tree: string | null;
}

/**
 * The sides that GitHub would show: the tip of the base, and the head merged into it. Where the two conflict, or git
 * cannot merge without files (before 2.38), the merge base and the head as it is. `git` must see objects alone: attributes
 * or settings of the clone would choose how files are merged. Throws a UserError for histories that do not meet.
 */
export async function readSides(git: Git, base: NamedCommit, head: Head): Promise<Sides> {
  const [start, tip] = await Promise.all([readMergeBase(git, base, head), listTree(git, base.commit, base.commit)]);
  const headTree = head.tree ?? head.commit;
  const [theirs, ours] = [`${base.name} (${base.commit.slice(0, 12)})`, head.name];
  const baseName = base.name;
  const read = (tree: string) => listTree(git, head.tree ?? head.commit, tree);
  if (start === base.commit) {
    return { baseName, base: tip, candidate: await read(headTree), tip, note: `Comparing ${ours} with ${theirs}.` };
  }
  const merged = await mergeTrees(git, base.commit, head);
  if (typeof merged !== 'string') {
    const note = `Comparing ${ours}, merged into ${theirs}, with that commit.`;
    return { baseName, base: tip, candidate: await read(merged.tree), tip, note };
  }
  const note = `${merged}: comparing ${ours} with the merge base ${start.slice(0, 12)}; settings come from ${theirs}.`;
  return { baseName, base: await listTree(git, start, start), candidate: await read(headTree), tip, note };
}

/** The tree of a merge, or why there is none. */
async function mergeTrees(git: Git, base: string, { name, commit, tree }: Head): Promise<{ tree: string } | string> {
  const head =
    tree === null
      ? commit
      : await requireLine(git, ['commit-tree', tree, '-p', commit, '-m', name], { env: ownIdentity });
  // With this many words a git that merges in another way says how it is used, and does nothing.
  const asked = ['merge-tree', '--write-tree', '--no-messages', base, head];
  const result = await git(asked);
  if (result.code === 0) return { tree: result.stdout.toString('utf8').trimEnd() };
  if (result.code === 1) return 'The two conflict';
  if (result.code === 129) return 'Git before 2.38 cannot merge without touching files';
  throw explainResult(asked, result);
}

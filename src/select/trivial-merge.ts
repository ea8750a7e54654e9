import type { Tree, TreeEntry } from '../ports.ts';

/** A merge commit's tree, those of its parents, and that of the commit where these parted. */
export interface MergedTrees {
  readonly base: Tree;
  readonly ours: Tree;
  readonly theirs: Tree;
  readonly merged: Tree;
}

/** True where every file of a merge is what one side made of it while the other left it alone: nothing was written by hand. A file that both sides changed differently is no such case, however it was merged. */
export function isTrivialMerge({ base, ours, theirs, merged }: MergedTrees): boolean {
  const paths = new Set([base, ours, theirs, merged].flatMap((tree) => [...tree.entries.keys()]));
  return [...paths].every((path) => {
    const [before, own, other, after] = [base, ours, theirs, merged].map((tree) => identify(tree.entries.get(path)));
    const expected = own === other || other === before ? own : own === before ? other : null;
    return expected !== null && after === expected;
  });
}

function identify(entry: TreeEntry | undefined): string {
  return entry === undefined ? 'absent' : `${entry.mode} ${entry.hash}`;
}

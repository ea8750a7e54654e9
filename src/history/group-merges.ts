/** A pull request that became part of main. */
export interface MergedPull {
  readonly number: number;
  readonly title: string;
  /** The head that was merged. */
  readonly headSha: string;
}

/** What one merge, or one push without any, made of main. */
export interface MergedChange {
  /** The commit that main was at then. */
  readonly commit: string;
  /** The commit that main was at before; null where there was none. */
  readonly base: string | null;
  /** The commit's own date, ISO 8601. */
  readonly date: string;
  /** Null for what was pushed without a pull request. */
  readonly pull: MergedPull | null;
}

/** A commit of main, the first parent that it stands on, and the merged pull requests that it is said to have come with. */
export interface MainCommit {
  readonly sha: string;
  readonly parent: string | null;
  readonly date: string;
  readonly pulls: readonly (MergedPull & { readonly mergeCommit: string | null })[];
}

/**
 * The changes of a push, the oldest first, from its commits, the newest first. A pull request is named where GitHub says
 * that this commit is its merge; what a rebase put below it belongs to it. Messages of commits are nobody's word.
 */
export function groupMerges(commits: readonly MainCommit[]): readonly MergedChange[] {
  const groups: { pull: MergedPull | null; newest: MainCommit; oldest: MainCommit }[] = [];
  for (const commit of commits) {
    const last = groups.at(-1);
    const own = commit.pulls.find(({ mergeCommit }) => mergeCommit === commit.sha) ?? null;
    const isBelow = own === null && last !== undefined && belongsTo(commit, last.pull);
    if (isBelow) last.oldest = commit;
    else groups.push({ pull: own, newest: commit, oldest: commit });
  }
  return groups.reverse().map(({ pull, newest, oldest }) => ({
    commit: newest.sha,
    base: oldest.parent,
    date: new Date(newest.date).toISOString(),
    pull: pull && { number: pull.number, title: pull.title, headSha: pull.headSha },
  }));
}

/** Commits without a merge of their own go with the one above, where both are of one pull request or both of none. */
function belongsTo({ pulls }: MainCommit, pull: MergedPull | null): boolean {
  return pull === null ? pulls.length === 0 : pulls.some(({ number }) => number === pull.number);
}

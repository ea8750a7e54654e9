import type { GithubClient } from './client.ts';
import { readCommitFacts } from './commits.ts';

/** A merged pull request as a commit's own list has it. */
export interface CommitPull {
  readonly number: number;
  readonly title: string;
  readonly headSha: string;
}

/** A commit of a branch, and the merged pull requests into this branch that GitHub says it came with. */
export interface PushedCommit {
  readonly sha: string;
  /** What it stands on; null for the first commit of all. */
  readonly parent: string | null;
  /** ISO 8601. */
  readonly date: string;
  readonly pulls: readonly (CommitPull & { readonly mergeCommit: string | null })[];
}

/** So many commits of one push are looked at: a merge queue merges fewer at once. */
const maxCommits = 50;

/**
 * The commits that a push put on a branch, the newest first, by first parents; of a branch that is new, its tip alone.
 * `isWhole` is false where there are more than 50, or the branch was moved by force.
 */
export async function listPushedCommits(
  client: GithubClient,
  { tip, before, branch }: { readonly tip: string; readonly before: string | null; readonly branch: string },
): Promise<{ readonly commits: readonly PushedCommit[]; readonly isWhole: boolean }> {
  const commits: PushedCommit[] = [];
  let sha: string | null = tip;
  while (sha !== null && sha !== before && commits.length < maxCommits) {
    const { parents, date } = await readCommitFacts(client, sha);
    const [parent = null] = parents;
    commits.push({ sha, parent, date, pulls: await listMergedPulls(client, sha, branch) });
    sha = before === null ? null : parent;
  }
  return { commits, isWhole: before === null || sha === before };
}

async function listMergedPulls(client: GithubClient, commit: string, branch: string): Promise<PushedCommit['pulls']> {
  const { owner, repo } = client;
  const thing = `the pull requests of commit ${commit}`;
  const purpose = { action: `list ${thing}`, permission: 'pull-requests: read', thing };
  const { data } = await client.attempt(purpose, ({ rest }) =>
    rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: commit, per_page: 100 }),
  );
  return data
    .filter(({ merged_at: mergedAt, base }) => mergedAt !== null && base.ref === branch)
    .map(({ number, title, head, merge_commit_sha: mergeCommit }) => {
      return { number, title, headSha: head.sha, mergeCommit };
    });
}

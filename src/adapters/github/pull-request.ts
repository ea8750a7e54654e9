import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';

/** One pull request as it stands now. */
export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly isDraft: boolean;
  readonly author: string | null;
  readonly baseRef: string;
  readonly baseSha: string;
  readonly headRef: string;
  readonly headSha: string;
  /** `owner/name` of the head's repository; null where the fork was deleted. */
  readonly headRepository: string | null;
  readonly isFork: boolean;
  /** As they are now; an event's payload may be old, a re-run's always is. */
  readonly labels: readonly string[];
}

/** Reads a pull request; throws a GithubError where it does not exist or may not be seen. */
export async function readPullRequest(client: GithubClient, number: number): Promise<PullRequest> {
  return describePull(await readPull(client, number));
}

/** GitHub's test merge of a pull request, and whether it merges cleanly: null while GitHub is still at it, which asking sets off. */
export async function readMergeability(
  client: GithubClient,
  number: number,
): Promise<{ readonly commit: string | null; readonly isMergeable: boolean | null }> {
  const { merge_commit_sha: commit, mergeable } = await readPull(client, number);
  return { commit, isMergeable: mergeable };
}

async function readPull(client: GithubClient, number: number) {
  const { owner, repo } = client;
  const thing = `pull request #${number}`;
  const purpose = { action: `read ${thing}`, permission: 'pull-requests: read', thing };
  const { data } = await client.attempt(purpose, ({ rest }) => rest.pulls.get({ owner, repo, pull_number: number }));
  return data;
}

/** All open pull requests with this head. GitHub's list by commit leaves some out where the commit is on the default branch. */
export async function listPullsOfHead(client: GithubClient, sha: string): Promise<readonly PullRequest[]> {
  const { owner, repo } = client;
  const purpose = { action: 'list the open pull requests', permission: 'pull-requests: read', thing: 'repository' };
  const pulls = await client.attempt(purpose, (octokit) =>
    octokit.paginate(octokit.rest.pulls.list, { owner, repo, state: 'open', per_page: 100 }),
  );
  return pulls.filter(({ head }) => head.sha === sha).map(describePull);
}

type Described = RestEndpointMethodTypes['pulls']['list']['response']['data'][number];

function describePull(
  data: Pick<Described, 'number' | 'draft' | 'user' | 'head' | 'base'> & {
    readonly state: string;
    readonly labels: readonly { readonly name: string }[];
  },
): PullRequest {
  // A deleted fork or account reads as null, although GitHub's description says otherwise.
  const headRepository = (data.head.repo as { full_name: string } | null)?.full_name ?? null;
  return {
    number: data.number,
    state: data.state === 'open' ? 'open' : 'closed',
    isDraft: data.draft === true,
    author: (data.user as { login: string } | null)?.login ?? null,
    baseRef: data.base.ref,
    baseSha: data.base.sha,
    headRef: data.head.ref,
    headSha: data.head.sha,
    headRepository,
    isFork: headRepository !== data.base.repo.full_name,
    labels: data.labels.map(({ name }) => name),
  };
}

/** True if a user may write to the repository: admin, maintain, write, or a custom role built on them. An unknown user may not. */
export async function hasWritePermission(client: GithubClient, username: string): Promise<boolean> {
  const { owner, repo } = client;
  const purpose = {
    action: `read the permission of @${username}`,
    permission: 'contents: read',
    thing: `@${username}`,
  };
  try {
    const { data } = await client.attempt(purpose, ({ rest }) =>
      rest.repos.getCollaboratorPermissionLevel({ owner, repo, username }),
    );
    // GitHub folds maintain into write and triage into read here.
    return data.permission === 'admin' || data.permission === 'write';
  } catch (error) {
    if (error instanceof GithubError && error.status === 404) return false;
    throw error;
  }
}

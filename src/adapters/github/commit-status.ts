import { ReportedError } from '../../errors.ts';
import type { GithubClient } from './client.ts';

const maxDescriptionLength = 140;

/** A commit status to set, on a pull request's head and never on the test merge. */
export interface StatusRequest {
  readonly sha: string;
  readonly state: 'pending' | 'success' | 'failure' | 'error';
  readonly context: string;
  /** Cut at 140 characters, the most that GitHub takes. */
  readonly description: string;
  readonly targetUrl: string | null;
}

/** A status as it was set; anyone with write access can set one, so `creator` matters. */
export interface CommitStatus {
  readonly state: string;
  readonly description: string;
  readonly targetUrl: string | null;
  readonly creator: string | null;
}

/** Sets a status; a refusal is a value with its sentence, since publishing never changes the verdict. */
export async function setStatus(
  client: GithubClient,
  { sha, state, context, description, targetUrl }: StatusRequest,
): Promise<
  { readonly status: 'set'; readonly creator: string | null } | { readonly status: 'refused'; readonly reason: string }
> {
  const { owner, repo } = client;
  const purpose = { action: `set the status of ${sha}`, permission: 'statuses: write', thing: `commit ${sha}` };
  const target = targetUrl === null ? {} : { target_url: targetUrl };
  try {
    const { data } = await client.attempt(purpose, ({ rest }) =>
      rest.repos.createCommitStatus({ owner, repo, sha, state, context, description: shorten(description), ...target }),
    );
    return { status: 'set', creator: data.creator?.login ?? null };
  } catch (error) {
    if (error instanceof ReportedError) return { status: 'refused', reason: error.message };
    throw error;
  }
}

/** The statuses of one context on a commit, newest first. */
export async function readStatuses(
  client: GithubClient,
  sha: string,
  context: string,
): Promise<readonly CommitStatus[]> {
  const { owner, repo } = client;
  const purpose = { action: `read the statuses of ${sha}`, permission: 'statuses: read', thing: `commit ${sha}` };
  const statuses = await client.attempt(purpose, (octokit) =>
    octokit.paginate(octokit.rest.repos.listCommitStatusesForRef, { owner, repo, ref: sha, per_page: 100 }),
  );
  return statuses
    .filter((status) => status.context === context)
    .map((status) => ({
      state: status.state,
      description: status.description ?? '',
      targetUrl: status.target_url,
      creator: status.creator?.login ?? null,
    }));
}

function shorten(description: string): string {
  const characters = [...description];
  return characters.length <= maxDescriptionLength
    ? description
    : `${characters.slice(0, maxDescriptionLength - 1).join('')}…`;
}

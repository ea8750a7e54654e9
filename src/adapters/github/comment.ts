import { ReportedError } from '../../errors.ts';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import { readPullRequest } from './pull-request.ts';

const maxCreateTries = 3;

/** A comment of ours as it stands on GitHub, marker included. */
export interface StickyComment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
}

/** What came of publishing; never a throw, since publishing never changes the verdict. `reason` is a sentence for the job summary. */
export type Published =
  | { readonly status: 'created' | 'updated'; readonly comment: StickyComment }
  | { readonly status: 'absent' }
  | { readonly status: 'stale'; readonly reason: string }
  | { readonly status: 'refused'; readonly reason: string };

/** What to publish. With `create: false` an existing comment is updated and a missing one stays missing. */
export interface CommentRequest {
  readonly number: number;
  /** The hidden first line by which the comment is found again; it tells several comments apart. */
  readonly marker: string;
  /** The head that was judged; a comment about an older head never replaces a newer one. */
  readonly headSha: string;
  /** Starts with the marker. */
  readonly body: string;
  readonly create: boolean;
}

/**
 * Finds the comment with this marker, the oldest if there are several, or null. Only a body that starts with the marker counts, and only
 * one written by a bot, an App, or the token's own user: anybody may write a comment that contains the marker.
 */
export async function findComment(client: GithubClient, number: number, marker: string): Promise<StickyComment | null> {
  const { owner, repo } = client;
  const thing = `pull request #${number}`;
  const purpose = { action: `read the comments of ${thing}`, permission: 'pull-requests: read', thing };
  const comments = await client.attempt(purpose, (octokit) =>
    octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: number, per_page: 100 }),
  );
  const marked = comments.filter((comment) => comment.body?.startsWith(marker));
  const byBot = marked.find(({ user, performed_via_github_app: app }) => user?.type === 'Bot' || Boolean(app));
  const found = byBot ?? (marked.length === 0 ? undefined : await findOwn(client, marked));
  return found === undefined ? null : { id: found.id, body: found.body ?? '', url: found.html_url };
}

/** The repository's newest comments on any issue or pull request that a bot or App wrote, the last changed first, at most a hundred. */
export async function listRecentComments(
  client: GithubClient,
): Promise<readonly { readonly number: number; readonly body: string }[]> {
  const { owner, repo } = client;
  const purpose = { action: 'read recent comments', permission: 'pull-requests: read', thing: `${owner}/${repo}` };
  const { data } = await client.attempt(purpose, ({ rest }) =>
    rest.issues.listCommentsForRepo({ owner, repo, sort: 'updated', direction: 'desc', per_page: 100 }),
  );
  return data
    .filter(({ user, performed_via_github_app: app }) => user?.type === 'Bot' || Boolean(app))
    .map(({ issue_url: url, body }) => ({ number: Number(url.split('/').at(-1)), body: body ?? '' }));
}

/** With a personal token our comments are a user's. GITHUB_TOKEN may not ask who it is (403), and needs not. */
async function findOwn<T extends { readonly user: { readonly login: string } | null }>(
  client: GithubClient,
  marked: readonly T[],
): Promise<T | undefined> {
  const purpose = { action: 'read its own name', permission: 'read:user', thing: 'user' };
  try {
    const { data } = await client.attempt(purpose, ({ rest }) => rest.users.getAuthenticated());
    return marked.find(({ user }) => user?.login === data.login);
  } catch (error) {
    if (error instanceof GithubError && error.status !== null && error.status < 500) return undefined;
    throw error;
  }
}

/** Updates the comment in place, or creates it; never a second one, even where GitHub answers 502 after applying. */
export async function upsertComment(client: GithubClient, request: CommentRequest): Promise<Published> {
  try {
    const pull = await readPullRequest(client, request.number);
    if (pull.headSha !== request.headSha) {
      const moved = `pull request #${request.number} has moved on from ${request.headSha} to ${pull.headSha}`;
      return { status: 'stale', reason: `The comment was left alone: ${moved}.` };
    }
    return await publish(client, request);
  } catch (error) {
    if (error instanceof ReportedError) return { status: 'refused', reason: error.message };
    throw error;
  }
}

async function publish(client: GithubClient, request: CommentRequest): Promise<Published> {
  const { body } = request;
  for (let tries = 1; ; tries += 1) {
    const found = await findComment(client, request.number, request.marker);
    if (found !== null) return { status: 'updated', comment: await updateComment(client, found, body, request.number) };
    if (!request.create) return { status: 'absent' };
    try {
      return { status: 'created', comment: await createComment(client, body, request.number) };
    } catch (error) {
      if (!(error instanceof GithubError && error.isAmbiguous) || tries >= maxCreateTries) throw error;
      // It may have been applied all the same: look again, when GitHub's lists have caught up, instead of posting blindly.
      await client.timing.sleep(2000 * tries);
    }
  }
}

async function updateComment(
  client: GithubClient,
  comment: StickyComment,
  body: string,
  number: number,
): Promise<StickyComment> {
  if (comment.body === body) return comment;
  const { owner, repo } = client;
  await client.attempt(writePurpose('update', number), ({ rest }) =>
    rest.issues.updateComment({ owner, repo, comment_id: comment.id, body }),
  );
  return { ...comment, body };
}

async function createComment(client: GithubClient, body: string, number: number): Promise<StickyComment> {
  const { owner, repo } = client;
  const { data } = await client.attempt(writePurpose('post', number), ({ rest }) =>
    rest.issues.createComment({ owner, repo, issue_number: number, body }),
  );
  return { id: data.id, body, url: data.html_url };
}

function writePurpose(verb: string, number: number) {
  const thing = `pull request #${number}`;
  return { action: `${verb} the comment on ${thing}`, permission: 'pull-requests: write', thing };
}

import { ReportedError } from '../../errors.ts';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import { readPullRequest } from './pull-request.ts';
import { isWrittenBy, type Self } from './self.ts';

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
  /** The body, which starts with the marker, given the one that stands there now; null where there is none. */
  readonly render: (existing: string | null) => string;
  readonly create: boolean;
}

/** The comments with a marker: ours, the oldest first, and who wrote the others. */
export interface MarkedComments {
  readonly own: readonly StickyComment[];
  readonly strangers: readonly string[];
}

/** Finds the comments whose body starts with this marker. Only what our own identity wrote is ours: anybody may write a comment that contains the marker. */
export async function findComments(
  client: GithubClient,
  self: Self,
  number: number,
  marker: string,
): Promise<MarkedComments> {
  const { owner, repo } = client;
  const thing = `pull request #${number}`;
  const purpose = { action: `read the comments of ${thing}`, permission: 'pull-requests: read', thing };
  const comments = await client.attempt(purpose, (octokit) =>
    octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: number, per_page: 100 }),
  );
  const marked = comments.filter((comment) => comment.body?.startsWith(marker));
  const login = marked.length === 0 ? '' : await self.login();
  const own = marked.filter((comment) => isWrittenBy(login, comment)).sort((a, b) => a.id - b.id);
  const others = marked.filter((comment) => !isWrittenBy(login, comment));
  return {
    own: own.map(({ id, body, html_url: url }) => ({ id, body: body ?? '', url })),
    strangers: [...new Set(others.map(({ user }) => user?.login ?? 'ghost'))],
  };
}

const maxRecent = 100;

/** Those of the repository's hundred newest comments, on any issue or pull request, that we wrote, the last changed first; `isWhole` where there are no others. */
export async function listRecentComments(
  client: GithubClient,
  self: Self,
): Promise<{
  readonly comments: readonly { readonly number: number; readonly body: string }[];
  readonly isWhole: boolean;
}> {
  const { owner, repo } = client;
  const purpose = { action: 'read recent comments', permission: 'pull-requests: read', thing: `${owner}/${repo}` };
  const { data } = await client.attempt(purpose, ({ rest }) =>
    rest.issues.listCommentsForRepo({ owner, repo, sort: 'updated', direction: 'desc', per_page: maxRecent }),
  );
  const login = await self.login();
  const comments = data
    .filter((comment) => isWrittenBy(login, comment))
    .map(({ issue_url: url, body }) => ({ number: Number(url.split('/').at(-1)), body: body ?? '' }));
  return { comments, isWhole: data.length < maxRecent };
}

/** Updates the comment in place, or creates it; never a second one, even where GitHub answers 502 after applying, or another run posts at the same moment. */
export async function upsertComment(client: GithubClient, self: Self, request: CommentRequest): Promise<Published> {
  try {
    const pull = await readPullRequest(client, request.number);
    if (pull.headSha !== request.headSha) {
      const [old, now] = [request.headSha, pull.headSha].map((sha) => sha.slice(0, 12));
      const moved = `pull request #${request.number} has moved on from ${old} to ${now}`;
      return { status: 'stale', reason: `The comment was left alone: ${moved}.` };
    }
    return await publish(client, self, request);
  } catch (error) {
    if (error instanceof ReportedError) return { status: 'refused', reason: error.message };
    throw error;
  }
}

async function publish(client: GithubClient, self: Self, request: CommentRequest): Promise<Published> {
  const { number, marker, render, create } = request;
  for (let tries = 1; ; tries += 1) {
    const { own } = await findComments(client, self, number, marker);
    if (own.length > 0) return { status: 'updated', comment: await updateOldest(client, own, request) };
    if (!create) return { status: 'absent' };
    try {
      const created = await createComment(client, self, render(null), number);
      // Another run may have found none at the same moment: the oldest stays, whoever posted it.
      const { own: all } = await findComments(client, self, number, marker);
      const isAlone = all.every(({ id }) => id === created.id);
      return { status: 'created', comment: isAlone ? created : await updateOldest(client, all, request) };
    } catch (error) {
      if (!(error instanceof GithubError && error.isAmbiguous) || tries >= maxCreateTries) throw error;
      // It may have been applied all the same: look again, when GitHub's lists have caught up, instead of posting blindly.
      await client.timing.sleep(2000 * tries);
    }
  }
}

/** Writes into the oldest and removes the others, which say what it says. */
async function updateOldest(
  client: GithubClient,
  own: readonly StickyComment[],
  { render, number }: CommentRequest,
): Promise<StickyComment> {
  const [oldest, ...others] = own;
  if (oldest === undefined) throw new Error('there is no comment to update');
  const updated = await updateComment(client, oldest, render(oldest.body), number);
  for (const other of others) await removeComment(client, other, number);
  return updated;
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

async function createComment(client: GithubClient, self: Self, body: string, number: number): Promise<StickyComment> {
  const { owner, repo } = client;
  const { data } = await client.attempt(writePurpose('post', number), ({ rest }) =>
    rest.issues.createComment({ owner, repo, issue_number: number, body }),
  );
  self.learn(data.user?.login ?? null);
  return { id: data.id, body, url: data.html_url };
}

/** Another run may have removed it first, and one that stays does no harm: the oldest is the one that is read. */
async function removeComment(client: GithubClient, comment: StickyComment, number: number): Promise<void> {
  const { owner, repo } = client;
  try {
    await client.attempt(writePurpose('remove', number), ({ rest }) =>
      rest.issues.deleteComment({ owner, repo, comment_id: comment.id }),
    );
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
  }
}

function writePurpose(verb: string, number: number) {
  const thing = `pull request #${number}`;
  return { action: `${verb} the comment on ${thing}`, permission: 'pull-requests: write', thing };
}

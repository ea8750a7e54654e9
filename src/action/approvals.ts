import type { GithubClient } from '../adapters/github/client.ts';
import { readStatuses, setStatus } from '../adapters/github/commit-status.ts';
import type { GithubEvent } from '../adapters/github/event.ts';
import { hasWritePermission } from '../adapters/github/pull-request.ts';
import type { Log } from '../ports.ts';

/** Something a person may do with a label, bound to one head commit and kept as a commit status. */
interface Grant {
  readonly label: string;
  readonly context: string;
  readonly verb: string;
}

const acceptGrant: Grant = { label: 'prompt-assay:accept', context: 'prompt-assay/accept', verb: 'accepted' };
const evaluateGrant: Grant = { label: 'prompt-assay:evaluate', context: 'prompt-assay/evaluate', verb: 'approved' };

/** What people granted on one head. */
export interface Approvals {
  readonly acceptedBy: string | null;
  /** Why no model call may be made; null where they may. */
  readonly blockedCalls: string | null;
}

/** Reads who accepted a red verdict and who let a fork be evaluated. Only the event's own payload says on which head a label was set, so that a grant is recorded then and ends with the next push. */
export async function readApprovals(
  client: GithubClient,
  event: GithubEvent,
  head: string,
  acceptOwn: boolean,
  log: Log,
): Promise<Approvals> {
  const { pullRequest } = event;
  if (pullRequest === null) return { acceptedBy: null, blockedCalls: null };
  const acceptedBy = await readGrant(client, event, head, acceptGrant, acceptOwn, log);
  if (!pullRequest.isFork) return { acceptedBy, blockedCalls: null };
  const approvedBy = await readGrant(client, event, head, evaluateGrant, false, log);
  const blockedCalls =
    approvedBy === null
      ? `This is a fork's pull request: someone with write permission has to set the label ${evaluateGrant.label} on ${head.slice(0, 12)} first.`
      : null;
  return { acceptedBy, blockedCalls };
}

async function readGrant(
  client: GithubClient,
  event: GithubEvent,
  head: string,
  grant: Grant,
  allowOwn: boolean,
  log: Log,
): Promise<string | null> {
  if (event.label === grant.label && event.pullRequest?.headSha === head && event.sender !== null) {
    if (event.action === 'unlabeled') return withdraw(client, head, grant, log);
    if (event.action === 'labeled') return give(client, event, event.sender, head, grant, allowOwn, log);
  }
  const [newest] = await readStatuses(client, head, grant.context);
  if (newest?.state !== 'success') return null;
  return new RegExp(`^${grant.verb} by @([\\w-]+(?:\\[bot\\])?)$`).exec(newest.description)?.[1] ?? null;
}

async function give(
  client: GithubClient,
  event: GithubEvent,
  sender: string,
  head: string,
  grant: Grant,
  allowOwn: boolean,
  log: Log,
): Promise<string | null> {
  if (!allowOwn && sender === event.pullRequest?.author) {
    log.warn(`The label ${grant.label} does not count: @${sender} is the author of this pull request.`);
    return null;
  }
  if (!(await hasWritePermission(client, sender))) {
    log.warn(`The label ${grant.label} does not count: @${sender} has no write permission.`);
    return null;
  }
  await record(client, head, grant, 'success', `${grant.verb} by @${sender}`, log);
  return sender;
}

async function withdraw(client: GithubClient, head: string, grant: Grant, log: Log): Promise<null> {
  await record(client, head, grant, 'error', 'withdrawn', log);
  return null;
}

async function record(
  client: GithubClient,
  sha: string,
  grant: Grant,
  state: 'success' | 'error',
  description: string,
  log: Log,
): Promise<void> {
  const result = await setStatus(client, { sha, state, context: grant.context, description, targetUrl: null });
  if (result.status === 'refused') log.warn(`The label ${grant.label} counts for this run only: ${result.reason}`);
}

import type { GithubClient } from '../adapters/github/client.ts';
import { type CommitStatus, readStatuses, setStatus } from '../adapters/github/commit-status.ts';
import type { GithubEvent } from '../adapters/github/event.ts';
import { hasWritePermission, readPullRequest } from '../adapters/github/pull-request.ts';
import type { Sides } from '../adapters/github/sides.ts';
import { ReportedError } from '../errors.ts';
import type { Log } from '../ports.ts';
import type { ActionInputs } from './inputs.ts';

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
  sides: Sides,
  { acceptOwn, headSha }: Pick<ActionInputs, 'acceptOwn' | 'headSha'>,
  log: Log,
): Promise<Approvals> {
  const { prNumber } = sides;
  if (prNumber === null) return { acceptedBy: null, blockedCalls: null };
  if (event.mergeGroup !== null) {
    // A queue merges what was accepted on the pull request's own head; its code is in the group already.
    const { headSha: accepted } = await readPullRequest(client, prNumber);
    return { acceptedBy: await readGrant(client, event, accepted, acceptGrant, acceptOwn, log), blockedCalls: null };
  }
  const { head } = sides;
  const acceptedBy = await readGrant(client, event, head, acceptGrant, acceptOwn, log);
  const isFork = event.pullRequest?.isFork ?? (await readPullRequest(client, prNumber)).isFork;
  // Who dispatches has write permission, and `head-sha` says which commit was looked at.
  if (!isFork || (event.pullRequest === null && headSha !== null)) return { acceptedBy, blockedCalls: null };
  const approvedBy = await readGrant(client, event, head, evaluateGrant, false, log);
  const blockedCalls =
    approvedBy === null
      ? `This is a fork's pull request: someone with write permission has to set the label ${evaluateGrant.label} on ${head.slice(0, 12)} first, or to name that commit as head-sha.`
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
  const newest = await readNewest(client, head, grant, log);
  if (newest?.state !== 'success') return null;
  return new RegExp(`^${grant.verb} by @([\\w-]+(?:\\[bot\\])?)$`).exec(newest.description)?.[1] ?? null;
}

/** A token that may not read statuses knows of no grant. */
async function readNewest(client: GithubClient, head: string, grant: Grant, log: Log): Promise<CommitStatus | null> {
  try {
    return (await readStatuses(client, head, grant.context))[0] ?? null;
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    log.info(`Nobody is known to have ${grant.verb} ${head.slice(0, 12)}: ${error.message}`);
    return null;
  }
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

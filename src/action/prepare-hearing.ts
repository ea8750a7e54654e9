import type { GithubClient } from '../adapters/github/client.ts';
import type { GithubEvent } from '../adapters/github/event.ts';
import { type PullRequest, readPullRequest } from '../adapters/github/pull-request.ts';
import type { RunCommits } from '../adapters/github/run-commits.ts';
import { UserError } from '../errors.ts';
import { type Audience, hearPeople, noWords, type Words } from './approvals.ts';
import type { Scene } from './mode.ts';
import { nameSignals } from './signals.ts';

/**
 * How people are heard, once: at once where their word, or an old run, is what the event is about, and else when a suite is
 * affected, since most pull requests touch none.
 */
export async function prepareHearing(
  { event, client, inputs, world: { repository }, runner: { log } }: Scene,
  { self, record, mayWrite }: Pick<Audience, 'self' | 'record' | 'mayWrite'>,
  sides: RunCommits,
): Promise<() => Promise<Words>> {
  const listen = async (): Promise<Words> => {
    if (sides.prNumber === null) return noWords;
    const pull = await readPullNow(client, sides, event);
    const place = { client, self, repository, event, inputs, names: nameSignals(inputs), log };
    return hearPeople({ ...place, record, pull, mayWrite });
  };
  let heard: Promise<Words> | null = null;
  const hear = () => {
    heard ??= listen();
    return heard;
  };
  if (!isPlainPush(event)) await hear();
  return hear;
}

/** New content at its first attempt: nothing can have overtaken it, and nobody's word came with it. */
function isPlainPush({ pullRequest, action, runAttempt }: GithubEvent): boolean {
  return pullRequest !== null && runAttempt === 1 && (action === 'opened' || action === 'synchronize');
}

/**
 * The pull request as it is now, at the head of this run. What an old run compared with another base branch says
 * nothing any more.
 */
async function readPullNow(client: GithubClient, sides: RunCommits, event: GithubEvent): Promise<PullRequest> {
  const now = await readPullRequest(client, sides.prNumber ?? 0);
  if (event.pullRequest !== null && now.baseRef !== event.pullRequest.baseRef) {
    throw UserError.of(
      `Pull request #${now.number} goes into \`${now.baseRef}\` by now; this run compares it with \`${event.pullRequest.baseRef}\`.`,
      'The run of its newest event decides.',
    );
  }
  // A queue merges what was accepted on the pull request's own head.
  if (event.mergeGroup !== null) return now;
  const { isFork = false, author = now.author } = event.pullRequest ?? {};
  return { ...now, headSha: sides.head, isFork: isFork || now.isFork, author };
}

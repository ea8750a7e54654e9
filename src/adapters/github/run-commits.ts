import { UserError } from '../../errors.ts';
import type { GithubClient } from './client.ts';
import { isOnBranch, readDefaultBranch, readMergeBase, readParents, readTip } from './commits.ts';
import { type GithubEvent, parseQueueRef } from './event.ts';
import { readPullRequest } from './pull-request.ts';
import { findTestMerge, type TestMerge } from './test-merge.ts';

/** The commits of one run, each read once at the start and fixed from then on. */
export interface RunCommits {
  /** What the candidate is compared with. */
  readonly base: string;
  /** What would be merged. */
  readonly candidate: string;
  /** The pull request's head, where a status belongs; the candidate itself where there is no pull request. */
  readonly head: string;
  /** Where deciding settings are read from: the first parent of the test merge, the group's base, elsewhere the base branch's tip. */
  readonly decidingBase: string;
  readonly defaultTip: string;
  readonly defaultBranch: string;
  /** The branch that the change would go into. */
  readonly baseBranch: string;
  /** The pull request this run speaks for; null on a merge group of several. */
  readonly prNumber: number | null;
  /** One sentence for the log that says which commits were chosen and why. */
  readonly note: string;
}

/** The inputs that may name a pull request; `headSha` is what its head must be. */
export interface SideInputs {
  readonly pr: number | null;
  readonly headSha: string | null;
}

/**
 * Resolves the two sides of a run. `base` equals `candidate` where there is nothing to compare (a push to the default branch, a
 * dispatch on it). Throws a UserError where the head is not `headSha`, or where a commit cannot be read.
 */
export async function resolveCommits(
  event: GithubEvent,
  client: GithubClient,
  inputs: SideInputs,
): Promise<RunCommits> {
  const defaultBranch = event.defaultBranch ?? (await readDefaultBranch(client));
  const defaultTip = await readTip(client, defaultBranch);
  const fixed = { defaultTip, defaultBranch };
  if (event.pullRequest === null && inputs.pr !== null) {
    const pull = await readPullRequest(client, inputs.pr);
    return compareHead(client, pull, inputs, fixed);
  }
  if (event.pullRequest !== null) return resolvePullRequest(event, event.pullRequest, client, inputs, fixed);
  if (inputs.headSha !== null) requireHead(event.mergeGroup?.headSha ?? event.sha, inputs.headSha);
  if (event.mergeGroup !== null) return resolveMergeGroup(event.mergeGroup, client, fixed);
  return resolveBranch(event, client, fixed);
}

type Fixed = Pick<RunCommits, 'defaultTip' | 'defaultBranch'>;
interface Pull {
  readonly number: number;
  readonly baseRef: string;
  readonly headSha: string;
}

async function resolvePullRequest(
  event: GithubEvent,
  pull: Pull,
  client: GithubClient,
  inputs: SideInputs,
  fixed: Fixed,
): Promise<RunCommits> {
  if (inputs.pr !== null && inputs.pr !== pull.number) {
    throw UserError.of(
      `The input \`pr\` is ${inputs.pr}, but this run belongs to pull request #${pull.number}.`,
      'Leave `pr` out on pull request events.',
    );
  }
  if (event.name !== 'pull_request') return compareHead(client, pull, inputs, fixed);
  if (inputs.headSha !== null) requireHead(pull.headSha, inputs.headSha);
  const [base, merged] = await readParents(client, event.sha);
  const isTestMerge = base !== undefined && merged === pull.headSha;
  if (!isTestMerge || (event.isRetargeted && !(await isOnBranch(client, base, pull.baseRef)))) {
    return compareHead(client, pull, inputs, fixed);
  }
  return describeTestMerge(pull, { commit: event.sha, base }, fixed);
}

/** What GitHub would merge now; where it conflicts, or GitHub made no such merge, the head as it is against where it parted. */
async function compareHead(client: GithubClient, pull: Pull, inputs: SideInputs, fixed: Fixed): Promise<RunCommits> {
  const { number, baseRef, headSha: head } = pull;
  if (inputs.headSha !== null) requireHead(head, inputs.headSha);
  const tip = baseRef === fixed.defaultBranch ? fixed.defaultTip : await readTip(client, baseRef);
  const merge = await findTestMerge(client, pull, tip);
  if (merge !== null) return describeTestMerge(pull, merge, fixed);
  const base = await readMergeBase(client, tip, head);
  const note = `Comparing the head ${head} of pull request #${number} with the merge base ${base}, since GitHub has no merge of the two: it conflicts, or is not made yet; settings come from ${tip}, the tip of \`${baseRef}\`.`;
  return { ...fixed, baseBranch: baseRef, base, decidingBase: tip, candidate: head, head, prNumber: number, note };
}

function describeTestMerge(
  { number, baseRef: baseBranch, headSha: head }: Pull,
  { commit, base }: TestMerge,
  fixed: Fixed,
): RunCommits {
  const note = `Comparing the test merge ${commit} of pull request #${number} (head ${head}) with its first parent ${base}.`;
  return { ...fixed, baseBranch, base, decidingBase: base, candidate: commit, head, prNumber: number, note };
}

async function resolveMergeGroup(
  group: NonNullable<GithubEvent['mergeGroup']>,
  client: GithubClient,
  fixed: Fixed,
): Promise<RunCommits> {
  const { baseSha: base, headSha: head, headRef } = group;
  // Only a group of one pull request puts its commit straight on the base; a recorded verdict of one says nothing of several.
  const [parent] = await readParents(client, head);
  const queue = parseQueueRef(headRef);
  const prNumber = parent === base ? (queue?.number ?? null) : null;
  const note = `Comparing the merge group ${head} with its base ${base}.`;
  const baseBranch = queue?.branch ?? fixed.defaultBranch;
  return { ...fixed, baseBranch, base, decidingBase: base, candidate: head, head, prNumber, note };
}

async function resolveBranch(event: GithubEvent, client: GithubClient, fixed: Fixed): Promise<RunCommits> {
  const { sha, ref } = event;
  const isDeletion = /^0+$/.test(sha);
  const baseBranch = fixed.defaultBranch;
  if (ref === `refs/heads/${fixed.defaultBranch}` || isDeletion) {
    const commit = isDeletion ? fixed.defaultTip : sha;
    const note = `Nothing to compare: ${commit} is on the default branch \`${fixed.defaultBranch}\`.`;
    return {
      ...fixed,
      baseBranch,
      base: commit,
      decidingBase: commit,
      candidate: commit,
      head: commit,
      prNumber: null,
      note,
    };
  }
  const base = await readMergeBase(client, fixed.defaultTip, sha);
  const note = `Comparing ${sha} (${ref}) with the merge base ${base}; settings come from ${fixed.defaultTip}, the tip of \`${fixed.defaultBranch}\`.`;
  return {
    ...fixed,
    baseBranch,
    base,
    decidingBase: fixed.defaultTip,
    candidate: sha,
    head: sha,
    prNumber: null,
    note,
  };
}

/** Throws a UserError where a head is not the one that was meant. */
export function requireHead(head: string, expected: string): void {
  if (head === expected) return;
  throw UserError.of(
    `The head is ${head}, but the input \`head-sha\` is ${expected}: it has moved on since it was approved.`,
    'Look at the new commits and start the run again with their `head-sha`.',
  );
}

import type { GithubClient } from '../adapters/github/client.ts';
import type { GithubEvent } from '../adapters/github/event.ts';
import { hasWritePermission, type PullRequest } from '../adapters/github/pull-request.ts';
import type { Self } from '../adapters/github/self.ts';
import { ReportedError } from '../errors.ts';
import { type Acceptance, acceptGrounds } from '../gate/acceptance.ts';
import type { Log, Repository } from '../ports.ts';
import { walkBaseMerges } from './base-merge.ts';
import { digestGrounds, type Grant, readGrant, writeGrant } from './grants.ts';
import type { ActionInputs } from './inputs.ts';
import type { AcceptedGrounds, CommentRecord } from './record.ts';
import { approvalContext, type SignalNames } from './signals.ts';

export const acceptLabel = 'prompt-assay:accept';
const evaluateLabel = 'prompt-assay:evaluate';
const settleLabel = 'prompt-assay:settle';

/** What people said about one head. */
export interface Words {
  readonly acceptance: Acceptance | null;
  /** What the comment's record keeps of it. */
  readonly accepted: AcceptedGrounds | null;
  /** True where the label that accepts is on the pull request now, whatever it covers. */
  readonly isLabelled: boolean;
  /** Why no model call may be made; null where they may. */
  readonly blockedCalls: string | null;
  /** Set where a person asks by this very event that the recorded verdict be settled. */
  readonly settles: 'recorded-verdict' | null;
}

/** Nobody is asked where there is no pull request. */
export const noWords: Words = {
  ...{ acceptance: null, accepted: null, isLabelled: false, blockedCalls: null, settles: null },
};

/** Nobody is asked where nothing changed; what was accepted before stays on record. */
export function keepSilent({ accepted }: CommentRecord): Words {
  return { ...noWords, accepted };
}

/** What is needed to hear people. */
export interface Audience {
  readonly client: GithubClient;
  readonly self: Self;
  readonly repository: Repository;
  readonly event: GithubEvent;
  readonly inputs: Pick<ActionInputs, 'acceptOwn' | 'headSha'>;
  readonly names: SignalNames;
  /** The pull request as it is now, with the head that this run is about. */
  readonly pull: PullRequest;
  readonly record: CommentRecord;
  /** False where nothing may be kept on this head. */
  readonly mayWrite: boolean;
  readonly log: Log;
}

/**
 * Reads who accepted a red verdict and who let a fork be evaluated. A label counts only while it is on the pull
 * request; what it was set for only the event's own payload says, so that a word is kept then.
 */
export async function hearPeople(audience: Audience): Promise<Words> {
  const labels = new Set(audience.pull.labels);
  const accepted = labels.has(acceptLabel) ? await hearAcceptance(audience) : null;
  if (!labels.has(acceptLabel)) await noteWithdrawal(audience, acceptLabel, audience.names.acceptance);
  return {
    acceptance: accepted === null ? null : acceptGrounds(`@${accepted.by}`, accepted.grounds),
    accepted: accepted ?? audience.record.accepted,
    isLabelled: labels.has(acceptLabel),
    blockedCalls: await explainBlock(audience, labels.has(evaluateLabel)),
    settles: (await asksToSettle(audience)) ? 'recorded-verdict' : null,
  };
}

/** The event that sets a label, at its first attempt: a re-run replays the payload of a moment that is over. */
function isSetting({ event, pull }: Audience, label: string): boolean {
  const isThis = event.label === label && event.pullRequest?.headSha === pull.headSha;
  return isThis && event.action === 'labeled' && event.sender !== null && event.runAttempt === 1;
}

async function noteWithdrawal(audience: Audience, label: string, context: string): Promise<void> {
  const { client, self, event, pull, mayWrite, log } = audience;
  if (event.label !== label || event.action !== 'unlabeled' || !mayWrite) return;
  const refused = await writeGrant(client, self, pull.headSha, context, pull, null);
  if (refused !== null) log.warn(refused);
}

async function hearAcceptance(audience: Audience): Promise<AcceptedGrounds | null> {
  if (isSetting(audience, acceptLabel)) return accept(audience);
  const { record, pull, inputs, names } = audience;
  const { accepted } = record;
  if (accepted === null || accepted.base !== pull.baseRef) return null;
  const grant = await findGrant(audience, names.acceptance);
  if (grant?.digest !== digestGrounds(accepted.grounds) || grant.by !== accepted.by) return null;
  return (await mayGrant(audience, acceptLabel, grant.by, inputs.acceptOwn)) ? accepted : null;
}

/** Takes the grounds of the verdict that was shown for this head; before there is one, a label covers nothing. */
async function accept(audience: Audience): Promise<AcceptedGrounds | null> {
  const { event, record, pull, inputs, names, log } = audience;
  const by = event.sender ?? '';
  if (!(await mayGrant(audience, acceptLabel, by, inputs.acceptOwn))) return null;
  const { shown } = record;
  const grounds = shown?.head === pull.headSha && shown.base === pull.baseRef ? shown.grounds : [];
  const blocking = grounds.filter((ground) => ground.blocks);
  if (blocking.length === 0) {
    log.warn(`The label ${acceptLabel} covers nothing: this head has no red verdict yet.`);
    return null;
  }
  await keep(audience, acceptLabel, names.acceptance, { by, digest: digestGrounds(blocking) });
  return { by, head: pull.headSha, base: pull.baseRef, grounds: blocking };
}

/** Nothing is kept of this label: it speaks for the event that sets it. To have something measured accepts nothing, so that the author may. */
async function asksToSettle(audience: Audience): Promise<boolean> {
  const { event, pull, log } = audience;
  if (event.label !== settleLabel || event.action !== 'labeled') return false;
  if (isSetting(audience, settleLabel) && pull.labels.includes(settleLabel)) {
    return mayGrant(audience, settleLabel, event.sender ?? '', true);
  }
  log.warn(
    `The label ${settleLabel} counts for the event that sets it, at its first attempt: take it off and set it again.`,
  );
  return false;
}

/**
 * Why a fork's pull request may not be asked about: a person with write permission has to have looked at this very
 * head.
 */
async function explainBlock(audience: Audience, isLabelled: boolean): Promise<string | null> {
  const { event, inputs, pull } = audience;
  if (!isLabelled) await noteWithdrawal(audience, evaluateLabel, approvalContext);
  // A queue merges what is in it already; who dispatches has write permission, and `head-sha` says which commit was looked at.
  const isDispatch = event.name === 'workflow_dispatch' || event.name === 'repository_dispatch';
  if (!pull.isFork || event.mergeGroup !== null || (isDispatch && inputs.headSha !== null)) return null;
  if (isLabelled && (await isApproved(audience))) return null;
  const again = isLabelled ? ' The label that is there was set for another head: take it off and set it again.' : '';
  return `This is a fork's pull request: someone with write permission has to set the label ${evaluateLabel} on ${pull.headSha.slice(0, 12)} first, or to name that commit as head-sha.${again}`;
}

async function isApproved(audience: Audience): Promise<boolean> {
  const { event } = audience;
  if (isSetting(audience, evaluateLabel)) {
    const by = event.sender ?? '';
    if (!(await mayGrant(audience, evaluateLabel, by, false))) return false;
    await keep(audience, evaluateLabel, approvalContext, { by, digest: null });
    return true;
  }
  const grant = await findGrant(audience, approvalContext);
  return grant !== null && (await mayGrant(audience, evaluateLabel, grant.by, false));
}

/**
 * The newest word on this head, or on the one it had before it only merged the base branch. A token that may not read
 * statuses knows of none.
 */
async function findGrant({ client, self, repository, pull, log }: Audience, context: string): Promise<Grant | null> {
  try {
    for await (const sha of walkBaseMerges(client, repository, pull.headSha, pull.baseRef)) {
      const grant = await readGrant(client, self, sha, context, pull);
      if (grant !== null) return grant === 'withdrawn' ? null : grant;
    }
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    log.info(`Nobody's word is known about ${pull.headSha.slice(0, 12)}: ${error.message}`);
  }
  return null;
}

/** A person may grant who may write to the repository now, and who is not the author. */
async function mayGrant(audience: Audience, label: string, login: string, allowOwn: boolean): Promise<boolean> {
  const { client, pull, log } = audience;
  const refuse = (why: string) => log.warn(`The label ${label} does not count: ${why}`);
  if (!allowOwn && login === pull.author) {
    refuse(`@${login} is the author of this pull request.`);
    return false;
  }
  try {
    if (await hasWritePermission(client, login)) return true;
    refuse(`@${login} has no write permission.`);
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    refuse(error.message);
  }
  return false;
}

async function keep(audience: Audience, label: string, context: string, grant: Grant): Promise<void> {
  const { client, self, pull, mayWrite, log } = audience;
  const refused = mayWrite
    ? await writeGrant(client, self, pull.headSha, context, pull, grant)
    : 'another pull request of this repository has the same head.';
  if (refused !== null) log.warn(`The label ${label} counts for this run only: ${refused}`);
}

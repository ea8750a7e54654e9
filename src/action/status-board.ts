import type { GithubClient } from '../adapters/github/client.ts';
import { readStatuses, setStatus } from '../adapters/github/commit-status.ts';
import { listPullsOfHead, readPullRequest } from '../adapters/github/pull-request.ts';
import type { Self } from '../adapters/github/self.ts';
import { ReportedError, UserError } from '../errors.ts';
import type { Report } from '../report/report.ts';
import { renderHeadline } from './ending.ts';
import { findWorst, readMarks, renderMarked, type StatusMark, shortenBase } from './status-marks.ts';

/** A head and the pull request that speaks there; no number where a branch or a merge group does. */
export interface StatusPlace {
  readonly sha: string;
  readonly number: number | null;
  readonly baseRef: string;
  readonly isFork: boolean;
}

/** Where red or green is shown. */
export interface Board {
  /** Shows the verdict; returns the sentence that turns the job red, null for a green job. */
  close(verdict: Pick<Report, 'verdict' | 'green' | 'title'>, isEvaluated: boolean): Promise<string | null>;
  /** Says that the run ended without a verdict. */
  interrupt(): Promise<void>;
}

/** The job's own result is the signal. */
export const jobBoard: Board = {
  close: async (verdict) => (verdict.green ? null : renderHeadline(verdict)),
  interrupt: async () => {},
};

/** What a board of commit statuses works with. */
export interface BoardContext {
  readonly client: GithubClient;
  readonly self: Self;
  readonly context: string;
  readonly place: StatusPlace;
  readonly runUrl: string | null;
}

/**
 * Sets the status of a head to pending and answers for it from then on. Throws a UserError where it may not be set: the verdict would have no
 * place, and that is said before anything is spent. A fork's pull request has no say on a head that one of the repository itself has: null.
 */
export async function openStatusBoard(board: BoardContext): Promise<Board | null> {
  if (board.place.isFork && (await hasInsider(board))) return null;
  const refused = await write(board, 'pending', 'pending: evaluating', ownMarks(board, 'pending'));
  if (refused !== null) {
    throw UserError.of(refused, 'The verdict of this run can only be shown as a commit status.');
  }
  return {
    close: (shown, isEvaluated) => {
      const state = shown.green ? 'success' : shown.verdict === 'invalid' ? 'error' : 'failure';
      return settle(board, { state, sentence: renderHeadline(shown), isEvaluated });
    },
    interrupt: async () => {
      await writeLast(board, 'error', 'interrupted: no verdict, run it again', ownMarks(board, 'pending'));
    },
  };
}

/** Writes what the other open pull requests of a head came to, once one of them is closed. */
export async function leaveStatus(board: BoardContext): Promise<string | null> {
  if (board.place.isFork && (await hasInsider(board))) return null;
  const [first, ...others] = await readOthers(board);
  if (first === undefined) return null;
  const worst = findWorst([first, ...others]);
  return write(board, stateOf(worst), describeOther(worst), [worst]);
}

interface OwnVerdict {
  readonly state: 'success' | 'failure' | 'error';
  readonly sentence: string;
  readonly isEvaluated: boolean;
}

/**
 * The worst verdict among the open pull requests that share the head; looks again after writing, since another run may
 * have written meanwhile.
 */
async function settle(board: BoardContext, own: OwnVerdict): Promise<string | null> {
  const marks = ownMarks(board, own.isEvaluated ? own.state : 'pending');
  let written = '';
  for (let round = 0; round < 3; round += 1) {
    const others = await readOthersOrNull(board);
    if (others === null) return settleBlindly(board, own, marks);
    const self = { number: board.place.number ?? 0, base: '', state: own.state };
    const worst = findWorst([self, ...others]);
    const sentence = worst === self ? own.sentence : describeOther(worst);
    const all = worst === self ? marks : [...marks, worst];
    if (renderMarked(sentence, all) === written) return null;
    const refused = await writeLast(board, stateOf(worst), sentence, all);
    if (refused !== null) return refused;
    written = renderMarked(sentence, all);
  }
  return null;
}

/** Green says that nothing worse stands on this head; who cannot read that cannot say it. */
async function settleBlindly(
  board: BoardContext,
  own: OwnVerdict,
  marks: readonly StatusMark[],
): Promise<string | null> {
  if (own.state !== 'success') return writeLast(board, own.state, own.sentence, marks);
  return writeLast(
    board,
    'error',
    'the statuses of this commit cannot be read; run it again',
    ownMarks(board, 'pending'),
  );
}

async function readOthersOrNull(board: BoardContext): Promise<readonly StatusMark[] | null> {
  try {
    return await readOthers(board);
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return null;
  }
}

/** What other pull requests came to that are open, have this very head, and still go where they went. One without a verdict counts: what it would be nobody knows; but a fork's does not hold up one of the repository itself. */
async function readOthers({ client, self, context, place }: BoardContext): Promise<readonly StatusMark[]> {
  if (place.number === null) return [];
  const statuses = await readStatuses(client, place.sha, context);
  if (statuses.length === 0) return [];
  const marks = readMarks(statuses, await self.login()).filter(({ number }) => number !== place.number);
  const pulls = await Promise.all(marks.map(({ number }) => readPullRequest(client, number)));
  return marks.filter((mark, index) => {
    const pull = pulls[index];
    const isHere = pull?.state === 'open' && pull.headSha === place.sha && shortenBase(pull.baseRef) === mark.base;
    return isHere && (mark.state !== 'pending' || place.isFork || !pull.isFork);
  });
}

async function hasInsider({ client, place }: BoardContext): Promise<boolean> {
  const pulls = await listPullsOfHead(client, place.sha);
  return pulls.some(({ number, isFork }) => !isFork && number !== place.number);
}

function ownMarks({ place: { number, baseRef } }: BoardContext, state: StatusMark['state']): readonly StatusMark[] {
  return number === null ? [] : [{ number, base: shortenBase(baseRef), state }];
}

/** Where nobody is at work any more, nothing is pending. */
function stateOf({ state }: StatusMark): Exclude<StatusMark['state'], 'pending'> {
  return state === 'pending' ? 'error' : state;
}

function describeOther({ number, base, state }: StatusMark): string {
  return `pull request #${number} into ${base} has this head too: ${state === 'pending' ? 'no verdict yet' : state}`;
}

/** A status that stays pending blocks its pull request for ever: the last word is tried again after these milliseconds. */
const lastWordWaitsMs = [5_000, 20_000, 60_000];

/** Returns why it could not in the end, or null. */
async function writeLast(board: BoardContext, ...word: Word): Promise<string | null> {
  let refused = await write(board, ...word);
  for (const ms of lastWordWaitsMs) {
    if (refused === null) break;
    await board.client.timing.sleep(ms);
    refused = await write(board, ...word);
  }
  return refused;
}

type Word = readonly [state: StatusMark['state'], sentence: string, marks: readonly StatusMark[]];

/** Returns why it could not, or null. */
async function write(
  { client, self, context, place, runUrl }: BoardContext,
  ...[state, sentence, marks]: Word
): Promise<string | null> {
  const description = renderMarked(sentence, marks);
  const result = await setStatus(client, { sha: place.sha, state, context, description, targetUrl: runUrl });
  if (result.status === 'refused') return result.reason;
  self.learn(result.creator);
  return null;
}

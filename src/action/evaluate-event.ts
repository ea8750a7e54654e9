import { findComments } from '../adapters/github/comment.ts';
import type { EventPullRequest } from '../adapters/github/event.ts';
import { readPullRequest } from '../adapters/github/pull-request.ts';
import { type RunCommits, requireHead, resolveCommits } from '../adapters/github/run-commits.ts';
import { createSelf, type Self } from '../adapters/github/self.ts';
import { namesEndpoint } from '../config/base-url.ts';
import { asError, type ReportedError, summariseProblems } from '../errors.ts';
import { onAbort } from '../execute/timer.ts';
import { evaluate } from '../pipeline/evaluate.ts';
import type { EvaluateRequest } from '../pipeline/evaluate-request.ts';
import { askedModels, type Origin } from '../pipeline/origin.ts';
import { parseRecord, renderMarker } from '../report/comment/marker.ts';
import { redactForPeople } from '../report/redact.ts';
import type { Report } from '../report/report.ts';
import { explainAsked } from '../report/words/asked.ts';
import { explainAcceptance } from '../report/words/ground-words.ts';
import { closeSentence } from '../text/prose.ts';
import { annotateChange } from './annotations.ts';
import { keepSilent } from './approvals.ts';
import { describeEnding, renderHeadline } from './ending.ts';
import type { ActionResult, Place, Scene } from './mode.ts';
import { prepareHearing } from './prepare-hearing.ts';
import { listFindings, publishResult, type Target } from './publish.ts';
import { readOthers } from './read-others.ts';
import { parseCommentRecord } from './record.ts';
import { chooseSignal, isPublished, nameSignals } from './signals.ts';
import { type Board, jobBoard, openStatusBoard } from './status-board.ts';
import { listOutputs } from './write-out.ts';

type PullFacts = Pick<EventPullRequest, 'number' | 'baseRef' | 'headSha' | 'isFork'>;

/** How a mode gets the outputs that it judges, and the terminal's command that does the same. */
export interface Way {
  readonly command: string;
  open(sides: RunCommits): Origin;
}

const ask: Way = { command: 'prompt-assay run', open: () => askedModels };

/** Evaluates the event's change and publishes the verdict. */
export async function evaluateEvent(scene: Scene, way: Way = ask): Promise<ActionResult> {
  const self = createSelf(scene.client, scene.inputs.commentAuthor);
  const pull = await findPull(scene);
  const board = await openBoard(scene, self, pull);
  const { verdict, isEvaluated, ...judged } = await orInterrupt(board ?? jobBoard, () =>
    unlessCancelled(judge({ ...scene, self, pull, way, mayWrite: board !== null }), scene.runner.signal),
  );
  return { ...judged, failure: await showVerdict(board ?? jobBoard, { verdict, isEvaluated }) };
}

/** A status that nobody takes back would stay pending for ever. */
async function orInterrupt<T>(board: Board, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await board.interrupt();
    throw error;
  }
}

/** Whatever keeps a verdict from being shown turns the job red and leaves the verdict as it is. */
async function showVerdict(board: Board, { verdict, isEvaluated }: Pick<Judged, 'verdict' | 'isEvaluated'>) {
  try {
    return await board.close(verdict, isEvaluated);
  } catch (error) {
    return `The verdict "${verdict.verdict}" could not be shown: ${asError(error).message}`;
  }
}

/** Ends the signal that owns red or green where nothing could be begun. */
export async function refuseEvent(place: Place, error: ReportedError): Promise<void> {
  const board = await openBoard(place, createSelf(place.client, place.inputs.commentAuthor), await findPull(place));
  const title = summariseProblems(error.problems);
  await (board ?? jobBoard).close({ verdict: 'invalid', green: false, title }, false);
}

/** How long a cancelled run may take to put its finished answers away. */
const graceMs = 2000;

/** A runner that takes a job away waits some seconds only: what does not end soon, as a request that nobody answers, is left behind. */
function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    let timeout: NodeJS.Timeout | undefined;
    const forget = onAbort(signal, (reason) => {
      timeout = setTimeout(() => reject(reason), graceMs);
    });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timeout);
      forget();
    });
  });
}

/** The pull request that this run is about, with the head that is meant; null for a branch and a merge group. */
async function findPull({ event, client, inputs }: Place): Promise<PullFacts | null> {
  if (event.pullRequest !== null) return event.pullRequest;
  if (inputs.pr === null) return null;
  const pull = await readPullRequest(client, inputs.pr);
  if (inputs.headSha !== null) requireHead(pull.headSha, inputs.headSha);
  return pull;
}

/**
 * Opens the signal that owns red or green, before anything else is done; null where a fork's pull request may write
 * nothing.
 */
async function openBoard(
  { event, client, inputs, runner: { log } }: Place,
  self: Self,
  pull: PullFacts | null,
): Promise<Board | null> {
  if (!isPublished(inputs) || chooseSignal(event, inputs) === 'job') return jobBoard;
  const place = {
    sha: pull?.headSha ?? event.mergeGroup?.headSha ?? event.sha,
    number: pull?.number ?? null,
    baseRef: pull?.baseRef ?? '',
    isFork: pull?.isFork ?? false,
  };
  const context = nameSignals(inputs).verdict;
  const board = await openStatusBoard({ client, self, context, place, runUrl: event.runUrl });
  if (board === null) {
    log.warn('No status is set: a pull request of this repository has the same head, and its verdict stands there.');
  }
  return board;
}

/** All that one evaluation works with. */
interface Hearing extends Scene {
  readonly self: Self;
  readonly pull: PullFacts | null;
  readonly way: Way;
  readonly mayWrite: boolean;
}

type Judged = Omit<ActionResult, 'failure'> & {
  readonly verdict: Pick<Report, 'verdict' | 'green' | 'title'>;
  /** False where no call could be made since nobody approved a fork. */
  readonly isEvaluated: boolean;
};

async function judge(hearing: Hearing): Promise<Judged> {
  const { event, client, world, inputs, runner, pull } = hearing;
  const sides = await resolveCommits(event, client, { pr: inputs.pr, headSha: pull?.headSha ?? inputs.headSha });
  runner.log.info(sides.note);
  if (sides.base === sides.candidate) {
    const verdict = { verdict: 'pass', green: true, title: 'nothing to compare' } as const;
    const ending = { headline: renderHeadline(verdict), more: [] };
    return { outputs: { verdict: 'pass' }, problems: [], ending, verdict, isEvaluated: true };
  }
  const target = await findTarget(hearing, sides);
  const mayWrite = hearing.mayWrite && isPublished(inputs);
  const hear = await prepareHearing(hearing, { ...target, mayWrite }, sides);
  const request = await buildRequest(hearing, sides, target, hear);
  const result = await evaluate(world, request, hearing.way.open(sides));
  const { report } = result;
  const words = result.isIdle ? keepSilent(target.record) : await hear();
  const { commentUrl } = await publishResult(result, { ...target, words }, inputs.reportPath, runner);
  for (const line of [...report.details, ...report.notices, ...explainAsked(report)]) runner.log.info(line);
  const accepted = explainAcceptance(words.acceptance, report.grounds);
  if (accepted !== null) runner.log.info(closeSentence(accepted));
  const isBlocked = words.blockedCalls !== null && report.verdict === 'invalid';
  if (result.needed.length > 0) runner.log.info(`${inputs.reportPath}/needed.jsonl lists the outputs to make.`);
  const outputs = { ...listOutputs(report, inputs.reportPath), ...listFindings(result, inputs.reportPath, commentUrl) };
  const shown = redactForPeople(report);
  const annotations = await annotateChange(hearing, shown, result.plans, request);
  const ending = describeEnding(shown, commentUrl);
  return { outputs, problems: report.errors, annotations, ending, verdict: report, isEvaluated: !isBlocked };
}

/** Where the verdict will stand, with what earlier runs recorded there. */
async function findTarget({ event, client, self, inputs }: Hearing, sides: RunCommits): Promise<Omit<Target, 'words'>> {
  const number = isPublished(inputs) ? sides.prNumber : null;
  const { commentKey } = nameSignals(inputs);
  const found = number === null ? null : await findComments(client, self, number, renderMarker(commentKey));
  return {
    ...{ client, self, commentKey, record: parseCommentRecord(parseRecord(found?.own[0]?.body ?? '')) },
    // A merge group speaks for a pull request and writes nothing there.
    number: event.mergeGroup === null ? number : null,
    hasComment: (found?.own.length ?? 0) > 0,
    head: sides.head,
    baseBranch: sides.baseBranch,
    strangers: found?.strangers ?? [],
  };
}

async function buildRequest(
  { event, client, self, world: { repository }, inputs, runner, way }: Hearing,
  sides: RunCommits,
  { record }: Pick<Target, 'record'>,
  hear: EvaluateRequest['hear'],
): Promise<EvaluateRequest> {
  const commits = [sides.base, sides.candidate, sides.decidingBase, sides.defaultTip];
  const [base, candidate, decidingTree, defaultTree] = await Promise.all(
    commits.map((commit) => repository.readTree(commit)),
  );
  if (!base || !candidate || !decidingTree || !defaultTree) throw new Error('a tree is missing');
  const number = sides.prNumber;
  return {
    base: { label: sides.baseBranch, tree: base },
    candidate: {
      label: number === null ? 'this change' : 'this PR',
      tree: candidate,
      ...(sides.head !== sides.candidate && { pushed: sides.head }),
    },
    decidingTree,
    defaultTree,
    configPath: inputs.config,
    namesEndpoint: namesEndpoint(inputs.baseUrl, runner.env.OPENAI_BASE_URL),
    part: inputs.cases === null ? null : { kind: 'most', most: inputs.cases },
    fresh: inputs.fresh,
    dryRun: inputs.dryRun,
    onNoKey: inputs.onNoKey,
    hear,
    recorded: record.verdicts,
    // What is not published is kept nowhere.
    askedBefore: isPublished(inputs) && number !== null ? record.asked : null,
    // A queue's merge is nobody's push.
    brokenBefore: event.mergeGroup === null ? record.broken : null,
    readOthers: () => readOthers(client, self, number, runner),
    reproduce: `${way.command} --base ${sides.base.slice(0, 12)} --head ${sides.head.slice(0, 12)}`,
    runUrl: event.runUrl,
    github: describePlace(event, number, inputs, runner.env),
  };
}

/** Where people find what the report is about; an action that stands in the workflow's own checkout has no address. */
function describePlace(
  { repositoryUrl: url }: Scene['event'],
  pull: number | null,
  { acceptOwn: acceptsOwn, reportUrl }: Scene['inputs'],
  { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref }: Scene['runner']['env'],
): EvaluateRequest['github'] {
  if (url === null) return null;
  const docsUrl = server && action && ref ? `${server}/${action}/blob/${ref}/docs` : null;
  return { url, pull, acceptsOwn, docsUrl, pageUrl: reportUrl?.replace(/\/+$/, '') ?? null };
}

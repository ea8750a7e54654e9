import type { GithubClient } from '../adapters/github/client.ts';
import { findComment, listRecentComments } from '../adapters/github/comment.ts';
import type { GithubEvent } from '../adapters/github/event.ts';
import { resolveSides, type Sides } from '../adapters/github/sides.ts';
import { type Problem, ReportedError, UserError } from '../errors.ts';
import type { ScreenUse } from '../gate/renewal.ts';
import { evaluate } from '../pipeline/evaluate.ts';
import type { EvaluateRequest, EvaluateResult } from '../pipeline/evaluate-request.ts';
import type { World } from '../pipeline/world.ts';
import { parseRecord, renderMarker } from '../report/marker.ts';
import type { Report } from '../report/report.ts';
import { type Approvals, readApprovals } from './approvals.ts';
import type { Runner } from './github-world.ts';
import type { ActionInputs } from './inputs.ts';
import { buildOutputs, interruptStatus, publishResult, publishStatus, type Target } from './publish.ts';
import { buildVerdictRecord, parseScreenUses, parseVerdictRecord } from './record.ts';

/** What the action ends with: the outputs, and the sentence that turns the job red, null for green. */
export interface ActionResult {
  readonly outputs: Readonly<Record<string, string>>;
  readonly failure: string | null;
  /** Mistakes to show on the files where they stand. */
  readonly problems: readonly Problem[];
}

/** Evaluates the event's change and publishes the verdict. */
export async function evaluateEvent(
  event: GithubEvent,
  client: GithubClient,
  world: World,
  inputs: ActionInputs,
  runner: Runner,
): Promise<ActionResult> {
  const { log } = runner;
  const sides = await resolveSides(event, client, { pr: inputs.pr, headSha: inputs.headSha });
  log.info(sides.note);
  if (sides.base === sides.candidate) return { outputs: { verdict: 'pass' }, failure: null, problems: [] };
  const commentKey = inputs.commentKey ?? inputs.config ?? 'prompt-assay.yml';
  const existing = await readExisting(client, sides, commentKey);
  const recordedJson = existing === null ? null : parseRecord(existing.body);
  const approvals = await readApprovals(client, event, sides, inputs, log);
  const context = inputs.commentKey === null ? 'prompt-assay' : `prompt-assay/${inputs.commentKey}`;
  const owner = chooseSignal(event, inputs);
  const target: Target = {
    client,
    // A merge group speaks for a pull request and writes nothing there; a dry run is no verdict.
    prNumber: event.mergeGroup !== null || inputs.dryRun ? null : sides.prNumber,
    head: sides.head,
    commentKey,
    existing,
    record: recordedJson,
    acceptedBy: approvals.acceptedBy,
  };
  const request = await buildRequest(event, client, runner, world, sides, inputs, approvals, recordedJson);
  if (owner === 'job') return evaluateAndPublish(world, request, target, inputs, runner);
  await requireStatus(client, sides.head, context, event);
  try {
    const { report, outputs, problems } = await evaluateAndPublish(world, request, target, inputs, runner);
    const failure = await publishStatus(client, sides.head, context, report, event.runUrl);
    return { outputs, failure, problems };
  } catch (error) {
    // A status that nobody takes back would stay pending for ever.
    await interruptStatus(client, sides.head, context, event.runUrl);
    throw error;
  }
}

async function evaluateAndPublish(
  world: World,
  request: EvaluateRequest,
  target: Target,
  inputs: ActionInputs,
  runner: Runner,
): Promise<ActionResult & { readonly report: Report }> {
  const result: EvaluateResult = await evaluate(world, request);
  const { report } = result;
  const record = result.isRepublished ? target.record : buildVerdictRecord(report, target.head, target.record);
  const { commentUrl } = await publishResult(result, { ...target, record }, inputs.reportPath, runner);
  for (const reason of report.reasons) runner.log.info(reason);
  const failure = report.green ? null : `${report.verdict}: ${report.title}`;
  return { outputs: buildOutputs(report, inputs.reportPath, commentUrl), failure, problems: report.errors, report };
}

/** Runs that do not sit on the pull request's head can show their verdict there by a status only. */
function chooseSignal(event: GithubEvent, inputs: ActionInputs): 'job' | 'commit' {
  const isElsewhere =
    event.name === 'pull_request_target' || (event.name === 'workflow_dispatch' && inputs.pr !== null);
  return isElsewhere ? 'commit' : inputs.status;
}

/** Without the right to set a status, a status that owns the verdict would stay silent: that is said before anything is spent. */
async function requireStatus(client: GithubClient, head: string, context: string, event: GithubEvent): Promise<void> {
  const refused = await publishStatus(client, head, context, null, event.runUrl);
  if (refused !== null) throw UserError.of(refused, 'The verdict of this run can only be shown as a commit status.');
}

/** The sticky comment of the pull request, also for a merge group that it heads. A list of comments that cannot be read is no empty one: what was recorded there could be drawn a second time. */
async function readExisting(client: GithubClient, sides: Sides, commentKey: string) {
  return sides.prNumber === null ? null : findComment(client, sides.prNumber, renderMarker(commentKey));
}

/** What the hidden records of the repository's newest comments say; advice only, so that a refusal is no fault. */
async function readScreenUses(
  client: GithubClient,
  own: number | null,
  { log }: Runner,
): Promise<readonly ScreenUse[]> {
  try {
    const comments = await listRecentComments(client);
    return comments.filter(({ number }) => number !== own).flatMap(({ body }) => parseScreenUses(parseRecord(body)));
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    log.info(`No advice on renewing the baseline: ${error.message}`);
    return [];
  }
}

async function buildRequest(
  event: GithubEvent,
  client: GithubClient,
  runner: Runner,
  { repository }: World,
  sides: Sides,
  inputs: ActionInputs,
  approvals: Approvals,
  recorded: ReturnType<typeof parseRecord>,
): Promise<EvaluateRequest> {
  const commits = [sides.base, sides.candidate, sides.decidingBase, sides.defaultTip];
  const [base, candidate, decidingTree, defaultTree] = await Promise.all(
    commits.map((commit) => repository.readTree(commit)),
  );
  if (!base || !candidate || !decidingTree || !defaultTree) throw new Error('a tree is missing');
  const number = sides.prNumber;
  return {
    base: { label: event.pullRequest?.baseRef ?? sides.defaultBranch, tree: base },
    candidate: { label: number === null ? 'this change' : 'this PR', tree: candidate },
    decidingTree,
    defaultTree,
    configPath: inputs.config,
    caseLimit: inputs.cases,
    fresh: inputs.fresh,
    dryRun: inputs.dryRun,
    onNoKey: inputs.onNoKey,
    ...approvals,
    recorded: parseVerdictRecord(recorded),
    readScreenUses: () => readScreenUses(client, sides.prNumber, runner),
    reproduce: `prompt-assay run --base ${sides.base.slice(0, 12)} --head ${sides.head.slice(0, 12)}`,
    runUrl: event.runUrl,
  };
}

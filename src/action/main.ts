import * as core from '@actions/core';
import { setOutputs } from '../adapters/actions/job.ts';
import { createActionsLog } from '../adapters/actions/log.ts';
import { type GithubEvent, readEvent } from '../adapters/github/event.ts';
import { asError, type Problem, ReportedError, renderProblem } from '../errors.ts';
import { chooseMode } from '../pipeline/modes.ts';
import { escapeInline } from '../report/escape.ts';
import { calibrateEvent } from './calibrate-event.ts';
import { closedEvent, nothingToDo } from './closed-event.ts';
import { type ActionResult, evaluateEvent } from './evaluate-event.ts';
import { openClient, openGithubWorld, type Runner } from './github-world.ts';
import { type ActionInputs, readInputs } from './inputs.ts';
import { rebaselineEvent } from './rebaseline-event.ts';
import { showSummary } from './write-out.ts';

/** The action: reads inputs and event, does what the event asks for, sets outputs and the job's colour. Whatever is thrown turns the job red. */
export async function run(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const log = createActionsLog(core, { nowMs: () => Date.now() });
  const interrupt = new AbortController();
  const cancel = () => interrupt.abort(new Error('the run was cancelled; finished answers are in the cache'));
  process.once('SIGINT', cancel);
  const runner: Runner = { env, log, signal: interrupt.signal };
  try {
    const { outputs, failure, problems } = await act(runner);
    setOutputs(core, outputs);
    annotate(problems);
    if (failure !== null) log.fail(failure);
  } catch (thrown) {
    await fail(thrown, runner);
  } finally {
    process.off('SIGINT', cancel);
  }
}

async function act(runner: Runner): Promise<ActionResult> {
  const { env, log } = runner;
  const inputs = readInputs(env);
  for (const secret of [inputs.apiKey, env.OPENAI_API_KEY, inputs.githubToken, inputs.baselineToken]) {
    if (secret) log.mask(secret);
  }
  const event = await readEvent(env);
  const { mode, reason } = chooseMode(describeEvent(event, inputs), inputs.mode);
  log.info(`${event.name}: ${reason}.`);
  const open = () => openClient(event, inputs.githubToken, 'github-token', runner);
  if (mode === 'none') return event.action === 'closed' ? closedEvent(event, open, inputs) : nothingToDo;
  const client = await open();
  const world = await openGithubWorld(event, client, inputs, runner);
  if (mode === 'evaluate') return evaluateEvent(event, client, world, inputs, runner);
  return (mode === 'baseline' ? rebaselineEvent : calibrateEvent)(event, world, inputs, runner);
}

function describeEvent(event: GithubEvent, inputs: ActionInputs) {
  const { name, action, ref, defaultBranch } = event;
  return { name, action, onDefaultBranch: ref === `refs/heads/${defaultBranch}`, namesPullRequest: inputs.pr !== null };
}

/** Shows problems on the files where they stand; GitHub takes ten annotations a step. */
function annotate(problems: readonly Problem[]): void {
  for (const { path, line, message, hint } of problems.filter((problem) => problem.path !== null).slice(0, 10)) {
    core.error(`${message} ${hint}`, { file: path ?? '', ...(line === null ? {} : { startLine: line }) });
  }
}

/** What ends a run with a sentence is shown as problems, on the files where they stand; a defect with its stack, for the report. */
async function fail(thrown: unknown, runner: Runner): Promise<void> {
  const { log, signal } = runner;
  const error = signal.aborted ? asError(signal.reason) : asError(thrown);
  if (error instanceof ReportedError) {
    annotate(error.problems);
    const problems = error.problems.map((problem) => `- ${escapeInline(renderProblem(problem))}`);
    const lead = '**Could not be judged; this says nothing about the prompt.**';
    await showSummary(`${lead}\n\n${problems.join('\n')}`, runner);
    log.fail(`invalid: ${error.message}`);
  } else {
    if (!signal.aborted && error.stack !== undefined) log.info(error.stack);
    log.fail(signal.aborted ? error.message : `a defect of Prompt Assay: ${error.message}`);
  }
  setOutputs(core, { verdict: 'invalid' });
}

import * as core from '@actions/core';
import { setOutputs } from '../adapters/actions/job.ts';
import { type ActionsLog, createActionsLog } from '../adapters/actions/log.ts';
import { type GithubEvent, isOnDefaultBranch, readEvent } from '../adapters/github/event.ts';
import { GithubError } from '../adapters/github/github-error.ts';
import { asError, ReportedError, renderProblem } from '../errors.ts';
import type { World } from '../pipeline/world.ts';
import { escapeInline } from '../report/escape.ts';
import { annotate } from './annotate.ts';
import { chooseMode, type ModeChoice } from './choose-mode.ts';
import { openClient, openGithubWorld, type Runner } from './github-world.ts';
import { passIdleEvent } from './idle-event.ts';
import { type ActionInputs, readInputs } from './inputs.ts';
import type { ActionResult, Mode, Place, Scene } from './mode.ts';
import { modes } from './modes.ts';
import { showSummary, tryTo } from './write-out.ts';

const cancelSignals = ['SIGINT', 'SIGTERM'] as const;

/**
 * The action: reads inputs and event, does what the event asks for, sets outputs and the job's colour. Whatever is
 * thrown turns the job red. Tells whether it was cancelled: requests may then still be under way, and nobody waits for them.
 */
export async function run(
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly wasCancelled: boolean }> {
  const log = createActionsLog(core, { nowMs: () => Date.now() });
  const interrupt = new AbortController();
  const cancel = () => interrupt.abort(new Error(explainCancel(env)));
  // GitHub sends SIGINT to what is cancelled; a runner that is stopped itself, SIGTERM.
  for (const signal of cancelSignals) process.once(signal, cancel);
  const runner: Runner = { env, log, signal: interrupt.signal };
  try {
    const result = await act(runner);
    setOutputs(core, result.outputs);
    annotate(result.problems, result.annotations);
    endLog(result, log);
  } catch (thrown) {
    await fail(thrown, runner);
  } finally {
    for (const signal of cancelSignals) process.off(signal, cancel);
  }
  return { wasCancelled: interrupt.signal.aborted };
}

function explainCancel(env: Runner['env']): string {
  const isKept = env['INPUT_CACHE-PATH']?.trim();
  return `the run was cancelled${isKept ? '; finished answers are in the cache' : ''}`;
}

async function act(runner: Runner): Promise<ActionResult> {
  const { env, log } = runner;
  const { inputs, fault } = readInputs(
    env,
    modes.map(({ name }) => name),
  );
  for (const secret of [inputs.apiKey, env.OPENAI_API_KEY, inputs.githubToken, inputs.baselineToken]) {
    if (secret) log.mask(secret);
  }
  const event = await readEvent(env);
  const { mode, reason } = chooseOr(fault, () => chooseMode(modes, describeEvent(event, inputs), inputs.mode));
  log.info(`${event.name}: ${reason}.`);
  const open = () => openClient(event, inputs.githubToken, 'github-token', runner);
  if (mode === null && fault === null) return passIdleEvent(event, open, inputs);
  if (mode === null) throw fault;
  const place = { event, client: await open(), inputs, runner };
  return runMode(mode, { ...place, world: await openWorld(mode, place, fault) });
}

/** A bad input may be why no mode can be chosen. */
function chooseOr(fault: ReportedError | null, choose: () => ModeChoice): ModeChoice {
  try {
    return choose();
  } catch (error) {
    throw fault ?? error;
  }
}

/** What keeps a mode from being begun is said where its verdict would stand, too. */
async function openWorld(mode: Mode, place: Place, fault: ReportedError | null): Promise<World> {
  try {
    if (fault !== null) throw fault;
    return await openGithubWorld(place.event, place.client, place.inputs, place.runner);
  } catch (error) {
    if (error instanceof ReportedError) {
      await tryTo('say so on the pull request', place.runner, async () => mode.refuse?.(place, error));
    }
    throw error;
  }
}

/** GitHub refuses one request at a time; whoever mends the workflow wants all that is needed at once. */
async function runMode(mode: Mode, scene: Scene): Promise<ActionResult> {
  try {
    return await mode.run(scene);
  } catch (error) {
    if (error instanceof GithubError && error.status === 403) {
      const needed = Object.entries(mode.permissions).map(([name, access]) => `${name}: ${access}`);
      scene.runner.log.info(`mode: ${mode.name} needs the permissions ${needed.join(', ')}.`);
    }
    throw error;
  }
}

function describeEvent(event: GithubEvent, inputs: ActionInputs) {
  const { name, action } = event;
  return { name, action, onDefaultBranch: isOnDefaultBranch(event), namesPullRequest: inputs.pr !== null };
}

/** A red job's error is the first of its last lines; what is only shown elsewhere is a plain one. */
function endLog({ failure, ending }: ActionResult, log: ActionsLog): void {
  if (failure !== null) log.fail(failure);
  if (ending === undefined) return;
  if (ending.headline !== failure) log.info(ending.headline);
  for (const line of ending.more) log.info(line);
}

/**
 * What ends a run with a sentence is shown as problems, on the files where they stand; a defect with its stack, for the
 * report.
 */
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

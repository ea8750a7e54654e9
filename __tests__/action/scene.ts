import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { parse } from 'yaml';
import type { Runner } from '../../src/action/github-world.ts';
import { readInputs } from '../../src/action/inputs.ts';
import type { ActionResult, Mode, Scene } from '../../src/action/mode.ts';
import { baseline } from '../../src/action/modes/baseline.ts';
import { calibrate } from '../../src/action/modes/calibrate.ts';
import { evaluate } from '../../src/action/modes/evaluate.ts';
import type { ActionsLog } from '../../src/adapters/actions/log.ts';
import { createGithubBranchStore } from '../../src/adapters/github/branch-store.ts';
import { createGithubClient } from '../../src/adapters/github/client.ts';
import { parseEvent } from '../../src/adapters/github/event.ts';
import { createGithubRepository } from '../../src/adapters/github/repository.ts';
import type { World } from '../../src/pipeline/world.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import { type PullRequestEvent, pullRequestEvent, type TestEvent } from '../helpers/fake-github/events.ts';
import { createRepository, type FileSpecs, type TestRepository } from '../helpers/fake-github/repository.ts';
import { type FakeGithub, startFakeGithub } from '../helpers/fake-github/server.ts';
import type { FakeGithubOptions } from '../helpers/fake-github/state.ts';
import {
  createFakeBranchStore,
  createFakeCache,
  createFakeModel,
  type FakeBranchStore,
  type FakeCache,
  type FakeModel,
  type Script,
} from '../helpers/fake-ports.ts';

const described = parse(readFileSync('action.yml', 'utf8')) as { readonly outputs: object };

// Every request of the fake starts git processes; on a busy machine five seconds are not enough.
jest.setTimeout(120_000);

/** A job's log that keeps its lines by kind, and the sentence that turned the job red. */
export interface FakeActionsLog extends ActionsLog {
  readonly infos: string[];
  readonly warnings: string[];
  readonly failures: string[];
  readonly masked: string[];
}

export function createFakeActionsLog(): FakeActionsLog {
  const [infos, warnings, failures, masked]: string[][] = [[], [], [], []];
  return {
    infos: infos as string[],
    warnings: warnings as string[],
    failures: failures as string[],
    masked: masked as string[],
    info: (message) => void infos?.push(message),
    warn: (message) => void warnings?.push(message),
    fail: (message) => void failures?.push(message),
    mask: (secret) => void masked?.push(secret),
    progress: () => {},
    group: (_title, work) => work(),
  };
}

/** A run's inputs and environment. */
export interface SceneRun {
  /** What is run in place of `evaluate`. */
  readonly mode?: Mode;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** A repository on a fake GitHub where the action's own rooms run in this process, over a model that follows a script. */
export interface ActionScene {
  readonly repository: TestRepository;
  readonly github: FakeGithub;
  readonly model: FakeModel;
  readonly log: FakeActionsLog;
  readonly baselines: FakeBranchStore;
  /** What is kept of answers from run to run; nothing unless the scene was given one. */
  readonly cache: FakeCache;
  /** A folder that lives as long as the scene; the result files are in `report`, the job summary is `summary`. */
  readonly folder: string;
  /** What the model answers from now on. */
  answer: Script;
  evaluate(event: TestEvent, run?: SceneRun): Promise<ActionResult>;
  rebaseline(event: TestEvent, run?: SceneRun): Promise<ActionResult>;
  calibrate(event: TestEvent, run?: SceneRun): Promise<ActionResult>;
  /** Commits changes on `feature` (null for none), opens or updates pull request 7 and evaluates its event. */
  push(
    changes: FileSpecs | null,
    event?: Partial<PullRequestEvent>,
    run?: SceneRun,
  ): Promise<ActionResult & { readonly head: string }>;
  /** Sets a label on pull request 7, or takes it off, and evaluates that event. */
  setLabel(name: string, sender: string, event?: Partial<PullRequestEvent>, run?: SceneRun): Promise<ActionResult>;
  removeLabel(name: string, sender: string, event?: Partial<PullRequestEvent>, run?: SceneRun): Promise<ActionResult>;
}

/** The fake GitHub of a scene; `onBranch` keeps baselines on its branch, not in memory, and `cache` keeps answers from run to run. */
export type SceneOptions = Omit<FakeGithubOptions, 'repoDir'> & {
  readonly onBranch?: boolean;
  readonly cache?: FakeCache | null;
};

/**
 * Sets up a scene over the files of `main` and tells a story on it. Fails if any request or answer was not as GitHub's
 * own description has it, and where an output is set that `action.yml` does not name.
 */
export async function withActionScene(
  main: FileSpecs,
  tell: (scene: ActionScene) => Promise<void>,
  options: SceneOptions = {},
): Promise<void> {
  const { onBranch = false, cache = null, ...place } = options;
  const repository = await createRepository({ main });
  const github = await startFakeGithub({ repoDir: repository.dir, ...place });
  const folder = await mkdtemp(join(tmpdir(), 'action-'));
  try {
    await tell(createScene(repository, github, folder, onBranch, cache));
    if (github.violations.length > 0) throw new Error(github.violations.join('\n'));
  } finally {
    await Promise.all([github.close(), repository.remove()]);
    await rm(folder, { recursive: true, force: true });
  }
}

function createScene(
  repository: TestRepository,
  github: FakeGithub,
  folder: string,
  onBranch: boolean,
  cache: FakeCache | null,
): ActionScene {
  const log = createFakeActionsLog();
  const model = createFakeModel((call, signal) => scene.answer(call, signal));
  const baselines = createFakeBranchStore();
  const signal = new AbortController().signal;

  const prepare = async ({ payload, env }: TestEvent, run: SceneRun): Promise<Scene> => {
    const own = { 'github-token': 'secret-token', 'report-path': join(folder, 'report') };
    const given = { ...own, ...(run.mode && { mode: run.mode.name }), ...run.inputs };
    const { inputs } = readInputs(
      Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      run.mode === undefined ? [] : [run.mode.name],
    );
    const runner: Runner = { env: { GITHUB_STEP_SUMMARY: join(folder, 'summary'), ...run.env }, log, signal };
    const event = parseEvent(payload, env);
    const client = await connect(github, inputs.githubToken, log);
    const world: World = {
      repository: createGithubRepository(client),
      baselines: onBranch ? createGithubBranchStore(client) : baselines,
      noise: null,
      openCache: () => cache,
      log,
      clock: { nowMs: () => Date.parse('2026-11-25T12:00:00Z') },
      signal,
      openSpool: createMemorySpool,
      openModel: async () => model,
    };
    return { event, client, world, inputs, runner };
  };

  const runMode =
    (mode: Mode): ActionScene['evaluate'] =>
    async (event, run = {}) => {
      const result = await (run.mode ?? mode).run(await prepare(event, run));
      const unknown = Object.keys(result.outputs).filter((name) => !Object.hasOwn(described.outputs, name));
      if (unknown.length > 0) throw new Error(`action.yml has no output ${unknown.join(', ')}`);
      return result;
    };
  const play = runMode(evaluate);
  const runPull = async (event: Partial<PullRequestEvent>, run: SceneRun) => {
    const { head, base, merge } = await repository.openPull(7, 'feature');
    const labels = github.pulls.get(7)?.labels ?? [];
    const place = { number: 7, headSha: head, baseSha: base, sha: merge, action: 'synchronize', labels };
    return { ...(await play(pullRequestEvent({ ...place, ...event }), run)), head };
  };
  const changeLabels = (change: (labels: readonly string[]) => string[]) => {
    const pull = github.pulls.get(7);
    if (pull !== undefined) pull.labels = change(pull.labels ?? []);
  };
  const scene: ActionScene = {
    ...{ repository, github, model, log, baselines, folder, evaluate: play },
    cache: cache ?? createFakeCache(),
    answer: () => 'yes',
    rebaseline: runMode(baseline),
    calibrate: runMode(calibrate),
    push: async (changes, event = {}, run = {}) => {
      if (changes !== null) await repository.commit('feature', changes);
      if (!github.pulls.has(7)) {
        github.pulls.set(7, { number: 7, head: 'feature', author: 'author', fork: event.fork ?? null });
      }
      return runPull(event, run);
    },
    setLabel: (name, sender, event = {}, run = {}) => {
      changeLabels((labels) => [...new Set([...labels, name])]);
      return runPull({ action: 'labeled', label: name, sender, ...event }, run);
    },
    removeLabel: (name, sender, event = {}, run = {}) => {
      changeLabels((labels) => labels.filter((label) => label !== name));
      return runPull({ action: 'unlabeled', label: name, sender, ...event }, run);
    },
  };
  return scene;
}

/** A client whose waiting takes no time. */
function connect(github: FakeGithub, token: string, log: ActionsLog) {
  let now = 0;
  const timing = {
    nowMs: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
    random: () => 0.5,
  };
  const place = { token, tokenName: 'github-token', baseUrl: github.url, owner: 'acme', repo: 'prompts' };
  return createGithubClient({ ...place, log, timing, msPerWaitSecond: 0 });
}

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { TestEvent } from './fake-github/events.ts';
import { createRepository, type FileSpecs, type TestRepository } from './fake-github/repository.ts';
import { type FakeGithub, startFakeGithub } from './fake-github/server.ts';
import type { FakeGithubOptions } from './fake-github/state.ts';
import { type FakeAnswer, type FakeModel, type FakeRequest, startFakeModel } from './fake-model/fake-model.ts';

/** What build-once.mjs built from today's sources. */
const built = process.env.PROMPT_ASSAY_BUILT ?? '';

/** What a run of the built action left behind. */
export interface ActionRun {
  /** The exit code; null where a signal ended it. */
  readonly code: number | null;
  /** Standard output and error, as the job's log shows them. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The requests that the model endpoint got during this run. */
  readonly calls: readonly FakeRequest[];
  /** The text of a file in the folder of the result files; null where it is missing. */
  readReport(name: string): Promise<string | null>;
}

/** What a run is given beside its event. */
export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The text of the event's payload in place of the event's own. */
  readonly payload?: string;
  /** Sends a signal as soon as it is time. */
  readonly interrupt?: { readonly when: () => boolean; readonly signal: NodeJS.Signals };
}

/** A repository on a fake GitHub and a model endpoint, on which the built action runs. */
export interface Scene {
  readonly repository: TestRepository;
  readonly github: FakeGithub;
  readonly model: FakeModel;
  /** What the endpoint answers from now on. */
  answer: (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>;
  /** A folder that lives as long as the scene. */
  readonly folder: string;
  run(event: TestEvent, options?: RunOptions): Promise<ActionRun>;
}

/** Sets up a scene over the files of `main` and tells a story on it. Fails if any request or answer was not as GitHub's own description has it. */
export async function withScene(
  main: FileSpecs,
  tell: (scene: Scene) => Promise<void>,
  { nowMs, ...options }: Omit<FakeGithubOptions, 'repoDir'> & { readonly nowMs?: number } = {},
): Promise<void> {
  const repository = await createRepository({ main, ...(nowMs === undefined ? {} : { nowMs }) });
  const github = await startFakeGithub({ repoDir: repository.dir, ...options });
  const model = await startFakeModel({ answer: (request) => scene.answer(request) });
  const folder = await mkdtemp(join(tmpdir(), 'run-action-'));
  let runs = 0;
  const scene: Scene = {
    repository,
    github,
    model,
    folder,
    answer: () => 'yes',
    run: (event, runOptions = {}) => {
      runs += 1;
      return runAction(scene, event, runOptions, join(folder, `run-${runs}`));
    },
  };
  try {
    await tell(scene);
    if (github.violations.length > 0) throw new Error(github.violations.join('\n'));
  } finally {
    await Promise.all([github.close(), model.close(), repository.remove()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function runAction(
  { github, model }: Scene,
  { payload, env }: TestEvent,
  options: RunOptions,
  folder: string,
): Promise<ActionRun> {
  const before = model.requests.length;
  await mkdir(folder);
  const files = { event: join(folder, 'event.json'), output: join(folder, 'output'), summary: join(folder, 'summary') };
  await writeFile(files.event, options.payload ?? JSON.stringify(payload));
  await writeFile(files.output, '');
  await writeFile(files.summary, '');
  const inputs = { ...(await readDefaults()), 'base-url': model.url, ...options.inputs };
  const { code, log } = await spawnAction(folder, options.interrupt ?? null, {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    ...env,
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...options.env,
  });
  return {
    code,
    log,
    outputs: parseOutputs(await readFile(files.output, 'utf8')),
    summary: await readFile(files.summary, 'utf8'),
    calls: model.requests.slice(before),
    readReport: (name) => readFile(join(folder, 'prompt-assay-report', name), 'utf8').catch(() => null),
  };
}

/** The defaults of action.yml, which the runner sets as inputs. */
async function readDefaults(): Promise<Readonly<Record<string, string>>> {
  const { inputs } = parse(await readFile(join(built, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string }>;
  };
  const given = Object.entries(inputs).flatMap(([name, input]) =>
    input.default === undefined
      ? []
      : [[name, input.default.replace(/^\$\{\{ github\.token \}\}$/, 'ghs_0123456789abcdef')] as const],
  );
  return Object.fromEntries(given);
}

function spawnAction(
  cwd: string,
  interrupt: RunOptions['interrupt'] | null,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly log: string }> {
  const child = spawn(process.execPath, [join(built, 'dist/index.js')], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const watch = setInterval(() => {
    if (!interrupt?.when()) return;
    clearInterval(watch);
    child.kill(interrupt.signal);
  }, 5);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  return new Promise((done, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      done({ code, log });
    });
  });
}

/** The runner's file of outputs: blocks of `name<<delimiter`, text, delimiter. */
function parseOutputs(text: string): Readonly<Record<string, string>> {
  const blocks = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name, , value]) => [name ?? '', value ?? '']));
}

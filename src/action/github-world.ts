import { join } from 'node:path';
import type { ActionsLog } from '../adapters/actions/log.ts';
import { createFileCache } from '../adapters/files/response-cache.ts';
import { createFileSpool } from '../adapters/files/spool.ts';
import { createGithubBranchStore } from '../adapters/github/branch-store.ts';
import { createGithubClient, type GithubClient } from '../adapters/github/client.ts';
import type { GithubEvent } from '../adapters/github/event.ts';
import { createGithubRepository } from '../adapters/github/repository.ts';
import { createModelOpener } from '../adapters/openai/open-endpoint.ts';
import type { World } from '../pipeline/world.ts';
import type { ActionInputs } from './inputs.ts';

/** What the action has of its runner. */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: ActionsLog;
  readonly signal: AbortSignal;
}

/** A client for the event's repository, with the main token or another one. */
export function openClient(
  event: GithubEvent,
  token: string,
  tokenName: string,
  { env, log }: Runner,
): Promise<GithubClient> {
  const { owner, repo } = event;
  return createGithubClient({
    token,
    tokenName,
    baseUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    owner,
    repo,
    log,
  });
}

/**
 * The world of a run on GitHub: trees and blobs through the API, baselines on a branch, models by inputs and config.
 */
export async function openGithubWorld(
  event: GithubEvent,
  client: GithubClient,
  inputs: ActionInputs,
  runner: Runner,
): Promise<World> {
  const { env, log, signal } = runner;
  const { baselineToken, baseUrl, apiKey, replay } = inputs;
  const cachePath = inputs.cachePath ?? placeOfLooks(inputs, runner);
  const writer = baselineToken === null ? client : await openClient(event, baselineToken, 'baseline-token', runner);
  const cache = cachePath === null ? null : createFileCache(cachePath, log);
  const openModel = createModelOpener({
    caller: { baseUrl, apiKey, env },
    log,
    admit: async (endpoint) => {
      if (endpoint.apiKey !== null) log.mask(endpoint.apiKey);
    },
  });
  return {
    repository: createGithubRepository(client),
    baselines: createGithubBranchStore(writer),
    noise: null,
    openCache: () => cache,
    log,
    clock: { nowMs: () => Date.now() },
    signal,
    openSpool: createFileSpool,
    openModel: replay === null ? openModel : () => openReplay(replay),
  };
}

/** Two steps of one job look at the same outputs: judges that were asked anew would take the first look again. Null where a run draws its looks itself. */
function placeOfLooks({ mode }: ActionInputs, { env: { RUNNER_TEMP: folder = '' } }: Runner): string | null {
  return mode === 'outputs' && folder !== '' ? join(folder, 'prompt-assay') : null;
}

async function openReplay(path: string) {
  const { createReplayModel } = await import('../adapters/replay/replay-model.ts');
  const { readRecording } = await import('../adapters/files/read-recording.ts');
  return createReplayModel(await readRecording(path));
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openGithubWorld } from '../../src/action/github-world.ts';
import { readInputs } from '../../src/action/inputs.ts';
import type { GithubClient } from '../../src/adapters/github/client.ts';
import { parseEvent } from '../../src/adapters/github/event.ts';
import { builtInConfig } from '../../src/config/default-config.ts';
import { pushEvent } from '../helpers/fake-github/events.ts';
import { createFakeActionsLog } from './scene.ts';

let temp = '';
beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), 'runner-'));
});
afterAll(() => rm(temp, { recursive: true, force: true }));

/** The cache of a step. */
async function openCache(given: Readonly<Record<string, string>>) {
  const { inputs } = readInputs(given, ['outputs', 'evaluate']);
  const { payload, env: place } = pushEvent({ branch: 'main', sha: 'a'.repeat(40) });
  const runner = { env: { RUNNER_TEMP: temp }, log: createFakeActionsLog(), signal: new AbortController().signal };
  const world = await openGithubWorld(parseEvent(payload, place), {} as GithubClient, inputs, runner);
  return world.openCache(builtInConfig);
}

describe('what judges answered', () => {
  it('is known to the second look of a job: it would else be another first look', async () => {
    const step = { INPUT_MODE: 'outputs', 'INPUT_CANDIDATE-OUTPUTS': 'candidate.jsonl' };
    await (await openCache(step))?.write('asked', 'yes');
    expect(await (await openCache(step))?.read('asked')).toBe('yes');
  });

  it('is kept for nobody else without `cache-path`', async () => {
    expect(await openCache({ INPUT_MODE: 'evaluate' })).toBeNull();
  });
});

import { afterEach, expect, jest } from '@jest/globals';
import { createGithubClient, type GithubClient } from '../../../src/adapters/github/client.ts';
import type { Timing } from '../../../src/adapters/github/timing.ts';
import { createRepository, type FileSpecs, type TestRepository } from '../../helpers/fake-github/repository.ts';
import { type FakeGithub, startFakeGithub } from '../../helpers/fake-github/server.ts';
import type { FakeGithubOptions } from '../../helpers/fake-github/state.ts';

/** A fake GitHub over a fresh repository with `main`, `feature` and pull request #3, and a client for it. */
export interface World {
  readonly repository: TestRepository;
  readonly github: FakeGithub;
  readonly client: GithubClient;
  readonly pull: { readonly head: string; readonly base: string; readonly merge: string };
  readonly warnings: readonly string[];
  /** Another client, as another run would have. */
  connect(options?: {
    token?: string;
    tokenName?: string;
    msPerWaitSecond?: number;
    timing?: Timing;
  }): Promise<GithubClient>;
}

// Every request of the fake starts git processes; on a busy machine five seconds are not enough.
jest.setTimeout(60_000);

const open: World[] = [];

// A request or an answer that GitHub's own description does not allow fails the test that made it.
afterEach(async () => {
  const worlds = open.splice(0);
  for (const { github, repository } of worlds) {
    await github.close();
    await repository.remove();
  }
  expect(worlds.flatMap(({ github }) => github.violations).slice(0, 10)).toEqual([]);
});

/** A clock that stands still except for sleeping, which takes no real time. */
export function instantTiming(): Timing {
  let now = 0;
  return {
    nowMs: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    random: () => 0.5,
  };
}

export async function createWorld(options: Partial<FakeGithubOptions> & { main?: FileSpecs } = {}): Promise<World> {
  const repository = await createRepository({
    main: options.main ?? { 'prompts/a.prompt.yml': 'text: a\n' },
    branches: { feature: { files: { 'prompts/a.prompt.yml': 'text: b\n' } } },
  });
  const pull = await repository.openPull(3, 'feature');
  const github = await startFakeGithub({
    repoDir: repository.dir,
    pulls: [{ number: 3, head: 'feature' }],
    ...options,
  });
  const warnings: string[] = [];
  const connect: World['connect'] = ({
    token = 'secret-token',
    tokenName = 'github-token',
    msPerWaitSecond = 0,
    timing = instantTiming(),
  } = {}) =>
    createGithubClient({
      token,
      tokenName,
      baseUrl: github.url,
      owner: 'acme',
      repo: 'prompts',
      log: { info() {}, warn: (message) => warnings.push(message), progress() {} },
      timing,
      msPerWaitSecond,
    });
  const world = { repository, github, client: await connect(), pull, warnings, connect };
  open.push(world);
  return world;
}

import { describe, expect, it } from '@jest/globals';
import pLimit from 'p-limit';
import { createGithubBranchStore } from '../../../src/adapters/github/branch-store.ts';
import type { GithubClient } from '../../../src/adapters/github/client.ts';
import { connectTo, createMemoryGithub, type MemoryGithub } from './memory-github.ts';

const branch = 'assay/baselines';
const writers = 20;
const suites = 10;

/** Time that passes only while everybody waits: the one who waits for the shortest goes on. */
class SharedTime {
  nowMs = 0;
  #awake = 0;
  readonly #sleepers: { readonly atMs: number; wake(): void }[] = [];

  /** Lets all of them work at once. */
  async run(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
    this.#awake = tasks.length;
    await Promise.all(tasks.map((task) => task().finally(() => this.#rest())));
  }

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.push({ atMs: this.nowMs + ms, wake });
      this.#rest();
    });
  }

  #rest(): void {
    this.#awake -= 1;
    if (this.#awake > 0) return;
    const [next] = this.#sleepers.sort((a, b) => a.atMs - b.atMs).splice(0, 1);
    if (next === undefined) return;
    this.nowMs = next.atMs;
    this.#awake = 1;
    next.wake();
  }
}

/** The same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A client in shared time: a request takes 100 to 300 ms, a write a second more, as octokit keeps writes apart. */
function connect(github: MemoryGithub, time: SharedTime, random: () => number): GithubClient {
  const client = connectTo(github, { nowMs: () => time.nowMs, sleep: (ms) => time.sleep(ms), random });
  const oneByOne = pLimit(1);
  return {
    ...client,
    // One at a time: who waits for two requests would count as two.
    attempt: (purpose, run) =>
      oneByOne(async () => {
        await time.sleep((purpose.permission === 'contents: write' ? 1000 : 0) + 100 + 200 * random());
        return client.attempt(purpose, run);
      }),
  };
}

/** Twenty writers at once, two for each suite; what the branch holds then. */
async function writeAll(seed: number) {
  const github = createMemoryGithub(2);
  const time = new SharedTime();
  const write = (number: number) => async () => {
    const store = createGithubBranchStore(connect(github, time, createRandom(seed + number)));
    const suite = `suite-${number % suites}`;
    const line = `writer ${number}\n`;
    const lines = new Map([
      [`${suite}/changelog.jsonl`, line],
      ['CHANGELOG.md', line],
    ]);
    await store.write(branch, new Map([[suite, new Map([['scores.jsonl', line]])]]), line, lines);
  };
  await time.run(Array.from({ length: writers }, (_, number) => write(number)));
  const { files, commits } = github.show(branch);
  const linesOf = (path: string) => (files.get(path) ?? '').trimEnd().split('\n');
  return { linesOf, commits, seconds: time.nowMs / 1000, requests: github.requests() / writers };
}

describe('twenty writers at once', () => {
  it('lose nothing and double nothing, although GitHub shows old tips', async () => {
    const runs = await Promise.all(Array.from({ length: 8 }, (_, run) => writeAll(1000 * run)));
    for (const { linesOf, commits } of runs) {
      const all = Array.from({ length: writers }, (_, number) => `writer ${number}`);
      expect(linesOf('CHANGELOG.md').sort()).toEqual(all.sort());
      for (let suite = 0; suite < suites; suite += 1) {
        const log = linesOf(`suite-${suite}/changelog.jsonl`);
        expect([...log].sort()).toEqual([`writer ${suite}`, `writer ${suite + suites}`].sort());
        // The newest line is that of the scores which are there.
        expect(linesOf(`suite-${suite}/scores.jsonl`)).toEqual([log.at(-1)]);
      }
      expect(commits).toBe(writers);
    }
    const slowest = Math.round(Math.max(...runs.map(({ seconds }) => seconds)));
    const requests = Math.round(Math.max(...runs.map((run) => run.requests)));
    console.log(`${writers} writers, ${runs.length} times: done after ${slowest} s at most, ${requests} requests each`);
    expect(slowest).toBeLessThan(300);
  });
});

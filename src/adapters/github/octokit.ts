import { randomUUID } from 'node:crypto';
import { defaults, getOctokitOptions } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { ReadFault } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import type { Shape } from './answer-shape.ts';
import { maxRequests } from './request-limits.ts';
import { findRoute } from './routes.ts';
import type { Timing } from './timing.ts';

type OctokitOptions = NonNullable<ConstructorParameters<typeof Octokit>[0]>;

const requestTimeoutMs = 30_000;
const longestRateWaitSeconds = 60;

/** Who asks whom about which repository. */
export interface GithubClientOptions {
  readonly token: string;
  /** The name a user knows the token by, such as `github-token`; messages show it in the token's place. */
  readonly tokenName: string;
  /** `GITHUB_API_URL`, such as `https://api.github.com`. */
  readonly baseUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly log: Log;
  readonly timing?: Timing;
  /** Milliseconds per second of back-off; 0 also turns the pause between writes off, for tests against a fake. */
  readonly msPerWaitSecond?: number;
}

/**
 * Octokit with pace, retries and a count of what was sent. @actions/github brings the runner's proxy settings and its user agent, which
 * @octokit/rest alone does not know.
 */
export function createOctokit(options: GithubClientOptions, counter: { sent: number }): Octokit {
  const { log, msPerWaitSecond = 1000 } = options;
  const mayWait = (what: string) => (seconds: number, _request: object, _octokit: unknown, retries: number) => {
    if (seconds > longestRateWaitSeconds || retries >= 2) return false;
    log.warn(`GitHub's ${what} is reached; waiting ${seconds} s.`);
    return true;
  };
  const Limited = Octokit.plugin(watchRequests(counter, options.baseUrl), throttling, retry);
  const settings: OctokitOptions = {
    ...defaults,
    baseUrl: options.baseUrl,
    userAgent: 'prompt-assay',
    log: { debug() {}, info() {}, warn() {}, error() {} },
    retry: { retryAfterBaseValue: msPerWaitSecond },
    throttle: {
      enabled: msPerWaitSecond > 0,
      // The plugin's queues are global to the process: each token keeps its own pace.
      id: randomUUID(),
      retryAfterBaseValue: msPerWaitSecond,
      onRateLimit: mayWait('rate limit'),
      onSecondaryRateLimit: mayWait('secondary rate limit'),
    },
  };
  return new Limited(getOctokitOptions(options.token, settings));
}

/**
 * A plugin, innermost of all, so that it sees every attempt: counts, limits the time, keeps unrepeatable writes from being retried, and lets
 * nothing through that is not the answer of its route.
 */
function watchRequests(counter: { sent: number }, baseUrl: string) {
  return (octokit: Pick<Octokit, 'hook'>) => {
    octokit.hook.wrap('request', async (request, options) => {
      if (counter.sent >= maxRequests) {
        throw ReadFault.of(
          `This run has made ${maxRequests} requests to GitHub, the most it may make.`,
          'Narrow the `prompts` globs of the config, or split it into several configs.',
        );
      }
      const { answer, isRepeatable } = findRoute(options.method, options.url, baseUrl);
      counter.sent += 1;
      options.request = { ...options.request, signal: AbortSignal.timeout(requestTimeoutMs) };
      if (!isRepeatable) options.request.retries = 0;
      try {
        const response = await request(options);
        return { ...response, data: requireAnswer(response.data, answer) };
      } catch (thrown) {
        // Octokit's pagination takes a conflict for the end of a list.
        const isConflict = options.method === 'GET' && isRefusal(thrown) && thrown.status === 409;
        if (!isConflict && !(thrown instanceof ForeignAnswer)) throw thrown;
        // As octokit's own failures without an answer, so that it is retried where that one would be.
        throw Object.assign(new Error(thrown.message), { status: 502, request: { ...options } });
      }
    });
  };
}

/** A 2xx that GitHub did not give so: its body ended too early, or a proxy answered. */
class ForeignAnswer extends Error {}

/** Octokit hands over what it could not parse as text: an empty one where the connection ended, also a whole one of about 9 MB and more. */
function requireAnswer(data: unknown, shape: Shape): unknown {
  const value = typeof data === 'string' ? parseWhole(data) : data;
  const wrong = shape(value);
  if (wrong === null) return value;
  throw new ForeignAnswer(
    value === undefined ? 'the answer is not JSON, or was cut off' : `the answer is none of GitHub's: ${wrong}`,
  );
}

function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRefusal(thrown: unknown): thrown is Error & { readonly status: number } {
  return thrown instanceof Error && 'status' in thrown;
}

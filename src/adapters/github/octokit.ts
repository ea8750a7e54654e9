import { randomUUID } from 'node:crypto';
import { defaults, getOctokitOptions } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { ReadFault } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import type { Timing } from './timing.ts';

/** The most requests one token may make in a run: GITHUB_TOKEN has 1,000 an hour for all workflows of a repository. */
export const maxRequests = 300;
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
  const Limited = Octokit.plugin(countRequests(counter), throttling, retry);
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

/** A plugin, innermost of all, so that it sees every attempt: counts, limits the time, and keeps unrepeatable writes from being retried. */
function countRequests(counter: { sent: number }) {
  return (octokit: Pick<Octokit, 'hook'>) => {
    octokit.hook.wrap('request', (request, options) => {
      if (counter.sent >= maxRequests) {
        throw ReadFault.of(
          `This run has made ${maxRequests} requests to GitHub, the most it may make.`,
          'Narrow the `prompts` globs of the config, or split it into several configs.',
        );
      }
      counter.sent += 1;
      options.request = { ...options.request, signal: AbortSignal.timeout(requestTimeoutMs) };
      if (!isRepeatable(options.method, options.url)) options.request.retries = 0;
      return request(options);
    });
  };
}

/** False for a POST that makes a second thing when a 502 came after it was applied; git objects and statuses are equal when repeated. */
function isRepeatable(method: string, url: string): boolean {
  return method !== 'POST' || /\/git\/(blobs|trees|commits)$|\/statuses\/[^/]+$/.test(url);
}

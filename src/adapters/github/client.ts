import type { Octokit } from '@octokit/rest';
import { UserError } from '../../errors.ts';
import { explainFailure, type Purpose } from './github-error.ts';
import type { GithubClientOptions } from './octokit.ts';
import { systemTiming, type Timing } from './timing.ts';

/** GitHub's API for one repository and one token: throttled, retried, counted, with failures as sentences. */
export interface GithubClient {
  readonly owner: string;
  readonly repo: string;
  readonly tokenName: string;
  readonly timing: Timing;
  /** Requests sent so far, retries included. */
  requestCount(): number;
  /** Runs requests for a purpose; throws a GithubError where GitHub refuses, is silent, or the run's request limit is reached. */
  attempt<T>(purpose: Purpose, run: (octokit: Octokit) => Promise<T>): Promise<T>;
}

/** Creates the client; the vendor is loaded here, so that runs without GitHub do not pay for it. Throws a UserError without a token. */
export async function createGithubClient(options: GithubClientOptions): Promise<GithubClient> {
  const { token, tokenName, owner, repo, timing = systemTiming } = options;
  if (token === '') throw UserError.of(`The token \`${tokenName}\` is empty.`, `Give \`${tokenName}\` a value.`);
  const { createOctokit } = await import('./octokit.ts');
  const counter = { sent: 0 };
  const octokit = createOctokit(options, counter);
  const identity = { token, tokenName, host: new URL(options.baseUrl).host };
  return {
    owner,
    repo,
    tokenName,
    timing,
    requestCount: () => counter.sent,
    attempt: async (purpose, run) => {
      try {
        return await run(octokit);
      } catch (thrown) {
        throw explainFailure(thrown, purpose, identity);
      }
    },
  };
}

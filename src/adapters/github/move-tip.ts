import { UserError } from '../../errors.ts';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import { askedPauseMs } from './rate-limit.ts';

/**
 * What came of moving a branch: `again` where it was surely not moved and the next try may succeed, `in doubt` where no clear answer came.
 * `pauseMs` is how long GitHub asks to wait, 0 where it does not ask.
 */
export type Move =
  | { readonly outcome: 'moved' }
  | { readonly outcome: 'again' | 'in doubt'; readonly pauseMs: number; readonly refusal: GithubError };

/** Moves a branch from `tip` (null: it is made) to a commit on top of it. Throws a UserError where a rule keeps the branch. */
export async function moveTip(client: GithubClient, branch: string, tip: string | null, sha: string): Promise<Move> {
  const { owner, repo } = client;
  // Retried only after a look: a blind repeat could push a second commit over somebody else's.
  const request = { retries: 0 };
  const purpose = { action: `write the branch \`${branch}\``, permission: 'contents: write', thing: `\`${branch}\`` };
  try {
    await client.attempt(purpose, async ({ rest }) => {
      if (tip === null) await rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha, request });
      else await rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false, request });
    });
    return { outcome: 'moved' };
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    if (error.isAmbiguous) return { outcome: 'in doubt', pauseMs: 0, refusal: error };
    const pauseMs = askedPauseMs(error) ?? (isOvertaken(error) ? 0 : null);
    if (pauseMs !== null) return { outcome: 'again', pauseMs, refusal: error };
    throw isRule(error) ? keptByRule(client, branch, `${error.status}: ${error.reason}`, error) : error;
  }
}

/** True where another writer was first, or is at it. */
function isOvertaken({ status, reason }: GithubError): boolean {
  if (status === 409) return !namesRule(reason);
  return status === 422 && /not a fast forward|already exists|does not exist/i.test(reason);
}

/** GitHub took tree and commit from the same token: what it refuses now is this branch, whatever its words. */
function isRule({ status, reason }: GithubError): boolean {
  return status === 403 || status === 422 || (status === 409 && namesRule(reason));
}

const namesRule = (reason: string) => /\brule|protected/i.test(reason);

/** The error of a branch that a rule keeps from this token; `why` is GitHub's own word on it. */
export function keptByRule(
  { tokenName }: Pick<GithubClient, 'tokenName'>,
  branch: string,
  why: string,
  cause?: unknown,
): UserError {
  return UserError.of(
    `A branch rule of the repository keeps \`${tokenName}\` from writing \`${branch}\` (${why}).`,
    'GITHUB_TOKEN cannot pass branch rules. Exempt the branch in the rule, or give `baseline-token` the token of an App that may bypass it.',
    null,
    { cause },
  );
}

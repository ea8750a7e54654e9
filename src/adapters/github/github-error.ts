import { ReadFault, ReportedError } from '../../errors.ts';
import { isJsonObject } from '../../json.ts';
import { createScrubber } from '../../secrets.ts';

/** What a request is for; its words become the sentence a user reads when GitHub refuses. */
export interface Purpose {
  /** Completes "GitHub does not let the token …", e.g. `post the comment on pull request #3`. */
  readonly action: string;
  /** The workflow permission the request needs, e.g. `pull-requests: write`. */
  readonly permission: string;
  /** The thing that may be missing, e.g. `pull request #3`. */
  readonly thing: string;
}

/** The token as a user knows it, and the text that must never be shown. */
export interface TokenIdentity {
  readonly token: string;
  readonly tokenName: string;
  readonly host: string;
}

/** A request that GitHub refused or did not answer. `status` is null where no answer came; `reason` is GitHub's own sentence. */
export class GithubError extends ReadFault {
  override readonly name: string = 'GithubError';
  readonly status: number | null;
  readonly reason: string;

  constructor(status: number | null, reason: string, message: string, hint: string, cause: unknown) {
    super([{ path: null, line: null, column: null, message, hint }], { cause });
    this.status = status;
    this.reason = reason;
  }

  /** True where the request may have been applied although it failed: no answer, or a server error. */
  get isAmbiguous(): boolean {
    return this.status === null || this.status >= 500;
  }
}

/** A request that failed, as octokit throws it; without `response` where no answer came. */
export interface RefusedRequest {
  readonly status: number;
  readonly message: string;
  readonly response?: { readonly headers: Readonly<Record<string, unknown>>; readonly data: unknown };
}

/** Turns what octokit threw into a GithubError that names the secret, the permission or the thing; anything else is returned as it is. */
export function explainFailure(thrown: unknown, purpose: Purpose, identity: TokenIdentity): unknown {
  if (thrown instanceof ReportedError || !isFailure(thrown)) return thrown;
  const reason = cleanReason(thrown, identity.token);
  const status = thrown.response === undefined ? null : thrown.status;
  const [message, hint] = describe(thrown, status, reason, purpose, identity);
  return new GithubError(status, reason, message, hint, thrown);
}

function isFailure(thrown: unknown): thrown is RefusedRequest {
  return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number';
}

/** GitHub's sentence on one line, without control characters, without the token in any form, at most 300 characters. */
function cleanReason(failure: RefusedRequest, token: string): string {
  const data = failure.response?.data;
  const said = isJsonObject(data) ? [data, ...asList(data.errors)].map(messageOf).join(' ') : failure.message;
  const scrub = createScrubber(token === '' ? [] : [token]);
  return scrub(said)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/\.$/, '')
    .slice(0, 300);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function messageOf(value: unknown): string {
  return isJsonObject(value) && typeof value.message === 'string' ? value.message : '';
}

function describe(
  failure: RefusedRequest,
  status: number | null,
  reason: string,
  purpose: Purpose,
  { tokenName, host }: TokenIdentity,
): [message: string, hint: string] {
  const { action, permission, thing } = purpose;
  if (status === null) {
    return [`${host} did not answer when asked to ${action} (${reason}).`, 'Check the network and run again.'];
  }
  if (status === 401) {
    return [
      `GitHub refused the token \`${tokenName}\` (401) when asked to ${action}.`,
      'Check the secret behind it: it may be expired, revoked, or not set for this event.',
    ];
  }
  if (isRateLimit(failure, reason)) {
    return [
      `GitHub's rate limit for \`${tokenName}\` is used up${describeReset(failure)}; it could not ${action}.`,
      'Run again later. All workflows of a repository share the limit of GITHUB_TOKEN.',
    ];
  }
  if (status === 403 && /\block/i.test(reason)) {
    return [`GitHub does not let anyone ${action}: ${reason}.`, 'Unlock the conversation.'];
  }
  if (status === 403) {
    return [
      `GitHub does not let \`${tokenName}\` ${action}: ${reason}.`,
      `Add \`${permission}\` to the \`permissions:\` of the job. Runs for forks and Dependabot always get a read-only token.`,
    ];
  }
  if (status === 404) {
    return [
      `GitHub found no ${thing} when asked to ${action}, or \`${tokenName}\` may not see it.`,
      `Check that it exists, and that the job has \`${permission}\`.`,
    ];
  }
  if (status >= 500) {
    return [`GitHub answered ${status} when asked to ${action}.`, 'Run again; www.githubstatus.com tells of outages.'];
  }
  return [`GitHub refused to ${action} (${status}): ${reason}.`, 'Change what it names and run again.'];
}

/** True where the pace was refused, not the request. */
export function isRateLimit(failure: RefusedRequest, reason: string): boolean {
  if (failure.status !== 403 && failure.status !== 429) return false;
  return (
    failure.status === 429 || failure.response?.headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(reason)
  );
}

function describeReset(failure: RefusedRequest): string {
  const seconds = Number(failure.response?.headers['x-ratelimit-reset']);
  if (failure.response?.headers['x-ratelimit-remaining'] !== '0' || !Number.isSafeInteger(seconds)) return '';
  return ` until ${new Date(seconds * 1000).toISOString().slice(11, 16)} UTC`;
}

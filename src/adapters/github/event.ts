import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';

/** The pull request as the event's payload has it: the state at the time of the event, also on a re-run. */
export interface EventPullRequest {
  readonly number: number;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly headSha: string;
  readonly headRef: string;
  readonly isFork: boolean;
  readonly author: string | null;
  readonly isDraft: boolean;
}

/** What started the run. Absent parts are null; texts in it come from strangers. */
export interface GithubEvent {
  readonly name: string;
  readonly action: string | null;
  readonly owner: string;
  readonly repo: string;
  readonly defaultBranch: string | null;
  /** `GITHUB_REF`, such as `refs/heads/main`. */
  readonly ref: string;
  /** `GITHUB_SHA`: on `pull_request` the test merge. */
  readonly sha: string;
  /** On `push` where the branch was before; null where it is new, and for other events. */
  readonly before: string | null;
  readonly pullRequest: EventPullRequest | null;
  readonly mergeGroup: { readonly baseSha: string; readonly headSha: string; readonly headRef: string } | null;
  /** The label of a `labeled` or `unlabeled` event. */
  readonly label: string | null;
  readonly sender: string | null;
  /** True for `edited` where the base branch was changed. */
  readonly isRetargeted: boolean;
  readonly inputs: JsonObject;
  /** The repository's page; null where the runner does not name its server. */
  readonly repositoryUrl: string | null;
  readonly runUrl: string | null;
  readonly runAttempt: number;
}

/** True where the run is of the default branch itself. */
export function isOnDefaultBranch({ ref, defaultBranch }: Pick<GithubEvent, 'ref' | 'defaultBranch'>): boolean {
  return ref === `refs/heads/${defaultBranch}`;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the event of this run; throws a UserError outside Actions, and for a payload that is missing or no JSON object. */
export async function readEvent(env: Environment): Promise<GithubEvent> {
  const path = env.GITHUB_EVENT_PATH;
  if (!path) throw outsideActions('GITHUB_EVENT_PATH');
  let payload: unknown;
  try {
    payload = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw UserError.of(`The event payload ${path} cannot be read.`, 'Run this as a step of a GitHub workflow.', null, {
      cause,
    });
  }
  return parseEvent(payload, env);
}

/** The event of a payload and the runner's environment; throws a UserError that names what is missing. */
export function parseEvent(payload: unknown, env: Environment): GithubEvent {
  if (!isJsonObject(payload)) throw garbled('it is no JSON object');
  const [owner, repo, ...rest] = required(env, 'GITHUB_REPOSITORY').split('/');
  if (!owner || !repo || rest.length > 0) throw garbled('GITHUB_REPOSITORY is not `owner/name`');
  const name = required(env, 'GITHUB_EVENT_NAME');
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: runId } = env;
  return {
    name,
    action: text(payload, 'action'),
    owner,
    repo,
    defaultBranch: text(payload, 'repository', 'default_branch'),
    ref: required(env, 'GITHUB_REF'),
    sha: objectId(required(env, 'GITHUB_SHA'), 'GITHUB_SHA'),
    before: name === 'push' ? parseBefore(payload) : null,
    pullRequest: name.startsWith('pull_request') ? parsePullRequest(payload) : null,
    mergeGroup: name === 'merge_group' ? parseMergeGroup(payload) : null,
    label: text(payload, 'label', 'name'),
    sender: text(payload, 'sender', 'login'),
    isRetargeted: text(payload, 'changes', 'base', 'ref', 'from') !== null,
    inputs: object(payload, 'inputs') ?? {},
    repositoryUrl: server ? `${server}/${owner}/${repo}` : null,
    runUrl: server && runId ? `${server}/${owner}/${repo}/actions/runs/${runId}` : null,
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1) || 1,
  };
}

/** The branch that a merge group goes into and the pull request that heads it, from `gh-readonly-queue/BRANCH/pr-NUMBER-SHA`; null for another ref. */
export function parseQueueRef(headRef: string): { readonly branch: string; readonly number: number } | null {
  const [, branch, number] = /gh-readonly-queue\/(.+)\/pr-(\d{1,10})-[0-9a-f]{40,64}$/.exec(headRef) ?? [];
  return branch === undefined ? null : { branch, number: Number(number) };
}

function parsePullRequest(payload: JsonObject): EventPullRequest {
  const number = at(payload, 'pull_request', 'number');
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw garbled('`pull_request.number` is missing');
  const baseRepository = text(payload, 'pull_request', 'base', 'repo', 'full_name');
  return {
    number,
    baseSha: objectIdAt(payload, 'pull_request', 'base', 'sha'),
    baseRef: textAt(payload, 'pull_request', 'base', 'ref'),
    headSha: objectIdAt(payload, 'pull_request', 'head', 'sha'),
    headRef: textAt(payload, 'pull_request', 'head', 'ref'),
    // The head's repository is null when the fork was deleted: still a fork.
    isFork: baseRepository === null || text(payload, 'pull_request', 'head', 'repo', 'full_name') !== baseRepository,
    author: text(payload, 'pull_request', 'user', 'login'),
    isDraft: at(payload, 'pull_request', 'draft') === true,
  };
}

/** All zeros where the branch was not there. */
function parseBefore(payload: JsonObject): string | null {
  const before = text(payload, 'before');
  return before === null || /^0+$/.test(before) ? null : objectId(before, 'before');
}

function parseMergeGroup(payload: JsonObject) {
  return {
    baseSha: objectIdAt(payload, 'merge_group', 'base_sha'),
    headSha: objectIdAt(payload, 'merge_group', 'head_sha'),
    headRef: textAt(payload, 'merge_group', 'head_ref'),
  };
}

function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((found, key) => (isJsonObject(found) ? found[key] : undefined), value);
}

function text(payload: JsonObject, ...path: readonly string[]): string | null {
  const found = at(payload, ...path);
  return typeof found === 'string' ? found : null;
}

function object(payload: JsonObject, ...path: readonly string[]): JsonObject | null {
  const found = at(payload, ...path);
  return isJsonObject(found) ? found : null;
}

function textAt(payload: JsonObject, ...path: readonly string[]): string {
  const found = text(payload, ...path);
  if (found === null) throw garbled(`\`${path.join('.')}\` is missing`);
  return found;
}

function objectIdAt(payload: JsonObject, ...path: readonly string[]): string {
  return objectId(textAt(payload, ...path), path.join('.'));
}

function objectId(value: string, name: string): string {
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(value)) throw garbled(`\`${name}\` is no commit id`);
  return value;
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw outsideActions(name);
  return value;
}

function outsideActions(name: string): UserError {
  return UserError.of(
    `The variable ${name} is not set.`,
    'Run this as a step of a GitHub workflow, or use the command `prompt-assay run` in a terminal.',
  );
}

function garbled(what: string): UserError {
  return UserError.of(
    `The event payload cannot be used: ${what}.`,
    'Run this on one of the events named in the README.',
  );
}

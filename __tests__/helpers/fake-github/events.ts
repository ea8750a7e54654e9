import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A payload and the variables that the runner sets beside it. */
export interface TestEvent {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string>>;
}

/** Where the event happens; the names are those of the fake's defaults. */
export interface EventPlace {
  readonly owner?: string;
  readonly repo?: string;
  readonly defaultBranch?: string;
  readonly apiUrl?: string;
  readonly sender?: string;
}

export interface PullRequestEvent extends EventPlace {
  readonly number: number;
  readonly headSha: string;
  readonly headRef?: string;
  readonly baseSha: string;
  readonly baseRef?: string;
  /** The test merge, which is GITHUB_SHA on `pull_request`; the default branch's tip on `pull_request_target`. */
  readonly sha: string;
  readonly action?: string;
  readonly label?: string;
  readonly labels?: readonly string[];
  readonly draft?: boolean;
  readonly author?: string;
  /** `owner/name` of the fork, or null for one that was deleted. */
  readonly fork?: string | null;
  /** The base branch before an `edited` event. */
  readonly oldBase?: string;
}

function repositoryOf({ owner = 'acme', repo = 'prompts', defaultBranch = 'main' }: EventPlace) {
  return { name: repo, full_name: `${owner}/${repo}`, owner: { login: owner }, default_branch: defaultBranch };
}

function environmentOf(place: EventPlace, name: string, ref: string, sha: string): Readonly<Record<string, string>> {
  const { full_name } = repositoryOf(place);
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: name,
    GITHUB_REPOSITORY: full_name,
    GITHUB_REF: ref,
    GITHUB_SHA: sha,
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: place.apiUrl ?? 'http://127.0.0.1:1',
    GITHUB_ACTOR: place.sender ?? 'author',
  };
}

function buildEvent(place: EventPlace, name: string, ref: string, sha: string, payload: object): TestEvent {
  const common = { repository: repositoryOf(place), sender: { login: place.sender ?? 'author', type: 'User' } };
  return { payload: { ...common, ...payload }, env: environmentOf(place, name, ref, sha) };
}

function pullRequestPayload(event: PullRequestEvent): object {
  const { number, action = 'opened', label, oldBase, fork } = event;
  const repository = repositoryOf(event);
  const headRepository = fork === undefined ? repository : fork === null ? null : { full_name: fork, fork: true };
  return {
    action,
    number,
    pull_request: {
      number,
      state: action === 'closed' ? 'closed' : 'open',
      draft: event.draft ?? false,
      user: { login: event.author ?? 'author', type: 'User' },
      labels: (event.labels ?? []).map((name) => ({ name })),
      head: { ref: event.headRef ?? 'feature', sha: event.headSha, repo: headRepository },
      base: { ref: event.baseRef ?? 'main', sha: event.baseSha, repo: repository },
    },
    ...(label === undefined ? {} : { label: { name: label } }),
    ...(oldBase === undefined ? {} : { changes: { base: { ref: { from: oldBase }, sha: { from: event.baseSha } } } }),
  };
}

/** `pull_request`: opened by default; `labeled`, `edited`, `closed` and others by `action`. */
export function pullRequestEvent(event: PullRequestEvent): TestEvent {
  const ref = `refs/pull/${event.number}/merge`;
  return buildEvent(event, 'pull_request', ref, event.sha, pullRequestPayload(event));
}

/** `pull_request_target`: ref and SHA are the default branch's, whatever the base. */
export function pullRequestTargetEvent(event: PullRequestEvent): TestEvent {
  const ref = `refs/heads/${event.defaultBranch ?? 'main'}`;
  return buildEvent(event, 'pull_request_target', ref, event.sha, pullRequestPayload(event));
}

export function mergeGroupEvent(
  group: EventPlace & { readonly baseSha: string; readonly headSha: string; readonly headRef: string },
): TestEvent {
  const { baseSha, headSha, headRef } = group;
  const merge_group = { base_sha: baseSha, base_ref: 'refs/heads/main', head_sha: headSha, head_ref: headRef };
  return buildEvent(group, 'merge_group', headRef, headSha, { action: 'checks_requested', merge_group });
}

/** `workflow_run`: another workflow ended that ran for this head; as GitHub sends it for a fork, without pull requests. */
export function workflowRunEvent(
  run: EventPlace & {
    readonly workflow: string;
    readonly headSha: string;
    readonly headRef: string;
    readonly fork?: string;
    readonly sha: string;
  },
): TestEvent {
  const repository = run.fork ?? repositoryOf(run).full_name;
  const workflow_run = {
    ...{ name: run.workflow, event: 'pull_request', conclusion: 'success', pull_requests: [] },
    ...{ head_sha: run.headSha, head_branch: run.headRef },
    head_repository: { full_name: repository, owner: { login: repository.split('/')[0] } },
  };
  const payload = { action: 'completed', workflow_run };
  return buildEvent(run, 'workflow_run', `refs/heads/${run.defaultBranch ?? 'main'}`, run.sha, payload);
}

/** `push`; `before` is where the branch was, which is all zeros for a new one. */
export function pushEvent(
  push: EventPlace & { readonly branch: string; readonly sha: string; readonly before?: string },
): TestEvent {
  const { branch, sha: after, before = '0'.repeat(40) } = push;
  const ref = `refs/heads/${branch}`;
  return buildEvent(push, 'push', ref, after, { ref, before, after });
}

export function dispatchEvent(
  dispatch: EventPlace & {
    readonly sha: string;
    readonly branch?: string;
    readonly inputs?: Readonly<Record<string, string>>;
  },
): TestEvent {
  const ref = `refs/heads/${dispatch.branch ?? 'main'}`;
  return buildEvent(dispatch, 'workflow_dispatch', ref, dispatch.sha, { ref, inputs: dispatch.inputs ?? null });
}

/** Writes the payload where the runner would; returns the environment for a spawned action. */
export async function writeEvent({ payload, env }: TestEvent): Promise<Readonly<Record<string, string>>> {
  const path = join(await mkdtemp(join(tmpdir(), 'fake-github-event-')), 'event.json');
  await writeFile(path, JSON.stringify(payload));
  return { ...env, GITHUB_EVENT_PATH: path };
}

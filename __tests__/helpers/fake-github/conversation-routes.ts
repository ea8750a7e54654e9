import { type Answer, type Call, created, notFound, ok, paged, type Route, refuse } from './route.ts';
import type { FakeComment, FakePull, FakeStatus, State } from './state.ts';

const root = '/repos/{owner}/{repo}';
const maxBodyLength = 65_536;

/** Pull requests, comments, statuses, labels, people. */
export const conversationRoutes: readonly Route[] = [
  { method: 'GET', path: '/user', scope: 'metadata', handle: readUser },
  { method: 'GET', path: root, scope: 'metadata', handle: readRepository },
  { method: 'GET', path: `${root}/collaborators/{username}/permission`, scope: 'metadata', handle: readPermission },
  { method: 'GET', path: `${root}/pulls`, scope: 'pull_requests', handle: listPulls },
  { method: 'GET', path: `${root}/pulls/{pull_number}`, scope: 'pull_requests', handle: readPull },
  { method: 'GET', path: `${root}/issues/{issue_number}/comments`, scope: 'pull_requests', handle: listComments },
  { method: 'POST', path: `${root}/issues/{issue_number}/comments`, scope: 'pull_requests', handle: createComment },
  { method: 'GET', path: `${root}/issues/comments`, scope: 'pull_requests', handle: listRecentComments },
  { method: 'GET', path: `${root}/issues/comments/{comment_id}`, scope: 'pull_requests', handle: readComment },
  { method: 'PATCH', path: `${root}/issues/comments/{comment_id}`, scope: 'pull_requests', handle: updateComment },
  { method: 'DELETE', path: `${root}/issues/comments/{comment_id}`, scope: 'pull_requests', handle: deleteComment },
  { method: 'POST', path: `${root}/statuses/{sha}`, scope: 'statuses', handle: createStatus },
  { method: 'GET', path: `${root}/commits/{commit_sha}/pulls`, scope: 'pull_requests', handle: listPullsOfCommit },
  { method: 'GET', path: `${root}/commits/{ref}/statuses`, scope: 'statuses', handle: listStatuses },
  { method: 'GET', path: `${root}/commits/{ref}/status`, scope: 'statuses', handle: combineStatuses },
];

function readUser(_state: State, { actor }: Call): Answer {
  if (actor.type === 'Bot') return refuse(403, 'Resource not accessible by integration');
  return ok({ login: actor.login, type: actor.type, user_view_type: 'public' });
}

const describeRepository = (state: State) => ({
  name: state.repo,
  full_name: `${state.owner}/${state.repo}`,
  owner: { login: state.owner, type: 'Organization' },
  default_branch: state.defaultBranch,
  private: false,
});

function readRepository(state: State): Answer {
  return ok(describeRepository(state));
}

function readPermission({ collaborators }: State, { params }: Call): Answer {
  const permission = collaborators[params.username ?? ''];
  if (permission === undefined) return refuse(404, `${params.username} is not a user`);
  return ok({ permission, role_name: permission, user: { login: params.username } });
}

const pullOf = (state: State, { params }: Call) => state.pulls.get(Number(params.issue_number ?? params.pull_number));

async function readPull(state: State, call: Call): Promise<Answer> {
  const pull = pullOf(state, call);
  if (pull === undefined) return notFound;
  return ok({ ...(await describePull(state, pull)), mergeable: describeMergeability(pull) });
}

async function describePull(state: State, pull: FakePull) {
  const { objects, owner } = state;
  const base = pull.base ?? state.defaultBranch;
  const repository = describeRepository(state);
  const fork = pull.fork ? { ...repository, full_name: pull.fork, fork: true } : repository;
  const stateWord = pull.state ?? (pull.mergedAs === undefined ? 'open' : 'closed');
  return {
    number: pull.number,
    title: pull.title ?? 'a change',
    state: stateWord,
    draft: pull.draft ?? false,
    locked: pull.locked ?? false,
    user: { login: pull.author ?? 'author', type: 'User' },
    labels: (pull.labels ?? []).map(describeLabel),
    merge_commit_sha: pull.mergedAs ?? (await objects.find(`refs/pull/${pull.number}/merge`)),
    merged_at: pull.mergedAs === undefined ? null : '2026-01-01T00:00:00Z',
    head: {
      ref: pull.head,
      label: `${pull.fork ? pull.fork.split('/')[0] : owner}:${pull.head}`,
      repo: fork,
      sha: await objects.find(`refs/pull/${pull.number}/head`),
    },
    base: { ref: base, label: `${owner}:${base}`, repo: repository, sha: await objects.find(`refs/heads/${base}`) },
  };
}

/** Null while GitHub is still at the merge; it then shows the one before. */
function describeMergeability(pull: FakePull): boolean | null {
  const polls = pull.mergePolls ?? 0;
  if (polls > 0) pull.mergePolls = polls - 1;
  return polls > 0 ? null : pull.conflicts !== true;
}

/** Pull requests in a state, of one head `owner:branch` where that is asked for. */
async function listPulls(state: State, { query }: Call): Promise<Answer> {
  const described = await Promise.all([...state.pulls.values()].map((pull) => describePull(state, pull)));
  const [wanted, head] = [query.get('state') ?? 'open', query.get('head')];
  const isAsked = (pull: (typeof described)[number]) =>
    (wanted === 'all' || pull.state === wanted) && (head === null || pull.head.label === head);
  return paged(described.filter(isAsked));
}

/** The pull requests that a commit came with: those whose merge put it there, and the open ones that it heads. */
async function listPullsOfCommit(state: State, { params }: Call): Promise<Answer> {
  const sha = params.commit_sha ?? '';
  if ((await state.objects.find(`${sha}^{commit}`)) === null) return refuse(422, `No commit found for SHA: ${sha}`);
  const described = await Promise.all([...state.pulls.values()].map((pull) => describePull(state, pull)));
  const isOf = (pull: (typeof described)[number]) => {
    const { mergedAs, mergedBelow = [] } = state.pulls.get(pull.number) ?? {};
    return mergedAs === sha || mergedBelow.includes(sha) || pull.head.sha === sha;
  };
  return paged(described.filter(isOf));
}

const describeLabel = (name: string) => ({
  id: 1,
  node_id: 'L',
  name,
  color: 'ededed',
  default: false,
  url: 'https://github.example/label',
});

function describeComment(comment: FakeComment, url: string) {
  return {
    id: comment.id,
    body: comment.body,
    user: comment.user,
    performed_via_github_app: comment.byApp ? { slug: 'an-app', name: 'An App' } : null,
    html_url: `${url}/pull/${comment.issue}#issuecomment-${comment.id}`,
    url: `${url}/comments/${comment.id}`,
    issue_url: `${url}/issues/${comment.issue}`,
    author_association: 'NONE',
  };
}

function listComments(state: State, call: Call): Answer {
  if (pullOf(state, call) === undefined) return notFound;
  const comments = state.comments.filter(({ issue }) => issue === Number(call.params.issue_number));
  return paged(comments.map((comment) => describeComment(comment, call.url)));
}

/** The fake keeps no times: what was created last counts as changed last. */
function listRecentComments(state: State, call: Call): Answer {
  return paged([...state.comments].reverse().map((comment) => describeComment(comment, call.url)));
}

function createComment(state: State, call: Call): Answer {
  const pull = pullOf(state, call);
  if (pull === undefined) return notFound;
  if (pull.locked) return refuse(403, 'Unable to create comment because issue is locked.');
  if (isTooLong(call.body.body)) return tooLong;
  const { login, type } = call.actor;
  const id = Math.max(999, ...state.comments.map((comment) => comment.id)) + 1;
  const comment = { id, issue: pull.number, user: { login, type }, body: String(call.body.body) };
  state.comments.push(comment);
  return created(describeComment(comment, call.url));
}

const isTooLong = (body: string) => [...body].length > maxBodyLength;
const tooLong = refuse(422, 'Validation Failed', [
  {
    resource: 'IssueComment',
    code: 'unprocessable',
    field: 'data',
    message: `Body is too long (maximum is ${maxBodyLength} characters)`,
  },
]);

const commentOf = ({ comments }: State, { params }: Call) =>
  comments.find(({ id }) => id === Number(params.comment_id));

function readComment(state: State, call: Call): Answer {
  const comment = commentOf(state, call);
  return comment === undefined ? notFound : ok(describeComment(comment, call.url));
}

function updateComment(state: State, call: Call): Answer {
  const comment = commentOf(state, call);
  if (comment === undefined) return notFound;
  if (isTooLong(call.body.body)) return tooLong;
  comment.body = String(call.body.body);
  return ok(describeComment(comment, call.url));
}

function deleteComment(state: State, call: Call): Answer {
  const comment = commentOf(state, call);
  if (comment === undefined) return notFound;
  state.comments.splice(state.comments.indexOf(comment), 1);
  return { status: 204, body: undefined };
}

async function createStatus(state: State, { params, body, actor, url }: Call): Promise<Answer> {
  const sha = params.sha ?? '';
  if ((await state.objects.find(`${sha}^{commit}`)) === null) return refuse(422, `No commit found for SHA: ${sha}`);
  if ([...(body.description ?? '')].length > 140) {
    return refuse(422, 'Validation Failed', [{ message: 'description is too long (maximum is 140 characters)' }]);
  }
  const status: FakeStatus = {
    sha,
    state: body.state,
    context: body.context ?? 'default',
    description: body.description ?? null,
    targetUrl: body.target_url ?? null,
    creator: actor.login,
  };
  state.statuses.push(status);
  return created(describeStatus(status, url));
}

function describeStatus(status: FakeStatus, url: string) {
  const { state, context, description, targetUrl: target_url, creator } = status;
  return { state, context, description, target_url, creator: { login: creator, type: 'Bot' }, url: `${url}/status` };
}

async function statusesOf(state: State, { params }: Call): Promise<readonly FakeStatus[]> {
  const sha = await state.objects.find(`${params.ref}^{commit}`);
  return state.statuses.filter((status) => status.sha === sha).reverse();
}

async function listStatuses(state: State, call: Call): Promise<Answer> {
  return paged((await statusesOf(state, call)).map((status) => describeStatus(status, call.url)));
}

async function combineStatuses(state: State, call: Call): Promise<Answer> {
  const newest = new Map<string, FakeStatus>();
  for (const status of await statusesOf(state, call)) {
    if (!newest.has(status.context)) newest.set(status.context, status);
  }
  const states = [...newest.values()].map((status) => status.state);
  const isBad = states.some((one) => one === 'failure' || one === 'error');
  const isGood = states.length > 0 && states.every((one) => one === 'success');
  return ok({
    state: isBad ? 'failure' : isGood ? 'success' : 'pending',
    total_count: newest.size,
    sha: call.params.ref,
    statuses: [...newest.values()].map((status) => describeStatus(status, call.url)),
    repository: describeRepository(state),
  });
}

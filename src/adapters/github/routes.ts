import { flag, hash, integer, list, object, optional, type Shape, text } from './answer-shape.ts';

/** An endpoint that we call. */
export interface Route {
  /** Method and path; `*` is one segment, `repo` stands for the repository's own part of the path. */
  readonly name: string;
  /** What we read of its answer, or trust it to have done. */
  readonly answer: Shape;
  /** False for what makes a second thing when it is sent again after a 502 that came late; git objects and statuses are equal when repeated. */
  readonly isRepeatable: boolean;
}

const account = object({ login: text });
const author = { user: optional(object({ login: text, type: text })), performed_via_github_app: optional(object({})) };
const comment = object({ ...author, id: integer, body: optional(text), html_url: text });
const recentComment = object({ ...author, body: optional(text), issue_url: text });
const newObject = object({ sha: hash });
const ref = object({ object: newObject });
const pull = object({
  number: integer,
  state: text,
  draft: optional(flag),
  merge_commit_sha: optional(hash),
  mergeable: optional(flag),
  user: optional(account),
  labels: list(object({ name: text })),
  head: object({ ref: text, sha: hash, repo: optional(object({ full_name: text })) }),
  base: object({ ref: text, sha: hash, repo: object({ full_name: text }) }),
});
const commitPull = object({
  number: integer,
  title: text,
  merged_at: optional(text),
  merge_commit_sha: optional(hash),
  head: object({ sha: hash }),
  base: object({ ref: text }),
});
const status = object({
  state: text,
  context: text,
  description: optional(text),
  target_url: optional(text),
  creator: optional(account),
});
const entry = object({ path: text, mode: text, type: text, sha: hash, size: optional(integer) });
/** A query that is refused is answered all the same. */
const queried: Shape = (value) =>
  object({ errors: list(object({ message: text })) })(value) === null
    ? null
    : object({ data: object({ repository: object({}) }) })(value);
/** Nothing is read of it. */
const nothing: Shape = () => null;

const answers: Readonly<Record<string, Shape>> = {
  'GET /user': account,
  'POST /graphql': queried,
  'GET repo': object({ default_branch: text }),
  'GET repo/collaborators/*/permission': object({ permission: text }),
  'GET repo/pulls': list(pull),
  'GET repo/pulls/*': pull,
  'GET repo/issues/*/comments': list(comment),
  'POST repo/issues/*/comments': comment,
  'GET repo/issues/comments': list(recentComment),
  'PATCH repo/issues/comments/*': comment,
  'DELETE repo/issues/comments/*': nothing,
  'GET repo/commits/*/pulls': list(commitPull),
  'GET repo/commits/*/statuses': list(status),
  'POST repo/statuses/*': status,
  'GET repo/branches/*': object({ protected: flag }),
  'GET repo/rules/branches/*': list(object({ type: text, ruleset_id: optional(integer) })),
  'GET repo/rulesets/*': object({ name: text, current_user_can_bypass: optional(text) }),
  'GET repo/compare/*': object({ merge_base_commit: newObject }),
  'GET repo/git/trees/*': object({ tree: list(entry), truncated: flag }),
  'POST repo/git/trees': newObject,
  'GET repo/git/blobs/*': object({ content: text, encoding: text }),
  'POST repo/git/blobs': newObject,
  'GET repo/git/commits/*': object({ tree: newObject, parents: list(newObject), committer: object({ date: text }) }),
  'POST repo/git/commits': newObject,
  'GET repo/git/ref/*': ref,
  'POST repo/git/refs': ref,
  'PATCH repo/git/refs/*': ref,
};

const unrepeatable: readonly string[] = ['POST repo/issues/*/comments', 'POST repo/git/refs'];

/** GitHub's links to further pages name the repository by its number. */
const repository = '/(?:repos/[^/]+/[^/]+|repositories/\\d+)';

const routes = Object.entries(answers).map(([name, answer]) => ({
  route: { name, answer, isRepeatable: !unrepeatable.includes(name) } satisfies Route,
  pattern: new RegExp(`^${name.replaceAll('*', '[^/]+').replace(' repo', ` ${repository}`)}$`),
}));

/** All of them, for who wants to look at each. */
export const knownRoutes: readonly Route[] = routes.map(({ route }) => route);

/** The route of a request by its address or its template; throws where no entry says what its answer is. */
export function findRoute(method: string, url: string, baseUrl: string): Route {
  const { pathname } = new URL(url, baseUrl);
  const root = new URL(baseUrl).pathname.replace(/\/$/, '');
  const path = pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : pathname;
  const asked = `${method} ${path.endsWith('/graphql') && method === 'POST' ? '/graphql' : path}`;
  const found = routes.find(({ pattern }) => pattern.test(asked));
  if (found === undefined) throw new Error(`no answer is described for ${asked}`);
  return found.route;
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { conversationRoutes } from './conversation-routes.ts';
import type { Fault, FaultPlan } from './faults.ts';
import { gitRoutes } from './git-routes.ts';
import { OpenApi } from './openapi.ts';
import { type Answer, notFound, type Route, refuse } from './route.ts';
import {
  actionsToken,
  createState,
  type FakeComment,
  type FakeGithubOptions,
  type FakePull,
  type FakeStatus,
  type FakeToken,
} from './state.ts';

/** A request as it arrived, and the status it was answered with (null where the connection was cut). */
export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  status: number | null;
  /** The permission that it needs, such as `statuses: write`; null where the fake has no such endpoint. */
  needs: string | null;
}

export interface FakeGithub {
  /** What `GITHUB_API_URL` is set to. */
  readonly url: string;
  readonly requests: readonly FakeRequest[];
  /** Everything that GitHub's own description would not allow, in requests and in the fake's answers: must stay empty. */
  readonly violations: readonly string[];
  readonly comments: FakeComment[];
  readonly statuses: readonly FakeStatus[];
  readonly pulls: Map<number, FakePull>;
  /** What goes wrong from now on; null for nothing. */
  fault: FaultPlan | null;
  close(): Promise<void>;
}

const openapi = new OpenApi();

interface CompiledRoute extends Route {
  readonly pattern: RegExp;
}

const routes: readonly CompiledRoute[] = [...conversationRoutes, ...gitRoutes].map((route) => ({
  ...route,
  pattern: new RegExp(
    `^${route.path.replace(/\{(\w+)\}/g, (_, name) => `(?<${name}>${describeParameter(name, route.path)})`)}$`,
  ),
}));

/** Only refs, branches and comparisons may hold slashes; `commits/{ref}/status` must not swallow its end. */
function describeParameter(name: string, path: string): string {
  const isLast = path.endsWith(`{${name}}`);
  return isLast && ['ref', 'basehead', 'branch'].includes(name) ? '.+' : '[^/]+';
}

/** Starts a GitHub for one repository on a free loopback port. */
export async function startFakeGithub(options: FakeGithubOptions): Promise<FakeGithub> {
  const state = createState(options);
  const requests: FakeRequest[] = [];
  const violations: string[] = [];
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      violations.push(`the fake failed on ${request.method} ${request.url}: ${error}`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const path = decodeURIComponent(pathname);
    const method = request.method ?? 'GET';
    const record: FakeRequest = {
      method,
      path,
      query: searchParams.toString(),
      body: await readBody(request),
      status: null,
      needs: null,
    };
    const index = requests.push(record) - 1;
    const fault = github.fault?.({ method, path, index }) ?? null;
    if (fault?.kind === 'slow') await wait(fault.ms);
    if (fault === null || fault.kind === 'slow') return send(request, response, record, await answer(request, record));
    if (fault.kind === 'hang') return;
    if (fault.kind === 'foreign') {
      record.status = 200;
      response.writeHead(200, { 'content-type': fault.type }).end(fault.text);
      return;
    }
    if (fault.kind === 'truncated' || fault.kind === 'cut') {
      const { status, body } = await answer(request, record);
      return sendHalf(response, record, status, Buffer.from(JSON.stringify(body)), fault.kind);
    }
    if (fault.when === 'after') await answer(request, record);
    if (fault.kind === 'reset') {
      request.socket.destroy();
      return;
    }
    send(request, response, record, refuse(fault.status, fault.message), fault);
  };

  const answer = async (request: IncomingMessage, record: FakeRequest): Promise<Answer> => {
    const { method, path, query, body } = record;
    const actor = authenticate(request, options.tokens);
    if (actor === null) return refuse(401, 'Bad credentials');
    const match = routes
      .filter((route) => route.method === method)
      .map((route) => ({ route, found: route.pattern.exec(path) }))
      .find(({ found }) => found !== null);
    if (match === undefined) {
      violations.push(`${method} ${path}: the fake has no such endpoint`);
      return notFound;
    }
    const { route, found } = match;
    record.needs = `${route.scope.replace('_', '-')}: ${isWriting(route) ? 'write' : 'read'}`;
    const params = found?.groups ?? {};
    const parameters = new URLSearchParams(query);
    const problems = route.isQuery ? [] : openapi.checkRequest(route.path, method, parameters, body);
    violations.push(...problems.map((problem) => `request ${method} ${path}: ${problem}`));
    const refusal = authorize(route, params, actor);
    if (refusal !== null) return refusal;
    const given = await route.handle(state, { params, query: parameters, body, actor, url });
    const page = paginate(given, parameters);
    const complete = { ...given, body: openapi.complete(route.path, method, given.status, page) };
    const wrong = openapi.checkResponse(route.path, method, complete.status, complete.body);
    violations.push(...wrong.map((problem) => `answer to ${method} ${path} (${complete.status}): ${problem}`));
    return complete;
  };

  const authorize = (route: Route, params: Readonly<Record<string, string>>, actor: FakeToken): Answer | null => {
    const isOther = params.owner !== undefined && (params.owner !== state.owner || params.repo !== state.repo);
    const access = actor.permissions[route.scope];
    if (isOther || access === 'none') return notFound;
    return isWriting(route) && access !== 'write' ? refuse(403, 'Resource not accessible by integration') : null;
  };

  const send = (
    request: IncomingMessage,
    response: ServerResponse,
    record: FakeRequest,
    { status, body, list }: Answer,
    fault: Extract<Fault, { kind: 'answer' }> | null = null,
  ): void => {
    record.status = status;
    const link = list === undefined ? null : renderLinks(new URL(request.url ?? '/', url), list.length);
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '999',
      ...(link === null ? {} : { link }),
      ...fault?.headers,
    });
    response.end(status === 204 ? undefined : JSON.stringify(body));
  };

  const sendHalf = (
    response: ServerResponse,
    record: FakeRequest,
    status: number,
    body: Buffer,
    kind: 'truncated' | 'cut',
  ): void => {
    record.status = status;
    const half = body.subarray(0, body.length >> 1);
    const length = kind === 'cut' ? body.length : half.length;
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': length });
    response.write(half, () => response.destroy());
    if (kind === 'truncated') response.end();
  };

  const github: FakeGithub = {
    url,
    requests,
    violations,
    comments: state.comments,
    statuses: state.statuses,
    pulls: state.pulls,
    fault: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return github;
}

function isWriting({ method, isQuery }: Route): boolean {
  return method !== 'GET' && isQuery !== true;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function authenticate(request: IncomingMessage, tokens: FakeGithubOptions['tokens']): FakeToken | null {
  const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return null;
  return tokens === undefined ? actionsToken : (tokens[token] ?? null);
}

function pageOf(query: URLSearchParams): { readonly page: number; readonly size: number } {
  const size = Math.min(100, Number(query.get('per_page') ?? 30) || 30);
  return { page: Math.max(1, Number(query.get('page') ?? 1) || 1), size };
}

function paginate({ body, list }: Answer, query: URLSearchParams): unknown {
  if (list === undefined) return body;
  const { page, size } = pageOf(query);
  return list.slice((page - 1) * size, page * size);
}

function renderLinks(address: URL, total: number): string | null {
  const { page, size } = pageOf(address.searchParams);
  const last = Math.ceil(total / size);
  if (page >= last) return null;
  const link = (number: number, rel: string) => {
    const target = new URL(address);
    target.searchParams.set('page', String(number));
    return `<${target}>; rel="${rel}"`;
  };
  return `${link(page + 1, 'next')}, ${link(last, 'last')}`;
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A note of a merge request, or a comment of a pull request. */
export interface FakeNote {
  readonly id: number;
  readonly author: string;
  body: string;
}

/** What happens to a request in place of an answer; `lost` does what was asked and answers with 502, 302 leads to `/elsewhere`. */
export type FakeFault = 502 | 429 | 302 | 'reset' | 'half' | 'lost';

/** The notes of one request, behind the parts of GitLab's and Bitbucket Cloud's interfaces that keep them. */
export interface FakeNotes {
  readonly url: string;
  /** The oldest first. */
  readonly notes: FakeNote[];
  /** Method and path of every request. */
  readonly asked: readonly string[];
  /** By `METHOD`, what befalls its next requests. */
  readonly faults: { readonly [method: string]: FakeFault[] };
  add(author: string, body: string): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: { readonly [name: string]: string };
}

const bot = 'bot';
const pageSize = 3;
/** A note of GitLab's own, such as "added 1 commit". */
const system = 'system';

/** Starts both on loopback. The token `secret` is that of `bot`, who on GitLab may edit anybody's notes, as maintainers do. */
export async function startFakeNotes(): Promise<FakeNotes> {
  const notes: FakeNote[] = [];
  const asked: string[] = [];
  const faults: FakeNotes['faults'] = { GET: [], POST: [], PUT: [] };
  const add = (author: string, body: string) => {
    notes.push({ id: 100 + notes.length, author, body });
    return notes.at(-1) as FakeNote;
  };
  const server = createServer((request, response) => void serve(request, response));
  const host = { notes, add };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    let text = '';
    for await (const chunk of request) text += chunk;
    asked.push(`${method} ${url.split('?')[0]}`);
    const fault = faults[method]?.shift();
    if (fault === 'reset') return void request.socket.destroy();
    const { pathname, searchParams } = new URL(url, 'http://x');
    const page = Number(searchParams.get('page') ?? 1);
    const body = text === '' ? null : JSON.parse(text);
    const isRefused = headers['private-token'] !== 'secret' && headers.authorization !== 'Bearer secret';
    const router = pathname.startsWith('/api/v4/') ? gitLab : bitbucket;
    const answer = (): Answer =>
      isRefused ? { status: 401, json: {} } : router(host, method, pathname.replace(/\/+$/, ''), page, body);
    const { status, json, headers: more } = typeof fault === 'number' ? { status: fault, json: {} } : answer();
    const written = JSON.stringify(json);
    response.writeHead(fault === 'lost' ? 502 : status, {
      'content-type': 'application/json',
      location: '/elsewhere',
      ...more,
    });
    response.end(fault === 'half' ? written.slice(0, written.length / 2) : written);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url, notes, asked, faults, add: (author, body) => void add(author, body), close };
}

type Host = { readonly notes: readonly FakeNote[]; add(author: string, body: string): FakeNote };
// biome-ignore lint/suspicious/noExplicitAny: what was sent
type Router = (host: Host, method: string, path: string, page: number, sent: any) => Answer;

const gitLab: Router = ({ notes, add }, method, path, page, sent) => {
  const show = ({ id, author, body }: FakeNote) => ({ id, body, system: author === system, author: { id: author } });
  const [, id] = /^\/api\/v4\/projects\/7\/merge_requests\/3\/notes(?:\/(\d+))?$/.exec(path) ?? [];
  if (method === 'GET' && path === '/api/v4/user') return { status: 200, json: { id: bot } };
  if (method === 'POST') return { status: 201, json: show(add(bot, sent.body)) };
  if (method === 'GET' && path.endsWith('/projects/7/merge_requests/3/notes')) {
    const isLast = page * pageSize >= notes.length;
    const headers = { 'x-next-page': isLast ? '' : String(page + 1) };
    return { status: 200, json: notes.slice((page - 1) * pageSize, page * pageSize).map(show), headers };
  }
  const note = notes.find((one) => String(one.id) === id);
  if (method !== 'PUT' || note === undefined) return { status: 404, json: {} };
  note.body = sent.body;
  return { status: 200, json: show(note) };
};

const bitbucket: Router = ({ notes, add }, method, path, page, sent) => {
  const list = '/2.0/repositories/acme/shop/pullrequests/3/comments';
  const show = ({ id, author, body }: FakeNote) => {
    return { id, content: { raw: body }, user: { display_name: author }, deleted: author === system };
  };
  if (path === list && method === 'POST') return { status: 201, json: show(add(bot, sent.content.raw)) };
  if (path === list) {
    const isLast = page * pageSize >= notes.length;
    const values = notes.slice((page - 1) * pageSize, page * pageSize).map(show);
    return {
      status: 200,
      json: { values, ...(!isLast && { next: `https://api.bitbucket.org${list}?page=${page + 1}` }) },
    };
  }
  const note = notes.find((one) => path === `${list}/${one.id}`);
  if (method !== 'PUT' || note === undefined) return { status: 404, json: {} };
  if (note.author !== bot) return { status: 403, json: {} };
  note.body = sent.content.raw;
  return { status: 200, json: show(note) };
};

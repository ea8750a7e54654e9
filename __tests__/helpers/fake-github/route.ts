import type { FakeToken, Scope, State } from './state.ts';

/** One request as a handler sees it. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: bodies are checked against GitHub's description before a handler sees them
  readonly body: any;
  readonly actor: FakeToken;
  /** The address of the fake itself. */
  readonly url: string;
}

/** An answer; a list is cut into pages by the server. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly list?: readonly unknown[];
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** As GitHub's description writes it. */
  readonly path: string;
  readonly scope: Scope;
  /** True for the query API: a POST that only reads, and that the description of the REST API does not know. */
  readonly isQuery?: boolean;
  readonly handle: (state: State, call: Call) => Promise<Answer> | Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const paged = (list: readonly unknown[]): Answer => ({ status: 200, body: null, list });

/** An error as GitHub words it. */
export function refuse(status: number, message: string, errors?: readonly object[]): Answer {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
  return { status, body: errors ? { ...body, errors } : body };
}

export const notFound = refuse(404, 'Not Found');

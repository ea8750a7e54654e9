import OpenAI, { APIConnectionError, APIError } from 'openai';
import type { JsonObject } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { Endpoint } from './endpoint.ts';
import { type Fault, parseFault, readFault } from './fault.ts';

/** What one attempt came to. `broken` never reached a readable answer: reset, timeout, truncated or garbled body. */
export type Attempt =
  | { readonly kind: 'body'; readonly body: JsonObject }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly headers: Headers }
  | { readonly kind: 'broken'; readonly reason: string };

/** Sends one request, without any retry of its own; rejects only where `signal` aborts, with its reason. */
export type Transport = (
  method: 'get' | 'post',
  path: string,
  body: JsonObject | null,
  signal: AbortSignal,
) => Promise<Attempt>;

/** The SDK throws away all of an error body but its member `error`; some servers put the message beside it. */
class Client extends OpenAI {
  protected override makeStatusError(
    status: number,
    error: object,
    message: string | undefined,
    headers: Headers,
  ): APIError {
    return new APIError(status, error, message, headers);
  }
}

/** Makes the transport to an endpoint over the openai package; `timeoutMs` covers an attempt from first byte sent to last byte read. */
export function createTransport(endpoint: Endpoint, timeoutMs: number): Transport {
  const client = createClient(endpoint);
  return async (method, path, body, signal) => {
    signal.throwIfAborted();
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await client[method](path, {
        ...(body === null ? {} : { body }),
        signal: AbortSignal.any([signal, timeout]),
      }).asResponse();
      return parseBody(await response.text(), response.headers);
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) return { kind: 'broken', reason: `no complete answer within ${timeoutMs / 1000} s` };
      if (error instanceof APIError && error.status !== undefined) return readStatusError(error);
      return { kind: 'broken', reason: describeConnection(error) };
    }
  };
}

/** Everything the SDK would otherwise read from the environment is set here: the endpoint is decided by its caller alone. */
function createClient(endpoint: Endpoint): Client {
  return new Client({
    baseURL: endpoint.baseUrl,
    apiKey: endpoint.apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    // Its own limit ends with the headers; ours covers the body and must be the one that fires.
    timeout: 2 ** 31 - 1,
    defaultHeaders: { ...(endpoint.apiKey === null ? { Authorization: null } : {}), ...endpoint.headers },
    // A redirect would carry the prompt, and headers with keys, to a host that nobody named.
    fetchOptions: { redirect: 'manual' },
  });
}

function parseBody(text: string, headers: Headers): Attempt {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { kind: 'broken', reason: 'the answer is not JSON, or was cut off' };
  }
  if (!isJsonObject(body)) return { kind: 'broken', reason: 'the answer is not a JSON object' };
  if (!isJsonObject(body.error)) return { kind: 'body', body };
  return { kind: 'fault', fault: readFault(readErrorStatus(body.error), body), headers };
}

/** An error inside a 200 has its status in `code`, if anywhere (OpenRouter); the Responses API names its own causes. */
function readErrorStatus(error: JsonObject): number {
  const { code } = error;
  if (typeof code === 'number' && code >= 400 && code < 600) return code;
  if (code === 'rate_limit_exceeded') return 429;
  return code === 'server_error' || code === undefined || code === null ? 502 : 400;
}

function readStatusError(error: APIError): Attempt {
  const { status, headers } = error;
  const text = error.error === undefined ? error.message : JSON.stringify(error.error);
  return { kind: 'fault', fault: parseFault(status as number, text), headers: headers as Headers };
}

/** The code of the innermost cause (ECONNRESET, ENOTFOUND), which says more than "Connection error." */
function describeConnection(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause !== undefined) inner = inner.cause;
  if (isJsonObject(inner) && typeof inner.code === 'string') return `connection failed (${inner.code})`;
  return error instanceof APIConnectionError ? 'connection failed' : 'the connection broke off';
}

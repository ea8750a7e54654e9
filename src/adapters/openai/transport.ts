import OpenAI, { APIError, type ClientOptions } from 'openai';
import { isJsonObject, type JsonObject, parseJson, writeJson } from '../../json.ts';
import { describeConnection } from './describe-connection.ts';
import type { Endpoint } from './endpoint.ts';
import { type Fault, findEmbeddedFault, parseFault } from './fault.ts';

/** What one request came to. `broken` never reached a readable answer: reset, timeout, truncated or garbled body. */
export type Reply =
  | { readonly kind: 'body'; readonly body: JsonObject; readonly headers: Headers }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly headers: Headers }
  | { readonly kind: 'broken'; readonly reason: string };

/** Posts one request, without any retry of its own; rejects only where `signal` aborts, with its reason. */
export type Transport = (path: string, body: JsonObject, signal: AbortSignal) => Promise<Reply>;

class Client extends OpenAI {
  constructor(options: ClientOptions) {
    super(options);
    // The SDK adds the headers of OPENAI_CUSTOM_HEADERS, for every host, and has no option against it.
    this._options = { ...this._options, defaultHeaders: options.defaultHeaders };
  }

  /** The SDK throws away all of an error body but its member `error`; some servers put the message beside it. */
  protected override makeStatusError(
    status: number,
    error: object,
    message: string | undefined,
    headers: Headers,
  ): APIError {
    return new APIError(status, error, message, headers);
  }
}

/** Makes the transport to an endpoint over the openai package. It waits as long as its caller does. */
export function createTransport(endpoint: Endpoint): Transport {
  const client = createClient(endpoint);
  return async (path, body, signal) => {
    signal.throwIfAborted();
    try {
      const response = await client.post(path, { body: writeJson(body), headers: jsonContent, signal }).asResponse();
      return parseBody(await response.text(), response.headers, endpoint.host);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof APIError && error.status !== undefined) return readStatusError(error);
      return { kind: 'broken', reason: describeConnection(error, endpoint.host) };
    }
  };
}

/** The SDK sends a text as it is, and with it every digit of an integer. */
const jsonContent = { 'Content-Type': 'application/json' };

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
    timeout: 2 ** 31 - 1,
    defaultHeaders: endpoint.headers,
    defaultQuery: endpoint.apiVersion === null ? {} : { 'api-version': endpoint.apiVersion },
    // A redirect would carry the prompt, and headers with keys, to a host that nobody named.
    fetchOptions: { redirect: 'manual', ...patientDispatcher() },
  });
}

/** Node's fetch gives up after five minutes without a byte: a dispatcher of its own kind, for a proxy or not, has no such limit. */
function patientDispatcher(): object {
  // It exists as soon as anything of fetch was looked at.
  Reflect.get(globalThis, 'Headers');
  const shared = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1')) as object | undefined;
  const Dispatcher = shared?.constructor as (new (options: object) => object) | undefined;
  // One that somebody else put there may want what only they know.
  if (Dispatcher === undefined || !/^(Agent|EnvHttpProxyAgent)$/.test(Dispatcher.name)) return {};
  return { dispatcher: new Dispatcher({ headersTimeout: 0, bodyTimeout: 0 }) };
}

function parseBody(text: string, headers: Headers, host: string): Reply {
  const body = parseJson(text);
  if (body === undefined) return { kind: 'broken', reason: describeText(text, host) };
  if (!isJsonObject(body)) return { kind: 'broken', reason: `${host} answered with no JSON object` };
  const fault = findEmbeddedFault(body);
  return fault === null ? { kind: 'body', body, headers } : { kind: 'fault', fault, headers };
}

/** What a body that is no JSON looks like, and what to do about it. */
function describeText(text: string, host: string): string {
  const start = text.trimStart();
  if (start.startsWith('<')) return `${host} answered with a web page: check "base-url"`;
  if (/^(data|event|id|:)/.test(start))
    return `${host} streams its answers though nobody asked it to: check "base-url"`;
  return `the answer of ${host} is not JSON, or was cut off`;
}

function readStatusError(error: APIError): Reply {
  const { status, headers } = error;
  const text = error.error === undefined ? error.message : JSON.stringify(error.error);
  return { kind: 'fault', fault: parseFault(status as number, text), headers: headers as Headers };
}

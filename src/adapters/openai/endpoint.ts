import { isLoopback } from '../../config/base-url.ts';
import type { ChosenEndpoint } from '../../config/endpoints.ts';
import { buildProblem, MissingKeyError, UserError } from '../../errors.ts';
import { contentHash } from '../../json.ts';
import { createScrubber } from '../../secrets.ts';

/** An endpoint that passed its checks; `secrets` are the values that must not appear in any message. */
export interface Endpoint {
  /** A hash of the origin and of what identifies the account: who shares it shares the provider's limits. */
  readonly id: string;
  readonly baseUrl: string;
  readonly host: string;
  readonly apiKey: string | null;
  /** The key's own among them; null takes one out that would be sent. */
  readonly headers: { readonly [name: string]: string | null };
  readonly apiVersion: string | null;
  readonly secrets: readonly string[];
  /** Those of them that are keys, and stand in no text by chance. */
  readonly credentials: readonly string[];
}

/** Some gateways want it beside, or in place of, the key. */
const credentialHeader = 'x-api-key';

/** Checks endpoint, key and headers. Throws a UserError where TLS is not verified, or where there is no key, no header that carries one, and the endpoint is not this machine; `keyHint` says what to do about it. */
export function parseEndpoint({
  baseUrl,
  apiKey,
  headers,
  auth,
  apiVersion,
  keyHint,
}: Pick<ChosenEndpoint, 'baseUrl' | 'apiKey' | 'headers' | 'auth' | 'apiVersion' | 'keyHint'>): Endpoint {
  const url = new URL(baseUrl);
  requireTls(url);
  const credentials = Object.entries(headers).filter(([name]) => name.toLowerCase() === credentialHeader);
  const hasCredential = apiKey !== null || credentials.length > 0;
  if (!hasCredential && !isLoopback(url)) {
    throw new MissingKeyError([buildProblem(`There is no API key for ${url.host}.`, keyHint)]);
  }
  const keys = [...(apiKey === null ? [] : [apiKey]), ...credentials.map(([, value]) => value)];
  const secrets = [...new Set([...keys, ...Object.values(headers)])].filter((secret) => secret.length >= 6);
  return {
    id: contentHash([url.origin, apiKey, ...credentials.map(([, value]) => value)]),
    baseUrl: url.href.replace(/\/+$/, ''),
    host: url.host,
    apiKey,
    headers: { ...sendKey(auth, apiKey), ...headers },
    apiVersion,
    secrets,
    credentials: keys,
  };
}

function sendKey(auth: ChosenEndpoint['auth'], apiKey: string | null): Endpoint['headers'] {
  if (apiKey === null) return { Authorization: null };
  return auth === 'api-key' ? { Authorization: null, 'api-key': apiKey } : {};
}

function requireTls(url: URL): void {
  if (url.protocol === 'https:' && process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
    throw UserError.of(
      'NODE_TLS_REJECT_UNAUTHORIZED=0 switches off the check of TLS certificates.',
      'Unset it; for a private certificate authority set NODE_EXTRA_CA_CERTS.',
    );
  }
}

/** The model id to send: what `map` says, else without `openai/` at OpenAI itself, else as written. Throws a UserError for another publisher's model at OpenAI. */
export function resolveModelId(id: string, host: string, map: { readonly [from: string]: string }): string {
  const mapped = Object.hasOwn(map, id) ? map[id] : undefined;
  if (mapped !== undefined) return mapped;
  const isOpenAi = host === 'api.openai.com' || host.endsWith('.api.openai.com');
  const slash = id.indexOf('/');
  if (!isOpenAi || slash < 0) return id;
  if (id.slice(0, slash) === 'openai') return id.slice(slash + 1);
  throw UserError.of(
    `The model "${id}" is not one of OpenAI's, and no other endpoint is named.`,
    'Set the input "base-url" to the endpoint that serves it, or map the id with "model.map".',
  );
}

/** Makes a function that takes secrets out of what an endpoint says in place of an answer, and what looks like a key. */
export function createFaultScrubber({ secrets }: Pick<Endpoint, 'secrets'>): (text: string) => string {
  const scrub = createScrubber(secrets);
  return (text) => scrub(text).replaceAll(/\b(?:sk|gsk|xai|key)-?[_-][\w*-]{8,}/g, '***');
}

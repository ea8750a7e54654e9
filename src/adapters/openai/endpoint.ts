import { isLoopback } from '../../config/base-url.ts';
import type { ChosenEndpoint } from '../../config/endpoints.ts';
import { buildProblem, MissingKeyError, UserError } from '../../errors.ts';
import { contentHash, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { listSecretForms } from '../../secrets.ts';

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
  const secrets = [apiKey, ...Object.values(headers)].filter((secret) => secret !== null && secret.length >= 6);
  return {
    id: contentHash([url.origin, apiKey, ...credentials.map(([, value]) => value)]),
    baseUrl: url.href.replace(/\/+$/, ''),
    host: url.host,
    apiKey,
    headers: { ...sendKey(auth, apiKey), ...headers },
    apiVersion,
    secrets: secrets as readonly string[],
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

/** The shortest key that is looked for in answers: what local servers take for one, such as `ollama`, is a word. */
const minHiddenLength = 16;

/** Makes a function that takes the key out of an answer, in every form: a model, or a server in between, may repeat what it was sent. */
export function createKeyHider(apiKey: string | null): (answer: JsonObject) => JsonObject {
  if (apiKey === null || apiKey.length < minHiddenLength) return (answer) => answer;
  const forms = listSecretForms(apiKey);
  const hide = (value: Json): Json => {
    if (typeof value === 'string') return hideForms(value, forms);
    if (Array.isArray(value)) return value.map(hide);
    return isJsonObject(value) ? hideBelow(value) : value;
  };
  const hideBelow = (answer: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(answer).map(([name, member]) => [name, hide(member)]));
  return hideBelow;
}

/** Makes a function that takes secrets in every form out of a text, and what looks like a key. */
export function createScrubber(secrets: readonly string[]): (text: string) => string {
  // Longest first: a secret inside another one must not leave the rest behind.
  const forms = secrets.flatMap(listSecretForms).sort((a, b) => b.length - a.length);
  return (text) => hideForms(text, forms).replaceAll(/\b(?:sk|gsk|xai|key)-?[_-][\w*-]{8,}/g, '***');
}

function hideForms(text: string, forms: readonly string[]): string {
  return forms.reduce((scrubbed, form) => scrubbed.replaceAll(form, '***'), text);
}

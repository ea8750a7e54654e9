import { buildProblem, MissingKeyError, UserError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';

/** Where requests go when nobody names an endpoint. */
export const defaultBaseUrl = 'https://api.openai.com/v1';

/** An endpoint that passed its checks; `secrets` are the values that must not appear in any message. */
export interface Endpoint {
  readonly baseUrl: string;
  readonly host: string;
  readonly apiKey: string | null;
  readonly headers: { readonly [name: string]: string };
  readonly secrets: readonly string[];
}

const credentialHeaders = ['authorization', 'api-key', 'x-api-key'];

/** Checks endpoint, key and headers; `baseUrl` null is OpenAI. Throws a UserError for a URL that is none, or a missing key where the endpoint is not this machine and no header carries one. */
export function parseEndpoint(
  baseUrl: string | null,
  apiKey: string | null,
  headers: { readonly [name: string]: string },
): Endpoint {
  const url = parseUrl(baseUrl ?? defaultBaseUrl);
  const key = apiKey?.trim() || null;
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const hasCredential = key !== null || names.some((name) => credentialHeaders.includes(name));
  if (!hasCredential && !isLoopback(url)) {
    const hint =
      'Set the input "api-key" or the environment variable OPENAI_API_KEY (or the one that "api-key-env" names).';
    throw new MissingKeyError([buildProblem(`There is no API key for ${url.host}.`, hint)]);
  }
  const secrets = [key, ...Object.values(headers)].filter((secret) => secret !== null && secret.length >= 6);
  return {
    baseUrl: url.href.replace(/\/+$/, ''),
    host: url.host,
    apiKey: key,
    headers,
    secrets: secrets as readonly string[],
  };
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    // The text itself stays unsaid: people paste keys into URLs.
    throw UserError.of(
      'The base URL is not a plain http or https address.',
      `Set "base-url" to something like ${defaultBaseUrl}, without user name and password.`,
    );
  }
  if (url.protocol === 'https:' && process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
    throw UserError.of(
      'NODE_TLS_REJECT_UNAUTHORIZED=0 switches off the check of TLS certificates.',
      'Unset it; for a private certificate authority set NODE_EXTRA_CA_CERTS.',
    );
  }
  return url;
}

/** True for addresses of this machine: localhost, *.localhost, 127.0.0.0/8 and ::1. */
export function isLoopback(url: URL): boolean {
  const { hostname } = url;
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
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

/** Makes a function that takes the key out of an answer: a model, or a server in between, may repeat what it was sent. */
export function createKeyHider(apiKey: string | null): (answer: JsonObject) => JsonObject {
  if (apiKey === null || apiKey.length < minHiddenLength) return (answer) => answer;
  const hide = (_name: string, value: unknown) => (typeof value === 'string' ? value.replaceAll(apiKey, '***') : value);
  const written = JSON.stringify(apiKey).slice(1, -1);
  return (answer) => {
    const text = JSON.stringify(answer);
    return text.includes(written) ? JSON.parse(text, hide) : answer;
  };
}

/** Makes a function that takes secrets out of a text, and what looks like a key. */
export function createScrubber(secrets: readonly string[]): (text: string) => string {
  // Longest first: a secret inside another one must not leave the rest behind.
  const ordered = [...secrets].sort((a, b) => b.length - a.length);
  return (text) =>
    ordered
      .reduce((scrubbed, secret) => scrubbed.replaceAll(secret, '***'), text)
      .replaceAll(/\b(?:sk|gsk|xai|key)-?[_-][\w*-]{8,}/g, '***');
}

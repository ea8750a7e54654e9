import { UserError } from '../errors.ts';
import { baseUrlHint, defaultBaseUrl, findBaseUrlFault } from './base-url.ts';
import type { Config, ModelSettings } from './config.ts';

/** Which of a config's two models is asked. */
export type ModelRole = 'model' | 'judge';

/** What a caller names outside the config: both belong to the top-level `model`. */
export interface CallerEndpoint {
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where the requests of one role go, and what goes with them. */
export interface ChosenEndpoint {
  readonly role: ModelRole;
  readonly baseUrl: string;
  readonly apiKey: string | null;
  /** The variable that the key is read from, set or not; null where the key was given, or nothing names one. */
  readonly keyVariable: string | null;
  readonly headers: { readonly [name: string]: string };
  /** How the key is sent. */
  readonly auth: 'bearer' | 'api-key';
  /** What each request names as its `api-version`; null for none. */
  readonly apiVersion: string | null;
  readonly map: { readonly [from: string]: string };
  /** What to set where a key is missing. */
  readonly keyHint: string;
}

/**
 * Chooses the endpoint of a role. A key, the way it is sent, a version or a header goes to no other origin than the one it was given for: what the config
 * names belongs to the config's own endpoint, the caller's key to that of `model`; a judge of the same origin shares it,
 * one of another origin has its own or none.
 * Throws a UserError for a base URL of the caller's or the environment's that cannot be used.
 */
export function chooseEndpoint(
  role: ModelRole,
  { model, judgeModel }: Pick<Config, 'model' | 'judgeModel'>,
  caller: CallerEndpoint,
): ChosenEndpoint {
  const shared = chooseModelEndpoint(model, caller);
  return role === 'model' ? shared : chooseJudgeEndpoint(judgeModel, model, shared, caller);
}

function chooseModelEndpoint(model: ModelSettings, caller: CallerEndpoint): ChosenEndpoint {
  const fromEnv = caller.env.OPENAI_BASE_URL?.trim() || null;
  const baseUrl =
    check('"base-url"', caller.baseUrl) ?? model.baseUrl ?? check('OPENAI_BASE_URL', fromEnv) ?? defaultBaseUrl;
  const isOwn = model.baseUrl === null || isSameOrigin(model.baseUrl, baseUrl);
  const variable = (isOwn ? model.apiKeyEnv : null) ?? 'OPENAI_API_KEY';
  return {
    role: 'model',
    baseUrl,
    ...(caller.apiKey === null ? readKey(caller, variable) : { apiKey: caller.apiKey, keyVariable: null }),
    headers: isOwn ? model.headers : {},
    auth: (isOwn ? model.auth : null) ?? 'bearer',
    apiVersion: isOwn ? model.apiVersion : null,
    map: model.map,
    keyHint: `Set the input "api-key" or the environment variable ${variable}.`,
  };
}

function chooseJudgeEndpoint(
  judge: ModelSettings,
  model: ModelSettings,
  shared: ChosenEndpoint,
  caller: CallerEndpoint,
): ChosenEndpoint {
  const baseUrl = judge.baseUrl ?? shared.baseUrl;
  const configured = judge.baseUrl ?? model.baseUrl;
  const isOwn = configured === null || isSameOrigin(configured, baseUrl);
  const isShared = isSameOrigin(baseUrl, shared.baseUrl);
  const own = isOwn && judge.apiKeyEnv !== null ? readKey(caller, judge.apiKeyEnv) : noKey;
  const ownHeaders = isOwn ? judge.headers : {};
  return {
    role: 'judge',
    baseUrl,
    ...(own.apiKey === null && isShared ? { apiKey: shared.apiKey, keyVariable: shared.keyVariable } : own),
    headers: Object.keys(ownHeaders).length === 0 && isShared ? shared.headers : ownHeaders,
    auth: (isOwn ? judge.auth : null) ?? (isShared ? shared.auth : 'bearer'),
    apiVersion: (isOwn ? judge.apiVersion : null) ?? (isShared ? shared.apiVersion : null),
    map: judge.map,
    keyHint: isShared ? shared.keyHint : hintOwnKey(judge),
  };
}

function hintOwnKey({ apiKeyEnv }: ModelSettings): string {
  return apiKeyEnv === null
    ? 'The key of "model" belongs to another host: name the variable that holds the judge\'s own under "judge.model.api-key-env".'
    : `Set the environment variable ${apiKeyEnv}.`;
}

const noKey = { apiKey: null, keyVariable: null };

function readKey({ env }: CallerEndpoint, variable: string): Pick<ChosenEndpoint, 'apiKey' | 'keyVariable'> {
  return { apiKey: env[variable]?.trim() || null, keyVariable: variable };
}

function check(name: string, url: string | null): string | null {
  const fault = url === null ? null : findBaseUrlFault(url);
  if (fault !== null) throw UserError.of(`${name} ${fault}.`, baseUrlHint);
  return url;
}

function isSameOrigin(a: string, b: string): boolean {
  return new URL(a).origin === new URL(b).origin;
}

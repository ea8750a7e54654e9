import type { Json, JsonObject } from '../../json.ts';
import { isJsonObject, parseJson } from '../../json.ts';

/** What a provider said instead of an answer, out of the many shapes that compatible servers use; unknown parts are empty. */
export interface Fault {
  /** Null for an error inside a 200 that names no status. */
  readonly status: number | null;
  readonly code: string;
  readonly type: string;
  readonly param: string;
  readonly message: string;
  /** How long to wait, as Google writes it (`8.9s`). */
  readonly delay: string;
}

/** Reads an error body: OpenAI's and Azure's `{error: {…}}`, a bare `{message, code}`, `{error: "text"}`, FastAPI's `{detail}`, Google's list of one, or plain text. */
export function parseFault(status: number, text: string): Fault {
  const plain = { status, code: '', type: '', param: '', message: text, delay: '' };
  const body = parseJson(text);
  const outer = Array.isArray(body) ? body[0] : body;
  return isJsonObject(outer) ? readFault(status, outer) : plain;
}

/** The error that a 200 carries, with the status that it names; null where it carries none. It stands beside the answer or in a choice, or a choice ended with it (OpenRouter). */
export function findEmbeddedFault(body: JsonObject): Fault | null {
  const outer = [body, ...listOf(body.choices).filter(isJsonObject)].find(holdsError);
  if (outer === undefined) return null;
  const error = isJsonObject(outer.error) ? outer.error : {};
  const status = [error.code, error.status, error.status_code, outer.code, outer.status].map(statusOf);
  const named = status.find((one) => one !== null) ?? null;
  const said =
    isError(outer.error) || outer !== body ? { error: outer.error ?? 'the model ended with an error' } : outer;
  return readFault(named, said);
}

function holdsError({ error, finish_reason: finish, object }: JsonObject): boolean {
  return isError(error) || finish === 'error' || object === 'error';
}

function isError(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== '';
}

/** A code that is a status, as a number or as a text. */
function statusOf(value: Json | undefined): number | null {
  const word = wordOf(value);
  return /^[45]\d\d$/.test(word) ? Number(word) : null;
}

/** Reads an error body that is parsed already. */
export function readFault(status: number | null, outer: JsonObject): Fault {
  const error = isJsonObject(outer.error) ? outer.error : outer;
  const detail = readDetail(error.detail ?? memberOf(error.message, 'detail'));
  const messages = [
    wordOf(error.message),
    wordOf(outer.error),
    detail.message,
    // OpenRouter keeps what the provider behind it said here.
    wordOf(memberOf(error.metadata, 'raw')),
    wordOf(memberOf(error.innererror, 'code')),
  ];
  return {
    status,
    code: wordOf(error.code),
    type: wordOf(error.type) || wordOf(error.status),
    param: wordOf(error.param) || detail.param,
    message: messages.filter((part) => part !== '').join(' ') || JSON.stringify(outer),
    delay: listOf(error.details)
      .map((one) => wordOf(memberOf(one, 'retryDelay')))
      .join(''),
  };
}

/** FastAPI names the member as `{loc: ["body", "temperature"], msg}`. */
function readDetail(detail: Json | undefined): { readonly param: string; readonly message: string } {
  if (typeof detail === 'string') return { param: '', message: detail };
  const first = Array.isArray(detail) ? (detail[0] as Json | undefined) : undefined;
  if (!isJsonObject(first)) return { param: '', message: '' };
  const path = Array.isArray(first.loc) ? first.loc.filter((part: Json) => part !== 'body').map(wordOf) : [];
  return { param: path.join('.'), message: `${path.join('.')}: ${wordOf(first.msg)}` };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}

function wordOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

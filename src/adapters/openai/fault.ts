import type { Json, JsonObject } from '../../json.ts';
import { isJsonObject } from '../../json.ts';

/** What a provider said instead of an answer, out of the many shapes that compatible servers use; unknown parts are empty. */
export interface Fault {
  readonly status: number;
  readonly code: string;
  readonly type: string;
  readonly param: string;
  readonly message: string;
}

/** Reads an error body: OpenAI's and Azure's `{error: {…}}`, a bare `{message, code}`, `{error: "text"}`, FastAPI's `{detail}`, Google's list of one, or plain text. */
export function parseFault(status: number, text: string): Fault {
  let body: Json;
  try {
    body = JSON.parse(text) as Json;
  } catch {
    return { status, code: '', type: '', param: '', message: text };
  }
  const outer = Array.isArray(body) ? (body[0] ?? null) : body;
  if (!isJsonObject(outer)) return { status, code: '', type: '', param: '', message: text };
  return readFault(status, outer);
}

/** The same for a body that is parsed already. */
export function readFault(status: number, outer: JsonObject): Fault {
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

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}

function wordOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

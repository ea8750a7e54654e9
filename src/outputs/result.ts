import { isJsonObject, type Json, writeJson } from '../json.ts';
import type { ModelResult, Output, Usage } from '../ports.ts';
import { type Reject, readAnswer } from './answer.ts';
import { memberOf } from './document.ts';

/** What a file says of an answer beside it; a time that is not known is 0, as that of every stored answer. */
interface AnswerFacts {
  readonly usage?: Usage | null;
  readonly model?: string | null;
  readonly latencyMs: number;
}

/** An answer that an application gave. */
export function answered(output: Output, { usage = null, model = null, latencyMs }: AnswerFacts): ModelResult {
  return { status: 'answered', output, usage, model, fingerprint: null, latencyMs, attempts: 1 };
}

/** An application that failed before it had an answer, and what its tool says of that, in whatever shape. */
export function failed(said: Json | undefined, latencyMs: number): ModelResult {
  const reason = typeof said === 'string' ? said : writeJson(said ?? null);
  return { status: 'unavailable', reason: said ? reason : 'there is no output', latencyMs, attempts: 1 };
}

/** An output as a tool keeps what its user's code returned: a text, a message, messages, calls of tools, and any other JSON as its text. Null where a mistake was reported. */
export function readReturned(value: Json, reject: Reject): Output | null {
  if (isListOf(value, (item) => isJsonObject(memberOf(item, 'function')))) {
    return readAnswer({ content: null, tool_calls: value }, reject);
  }
  const isMessage = isJsonObject(value) && ('tool_calls' in value || typeof value.content === 'string');
  const isAnswer = typeof value === 'string' || isMessage || isListOf(value, isTurn);
  return readAnswer(isAnswer ? value : writeJson(value), reject);
}

/** True for a message of a conversation. */
export function isTurn(value: Json): boolean {
  return typeof memberOf(value, 'role') === 'string';
}

function isListOf(value: Json, holds: (item: Json) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(holds);
}

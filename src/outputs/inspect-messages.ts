import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message, Output } from '../ports.ts';
import { buildOutput, type Reject, readAnswer } from './answer.ts';
import { memberOf } from './document.ts';
import { readList } from './figures.ts';

/** What was asked of a sample: its input, a text or a conversation; null where a mistake was reported. */
export function readInput(input: Json | undefined, reject: Reject): readonly Message[] | null {
  if (typeof input === 'string') return [{ role: 'user', content: input }];
  const turns = Array.isArray(input) ? input : [];
  return readAnswer(turns.map(toChatMessage), reject)?.trajectory ?? null;
}

/** What the model and its tools did after the input; null where a mistake was reported. */
export function readSteps(sample: JsonObject, reject: Reject): Output | null {
  const steps = listSteps(readList(sample.messages, 'messages', reject));
  const said = memberOf(sample.output, 'completion');
  const completion = typeof said === 'string' ? said : '';
  // A solver may set what it gives as the output and append no message; a limit may end a sample after a tool's answer.
  const isTold = steps.some(({ role, content }) => role === 'assistant' && content === completion);
  if (!isTold && completion !== '') steps.push({ role: 'assistant', content: completion });
  const last = steps.pop();
  if (last === undefined) return buildOutput({ content: completion });
  const ended = { ...last, ...readFinish(sample) };
  return readAnswer(steps.length === 0 && last.role === 'assistant' ? ended : [...steps, ended], reject);
}

function listSteps(turns: readonly Json[]): JsonObject[] {
  const fromInput = turns.findLastIndex((turn) => memberOf(turn, 'source') === 'input');
  const answer = turns.findIndex((turn) => memberOf(turn, 'role') === 'assistant');
  const start = fromInput === -1 ? (answer === -1 ? turns.length : answer) : fromInput + 1;
  return turns.slice(start).map(toChatMessage);
}

/** As the chat API writes it; reasoning is left behind. */
function toChatMessage(turn: Json): JsonObject {
  if (!isJsonObject(turn)) return {};
  const { role = null, tool_calls: calls = null, tool_call_id: id = null, error = null } = turn;
  const content = toText(turn.content ?? null);
  const problem = memberOf(error, 'message');
  return {
    role,
    content: content === '' && typeof problem === 'string' ? problem : content,
    ...(calls !== null && { tool_calls: Array.isArray(calls) ? calls.map(toChatCall) : calls }),
    ...(id !== null && { tool_call_id: id }),
    ...(error !== null && { failed: true }),
  };
}

function toChatCall(call: Json): Json {
  return {
    id: memberOf(call, 'id') ?? null,
    name: memberOf(call, 'function') ?? null,
    arguments: memberOf(call, 'arguments') ?? {},
  };
}

/** A text, or the texts of parts; of what is neither text nor reasoning only its kind. */
function toText(content: Json): Json {
  if (!Array.isArray(content)) return content ?? '';
  return content
    .map((part: Json) => {
      const text = memberOf(part, 'text');
      const type = memberOf(part, 'type');
      if (typeof text === 'string' || type === 'reasoning') return text ?? '';
      return `[${typeof type === 'string' ? type : 'part'}]`;
    })
    .join('');
}

const stopReasons: { readonly [reason: string]: string } = { max_tokens: 'length', model_length: 'length' };

/** Only where the model said more than that it was done. */
function readFinish(sample: JsonObject): JsonObject {
  const choices = memberOf(sample.output, 'choices');
  const reason = memberOf(Array.isArray(choices) ? choices[0] : undefined, 'stop_reason');
  if (typeof reason !== 'string' || ['stop', 'tool_calls', 'unknown'].includes(reason)) return {};
  return { finish_reason: stopReasons[reason] ?? reason };
}

import { isJsonObject, type Json, type JsonObject, writeJson } from '../json.ts';
import { readAnswer } from '../outputs/answer.ts';
import type { Output } from '../ports.ts';
import { messageText } from '../prompts/message-text.ts';
import { renderJsonText, renderOutputText } from '../report/diff/output-text.ts';
import type { OpenRow } from './fill-file.ts';

/** What a row says its application answered. */
export interface Recorded {
  /** As people read it: with calls of tools, steps and a refusal. */
  readonly text: string;
  /** What of it can be expected; null where it has no text. */
  readonly answer: Json;
}

/** Columns that are no part of what was asked. */
const aside: ReadonlySet<string> = new Set(['id', 'tags', 'critical', 'output', 'expected']);

/** What was asked, as people read it: the conversation, then the other columns. */
export function renderQuestion({ columns, messages }: OpenRow): string {
  const told = messages?.map((message) => `── ${message.role}\n${messageText(message).trimEnd()}`) ?? [];
  const isTold = (name: string, value: Json): boolean =>
    messages !== null &&
    (name === 'messages' || (name === 'input' && (Array.isArray(value) || value === messages[0]?.content)));
  const rest = Object.entries(columns).filter(
    ([name, value]) => !aside.has(name) && value !== null && !isTold(name, value),
  );
  return [...told, ...(rest.length === 0 ? [] : [renderJsonText(Object.fromEntries(rest))])].join('\n\n');
}

/** Reads `output`: a text, what `import` writes of an answer that is more than a text, or any other value; null where a row has none. */
export function readRecorded({ columns }: OpenRow): Recorded | null {
  const { output = null } = columns;
  if (output === null || output === '') return null;
  if (typeof output === 'string') return { text: output, answer: output };
  const told = isJsonObject(output) ? readTold(output) : null;
  if (told === null) return { text: writeJson(output, 2), answer: output };
  return { text: renderOutputText(told), answer: told.content.trim() === '' ? null : told.content };
}

function readTold(value: JsonObject): Output | null {
  if (typeof value.content !== 'string') return null;
  const answer = readAnswer(value, () => {});
  const steps = Array.isArray(value.trajectory) ? readAnswer(value.trajectory, () => {}) : null;
  return answer === null || steps?.trajectory === undefined ? answer : { ...answer, trajectory: steps.trajectory };
}

import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
import { toChatMessage } from '../prompts/wire-messages.ts';
import type { ProductionRecord } from '../records/record.ts';
import { type Key, keyOf } from './key-table.ts';
import type { Redaction } from './redaction.ts';

/** Columns that are about the row: a variable of such a name would be read as one, and not be the variable any more. */
const rowColumns = ['id', 'tags', 'critical', 'output'];

/** What a record asks, redacted, and the key by which questions are told apart; null where it has no content. */
export function identifyQuestion(
  record: ProductionRecord,
  redaction: Redaction,
): { readonly columns: JsonObject; readonly key: Key } | null {
  const question = readQuestion(record);
  if (question === null) return null;
  const columns = redaction.redact(question) as JsonObject;
  return { columns, key: keyOf(canonicalJson([record.prompt, columns])) };
}

/**
 * What a record asks, as columns of a row: the prompt's variables where they are known, else the conversation, without the
 * system messages that it begins with, for those are the prompt's own. Null where the record has neither.
 */
function readQuestion({ variables, messages }: ProductionRecord): JsonObject | null {
  const names = Object.keys(variables ?? {});
  if (variables !== null && names.length > 0 && !names.some((name) => rowColumns.includes(name))) return variables;
  const turns = cutTurns(messages ?? []);
  return turns.some(isAsked) ? { messages: turns.map((turn): Json => toChatMessage(turn)) } : null;
}

/** What stands between the prompt's own system messages and an assistant's beginning of the answer. */
function cutTurns(messages: readonly Message[]): readonly Message[] {
  const start = messages.findIndex(({ role }) => role !== 'system' && role !== 'developer');
  const end = messages.findLastIndex(({ role }) => role !== 'assistant') + 1;
  return start === -1 ? [] : messages.slice(start, end);
}

function isAsked({ role, content, parts }: Message): boolean {
  return role !== 'assistant' && (content.trim() !== '' || parts !== undefined);
}

import { parseRows } from '../datasets/rows.ts';
import { type Problem, UserError, type Where } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject, writeJson } from '../json.ts';
import type { Output } from '../ports.ts';
import { toChatMessage } from '../prompts/wire-messages.ts';
import type { ProductionRecord } from '../records/record.ts';
import { escapeJson } from '../text/unseen.ts';
import type { Badness } from './census.ts';
import { writeKey } from './key-table.ts';
import { identifyQuestion } from './question.ts';
import type { Redaction } from './redaction.ts';

/** What is known of a record beside itself. */
export interface RecordFacts {
  /** The name of its format. */
  readonly source: string;
  readonly badness: Badness;
  /** How many records ask the same. */
  readonly asked: number;
}

/**
 * The row of a record. Its id is the question's key; `input` is what a sole message of a user says; `output` is what the
 * application answered, which no prompt and no judge reads; `expected` is left to fill in. Null for a record without content.
 */
export function buildRow(record: ProductionRecord, facts: RecordFacts, redaction: Redaction): JsonObject | null {
  const question = identifyQuestion(record, redaction);
  if (question === null) return null;
  const output = record.output === null ? {} : { output: redaction.redact(writeOutput(record.output)) };
  const tags = redaction.redact(listTags(record, facts));
  return { id: writeKey(question.key), ...findInput(question.columns), ...question.columns, ...output, tags };
}

/** What a sole message of a user says, under the name that templates have for it. */
function findInput({ messages }: JsonObject): JsonObject {
  const [message = null] = Array.isArray(messages) && messages.length === 1 ? messages : [];
  const isPlain = isJsonObject(message) && message.role === 'user' && typeof message.content === 'string';
  return isPlain ? { input: message.content ?? null } : {};
}

/** A row as a line of its file, columns in their order. */
export function renderRow(row: JsonObject): string {
  return `${escapeJson(writeJson(row))}\n`;
}

/** What keeps a row from being one of a dataset; null where nothing does. */
export function findRowFault(row: JsonObject, where: Where): Problem | null {
  try {
    parseRows([{ values: row, where }]);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.problems[0] ?? null;
    throw error;
  }
}

/** The text alone, where there is nothing else. */
function writeOutput({ content, toolCalls, refusal, trajectory }: Output): Json {
  const more: JsonObject = {
    ...(toolCalls.length > 0 ? { toolCalls } : {}),
    ...(refusal === null ? {} : { refusal }),
    ...(trajectory === undefined ? {} : { trajectory: trajectory.map((message): Json => toChatMessage(message)) }),
  };
  return Object.keys(more).length === 0 ? content : { content, ...more };
}

/** What is worth telling apart comes first. */
function listTags({ prompt, promptVersion, error, tags }: ProductionRecord, facts: RecordFacts): readonly string[] {
  return [
    ...(facts.badness === 2 ? ['thumbs-down'] : []),
    ...(error === null ? [] : ['error']),
    ...tags,
    ...(prompt === null ? [] : [`prompt:${prompt}`]),
    ...(promptVersion === null ? [] : [`version:${promptVersion}`]),
    `source:${facts.source}`,
    ...(facts.asked > 1 ? [`asked:${facts.asked}`] : []),
  ];
}

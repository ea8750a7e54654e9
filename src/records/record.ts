import type { Json, JsonObject } from '../json.ts';
import type { Message, Output, Usage } from '../ports.ts';

/** One request of a running application, whoever recorded it. What a format does not say is null, and never guessed. */
export interface ProductionRecord {
  /** Unique among the records of its format: a span's, a run's or a completion's id. */
  readonly id: string;
  /** When it began, in milliseconds since 1970. */
  readonly atMs: number | null;
  /** Name of the prompt, as the application or its tracing tool calls it. */
  readonly prompt: string | null;
  readonly promptVersion: string | null;
  /** What a rollout buckets by: user, conversation, tenant. */
  readonly unit: string | null;
  readonly arm: string | null;
  /** The variables that filled the prompt, where they are known. */
  readonly variables: JsonObject | null;
  /** What was sent, where it is known; without the answer. */
  readonly messages: readonly Message[] | null;
  /** Null where the request failed, or its content was not recorded. */
  readonly output: Output | null;
  readonly modelAsked: string | null;
  readonly modelAnswered: string | null;
  readonly fingerprint: string | null;
  readonly usage: Usage | null;
  readonly latencyMs: number | null;
  /** Integer micro-dollars. */
  readonly costMicroUsd: number | null;
  /** What went wrong, in the recorder's words; null where nothing did. */
  readonly error: string | null;
  /** What people or evaluators said of it, by name. */
  readonly feedback: { readonly [name: string]: number };
  readonly business: { readonly [name: string]: number };
  readonly traceId: string | null;
  readonly spanId: string | null;
  readonly tags: readonly string[];
}

/** One line of a file, counted from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** Set where it is the last and lacks its line break: then it may be half of one. */
  readonly isOpen?: true;
}

/** What one line of a format says: records, or later words on a record that is known by its id. */
export type RecordEvent =
  | {
      readonly kind: 'record';
      readonly record: ProductionRecord;
      readonly line: number;
      /** Set where another line told the rest of it. */
      readonly isJoined?: true;
    }
  | {
      readonly kind: 'feedback';
      readonly of: { readonly recordId: string | null; readonly traceId: string | null };
      readonly name: string;
      readonly score: number;
      readonly line: number;
    };

/** One format of production records; `value` is a line as read. */
export interface RecordFormat {
  /** As docs and errors call it: `OTLP`, `Langfuse`. */
  readonly name: string;
  /** True where a line is of this format, by its content alone. */
  recognise(value: Json): boolean;
  /** Set where two lines may each hold half of a record with one id. */
  readonly hasHalves?: true;
  /** What the line says. A mistake is thrown as a RecordFault. */
  read(value: Json, line: number): Iterable<RecordEvent>;
}

import type { DiffLine } from './diff/clip-diff.ts';

/** The first of a list, and how many more there are. */
export interface Part<T> {
  readonly shown: readonly T[];
  readonly more: number;
}

/** Whose words a message is, and its place in the conversation, from 1. */
export interface MessagePlace {
  readonly role: string;
  readonly place: number;
}

/** One message that differs, how many lines came and went, and what is shown of them: nothing of a message that only moved. */
export interface MessageChange {
  readonly change: 'added' | 'removed' | 'moved' | 'changed' | 'same';
  readonly base: MessagePlace | null;
  readonly candidate: MessagePlace | null;
  readonly added: number;
  readonly removed: number;
  readonly lines: readonly DiffLine[];
}

/** One setting that differs, by its path, as `tools.search.parameters.properties.q.type`; a long value is shown where it differs. Null where a side has none. */
export interface SettingChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A variable of a prompt, and the column that fills it; null where no row has it. It is empty in the other `rows` of its prompt. */
export interface VariableReport {
  readonly name: string;
  readonly column: string | null;
  readonly readBy: 'both' | 'base' | 'candidate';
  readonly filled: number;
}

/** What a prompt reads of its rows, and the columns that it alone read and reads no more. */
export interface VariableChanges extends Part<VariableReport> {
  readonly rows: number;
  readonly unread: readonly string[];
}

/** The messages that one case sends, where they differ, and its last one. Those that read as in the prompt itself have no lines. */
export interface TypicalCase {
  readonly case: string;
  readonly messages: Part<MessageChange>;
}

/** What changed between two versions of a prompt. It holds what is shown, bounded, and never a whole text. */
export interface PromptChanges {
  readonly messages: Part<MessageChange>;
  readonly settings: Part<SettingChange>;
  readonly variables: VariableChanges;
  /** The case of middle length among those that the change reaches; null where none can be filled on both sides, and where it sends the same messages. */
  readonly typical: TypicalCase | null;
}

/** Tokens of the messages of one call as the provider counted them: the mean of so many cases that both sides answered. */
export interface PromptTokens {
  readonly base: number;
  readonly candidate: number;
  readonly cases: number;
}

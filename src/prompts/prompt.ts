import type { MetricConfig } from '../config/config.ts';
import type { Problem, Where } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Message, ResponseFormat } from '../ports.ts';
import type { Suspect } from './suspect.ts';

/** An application of the user's that makes the outputs itself: its prompts stand in its code, and nothing is sent from here. */
export interface Application {
  /** The files that make the outputs: git's object id by path. */
  readonly sources: ReadonlyMap<string, string>;
  /** What it says it asked, a hash by case; a case that it says nothing of asks what its row holds. */
  readonly asked: ReadonlyMap<string, string>;
}

/** One prompt file as parsed; message contents are templates. Settings the file does not name are null or empty. */
export interface Prompt {
  readonly path: string;
  /** Its name among the prompts of a file that holds several; null where it is the only one. */
  readonly key: string | null;
  /** Id of the format that read it, e.g. `github-models`, `markdown`. */
  readonly format: string;
  /** Name of the template dialect that its messages are written in. */
  readonly dialect: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
  /** Kebab-case names, as `max-tokens`; only what the file names. */
  readonly parameters: JsonObject;
  readonly responseFormat: ResponseFormat | null;
  readonly tools: readonly Json[];
  /** Settings of the retrieval that feeds the prompt: part of its version, never sent. Null where the file names none. */
  readonly retrieval: Json;
  readonly messages: readonly Message[];
  /** Set where the only message is a template of the whole conversation: its dialect makes the messages of what it renders. */
  readonly turns?: 'rendered';
  /** Values of columns that a row does not have; part of the version. */
  readonly defaults?: JsonObject;
  /** Where conversations of a row go in, in order; not set where only the row's own takes the place of the turns. */
  readonly slots?: readonly Slot[];
  /** Rows inside the prompt file (`testData`), each with its place; null where the format or file has none. */
  readonly rows: readonly EmbeddedRow[] | null;
  /** Checks and judges inside the prompt file (`evaluators`). */
  readonly metrics: readonly MetricConfig[];
  /** Why evaluators of the file could not be read: nothing may gate on a file of its own that has such. */
  readonly unread: readonly Problem[];
  readonly renamedFrom: string | null;
  /** What is odd but harmless, as an unknown key of a format that grows. */
  readonly warnings: readonly Problem[];
  /** Set for what an application asks in its own way; there are no messages then. */
  readonly application?: Application;
  /** What was guessed of how the file is meant, each with how to say it. */
  readonly guesses: readonly Problem[];
  /** What looks like the template or the roles of another tool and is sent as it stands. */
  readonly suspects: readonly Suspect[];
  /**
   * Where `model`, `messages`, each parameter (by its canonical name), each tool (as `tools[0]`) and each variable's first use (as
   * `{{name}}`, whatever the dialect) stand, for errors.
   */
  readonly places: ReadonlyMap<string, Where>;
}

/** A place among the messages that a list of messages fills. */
export interface Slot {
  /** The column that holds them; without it the row's own conversation goes in. */
  readonly name: string;
  /** The number of messages before it. */
  readonly before: number;
  /** True where there may be none. */
  readonly isOptional: boolean;
}

/** A row as its file gave it. */
export interface EmbeddedRow {
  readonly values: JsonObject;
  readonly where: Where;
}

/** A prompt with the config's defaults filled in: what is really sent, and what its version covers. */
export interface ResolvedPrompt extends Prompt {
  /** Its `name` if it has one, else its address: the identity inside a suite. */
  readonly id: string;
  readonly model: string;
  readonly api: 'chat' | 'responses';
  /** `pv-` and 12 hex digits over messages, template dialect, model, parameters, response format, tools, retrieval and api. */
  readonly version: string;
}

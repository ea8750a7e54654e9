import type { Json, JsonObject } from './json.ts';
import type { Progress } from './progress.ts';

/** A piece of a message: text, or an image by its https or data URL, which is sent as it is; `detail` is how closely the model looks. */
export type MessagePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image'; readonly url: string; readonly detail: string | null };

/** A call that an assistant's message made; `arguments` is the text that the model wrote. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

/** One message of a conversation. */
export interface Message {
  readonly role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
  /** Text; of parts, what people read of them. Empty where an assistant only called tools. */
  readonly content: string;
  /** What is sent in place of `content`. */
  readonly parts?: readonly MessagePart[];
  /** Only with assistant messages. */
  readonly toolCalls?: readonly ToolCall[];
  /** The call that a tool's message answers; only with those. */
  readonly toolCallId?: string;
  /** Set where a tool's message says that the call failed; only with those. */
  readonly failed?: true;
}

/** What a prompt asks of the answer's shape; `schema` and `name` are set with `json_schema` only. */
export interface ResponseFormat {
  readonly type: 'text' | 'json_object' | 'json_schema';
  readonly name: string | null;
  readonly schema: JsonObject | null;
  readonly strict: boolean | null;
}

/** One request before it is translated for an API. Parameter names are kebab-case; only those that somebody named are present. */
export interface ModelRequest {
  readonly model: string;
  readonly api: 'chat' | 'responses';
  readonly messages: readonly Message[];
  readonly parameters: JsonObject;
  readonly responseFormat: ResponseFormat | null;
  readonly tools: readonly Json[];
}

/** The assistant message in canonical form; `content` is the default target of checks. Reasoning text is never kept. */
export interface Output {
  readonly content: string;
  readonly toolCalls: readonly Json[];
  readonly refusal: string | null;
  /** stop, length, tool_calls, content_filter, or what the provider said. */
  readonly finishReason: string;
  /**
   * Where an application took several steps: what it did after the input, message by message, the tools' answers among
   * them; the last is this answer. `toolCalls` are those of the last message alone.
   */
  readonly trajectory?: readonly Message[];
  /** What whoever made the output says of it, by name, in 0..1. */
  readonly scores?: { readonly [name: string]: number };
}

/** Tokens of one answered request. */
export interface Usage {
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
}

/** Identity of a case of one prompt. */
export interface CaseId {
  readonly suite: string;
  readonly prompt: string;
  readonly case: string;
}

/** One call: the request and what identifies it. */
export interface ModelCall {
  readonly request: ModelRequest;
  /** Identity of the question for cache and replay; equal for equal questions even where a judge's delimiters are random. */
  readonly key: string;
  readonly purpose: 'generate' | 'judge';
  /** Open on purpose: `baseline`, `candidate`, later others. Judges share one arm, `judge`. */
  readonly arm: string;
  /** Counts from 0; two samples of one key are two independent draws. */
  readonly sample: number;
  /** The case that a draw is for: two cases never share one, however alike their requests are. Null for judges, who are asked about content. */
  readonly owner: CaseId | null;
}

/** One token of an answer and what might have stood in its place, with natural logarithms of probabilities. */
export interface TokenChoice {
  readonly token: string;
  readonly alternatives: readonly { readonly token: string; readonly logprob: number }[];
}

/**
 * What came of a call. `rejected` is a 400, 413 or 422 that is known to be about this one request, and is scored;
 * `unavailable` is unscored. `attempts` counts the requests behind it, `latencyMs` is that of the last one; `hung` counts
 * those that were given up on since no answer came, and is not there where none was.
 */
export type ModelResult = { readonly hung?: number } & (
  | {
      readonly status: 'answered';
      readonly output: Output;
      /** Set where the content began with a block of reasoning, which was left out. */
      readonly reasoningDropped?: true;
      readonly usage: Usage | null;
      /** Only where the request asked for log probabilities and the provider gave them. */
      readonly tokens?: readonly TokenChoice[];
      /** The model id as the provider answered it. */
      readonly model: string | null;
      readonly fingerprint: string | null;
      readonly latencyMs: number;
      readonly attempts: number;
      /** What it cost, where whoever made it says so: then no price decides. */
      readonly costMicroUsd?: number;
    }
  | {
      readonly status: 'rejected';
      readonly httpStatus: number;
      readonly reason: string;
      readonly latencyMs: number;
      readonly attempts: number;
    }
  | {
      readonly status: 'unavailable';
      readonly reason: string;
      /** Set where it will never come: the endpoint no longer serves what main asks, and the change asks another. */
      readonly gone?: true;
      readonly latencyMs: number;
      readonly attempts: number;
    }
);

/** What a provider said of its limits beside an answer or a refusal. */
export interface RateFacts {
  /** True where it refused for the pace alone (429, 503, "overloaded"), whatever was asked. */
  readonly isLimited: boolean;
  /** Milliseconds that it asks to wait, or until a limit that is spent is lifted; null where it does not say. */
  readonly waitMs: number | null;
  /** What its headers say is left before the limits; null where they do not say. */
  readonly remainingRequests: number | null;
  readonly remainingTokens: number | null;
  /** The headers about limits and the request's id, names in lower case. */
  readonly headers: { readonly [name: string]: string };
}

/** Nothing is said of limits, as by a recording or a connection that broke. */
export const unknownRate: RateFacts = {
  isLimited: false,
  waitMs: null,
  remainingRequests: null,
  remainingTokens: null,
  headers: {},
};

/** One attempt at a call: what came of it, and what decides on another. */
export interface Attempt {
  readonly result: ModelResult;
  /** Whether the same may be asked again; `once` where nobody knows what the fault means. */
  readonly again: 'never' | 'once' | 'often';
  readonly rate: RateFacts;
}

/** A model endpoint. It neither waits nor retries. */
export interface Model {
  /** Who limits the rate: equal for models that share an origin and a key, and without a secret in it. */
  endpoint(): Promise<string>;
  /**
   * Asks once. Throws a UserError where the fault is about no case (401, 403, 404, a bad parameter, no credit), and the
   * signal's reason where it aborts.
   */
  attempt(call: ModelCall, signal: AbortSignal): Promise<Attempt>;
}

/** One file of a tree: `mode` as git writes it (100644, 100755, 120000 symlink, 160000 submodule), `hash` the git object id. */
export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly hash: string;
}

/** Every file of one commit (or of the working tree), by path. */
export interface Tree {
  /** The commit's object id; for a working tree the tree's. */
  readonly commit: string;
  readonly entries: ReadonlyMap<string, TreeEntry>;
}

/** Reads a repository as data: trees and blobs, never a checkout, never through a symlink. */
export interface Repository {
  readTree(commit: string): Promise<Tree>;
  /** Blobs by object id; every asked id is in the answer or the call throws. */
  readBlobs(hashes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** Files of a branch at its tip; `tip` is null while the branch does not exist. */
export interface BranchFiles {
  readonly tip: string | null;
  readonly files: ReadonlyMap<string, string>;
}

/** A branch used as a store. `write` replaces whole folders on top of the newest tip by a fast-forward swap and tries again when another writer was first. */
export interface BranchStore {
  /** Reads the text files below `folder`; an absent branch or folder has no files. */
  read(branch: string, folder: string): Promise<BranchFiles>;
  /** Throws where a write will surely be refused, so that nothing is paid for what cannot be kept; returns a sentence where it may be. */
  requireWritable(branch: string): Promise<string | null>;
  /**
   * Replaces each named folder by its files; the other folders stay as they are at the newest tip. The lines of each path in `appends` are added to the end
   * of that file as the newest tip has it, but for those that it has already. Returns the new tip, or the old one where nothing changed.
   */
  write(
    branch: string,
    folders: ReadonlyMap<string, ReadonlyMap<string, string>>,
    message: string,
    appends?: ReadonlyMap<string, string>,
  ): Promise<string>;
}

/** Recorded noise runs: the texts of a folder a suite, by file name. It is this clone's alone, and nothing of it is ever drawn again. */
export interface NoiseStore {
  /** A folder that is not there has no files. Throws a UserError for one that cannot be read. */
  read(folder: string): Promise<ReadonlyMap<string, string>>;
  /** Writes the files of a folder over those that it has. Throws a UserError where it cannot. */
  write(folder: string, files: ReadonlyMap<string, string>): Promise<void>;
}

/** Known answers, kept across runs. A broken or missing entry reads as null. */
export interface ResponseCache {
  read(key: string): Promise<Json | null>;
  write(key: string, value: Json): Promise<void>;
}

/** What a person watching the run sees; goes to standard error or to the job's log, never decides anything. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** Where work under way stands; told at its begin, after whatever happens to it and at its end, and the adapter thins it out. */
  progress(progress: Progress): void;
}

/** Time, so that pure rooms and tests need no real one. */
export interface Clock {
  nowMs(): number;
}

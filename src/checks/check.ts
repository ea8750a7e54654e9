import type { CheckConfig } from '../config/config.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Output } from '../ports.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Finding, Measure } from './finding.ts';

/** What is scored: one output and the row it answers. */
export interface Subject {
  readonly output: Output;
  /** The row's variables, as Case.variables. */
  readonly variables: JsonObject;
}

/** A score in 0..1, or null for unscored; the reason says in a few words why a score is not 1. */
export interface Score {
  readonly score: number | null;
  readonly reason: string | null;
}

/** A check ready to score outputs. Scoring never throws on what a model wrote. */
export interface Check {
  readonly config: CheckConfig;
  /** Content hash of all that decides a score: type, options, what is looked at, not, schema text, and which score is the worst. */
  readonly hash: string;
  score(subject: Subject): Score;
  /** Of one that takes its rule from the row: what keeps a row from being scored, each as a clause and a hint. */
  readonly findFaults?: (variables: JsonObject) => readonly RowFault[];
}

/** What is wrong with what a row says of its own scoring. */
export interface RowFault {
  readonly message: string;
  readonly hint: string;
}

/** A rule about a text or a value. */
export interface TargetRule {
  readonly measure: Measure;
  /** What else decides a score, as the value of a schema file; part of the check's hash. */
  readonly content?: Json;
  /** True where a text that says nothing meets it, as a largest length does: no answer that is broken may. */
  readonly isMetBySilence?: boolean;
}

/** A rule about what was called and done. What an output without text and calls meets, no answer that is broken may. */
export interface StoryRule {
  readonly content?: Json;
  /** True where the answer itself is not looked at: a score that others gave holds whatever that is. */
  readonly isGiven?: true;
  /** Keys that all checks share and this rule does not look at, beside those that point into a text. */
  readonly idle?: readonly ('at' | 'tool')[];
  /** Looks at a whole output; `options` are rendered with the row. Must not throw on what a model wrote. */
  readonly follow: (output: Output, options: JsonObject) => Finding;
}

/** What a kind makes of one check's options. */
export type Rule = TargetRule | StoryRule;

/** A kind of check that is made of others. */
export interface GroupKind {
  readonly type: string;
  readonly properties: JsonObject;
  readonly required: readonly string[];
  /** What becomes of the members' scores; only a mean has weights. */
  readonly combine: 'least' | 'greatest' | 'mean';
}

/** A kind of check whose rule stands in each row. */
export interface RowKind {
  readonly type: string;
  readonly properties: JsonObject;
  readonly required: readonly string[];
  /** The column that holds it. */
  readonly column: string;
}

/** One family's entry in the registry. */
export interface CheckKind {
  readonly type: string;
  /** JSON Schema properties of the type's own keys in the config file. */
  readonly properties: JsonObject;
  readonly required: readonly string[];
  /** Its own keys whose texts are templates, filled in with the row. */
  readonly templates: readonly string[];
  /** Files the check reads, as repository paths. */
  dependencies(config: CheckConfig): readonly string[];
  /**
   * Throws a UserError with file and line for a pattern or schema that does not compile or a file that is missing; `files` holds the
   * dependencies, by repository path.
   */
  compile(config: CheckConfig, files: ReadonlyMap<string, SourceFile>): Rule;
}

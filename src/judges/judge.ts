import type { Subject } from '../checks/check.ts';
import type { JudgeConfig } from '../config/config.ts';
import type { JsonObject } from '../json.ts';
import type { Message, ResponseFormat } from '../ports.ts';
import type { SourceFile } from '../text/source-file.ts';

/** What a judge's reply came to: a score in 0..1, or null where it abstained or could not be read. */
export interface Judgement {
  readonly score: number | null;
  readonly reason: string | null;
  readonly abstained: boolean;
  /** Set where the reply broke the form; one repair attempt is made with it, then the sample is unscored. */
  readonly malformed: string | null;
}

/** What is asked of the judge's model; no parameter is named here. */
export interface JudgeQuestion {
  readonly messages: readonly Message[];
  readonly responseFormat: ResponseFormat;
}

/** A judge ready to build questions and read replies; it makes no calls itself. */
export interface Judge {
  readonly config: JudgeConfig;
  /** Content hash of the judge's prompt, rubric, form and protocol version; with model and parameters it identifies the judge. */
  readonly hash: string;
  /** `tag` is a random word of this call that delimits the judged text. */
  buildQuestion(subject: Subject, tag: string): JudgeQuestion;
  /** The question asked once more after a malformed reply. */
  buildRepair(question: JudgeQuestion, reply: string, malformed: string): JudgeQuestion;
  parseReply(reply: string, subject: Subject): Judgement;
}

/** One judge kind's entry in the registry. */
export interface JudgeKind {
  readonly type: string;
  readonly properties: JsonObject;
  readonly required: readonly string[];
  dependencies(config: JudgeConfig): readonly string[];
  compile(config: JudgeConfig, files: ReadonlyMap<string, SourceFile>): Judge;
}

import type { Subject } from '../checks/check.ts';
import type { JudgeConfig, ModelSettings } from '../config/config.ts';
import type { JsonObject } from '../json.ts';
import type { Message, Output, ResponseFormat, TokenChoice } from '../ports.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { JudgeBrief } from './brief.ts';

/** What a judge's reply came to: a score in 0..1, or null where it abstained or could not be read. */
export interface Judgement {
  readonly score: number | null;
  readonly reason: string | null;
  readonly abstained: boolean;
  /** Set where the reply broke the form; one repair attempt is made with it, then the sample is unscored. */
  readonly malformed: string | null;
  /** Set where its model is served no more. */
  readonly gone?: true;
}

/** What of a model's settings a judge may bring along. */
export type JudgeSettings = Pick<ModelSettings, 'id' | 'api' | 'parameters'>;

/** What is asked of the judge's model; no parameter is named here. */
export interface JudgeQuestion {
  readonly messages: readonly Message[];
  readonly responseFormat: ResponseFormat;
}

/** Two outputs for one case, without a word on where each comes from. */
export interface PairSubject {
  readonly first: Output;
  readonly second: Output;
  readonly variables: JsonObject;
}

/** What a judge asks about a subject and how it reads the reply; it makes no calls itself. */
export interface JudgeProtocol<S> {
  readonly config: JudgeConfig;
  /** Content hash of the judge's prompt, rubric, form and protocol version; with model and parameters it identifies the judge. */
  readonly hash: string;
  /** The same for people. */
  readonly brief: JudgeBrief;
  /** Set where it is asked by other settings than the run's: a change brings the judge and the model for it. The endpoint is the run's all the same. */
  readonly settings?: JudgeSettings;
  /** `tag` is a random word of this call that delimits the judged text. */
  buildQuestion(subject: S, tag: string): JudgeQuestion;
  /** The question asked once more after a malformed reply. */
  buildRepair(question: JudgeQuestion, reply: string, malformed: string): JudgeQuestion;
  /** `tokens` are there where log probabilities were asked for and given. */
  parseReply(reply: string, subject: S, tokens?: readonly TokenChoice[]): Judgement;
}

/** A judge of one output. */
export interface OutputJudge extends JudgeProtocol<Subject> {
  readonly sees: 'output';
}

/** A judge of two outputs; its score is 1 where the first is better, 0 where the second is, and ½ for a tie. */
export interface PairJudge extends JudgeProtocol<PairSubject> {
  readonly sees: 'pair';
}

/** A judge ready to build questions and read replies. */
export type Judge = OutputJudge | PairJudge;

/** The names of a row that a judge reads: all of them, and those that hold the right answer. */
export interface RowReading {
  readonly names: readonly string[];
  readonly reference: readonly string[];
}

/** One judge kind's entry in the registry. */
export interface JudgeKind<J extends Judge = Judge> {
  readonly type: string;
  readonly properties: JsonObject;
  readonly required: readonly string[];
  dependencies(config: JudgeConfig): readonly string[];
  /** The names that it reads of a row. */
  reads(config: JudgeConfig, variables: JsonObject): RowReading;
  compile(config: JudgeConfig, files: ReadonlyMap<string, SourceFile>): J;
}

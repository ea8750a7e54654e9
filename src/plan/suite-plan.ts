import type { ModelSettings, SuiteConfig } from '../config/config.ts';
import type { Case } from '../datasets/case.ts';
import type { Problem } from '../errors.ts';
import type { Prompt, ResolvedPrompt } from '../prompts/prompt.ts';
import type { PromptId } from '../run/sample-key.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Metric } from './metric.ts';

/** One side of one suite after parsing. */
export interface SuiteContent {
  readonly prompts: readonly Prompt[];
  /** Rows of the suite's dataset; null where they stand inside the prompt files. */
  readonly cases: readonly Case[] | null;
  /** Rows inside prompt files, by the address of the prompt. */
  readonly embedded: ReadonlyMap<string, readonly Case[]>;
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Model defaults of this side's config. */
  readonly model: ModelSettings;
  /** The judge's model of this side's config. */
  readonly judgeModel: ModelSettings;
  readonly warnings: readonly Problem[];
}

/** One case of one prompt on both sides; `scoring` is the row whose expectations both arms are held to. */
export interface CasePlan {
  readonly id: string;
  readonly base: Case | null;
  readonly candidate: Case;
  readonly scoring: Case;
  readonly cluster: string | null;
  /** Key of the base request that this case shares with others; null where it is its own. */
  readonly question: string | null;
  /** True where both arms send the same request. */
  readonly isSame: boolean;
  readonly critical: boolean;
  /** Samples in the first round where main's own noise asks for more than one; absent for every other case. */
  readonly labelled?: number;
  /** Added by the candidate: runs, is listed, does not gate. */
  readonly added: boolean;
  /** The id of the row whose new version this is; null for every other row. */
  readonly editionOf: string | null;
}

/** What is to be done for one prompt of one suite. */
export interface PromptPlan {
  readonly suite: string;
  readonly id: string;
  readonly change: 'changed' | 'unchanged' | 'new' | 'renamed' | 'deleted';
  readonly base: ResolvedPrompt | null;
  readonly candidate: ResolvedPrompt | null;
  readonly metrics: readonly Metric[];
  readonly cases: readonly CasePlan[];
  /** Whether the reasoning that an answer begins with is a part of it. */
  readonly reasoning: SuiteConfig['reasoning'];
  /** True for a second look at a new prompt, beside one that goes: it is shown and gates nothing. */
  readonly shownOnly: boolean;
}

/** Something gated that a change would take away: it fails until a person accepts it. */
export interface Shrink {
  readonly kind: 'rows' | 'answer-key' | 'prompt';
  /** The prompt concerned; null where it is the whole suite's. */
  readonly prompt: string | null;
  /** The file or the column concerned; null where the prompt says it. */
  readonly subject: string | null;
  /** The headline, and the sentence that names the ground and how to accept it. */
  readonly title: string;
  readonly sentence: string;
}

/** Something on account of which a run cannot be a plain pass although nothing speaks against the change. */
export interface Doubt {
  readonly suite: string | null;
  /** The prompt concerned; null where it is the whole suite or run. */
  readonly prompt: string | null;
  readonly title: string;
  readonly sentence: string;
}

/** A prompt that is compared, with its suite. */
export interface ComparedPrompt {
  readonly plan: SuitePlan;
  readonly prompt: PromptPlan;
}

/** What is to be done for one suite. */
export interface SuitePlan {
  readonly config: SuiteConfig;
  /** False on first contact: nothing of the suite may gate until it is merged. */
  readonly mayGate: boolean;
  readonly prompts: readonly PromptPlan[];
  /** Identity of main's rows, which gate; null where main has none, or nothing of the suite may gate. */
  readonly rows: string | null;
  readonly addedCases: readonly string[];
  readonly removedCases: readonly string[];
  readonly editedCases: readonly string[];
  /** What of the gate would shrink once this is merged; each needs `accept`. */
  readonly shrinks: readonly Shrink[];
  /** What of main was read and has a mistake in it, so that there is nothing to compare with; null where main can be used. It never passes. */
  readonly brokenBase: string | null;
  /** What makes the verdict inconclusive where nothing decides. */
  readonly doubts: readonly Doubt[];
  /** Sentences for the top of the report: what of the gate changes with this merge, what was not asked. */
  readonly notices: readonly string[];
  readonly notes: readonly string[];
  readonly warnings: readonly Problem[];
}

/** True where an application of the user's makes the outputs, and nothing is sent from here. */
export function isApplication({
  base,
  candidate,
}: {
  readonly base: Pick<Prompt, 'application'> | null;
  readonly candidate: Pick<Prompt, 'application'> | null;
}): boolean {
  return (candidate ?? base)?.application !== undefined;
}

/** True where a judge may be asked about it. */
export function hasJudges(plan: SuitePlan): boolean {
  return plan.prompts.some(({ metrics }) => metrics.some(({ kind }) => kind === 'judge'));
}

/** The prompt of this name in this suite; undefined where there is none. */
export function findPrompt(plans: readonly SuitePlan[], { suite, prompt: id }: PromptId): PromptPlan | undefined {
  return plans.flatMap(({ prompts }) => prompts).find((one) => one.suite === suite && one.id === id);
}

/** True where the two versions differ and both exist. */
export function hasChanged({ base, candidate }: PromptPlan): boolean {
  return base !== null && candidate !== null && base.version !== candidate.version;
}

/** The cases of the base side: those that the candidate adds run beside them and gate nothing. */
export function baseCases<T extends Pick<CasePlan, 'added'>>({
  cases,
}: {
  readonly cases: readonly T[];
}): readonly T[] {
  return cases.filter((row) => !row.added);
}

/** True where another version sends the base's cases the very same requests. */
export function reachesNothing(prompt: PromptPlan): boolean {
  const gated = baseCases(prompt);
  return hasChanged(prompt) && gated.length > 0 && gated.every((row) => row.isSame);
}

/** True where the versions differ, so does what is sent, and something measures it: only then is there anything to compare. */
export function isCompared(prompt: PromptPlan): boolean {
  return hasChanged(prompt) && !reachesNothing(prompt) && prompt.metrics.length > 0;
}

/** The prompts of a run whose versions differ. */
export function listCompared(plans: readonly SuitePlan[]): readonly ComparedPrompt[] {
  return plans.flatMap((plan) => plan.prompts.filter(isCompared).map((prompt) => ({ plan, prompt })));
}

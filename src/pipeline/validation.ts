import type { SuitePrediction } from '../baseline/predict-suite.ts';
import type { Config } from '../config/config.ts';
import { gatherProblems, type Problem } from '../errors.ts';
import { countQuestions, planFirstRound, resolveMargin } from '../gate/first-round.ts';
import type { JsonObject } from '../json.ts';
import type { Draws } from '../plan/draws.ts';
import { addEstimates, type Estimate, estimateRound, nothing } from '../plan/estimate.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Message } from '../ports.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { variablesOf } from '../prompts/render.ts';
import { versionOf } from '../prompts/resolve.ts';
import { describeWireParameters } from '../prompts/wire-request.ts';
import type { ResultDocument } from '../report/result-document.ts';

/** One prompt as `validate --json` shows it. `parameters` are names and values as sent, without model and messages. */
export interface ValidatedPrompt {
  readonly path: string;
  /** Its name among the prompts of its file; null where it is the only one. */
  readonly key: string | null;
  readonly format: string;
  readonly name: string | null;
  readonly version: string;
  readonly model: string | null;
  readonly parameters: JsonObject;
  readonly variables: readonly string[];
  readonly messages: readonly Message[];
  readonly cases: number;
  readonly metrics: readonly string[];
  /** What was guessed of how the file is meant, each with how to say it. */
  readonly guesses: readonly Problem[];
}

/** One suite as `validate --json` shows it. */
export interface ValidatedSuite {
  readonly name: string;
  /** The config that it is from; null for a prompt file that is a suite of itself where no config is. */
  readonly config: string | null;
  readonly prompts: readonly string[];
  readonly cases: number;
  readonly metrics: readonly {
    readonly name: string;
    readonly kind: string;
    readonly gates: boolean;
    readonly held: string | null;
  }[];
  readonly margin: number;
  readonly samples: number;
  /** What a change of one of its prompts, the worst off, can expect by the noise that is known here; null where none is, or no rate is tested. */
  readonly prediction: SuitePrediction | null;
}

/** The document of `validate --json`. */
export interface ValidateResult extends Pick<ResultDocument, 'errors'> {
  readonly ok: boolean;
  readonly warnings: readonly Problem[];
  readonly prompts: readonly ValidatedPrompt[];
  readonly suites: readonly ValidatedSuite[];
  /** Calls and cost at most of evaluating every suite, both sides afresh, without a re-run; `costUsd` is null where a price is unknown. */
  readonly estimate: {
    readonly generationCalls: number;
    readonly judgeCalls: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly costUsd: number | null;
  };
}

/** What is checked as a whole: a suite, a prompt that stands in none, or a config. */
export interface Part {
  /** The files that take part in it. */
  readonly paths: readonly string[];
  /** Set for a config that cannot be used: nobody knows what of this folder it holds. */
  readonly folder: string | null;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly prompts: readonly ValidatedPrompt[];
  readonly suites: readonly ValidatedSuite[];
  readonly estimate: Estimate;
}

/** A part of these files in which nothing was found yet. */
export function buildPart(paths: readonly string[], found: Partial<Omit<Part, 'paths'>>): Part {
  return { folder: null, errors: [], warnings: [], prompts: [], suites: [], estimate: nothing, ...found, paths };
}

/** The result over parts, each mistake once; none of them is ok. */
export function buildValidation(parts: readonly Part[]): ValidateResult {
  const errors = gatherProblems(parts.flatMap((part) => part.errors));
  const { costMicroUsd, ...counts } = parts.map((part) => part.estimate).reduce(addEstimates, nothing);
  return {
    ok: errors.length === 0,
    errors,
    warnings: gatherProblems(parts.flatMap((part) => part.warnings)),
    prompts: parts.flatMap((part) => part.prompts),
    suites: parts.flatMap((part) => part.suites),
    estimate: { ...counts, costUsd: costMicroUsd === null ? null : costMicroUsd / 1e6 },
  };
}

/** Several results as one, each mistake once. */
export function joinValidations(results: readonly ValidateResult[]): ValidateResult {
  const errors = gatherProblems(results.flatMap((result) => result.errors));
  const estimates = results.map(({ estimate }) => estimate);
  const sum = (of: 'generationCalls' | 'judgeCalls' | 'inputTokens' | 'outputTokens') =>
    estimates.reduce((total, estimate) => total + estimate[of], 0);
  const costs = estimates.map(({ costUsd }) => costUsd);
  return {
    ok: errors.length === 0,
    errors,
    warnings: gatherProblems(results.flatMap((result) => result.warnings)),
    prompts: results.flatMap((result) => result.prompts),
    suites: results.flatMap((result) => result.suites),
    estimate: {
      generationCalls: sum('generationCalls'),
      judgeCalls: sum('judgeCalls'),
      inputTokens: sum('inputTokens'),
      outputTokens: sum('outputTokens'),
      costUsd: costs.every((cost) => cost !== null) ? costs.reduce((total, cost) => total + cost, 0) : null,
    },
  };
}

/** The prompts of a suite as they would be sent. */
export function describePrompts(plan: SuitePlan): readonly ValidatedPrompt[] {
  return plan.prompts.flatMap(({ candidate, cases, metrics }) =>
    candidate === null
      ? []
      : [
          describePrompt(
            candidate,
            cases.length,
            metrics.map((metric) => metric.name),
          ),
        ],
  );
}

/** A prompt as it would be sent; the model is its own. */
export function describePrompt(prompt: Prompt, cases: number, metrics: readonly string[]): ValidatedPrompt {
  const { path, key, format, name, model, messages, parameters, responseFormat, tools, guesses } = prompt;
  const api = 'api' in prompt && prompt.api === 'responses' ? 'responses' : 'chat';
  const sent = describeWireParameters({ api, parameters, responseFormat, tools });
  const version = versionOf({ ...prompt, model: model ?? '', api });
  return {
    path,
    key,
    format,
    name,
    version,
    model,
    parameters: sent,
    variables: variablesOf(prompt),
    messages,
    cases,
    metrics,
    guesses,
  };
}

/** A suite with the margin and the samples that its gate comes to. */
export function describeSuite(
  plan: SuitePlan,
  config: string | null,
  prediction: SuitePrediction | null,
): ValidatedSuite {
  const { name, gate, samples } = plan.config;
  const cases = plan.prompts.reduce((most, prompt) => Math.max(most, prompt.cases.length), 0);
  const questions = plan.prompts.reduce((most, prompt) => Math.max(most, countQuestions(prompt.cases)), 0);
  const rounds = plan.prompts.flatMap((prompt) => planFirstRound(gate, samples, prompt.cases));
  const metrics = plan.prompts[0]?.metrics ?? [];
  return {
    name,
    config,
    prompts: plan.prompts.map((prompt) => prompt.id),
    cases,
    metrics: metrics.map(({ name: metric, kind, gates, held }) => ({ name: metric, kind, gates, held })),
    margin: resolveMargin(gate, questions),
    samples: rounds.reduce((most, { tested }) => Math.max(most, tested), rounds.length === 0 ? samples : 1),
    prediction,
  };
}

/** What evaluating a suite takes at most, both sides afresh, without a re-run. */
export function estimatePlan(plan: SuitePlan, config: Config): Estimate {
  const draws = plan.prompts.flatMap((prompt) => {
    const rounds = planFirstRound(plan.config.gate, plan.config.samples, prompt.cases);
    return prompt.cases.map((row, index): Draws => {
      // Both sides are this one.
      return { prompt, case: row, arms: ['base'], from: 0, to: 2 * (rounds[index]?.drawn ?? 1) };
    });
  });
  return estimateRound(draws, config.judgeModel.id, config.prices);
}

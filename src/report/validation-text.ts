import type { SuitePrediction } from '../baseline/predict-suite.ts';
import type { Problem } from '../errors.ts';
import { addressOf } from '../prompts/resolve.ts';
import { count } from '../text/prose.ts';
import { revealText } from './escape.ts';
import { formatCount, formatUsd } from './words/numbers.ts';
import { tellProblem } from './words/place.ts';
import { describePredictionSource, renderPrediction } from './words/prediction-text.ts';

/** The most messages whose roles a line names. */
const maxRoles = 6;

/** What `validate` found, as far as the terminal shows it. */
export interface Validation {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly prompts: readonly {
    readonly path: string;
    readonly key: string | null;
    readonly version: string;
    readonly model: string | null;
    readonly messages: readonly { readonly role: string }[];
    readonly cases: number;
    readonly metrics: readonly string[];
    readonly guesses: readonly Problem[];
  }[];
  readonly suites: readonly {
    readonly name: string;
    readonly config: string | null;
    readonly cases: number;
    readonly margin: number;
    readonly samples: number;
    readonly metrics: readonly { readonly name: string; readonly gates: boolean; readonly held: string | null }[];
    readonly prompts: readonly string[];
    readonly prediction: SuitePrediction | null;
  }[];
  readonly estimate: { readonly generationCalls: number; readonly judgeCalls: number; readonly costUsd: number | null };
}

/** The result of `validate` in plain lines: mistakes first, then what would run and what it would cost. */
export function renderValidation({ errors, warnings, prompts, suites, estimate }: Validation): string {
  const { generationCalls, judgeCalls, costUsd } = estimate;
  // The one at the root is the one that runs where nobody names another.
  const origin = (config: string | null) => (config?.includes('/') ? `  (${config})` : '');
  const lines = [
    ...errors.map((problem) => `error    ${tellProblem(problem)}`),
    ...warnings.map((problem) => `warning  ${tellProblem(problem)}`),
    ...prompts.flatMap(({ path, key, version, model, messages, cases, metrics, guesses }) => [
      `prompt   ${addressOf({ path, key })}  ${version}  ${model ?? 'no model'}  ${listRoles(messages)}  ${count(cases, 'case')}  ${metrics.join(', ') || 'no metric'}`,
      ...guesses.map((guess) => `guess    ${tellProblem(guess)}`),
    ]),
    ...suites.flatMap(({ name, config, cases, margin, samples, metrics, prompts: own, prediction }) => [
      `suite    ${name}  ${count(cases, 'case')} × ${count(samples, 'sample')}, margin ${margin}${origin(config)}`,
      ...metrics.flatMap(({ held }) => (held === null ? [] : [`         ${held}`])),
      ...(prediction === null ? [] : [`         ${describePrediction(prediction, own.length)}`]),
    ]),
    ...hintAtNoise(suites),
    ...(suites.length > 0
      ? [
          `cost     at most ${formatCount(generationCalls)} answers and ${formatCount(judgeCalls)} judgements for all suites, both sides, without a re-run: ${costUsd === null ? 'price unknown' : formatUsd(costUsd)} (estimated)`,
        ]
      : []),
    errors.length === 0 ? 'ok' : `${count(errors.length, 'mistake')} to mend`,
  ];
  return `${lines.map(revealText).join('\n')}\n`;
}

function describePrediction(prediction: SuitePrediction, prompts: number): string {
  const of = prompts > 1 && prediction.comparisons === 1 ? `${prediction.worst}, the worst off: ` : '';
  return `${of}${renderPrediction(prediction)}, ${describePredictionSource(prediction)}`;
}

/** Once, however many suites there are. */
function hintAtNoise(suites: Validation['suites']): readonly string[] {
  const isUnknown = ({ metrics, prediction }: Validation['suites'][number]) =>
    prediction === null && metrics.some(({ gates }) => gates);
  const unknown = suites.filter(isUnknown).length;
  if (unknown === 0) return [];
  return [
    `noise    of ${count(unknown, 'suite')} no noise is known: "prompt-assay noise", or a baseline of 5 samples, shows before a run what it can detect`,
  ];
}

/** In order, so that a role that was lost shows. */
function listRoles(messages: readonly { readonly role: string }[]): string {
  const more = messages.length > maxRoles ? ` and ${messages.length - maxRoles} more` : '';
  return `${messages
    .slice(0, maxRoles)
    .map(({ role }) => role)
    .join(' + ')}${more}`;
}

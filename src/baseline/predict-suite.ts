import { type ForeseenCase, foresee, type Prediction, predict } from '../gate/predict.ts';
import { baseCases, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import { findKeptScores } from './kept-noise.ts';
import type { StoredBaseline } from './stored-baseline.ts';

/** What is kept of a suite's noise, by where it is kept; null where it is not. */
export interface KeptNoise {
  readonly stored: StoredBaseline | null;
  readonly recorded: StoredBaseline | null;
}

/** What a change of a suite can expect, before a call is paid for. */
export interface SuitePrediction extends Prediction {
  /** Where the noise is known from: the stored baseline, or a noise run of this clone. */
  readonly source: 'baseline' | 'noise-run';
  /** When that was drawn, ISO 8601 in UTC, and how many days ago. */
  readonly date: string;
  readonly ageDays: number;
  /** The chance that two draws of a case differ, in the metric that is worst off, 0..1. */
  readonly differing: number;
  /** Gating metrics, each of a prompt, that have to pass together. */
  readonly comparisons: number;
  /** Further ones of whose noise nothing is known, or that test no rate: they can only lower the chance. */
  readonly unknownComparisons: number;
  /** The one that is worst off, as `prompt / metric`, whose chance and detectable drop these are; `passes` and `passesAtFirst` are the least for all together, as if they were independent. */
  readonly worst: string;
  readonly worstPasses: number;
  /** Cases of the worst one, and those of them of which nothing is known: they are taken to be as noisy as the others. */
  readonly cases: number;
  readonly unknownCases: number;
  readonly margin: number;
  /** False where the kept samples are too few to say what more samples of noisy cases gain: the chances are then those without. */
  readonly countsLabels: boolean;
}

/** What a change of these prompts can expect together; null where nothing is known of any gating metric's noise, or none tests a rate. */
export function predictPrompts(
  plan: SuitePlan,
  prompts: readonly PromptPlan[],
  kept: KeptNoise,
  nowMs: number,
): SuitePrediction | null {
  const sources = [kept.stored, kept.recorded].filter((one) => one !== null);
  const comparisons = sources.length === 0 ? [] : prompts.flatMap((prompt) => foreseePrompt(plan, prompt, sources));
  const known = comparisons.flatMap(({ outlook, ...rest }) =>
    outlook === null ? [] : [{ ...rest, outlook, prediction: predict(outlook) }],
  );
  const [first] = known;
  if (first === undefined) return null;
  const worst = known.reduce((least, one) => (one.prediction.passes < least.prediction.passes ? one : least), first);
  const source = chooseSource(kept);
  if (source === null) return null;
  const product = (of: 'passes' | 'passesAtFirst') =>
    known.reduce((chance, { prediction }) => chance * prediction[of], 1);
  const most = (of: 'firstRounds' | 'rounds') =>
    known.reduce((sum, { prediction }) => Math.max(sum, prediction[of]), 0);
  return {
    ...worst.prediction,
    passes: product('passes'),
    passesAtFirst: product('passesAtFirst'),
    firstRounds: most('firstRounds'),
    rounds: most('rounds'),
    ...source,
    ageDays: Math.max(0, Math.floor((nowMs - Date.parse(source.date)) / 86_400_000)),
    differing: worst.outlook.differing,
    comparisons: known.length,
    unknownComparisons: comparisons.length - known.length,
    worst: worst.name,
    worstPasses: worst.prediction.passes,
    cases: worst.outlook.first.cases,
    unknownCases: worst.unknown,
    margin: worst.outlook.margin,
    countsLabels: known.every(({ outlook }) => outlook.countsLabels),
  };
}

/** What a change of one prompt of a suite can expect: of the prompt that is worst off. Null as above. */
export function predictSuite(plan: SuitePlan, kept: KeptNoise, nowMs: number): SuitePrediction | null {
  const predictions = plan.prompts.flatMap((prompt) => predictPrompts(plan, [prompt], kept, nowMs) ?? []);
  const [first] = predictions;
  if (first === undefined) return null;
  return predictions.reduce((least, one) => (one.passes < least.passes ? one : least), first);
}

/** The gating metrics of a prompt with what to expect of each. */
function foreseePrompt({ config }: SuitePlan, prompt: PromptPlan, sources: readonly StoredBaseline[]) {
  const scores = findKeptScores(prompt, sources, 'any request');
  const rows = baseCases(prompt);
  return prompt.metrics
    .filter(({ gates, direction }) => gates && direction !== 'neutral')
    .map(({ name }) => {
      const cases = rows.map((row): ForeseenCase => ({ ...row, draws: scores.get(row.id)?.get(name) ?? [] }));
      return {
        name: `${prompt.id} / ${name}`,
        unknown: cases.filter(({ draws }) => draws.length < 2).length,
        outlook: foresee(config.gate, config.samples, cases),
      };
    });
}

/** The place that holds most scores is named. */
function chooseSource({ stored, recorded }: KeptNoise): Pick<SuitePrediction, 'source' | 'date'> | null {
  const isRecorded = (recorded?.scores.length ?? 0) > (stored?.scores.length ?? 0);
  const chosen = isRecorded ? recorded : stored;
  return chosen && { source: isRecorded ? 'noise-run' : 'baseline', date: chosen.manifest.date };
}

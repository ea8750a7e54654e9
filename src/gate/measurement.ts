import type { CaseScores, ComparisonInput, GateSettings } from './comparison.ts';
import { chooseDesign, countTestedSamples, type Design, resolveMargin } from './first-round.ts';
import { type PairedCase, pairCompleteCases, pairImputedCases, type SampleCounts } from './paired-case.ts';
import { type Reading, readInputs, readTheseCases } from './reading.ts';

/** One comparison with the rules it is held to. `samples` is K of the first round, per case and arm. */
export interface GatedComparison {
  readonly input: ComparisonInput;
  readonly settings: GateSettings;
  readonly samples: number;
}

/** The two analyses of missing samples: only complete cases, and missing scores as the worst ones. A FAIL and a PASS need both. */
export type AnalysisName = 'complete' | 'imputed';
export const analyses: readonly AnalysisName[] = ['complete', 'imputed'];

/** A comparison's first round, measured. */
export interface Measurement extends GatedComparison {
  readonly design: Design;
  readonly margin: number;
  /** Both analyses; null where no case is complete. */
  readonly readings: { readonly [name in AnalysisName]: Reading } | null;
  readonly incomplete: number;
  /** Why the comparison cannot be judged; null where it can. */
  readonly invalid: string | null;
}

/** Below this many samples a case, a small set says nothing about single cases. */
const smallSetSamples = 5;

/** Measures the first round of one comparison under both analyses. */
export function measureComparison(comparison: GatedComparison): Measurement {
  const { input, settings, samples } = comparison;
  const design = chooseDesign(settings, input.cases.length, samples);
  return measure(comparison, design, countTestedSamples(design, samples), (pairs) =>
    design === 'these-cases'
      ? readTheseCases(pairs, input.direction, settings.alpha)
      : readInputs(pairs, input.direction, settings.alpha, design !== 'small-set'),
  );
}

/** Measures the candidate's first round against all stored samples of the baseline. Unequal sample counts allow no test: there are bounds only. */
export function measureStored(comparison: GatedComparison): Measurement {
  const { input, settings, samples } = comparison;
  const design = chooseDesign(settings, input.cases.length, samples);
  const tested = countTestedSamples(design, samples);
  const stored = input.cases.reduce((most, scores) => Math.max(most, scores.baseline.length), 1);
  const countsOf = (scores: CaseScores): SampleCounts => ({ ...tested(scores), baseline: stored });
  return measure(comparison, design, countsOf, (pairs) => readInputs(pairs, input.direction, settings.alpha, false));
}

function measure(
  comparison: GatedComparison,
  design: Design,
  countsOf: (scores: CaseScores) => SampleCounts,
  read: (pairs: readonly PairedCase[]) => Reading,
): Measurement {
  const { cases, direction, gone } = comparison.input;
  const pairs = gone === undefined ? pairCompleteCases(cases, countsOf) : [];
  const incomplete = cases.length - pairs.length;
  const complete = pairs.length === 0 ? null : read(pairs);
  const imputed =
    incomplete === 0 || gone !== undefined ? complete : read(pairImputedCases(cases, countsOf, direction));
  return {
    ...comparison,
    design,
    margin: resolveMargin(comparison.settings, cases.length),
    readings: complete && imputed && { complete, imputed },
    incomplete,
    invalid: gone === undefined ? explainInvalid(cases.length, incomplete) : null,
  };
}

/** True where an analysis rules out a drop of the margin. */
export function clearsMargin(measurement: Measurement, name: AnalysisName): boolean {
  const reading = measurement.readings?.[name];
  return reading !== undefined && reading.lower > -measurement.margin;
}

/** True where both analyses rule out a drop of the margin. */
export function clearsInBoth(measurement: Measurement): boolean {
  return analyses.every((name) => clearsMargin(measurement, name));
}

/** True where a small set has the samples that the rule of broken cases needs. */
export function hasSmallSetSamples(measurement: Measurement): boolean {
  return measurement.samples >= smallSetSamples;
}

function explainInvalid(cases: number, incomplete: number): string | null {
  if (cases === 0) return 'there are no cases to compare';
  if (incomplete === cases) return `none of ${cases} cases has all its scores in both arms`;
  // More than 20 %, in integers: no rounding decides whether a run is valid.
  if (5 * incomplete > cases) return `${incomplete} of ${cases} cases lack scores; at most 20 % may`;
  return null;
}

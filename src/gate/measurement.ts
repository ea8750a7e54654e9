import { count } from '../text/prose.ts';
import type { ComparisonInput, GateSettings } from './comparison.ts';
import {
  brokenDraws,
  chooseDesign,
  countQuestions,
  type Design,
  type FirstRound,
  groupByQuestion,
  listReached,
  planFirstRound,
  resolveMargin,
  watchesQuestions,
} from './first-round.ts';
import { type PairedCase, pairCompleteCases, pairImputedCases, type SampleCounts, shareDraws } from './paired-case.ts';
import { type Reading, readInputs, readTheseCases } from './reading.ts';

/** One comparison with the rules it is held to. */
export interface GatedComparison {
  readonly input: ComparisonInput;
  readonly settings: GateSettings;
  /** K of an ordinary case in the first round, per arm. */
  readonly samples: number;
  /** The first round of each case where it was not planned here; by default what `planFirstRound` says. */
  readonly firstRounds?: readonly FirstRound[];
}

/** The two analyses of missing samples: only complete cases, and missing scores as the worst ones. A FAIL and a PASS need both. */
export type AnalysisName = 'complete' | 'imputed';
export const analyses: readonly AnalysisName[] = ['complete', 'imputed'];

/** A comparison's first round, measured. */
export interface Measurement extends GatedComparison {
  readonly design: Design;
  readonly margin: number;
  /** In the order of the cases. */
  readonly firstRounds: readonly FirstRound[];
  /** Both analyses; null where no case is complete. */
  readonly readings: { readonly [name in AnalysisName]: Reading } | null;
  /** Reached cases with all that the first round drew, where they are so few questions that each is held to have broken or not; else null. */
  readonly watched: { readonly [name in AnalysisName]: readonly PairedCase[] } | null;
  readonly incomplete: number;
  /** Why the comparison cannot be judged; null where it can. */
  readonly invalid: string | null;
}

/** Measures the first round of one comparison under both analyses. */
export function measureComparison(comparison: GatedComparison): Measurement {
  const { input, settings, samples } = comparison;
  const design = chooseDesign(settings, countQuestions(input.cases), samples);
  const firstRounds = comparison.firstRounds ?? planFirstRound(settings, samples, input.cases);
  const counts = firstRounds.map(({ tested }) => ({ baseline: tested, candidate: tested }));
  return measure(comparison, design, firstRounds, counts, (pairs) =>
    design === 'these-cases'
      ? readTheseCases(pairs, input.direction, settings.alpha)
      : readInputs(pairs, input.direction, settings.alpha, design !== 'small-set'),
  );
}

/** Measures the candidate's first round against all stored samples of the baseline. Unequal sample counts allow no test: there are bounds only. */
export function measureStored(comparison: GatedComparison): Measurement {
  const { input, settings, samples } = comparison;
  const firstRounds = comparison.firstRounds ?? planFirstRound(settings, samples, input.cases);
  const stored = input.cases.reduce((most, scores) => Math.max(most, scores.baseline.length), 1);
  const counts = input.cases.map(({ isSame, baseline, candidate }, index): SampleCounts => {
    const known = Math.max(1, baseline.length > 0 ? baseline.length : candidate.length);
    const { tested } = firstRounds[index] as FirstRound;
    return isSame ? { baseline: known, candidate: known } : { baseline: stored, candidate: tested };
  });
  const read = (pairs: readonly PairedCase[]) => readInputs(pairs, input.direction, settings.alpha, false);
  return measure(comparison, 'stored', firstRounds, counts, read);
}

function measure(
  comparison: GatedComparison,
  design: Design,
  firstRounds: readonly FirstRound[],
  counts: readonly SampleCounts[],
  read: (pairs: readonly PairedCase[]) => Reading,
): Measurement {
  const { direction, gone } = comparison.input;
  const cases = shareDraws(comparison.input);
  const pairs = gone === undefined ? pairCompleteCases(cases, counts) : [];
  const incomplete = cases.length - pairs.length;
  const complete = pairs.length === 0 ? null : read(pairs);
  const imputed = incomplete === 0 || gone !== undefined ? complete : read(pairImputedCases(cases, counts, direction));
  const measured = {
    ...comparison,
    input: { ...comparison.input, cases },
    design,
    margin: resolveMargin(comparison.settings, countQuestions(cases)),
    firstRounds,
    readings: complete && imputed && { complete, imputed },
    incomplete,
    invalid: gone === undefined ? explainInvalid(cases.length, incomplete) : null,
  };
  return { ...measured, watched: gone === undefined ? watchQuestions(measured, counts) : null };
}

/** Pairs all that was drawn of the reached cases; stored samples enter whole. */
function watchQuestions(
  { input, settings, design, firstRounds }: Omit<Measurement, 'watched'>,
  counts: readonly SampleCounts[],
): Measurement['watched'] {
  const { cases, direction } = input;
  if (!watchesQuestions(settings, cases)) return null;
  const drawn = cases.flatMap((scores, index) => {
    const { drawn: candidate } = firstRounds[index] as FirstRound;
    const baseline = design === 'stored' ? (counts[index] as SampleCounts).baseline : candidate;
    return scores.isSame ? [] : [{ baseline, candidate }];
  });
  const reached = listReached(cases);
  return { complete: pairCompleteCases(reached, drawn), imputed: pairImputedCases(reached, drawn, direction) };
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

/** True where every reached question has the draws that the rule of broken questions needs. */
export function hasBrokenDraws({ watched }: Measurement): boolean {
  const questions = groupByQuestion(watched?.imputed ?? []);
  const count = (samples: (pair: PairedCase) => readonly number[], group: readonly PairedCase[]): number =>
    group.reduce((sum, pair) => sum + samples(pair).length, 0);
  return questions.every((group) => {
    const fewest = Math.min(
      count((pair) => pair.baseline, group),
      count((pair) => pair.candidate, group),
    );
    return fewest >= brokenDraws;
  });
}

/** True where more than 20 % are missing, in integers: no rounding decides whether a run is valid. */
export function lacksTooMany(missing: number, all: number): boolean {
  return 5 * missing > all;
}

function explainInvalid(cases: number, incomplete: number): string | null {
  if (cases === 0) return 'there are no cases to compare';
  if (incomplete === cases) return `none of ${count(cases, 'case')} has all its scores in both arms`;
  if (lacksTooMany(incomplete, cases)) return `${incomplete} of ${count(cases, 'case')} lack scores; at most 20 % may`;
  return null;
}

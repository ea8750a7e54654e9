import { count } from '../text/prose.ts';
import type { CaseScores, ComparisonInput, GateSettings } from './comparison.ts';
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
import {
  countLostPairs,
  countUnscored,
  isScored,
  type PairedCase,
  type Pairing,
  pairCompleteCases,
  pairImputedCases,
  type SampleCounts,
  shareDraws,
  takeSamples,
} from './paired-case.ts';
import { type Reading, readInputs, readTheseCases } from './reading.ts';

/** One comparison with the rules it is held to. */
export interface GatedComparison {
  readonly input: ComparisonInput;
  readonly settings: GateSettings;
  /** K of an ordinary case in the first round, per arm. */
  readonly samples: number;
  /** The first round of each case where it was not planned here; by default what `planFirstRound` says. */
  readonly firstRounds?: readonly FirstRound[];
  /** What a further round made of the same cases: samples 0 to K₂ − 1 of each; absent where none was made. */
  readonly settled?: readonly CaseScores[];
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
  /** Why the comparison cannot be judged; null where it can. */
  readonly invalid: string | null;
}

/** Measures the first round of one comparison under both analyses. */
export function measureComparison(comparison: GatedComparison): Measurement {
  const { input, settings, samples } = comparison;
  const design = chooseDesign(settings, countQuestions(input.cases), samples);
  const firstRounds = comparison.firstRounds ?? planFirstRound(settings, samples, input.cases);
  const counts = firstRounds.map(({ tested }) => ({ baseline: tested, candidate: tested }));
  return measure(comparison, design, firstRounds, { counts, pairing: 'by-sample' }, (pairs) =>
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
  return measure(comparison, 'stored', firstRounds, { counts, pairing: 'by-arm' }, read);
}

/** What of each case enters, and how its arms belong together. */
interface Entry {
  readonly counts: readonly SampleCounts[];
  readonly pairing: Pairing;
}

function measure(
  comparison: GatedComparison,
  design: Design,
  firstRounds: readonly FirstRound[],
  entry: Entry,
  read: (pairs: readonly PairedCase[]) => Reading,
): Measurement {
  const { direction, gone } = comparison.input;
  const cases = shareDraws(comparison.input);
  const pairs = gone === undefined ? pairCompleteCases(cases, entry.counts, entry.pairing) : [];
  const gaps = countGaps(cases, entry);
  const complete = pairs.length === 0 ? null : read(pairs);
  const imputed =
    gaps.lost === 0 || gone !== undefined ? complete : read(pairImputedCases(cases, entry.counts, direction));
  const measured = {
    ...comparison,
    input: { ...comparison.input, cases },
    design,
    margin: resolveMargin(comparison.settings, countQuestions(cases)),
    firstRounds,
    readings: complete && imputed && { complete, imputed },
    invalid: gone === undefined ? explainInvalid(cases.length, pairs.length, gaps) : null,
  };
  return { ...measured, watched: gone === undefined ? watchQuestions(measured, entry) : null };
}

/** Planned pairs of the first round, and those that lack a score. */
interface Gaps {
  readonly planned: number;
  readonly lost: number;
}

/**
 * By sample a pair is lost that lacks a score in either arm. By arm the pairs are the candidate's samples, each with all
 * that is stored of its case: they are all lost where that lacks a score.
 */
function countGaps(cases: readonly CaseScores[], { counts, pairing }: Entry): Gaps {
  const each = cases.map((scores, index): Gaps => {
    const { baseline, candidate } = counts[index] as SampleCounts;
    if (pairing === 'by-sample') return { planned: baseline, lost: countLostPairs(scores, baseline) };
    const planned = scores.isSame ? 1 : candidate;
    const missing = countUnscored(scores.candidate, candidate);
    const isWhole = isScored(takeSamples(scores.baseline, baseline));
    return { planned, lost: isWhole ? Math.min(missing, planned) : planned };
  });
  return {
    planned: each.reduce((sum, { planned }) => sum + planned, 0),
    lost: each.reduce((sum, { lost }) => sum + lost, 0),
  };
}

/** Pairs all that was drawn of the reached cases; stored samples enter whole. */
function watchQuestions(
  { input, settings, design, firstRounds }: Omit<Measurement, 'watched'>,
  { counts, pairing }: Entry,
): Measurement['watched'] {
  const { cases, direction } = input;
  if (!watchesQuestions(settings, cases)) return null;
  const drawn = cases.flatMap((scores, index) => {
    const { drawn: candidate } = firstRounds[index] as FirstRound;
    const baseline = design === 'stored' ? (counts[index] as SampleCounts).baseline : candidate;
    return scores.isSame ? [] : [{ baseline, candidate }];
  });
  const reached = listReached(cases);
  return { complete: pairCompleteCases(reached, drawn, pairing), imputed: pairImputedCases(reached, drawn, direction) };
}

/** True where an analysis rules out a drop of the margin. */
export function clearsMargin(measurement: Measurement, name: AnalysisName): boolean {
  const reading = measurement.readings?.[name];
  return reading !== undefined && reading.lower > -measurement.margin;
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

function explainInvalid(cases: number, complete: number, { planned, lost }: Gaps): string | null {
  if (cases === 0) return 'there are no cases to compare';
  if (complete === 0) return `none of ${count(cases, 'case')} has its scores in both arms`;
  if (!lacksTooMany(lost, planned)) return null;
  const what = planned === cases ? count(cases, 'case') : count(planned, 'pair of samples', 'pairs of samples');
  return `${lost} of ${what} lack scores; at most 20 % may`;
}

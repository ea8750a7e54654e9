import { casesForUnchangedPass } from '../statistics/difference-bounds.ts';
import { sampleMean, sampleSd } from '../statistics/moments.ts';
import { casesToDetect, detectableDrop } from '../statistics/planning.ts';
import type { CaseScores, Comparison, Verdict } from './comparison.ts';
import { chooseDesign, countQuestions, type FirstRound, listReached } from './first-round.ts';
import type { Measurement } from './measurement.ts';
import { countUnscored, noDifference } from './paired-case.ts';

/** What was decided about a comparison. `pValue` is null where no test was made. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly looks: 0 | 1 | 2;
  readonly pValue: number | null;
  /** True where a drop of the rate is proven. */
  readonly proven: boolean;
  /** True where the comparison would pass and could not have fallen by the margin. */
  readonly measuresNothing: boolean;
  /** True where the measurement is that of the further round. */
  readonly settled?: boolean;
  readonly reason: string | null;
}

/** The record of a comparison: what was measured in the first round, and what was decided. */
export function recordComparison(measurement: Measurement, outcome: Outcome): Comparison {
  const { input, settings, samples, margin, readings, design, firstRounds } = measurement;
  const { complete, imputed } = readings ?? { complete: null, imputed: null };
  const differences = complete?.differences ?? [];
  const questions = countQuestions(input.cases);
  const isClustered = input.cases.some((scores) => scores.cluster !== null);
  return {
    ...input.id,
    verdict: outcome.verdict,
    gates: input.gates,
    direction: input.direction,
    cases: differences.length,
    questions,
    reached: listReached(input.cases).length,
    clusters: isClustered && complete !== null ? complete.clusters : null,
    effectiveClusters: isClustered && complete !== null ? complete.effectiveClusters : null,
    worse: differences.filter((difference) => difference < 0).length,
    better: differences.filter((difference) => difference > 0).length,
    same: differences.filter((difference) => difference === 0).length,
    unscored: input.cases.length - differences.length,
    missingBaseline: countMissing(measurement, 'baseline'),
    missingCandidate: countMissing(measurement, 'candidate'),
    baselineMean: sampleMean((complete?.pairs ?? []).map((pair) => sampleMean(pair.baseline) as number)),
    candidateMean: sampleMean((complete?.pairs ?? []).map((pair) => sampleMean(pair.candidate) as number)),
    difference: complete?.difference ?? null,
    lowerBound: complete && imputed && Math.min(complete.lower, imputed.lower),
    upperBound: complete && imputed && Math.max(complete.upper, imputed.upper),
    pValue: outcome.pValue,
    ...(design === 'these-cases'
      ? { detectableDrop: null, casesToSettle: null }
      : planAhead(measurement, outcome.verdict)),
    margin,
    alpha: settings.alpha,
    samples: firstRounds.reduce((most, { tested }) => Math.max(most, tested), input.cases.length === 0 ? samples : 1),
    looks: outcome.looks,
    settled: outcome.settled ?? false,
    baselineSource: design === 'stored' ? 'stored' : 'fresh',
    small: chooseDesign(settings, questions, samples) === 'small-set',
    proven: outcome.proven,
    gone: input.gone !== undefined,
    measuresNothing: outcome.measuresNothing,
    commonReason: outcome.measuresNothing ? input.commonReason : null,
    reason: outcome.reason,
  };
}

/** Figures about further inputs: they have no meaning where only these cases are of interest. */
function planAhead(
  { readings, settings, margin }: Measurement,
  verdict: Verdict,
): Pick<Comparison, 'detectableDrop' | 'casesToSettle'> {
  const differences = readings?.complete.differences ?? [];
  const sd = sampleSd(differences);
  if (sd === null) return { detectableDrop: null, casesToSettle: null };
  const isConstant = sd < noDifference;
  const isOpen = verdict === 'inconclusive';
  return {
    detectableDrop: isConstant ? null : detectableDrop(sd, differences.length, settings.alpha),
    casesToSettle: !isOpen
      ? null
      : isConstant
        ? casesForUnchangedPass(margin, settings.alpha)
        : casesToDetect(sd, margin, settings.alpha),
  };
}

/** Samples without a score in one arm: those the first round needs, and those a re-run attempted. */
function countMissing({ input, design, firstRounds }: Measurement, arm: 'baseline' | 'candidate'): number {
  const isStored = design === 'stored' && arm === 'baseline';
  const countOne = (scores: CaseScores, { drawn }: FirstRound): number =>
    countUnscored(scores[arm], Math.max(isStored ? 1 : drawn, scores[arm].length));
  return input.cases.reduce((sum, scores, index) => sum + countOne(scores, firstRounds[index] as FirstRound), 0);
}

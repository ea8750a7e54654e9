import type { SuitePrediction } from '../../baseline/predict-suite.ts';
import { renderPoints } from '../../gate/reason.ts';
import { count } from '../../text/prose.ts';
import { formatCount } from './numbers.ts';

/** `main against itself differs on 12 % of the cases; this run can detect drops of about 8 points, and a harmless change passes clean in about 69 of 100 runs (1.6 rounds)`. */
export function renderPrediction(prediction: SuitePrediction): string {
  const { comparisons, unknownComparisons, worst, unknownCases, cases, countsLabels } = prediction;
  const of = comparisons === 1 ? '' : `, in ${worst}, the worst of ${formatCount(comparisons)} metrics`;
  const drop = prediction.detectableDrop;
  const detects = drop === null ? '' : `this run can detect drops of about ${renderPoints(drop)}, and `;
  const unknown =
    unknownCases === 0 ? '' : `; of ${formatCount(unknownCases)} of ${count(cases, 'case')} no noise is known`;
  const few = countsLabels
    ? ''
    : '; what more samples of noisy cases gain is not in it: that takes 4 kept samples a case';
  const others =
    unknownComparisons === 0
      ? ''
      : `; of ${count(unknownComparisons, 'more gating metric')} no noise is known, which can only lower it`;
  return `${renderDiffering(prediction.differing)}${of}; ${detects}a harmless change ${describePass(prediction)} (${describeRounds(prediction)})${unknown}${others}${few}`;
}

/** `main against itself differs on 12 % of the cases`. */
function renderDiffering(differing: number): string {
  if (differing === 0) return 'main against itself differed on none of the cases';
  const share = 100 * differing;
  return `main against itself differs on ${share < 1 ? 'less than 1' : Math.round(share)} % of the cases`;
}

/** Metrics of one run hang together: the chance of all lies between their product and the worst one's. */
function describePass({ comparisons, passes, worstPasses }: SuitePrediction): string {
  const [least, most] = [renderShare(passes), renderShare(worstPasses)];
  if (comparisons === 1) return `passes clean in ${most}`;
  return least === most ? `passes all of them clean in ${most}` : `passes all of them clean in ${least} to ${most}`;
}

/** `about 69 of 100 runs`. */
export function renderShare(chance: number): string {
  const percent = Math.round(100 * chance);
  if (percent >= 100) return 'nearly every run';
  return percent <= 0 ? 'hardly any run' : `about ${percent} of 100 runs`;
}

function describeRounds({ rounds }: SuitePrediction): string {
  const shown = Math.round(rounds * 10) / 10;
  return shown === 1 ? 'about 1 round' : `about ${shown} rounds`;
}

/** Where the noise is known from, and how old it is: `by the stored baseline of 2026-11-25, 3 days old`. */
export function describePredictionSource({ source, date, ageDays }: SuitePrediction): string {
  const place = source === 'baseline' ? 'the stored baseline' : 'the noise run';
  return `by ${place} of ${date.slice(0, 10)}, ${count(ageDays, 'day')} old`;
}

import { count } from '../text/prose.ts';
import type { LabelKind } from './labels/lines.ts';

/** What its calibration lets a judge do: block, be shown, or be shown behind a warning. */
export type CalibrationState = 'gate' | 'report' | 'refuse';

/** The figures that the state rests on, and how many labels stand behind them. */
export interface CalibrationEvidence {
  readonly kind: LabelKind;
  readonly kappa: number | null;
  readonly kappaLower90: number | null;
  readonly quadraticKappa: number | null;
  readonly alpha: number | null;
  readonly ac1: number | null;
  readonly humanKappa: number | null;
  /** AC1 between the two people. */
  readonly humanAc1: number | null;
  readonly sensitivity: number | null;
  readonly specificity: number | null;
  /** Items with a label and a judgement. */
  readonly labels: number;
  /** Labels of the class that people gave most often. */
  readonly commonest: number;
  /** Bad outputs; where nominal, labels other than the commonest. */
  readonly rare: number;
  /** Items with labels of two people. */
  readonly doubleLabels: number;
}

/** A state and what led to it; for `gate` the reasons are remarks. */
export interface DecidedState {
  readonly state: CalibrationState;
  readonly reasons: readonly string[];
}

// Conventions (statistics of agreement have no sharp limits): κ from .60 is "substantial" and up to .40 "fair" in Landis and Koch 1977.
const fewestLabels = 30;
const fewestRare = 10;
const leastPoint = 0.6;
const leastLower = 0.4;
const leastSpecificity = 0.7;
const refusedBelow = 0.4;
const skewedFrom = 0.9;

/**
 * Decides what a judge may do. The point is the quadratic κ where ordinal, else κ; where one label makes up more than 90 %, κ collapses and the point is
 * AC1, also between people, at the price of ten bad outputs. Below thirty labels nothing is decided against the judge either: it reports.
 */
export function decideState(evidence: CalibrationEvidence): DecidedState {
  const { labels, commonest, rare } = evidence;
  const isOneSided = commonest > skewedFrom * labels;
  const point = isOneSided ? evidence.ac1 : pointOf(evidence);
  const pointName = isOneSided ? 'AC1' : nameOfPoint(evidence);
  const isRefused = labels >= fewestLabels && point !== null && isBelow(point, refusedBelow);
  const people = isOneSided ? evidence.humanAc1 : evidence.humanKappa;
  const peopleDisagree = people !== null && isBelow(people, refusedBelow);
  const limits = [
    ...(labels < fewestLabels
      ? [`only ${count(labels, 'label is', 'labels are')} judged; ${fewestLabels} are the least`]
      : []),
    ...listUndefined(evidence),
    ...(peopleDisagree ? [`people agree with each other only at ${show(people)}, below .40: mend the rubric`] : []),
    ...listBelow([
      [`${pointName} between judge and people`, point, isRefused ? refusedBelow : leastPoint],
      [`the lower bound of ${nameOfPoint(evidence)} (10th percentile)`, evidence.kappaLower90, leastLower],
      ['the share of bad outputs that the judge finds', evidence.specificity, leastSpecificity],
    ]),
    ...(needsRare(evidence) && rare < fewestRare ? [explainRare(evidence)] : []),
  ];
  const isHopeless = isRefused || (peopleDisagree && evidence.doubleLabels >= fewestLabels);
  const state = limits.length === 0 ? 'gate' : isHopeless ? 'refuse' : 'report';
  return { state, reasons: [...limits, ...listRemarks(evidence, isOneSided)] };
}

function pointOf({ kind, quadraticKappa, kappa }: CalibrationEvidence): number | null {
  return kind === 'ordinal' ? quadraticKappa : kappa;
}

function nameOfPoint({ kind }: CalibrationEvidence): string {
  return kind === 'ordinal' ? 'quadratic κ' : 'κ';
}

/** Nearly all labels say the same: too little to know whether the judge finds the rest. */
function needsRare({ kind, labels, commonest, rare }: CalibrationEvidence): boolean {
  const good = kind === 'nominal' ? commonest : labels - rare;
  return Math.max(commonest, good) > skewedFrom * labels;
}

function explainRare({ kind, rare }: CalibrationEvidence): string {
  const what = kind === 'nominal' ? 'labels other than the commonest' : 'bad outputs';
  return `more than 90 % of the labels are alike, with ${rare} ${what}; ${fewestRare} are the least`;
}

function listUndefined(evidence: CalibrationEvidence): readonly string[] {
  const { kind, doubleLabels } = evidence;
  const figures: readonly (readonly [string, number | null, boolean])[] = [
    ['κ', evidence.kappa, true],
    ['quadratic κ', evidence.quadraticKappa, kind === 'ordinal'],
    [`the lower bound of ${nameOfPoint(evidence)}`, evidence.kappaLower90, true],
    ['α', evidence.alpha, true],
    ['AC1', evidence.ac1, true],
    ['the agreement of people', evidence.humanKappa, doubleLabels > 0],
    ['sensitivity', evidence.sensitivity, kind !== 'nominal'],
    ['specificity', evidence.specificity, kind !== 'nominal'],
  ];
  const missing = figures.flatMap(([name, value, isWanted]) => (isWanted && value === null ? [name] : []));
  return missing.length === 0 ? [] : [`undefined, since labels or judgements do not vary: ${missing.join(', ')}`];
}

function listBelow(rows: readonly (readonly [string, number | null, number])[]): readonly string[] {
  return rows.flatMap(([name, value, least]) =>
    value !== null && isBelow(value, least) ? [`${name} is ${show(value)}, below ${show(least)}`] : [],
  );
}

function listRemarks({ doubleLabels, kind }: CalibrationEvidence, isOneSided: boolean): readonly string[] {
  return [
    ...(isOneSided
      ? [`AC1 stands in for ${kind === 'ordinal' ? 'quadratic κ' : 'κ'}: more than 90 % of the labels are alike`]
      : []),
    ...(doubleLabels === 0 ? ['one person labelled: whether people agree with each other is not known'] : []),
  ];
}

/** Rounding must not decide at a limit that is met exactly. */
function isBelow(value: number, limit: number): boolean {
  return value < limit - 1e-12;
}

/** Two digits, cut and not rounded: a figure below a limit never reads like the limit. */
function show(value: number): string {
  return (Math.floor(value * 100 + 1e-9) / 100).toFixed(2).replace(/^(-?)0\./, '$1.');
}

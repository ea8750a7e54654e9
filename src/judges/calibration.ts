import { bootstrapPercentile } from '../statistics/bootstrap.ts';
import { measureDetection } from '../statistics/detection.ts';
import { cohenKappa, gwetAc1, quadraticKappa } from '../statistics/kappa.ts';
import { krippendorffAlpha } from '../statistics/krippendorff.ts';
import { type Bias, estimateBias } from '../statistics/paired-bias.ts';
import { type CalibrationState, decideState } from './calibration-state.ts';
import type { LabelKind } from './labels/lines.ts';
import type { Rating, Ratings } from './labels/scale.ts';

/** How far a judge agrees with people, and what it may do. A figure is null where it is undefined or not of this kind. */
export interface CalibrationResult {
  /** Labelled items, those that the judge abstained from included. */
  readonly items: number;
  readonly kind: LabelKind;
  /** Cohen's κ between judge and people, without weights. */
  readonly kappa: number | null;
  /** 10th percentile of the bootstrapped κ; of the quadratic κ where the kind is ordinal. */
  readonly kappaLower90: number | null;
  /** Ordinal labels only. */
  readonly quadraticKappa: number | null;
  /** Krippendorff's, ordinal or nominal. */
  readonly alpha: number | null;
  readonly ac1: number | null;
  /** κ between the first and the second person, quadratic where ordinal; null without a second person. */
  readonly humanKappa: number | null;
  /** Of what people call good, the share that the judge calls good. */
  readonly sensitivity: number | null;
  /** Of what people call bad, the share that the judge calls bad. */
  readonly specificity: number | null;
  /** Judge minus people on the labels' own scale with its 95 % interval; null for nominal labels. */
  readonly bias: Bias | null;
  readonly abstained: number;
  readonly state: CalibrationState;
  /** Why it may not gate, and what else a reader has to know. */
  readonly reasons: readonly string[];
}

type Judged = Rating & { readonly judge: number };

/** Lower levels of an ordinal label are bad. */
const lowestGoodLevel = 3;

/** Compares a judge with people. The same labels always give the same result. */
export function calibrateJudge({ kind, items }: Ratings): CalibrationResult {
  const judged = items.filter((item): item is Judged => item.judge !== null);
  const [judge, human] = [judged.map((item) => item.judge), judged.map((item) => item.human)];
  const agreement = kind === 'ordinal' ? quadraticKappa : cohenKappa;
  const level = kind === 'ordinal' ? 'ordinal' : 'nominal';
  const doubled = items.filter(({ human2 }) => human2 !== null);
  const firstPerson = doubled.map((item) => item.human);
  const secondPerson = doubled.map((item) => item.human2 as number);
  const figures = {
    kappa: cohenKappa(judge, human),
    kappaLower90: bootstrapPercentile(judge, human, agreement, 0.1),
    quadraticKappa: kind === 'ordinal' ? quadraticKappa(judge, human) : null,
    alpha: krippendorffAlpha(
      judged.map((item) => [item.judge, item.human]),
      level,
    ),
    ac1: gwetAc1(judge, human),
    humanKappa: agreement(firstPerson, secondPerson),
    ...measureGoodAndBad(kind, judged),
  };
  return {
    items: items.length,
    kind,
    ...figures,
    bias: kind === 'nominal' ? null : estimateBias(judge, human, 0.05),
    abstained: items.length - judged.length,
    ...decideState({
      kind,
      ...figures,
      ...countLabels(kind, human),
      humanAc1: gwetAc1(firstPerson, secondPerson),
      doubleLabels: doubled.length,
    }),
  };
}

/** 1 for good and 0 for bad. */
function toBit(kind: LabelKind, label: number): number {
  return label >= (kind === 'ordinal' ? lowestGoodLevel : 1) ? 1 : 0;
}

/** As among all outputs that the labels were drawn from. */
function measureGoodAndBad(kind: LabelKind, judged: readonly Judged[]) {
  if (kind === 'nominal') return { sensitivity: null, specificity: null };
  return measureDetection(
    judged.map(({ judge }) => toBit(kind, judge)),
    judged.map(({ human }) => toBit(kind, human)),
    judged.map(({ weight }) => weight),
  );
}

function countLabels(kind: LabelKind, human: readonly number[]) {
  const counts = new Map<number, number>();
  for (const label of human) counts.set(label, (counts.get(label) ?? 0) + 1);
  const commonest = [...counts.values()].reduce((most, times) => Math.max(most, times), 0);
  const bad = human.filter((label) => toBit(kind, label) === 0).length;
  return { labels: human.length, commonest, rare: kind === 'nominal' ? human.length - commonest : bad };
}

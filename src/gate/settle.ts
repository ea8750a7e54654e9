import { differenceBounds } from '../statistics/difference-bounds.ts';
import type { CaseScores, GateSettings } from './comparison.ts';
import { planFirstRound } from './first-round.ts';
import {
  type AnalysisName,
  analyses,
  type GatedComparison,
  type Measurement,
  measureComparison,
} from './measurement.ts';
import type { Reading } from './reading.ts';

/** The share of alpha that the PASS of the first look spends, and what is left for the PASS of the further round. */
export interface PassShares {
  readonly first: number;
  readonly last: number;
}

/** Where a further round always follows most of alpha is kept for it; where it waits for a person's word most is spent at once. */
const shares: { readonly [settle in Exclude<GateSettings['settle'], 'off'>]: PassShares } = {
  3: { first: 0.2, last: 0.8 },
  5: { first: 0.2, last: 0.8 },
  'on-request': { first: 0.8, last: 0.2 },
};

/** Samples of every case, in each arm, after the further round; those that the first round drew more often keep theirs. */
export function settledTotal({ settle }: Pick<GateSettings, 'settle'>): number {
  return settle === 5 ? 5 : 3;
}

/** Measures what a further round made of a comparison: every reached case with K₂ samples in each arm, in no look but the last PASS. */
export function measureSettled(comparison: GatedComparison, cases: readonly CaseScores[]): Measurement {
  const { settings, samples, input } = comparison;
  const first = comparison.firstRounds ?? planFirstRound(settings, samples, input.cases);
  const firstRounds = first.map(({ tested }, index) => {
    const count = cases[index]?.isSame ? 1 : Math.max(tested, settledTotal(settings));
    return { drawn: count, tested: count };
  });
  return { ...measureComparison({ ...comparison, input: { ...input, cases }, firstRounds }), watched: null };
}

/** True where a further round may follow: it is set, and a rate of ordinary cases is tested on one draw of each. */
export function maySettle({
  settings,
  design,
  samples,
}: Pick<Measurement, 'settings' | 'design' | 'samples'>): boolean {
  return settings.settle !== 'off' && samples === 1 && (design === 'two-looks' || design === 'one-look');
}

/** True where a further round was made of a comparison that it may settle. */
export function hasSettled(measurement: Measurement): boolean {
  return measurement.settled !== undefined && maySettle(measurement);
}

/**
 * True where both analyses rule out a drop of the margin at the first look, by the share of alpha that its PASS may
 * spend: all of it where nothing follows. Guards and what is printed use the whole alpha.
 */
export function passesFirst(measurement: Measurement): boolean {
  return rulesOut(measurement, maySettle(measurement) ? passShares(measurement.settings).first : 1);
}

/** The same at the end, over what the further round made of the cases. */
export function passesLast(settled: Measurement): boolean {
  return rulesOut(settled, passShares(settled.settings).last);
}

/** How alpha is split between the two. */
export function passShares({ settle }: Pick<GateSettings, 'settle'>): PassShares {
  return settle === 'off' ? { first: 1, last: 0 } : shares[settle];
}

function rulesOut({ readings, margin, settings: { alpha } }: Measurement, share: number): boolean {
  if (readings === null) return false;
  const lowerOf = (name: AnalysisName): number =>
    share === 1 ? readings[name].lower : lowerAt(readings[name], share * alpha);
  return analyses.every((name) => lowerOf(name) > -margin);
}

function lowerAt({ differences, pairs }: Reading, alpha: number): number {
  return differenceBounds(
    differences,
    pairs.map(({ cluster }) => cluster),
    alpha,
  ).lower;
}

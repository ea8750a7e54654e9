import { sampleMean } from '../statistics/moments.ts';
import type { Direction, Verdict } from './comparison.ts';
import { analyses, hasSmallSetSamples, type Measurement } from './measurement.ts';
import { noDifference, type PairedCase } from './paired-case.ts';

const goodEnough = 0.8;
const badEnough = 0.2;

/** What a set below `min-cases` says: no rate is tested, single cases break or not. */
export interface SmallSetResult {
  readonly verdict: Exclude<Verdict, 'invalid'>;
  readonly broken: readonly string[];
  readonly reason: string;
}

/** Decides a small set on its cases' means over five or more samples; with fewer samples nothing can be said. Needs readings. */
export function decideSmallSet(measurement: Measurement): SmallSetResult {
  const { input, settings, margin, readings } = measurement;
  const few = `${input.cases.length} cases are fewer than min-cases ${settings.minCases}`;
  if (readings === null || !hasSmallSetSamples(measurement)) {
    const reason = `${few}, and it takes 5 samples of each case in both arms to see which one broke`;
    return { verdict: 'inconclusive', broken: [], reason };
  }
  const brokenIn = (pairs: readonly PairedCase[]): string[] =>
    pairs.filter((pair) => isBrokenMean(pair, input.direction)).map((pair) => pair.case);
  const broken = brokenIn(readings.complete.pairs);
  if (broken.length > 0) return { verdict: 'fail', broken, reason: `${listCases(broken)} broke` };
  const mayHaveBroken = brokenIn(readings.imputed.pairs);
  if (mayHaveBroken.length > 0) {
    const reason = `${listCases(mayHaveBroken)} may have broken: scores are missing`;
    return { verdict: 'inconclusive', broken: [], reason };
  }
  const drop = Math.max(...analyses.map((name) => -readings[name].difference));
  if (drop >= margin - noDifference) {
    return {
      verdict: 'inconclusive',
      broken: [],
      reason: `no case broke, but the mean fell by the margin or more; ${few}`,
    };
  }
  return { verdict: 'pass', broken: [], reason: 'no case broke (too few cases to rule out small drops)' };
}

/** `case a`, `cases a, b`, or the first three and how many more. */
export function listCases(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).map((id) => JSON.stringify(id));
  const more = ids.length > shown.length ? ` and ${ids.length - shown.length} more` : '';
  return `${ids.length === 1 ? 'case' : 'cases'} ${shown.join(', ')}${more}`;
}

function isBrokenMean(pair: PairedCase, direction: Direction): boolean {
  const turn = (mean: number | null): number => (direction === 'lower' ? 1 - (mean ?? 0) : (mean ?? 0));
  const baseline = turn(sampleMean(pair.baseline));
  const candidate = turn(sampleMean(pair.candidate));
  return baseline >= goodEnough - noDifference && candidate <= badEnough + noDifference;
}

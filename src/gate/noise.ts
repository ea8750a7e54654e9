import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { casesForUnchangedPass } from '../statistics/difference-bounds.ts';
import { casesToDetect, detectableDrop, powerToDetect } from '../statistics/planning.ts';
import { measureRepeats, type RepeatNoise } from '../statistics/repeat-noise.ts';
import type { GateSettings } from './comparison.ts';
import { decideGate } from './decide.ts';
import { countQuestions, resolveMargin } from './first-round.ts';
import type { GatedComparison } from './measurement.ts';
import { renderPoints } from './reason.ts';

/** What a data set can show, seen from main's own noise; drops are on the 0..1 scale. */
export interface NoisePlan {
  readonly margin: number;
  /** The smallest drop found with 80 % power; null where no draw differed, so that nothing is known of the noise. */
  readonly detectableDrop: number | null;
  /** The chance that a drop of the margin is found, 0..1; null as above, and for fewer than two cases. */
  readonly powerAtMargin: number | null;
  /** Cases at which a drop of the margin is found and an unchanged prompt can pass. */
  readonly casesForMargin: number;
  /** Samples a case at which these cases find a drop of the margin; null where no number of samples is enough, since too few cases can never pass. */
  readonly samplesForMargin: number | null;
}

/** Main against itself, one metric. */
export interface MetricNoise extends RepeatNoise, NoisePlan {
  readonly unscored: number;
  /** Share of label swaps that the gate blocks, at one look; null below `min-cases`, where no rate is tested. */
  readonly falseAlarms: number | null;
  readonly swaps: number;
}

/** How the false alarms are counted. */
export interface SwapPlan {
  readonly seed: number;
  readonly swaps: number;
}

/** With 1,000 swaps the standard error of a share of 5 % is 0.7 points. */
const usualSwaps: SwapPlan = { seed: 1, swaps: 1000 };

/**
 * Measures main against itself: `input.cases[i].baseline` are independent draws of case i of one unchanged prompt, candidates are ignored. For the false
 * alarms two draws of each case become the arms in random order, again and again from a seed, and the gate decides in one look at the whole alpha:
 * a re-run would need draws that are not there. Null where no case was drawn twice.
 */
export function measureNoise(comparison: GatedComparison, plan = usualSwaps): MetricNoise | null {
  const drawn = comparison.input.cases.map((scores) => ({
    scores,
    draws: scores.baseline.filter((score) => score !== null),
  }));
  const usable = drawn.filter(({ draws }) => draws.length >= 2);
  const noise = measureRepeats(usable.map(({ draws }) => draws));
  if (noise === null) return null;
  const cases = comparison.input.cases.length;
  const questions = countQuestions(comparison.input.cases);
  const settings: GateSettings = {
    ...comparison.settings,
    margin: resolveMargin(comparison.settings, questions),
    resample: 'off',
    target: 'inputs',
  };
  const isTested = countQuestions(usable.map(({ scores }) => scores)) >= settings.minCases;
  return {
    ...noise,
    ...planFromNoise(noise, settings, questions),
    unscored: cases - usable.length,
    falseAlarms: isTested ? countFalseAlarms({ ...comparison, settings, samples: 1 }, usable, plan) : null,
    swaps: isTested ? plan.swaps : 0,
  };
}

/** What a data set of so many distinct questions can show at this noise. */
export function planFromNoise(
  noise: Pick<RepeatNoise, 'cases' | 'sd'>,
  settings: GateSettings,
  questions: number,
): NoisePlan {
  const { alpha } = settings;
  const margin = resolveMargin(settings, questions);
  const isQuiet = noise.sd < 1e-9;
  const leastCases = casesForUnchangedPass(margin, alpha);
  const needed = isQuiet ? 0 : casesToDetect(noise.sd, margin, alpha);
  return {
    margin,
    detectableDrop: isQuiet ? null : detectableDrop(noise.sd, noise.cases, alpha),
    powerAtMargin: isQuiet || noise.cases < 2 ? null : powerToDetect(margin, noise.sd, noise.cases, alpha),
    casesForMargin: Math.max(needed, leastCases),
    samplesForMargin: noise.cases < leastCases ? null : Math.max(1, Math.ceil(needed / noise.cases)),
  };
}

/** `main against itself differs on 12 % of the cases; this dataset can detect drops of 8 points`. */
export function renderNoise(
  { differing }: Pick<RepeatNoise, 'differing'>,
  plan: Pick<NoisePlan, 'detectableDrop'>,
): string {
  if (plan.detectableDrop === null) return 'main against itself differed on none of the cases';
  const share = 100 * differing;
  const percent = share < 1 ? 'less than 1' : String(Math.round(share));
  return `main against itself differs on ${percent} % of the cases; this dataset can detect drops of ${renderPoints(plan.detectableDrop)}`;
}

function countFalseAlarms(
  comparison: GatedComparison,
  usable: readonly { readonly scores: GatedComparison['input']['cases'][number]; readonly draws: readonly number[] }[],
  { seed, swaps }: SwapPlan,
): number {
  const generator = xoroshiro128plus(seed);
  const choose = (count: number): number => uniformInt(generator, 0, count - 1);
  let blocked = 0;
  for (let swap = 0; swap < swaps; swap += 1) {
    const cases = usable.map(({ scores, draws }) => {
      const first = choose(draws.length);
      const other = choose(draws.length - 1);
      const second = other < first ? other : other + 1;
      return {
        ...scores,
        critical: false,
        baseline: [draws[first] as number],
        candidate: [draws[second] as number],
      };
    });
    const input = { ...comparison.input, gates: true, cases };
    const direction = input.direction === 'neutral' ? 'higher' : input.direction;
    if (decideGate([{ ...comparison, input: { ...input, direction } }]).verdict === 'fail') blocked += 1;
  }
  return blocked / swaps;
}

import { sampleMean } from '../statistics/moments.ts';
import { count, listFirst } from '../text/prose.ts';
import type { Direction, Verdict } from './comparison.ts';
import { countQuestions, groupByQuestion } from './first-round.ts';
import { analyses, hasBrokenDraws, type Measurement } from './measurement.ts';
import { noDifference, type PairedCase } from './paired-case.ts';

const goodEnough = 0.8;
const badEnough = 0.2;

/** What a set below `min-cases` says: no rate is tested, single questions break or not. */
export interface SmallSetResult {
  readonly verdict: Exclude<Verdict, 'invalid'>;
  readonly broken: readonly string[];
  readonly reason: string;
}

/** Decides a small set on its questions' means over five or more draws; with fewer nothing can be said. Needs readings. */
export function decideSmallSet(measurement: Measurement): SmallSetResult {
  const { input, settings, margin, readings } = measurement;
  const questions = countQuestions(input.cases);
  const few =
    questions === input.cases.length
      ? `${count(questions, 'case is', 'cases are')} fewer than min-cases ${settings.minCases}`
      : `${count(input.cases.length, 'case asks', 'cases ask')} ${count(questions, 'distinct question')}, fewer than min-cases ${settings.minCases}`;
  if (readings === null || !hasBrokenDraws(measurement)) {
    const what = questions === input.cases.length ? 'samples of each case' : 'samples of each question';
    const reason = `${few}, and it takes 5 ${what} in both arms to see which one broke`;
    return { verdict: 'inconclusive', broken: [], reason };
  }
  const broken = findBroken(measurement);
  if (broken !== null) return broken;
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

/** The reached questions that broke, or may have because scores are missing; null where none did, or where they are too many to watch one by one. */
export function findBroken({ watched, input }: Measurement): SmallSetResult | null {
  if (watched === null) return null;
  const broken = listBroken(watched.complete, input.direction);
  if (broken.length > 0) return { verdict: 'fail', broken, reason: `${listCases(broken)} broke` };
  const mayHaveBroken = listBroken(watched.imputed, input.direction);
  if (mayHaveBroken.length === 0) return null;
  const reason = `${listCases(mayHaveBroken)} may have broken: scores are missing`;
  return { verdict: 'inconclusive', broken: [], reason };
}

/** `case a`, `cases a, b`, or the first three and how many more. */
export function listCases(ids: readonly string[]): string {
  const named = ids.map((id) => JSON.stringify(id));
  return `${ids.length === 1 ? 'case' : 'cases'} ${listFirst(named, 3)}`;
}

/** The cases of the questions whose mean over all draws was good and is bad. */
function listBroken(pairs: readonly PairedCase[], direction: Direction): readonly string[] {
  const turn = (scores: readonly number[]): number => {
    const mean = sampleMean(scores) ?? 0;
    return direction === 'lower' ? 1 - mean : mean;
  };
  return groupByQuestion(pairs).flatMap((group) => {
    const baseline = turn(group.flatMap((pair) => pair.baseline));
    const candidate = turn(group.flatMap((pair) => pair.candidate));
    const isBroken = baseline >= goodEnough - noDifference && candidate <= badEnough + noDifference;
    return isBroken ? group.map((pair) => pair.case) : [];
  });
}

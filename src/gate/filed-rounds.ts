import { type CompareFlags, rulesFor, settingsOf } from './compare-flags.ts';
import type { CaseScores, GateSettings } from './comparison.ts';
import { type FiledComparison, hasPartialSamples, isOrdinary } from './filed-comparison.ts';
import {
  brokenDraws,
  countQuestions,
  type FirstRound,
  groupByQuestion,
  planFirstRound,
  watchesQuestions,
} from './first-round.ts';
import type { GatedComparison } from './measurement.ts';
import type { StoredComparison } from './stored-comparison.ts';

/** A comparison of two files under the flags' rules, with the first round of each case as the files tell it. */
export function holdFiled(filed: FiledComparison, flags: CompareFlags): GatedComparison | StoredComparison {
  const { input, isStored, freshCritical, settled } = filed;
  const settings = settingsOf(flags, input.id.suite);
  const isSmall = countQuestions(input.cases) < settings.minCases;
  const isTwoLook = !isSmall && settings.resample === 'discordant' && settings.target === 'inputs';
  const most = isStored ? Math.max(1, filed.candidateSamples) : commonSamples(filed);
  const samples = !isStored && (isTwoLook || hasPartialSamples(filed)) ? 1 : most;
  const isSettled = settled !== null && isTwoLook && !isStored && settings.settle !== 'off';
  const gated = { input, settings, samples, ...(isSettled && { settled }) };
  if (filed.hasLooks) {
    const { samples: wanted } = rulesFor(flags, input.id.suite);
    const rates = listRates(input.cases, settings, wanted, samples);
    const looked = { ...gated, firstRounds: readLooks(filed, rates) };
    return isStored ? { ...looked, freshCritical } : looked;
  }
  if (isStored) return { ...gated, firstRounds: input.cases.map(readStoredRound), freshCritical };
  return { ...gated, ...(isSmall && { firstRounds: readSmallSet(input.cases, samples, most) }) };
}

/** K that both arms have. */
export function commonSamples({ baselineSamples, candidateSamples }: FiledComparison): number {
  return Math.max(1, Math.min(baselineSamples, candidateSamples));
}

/** The most samples of each case that enter the rate. Where single questions are watched, a case is drawn for its question, too, and enters as it was planned. */
function listRates(
  cases: readonly CaseScores[],
  settings: GateSettings,
  wanted: number | null,
  samples: number,
): readonly number[] {
  const isSmall = countQuestions(cases) < settings.minCases;
  const rated = wanted ?? (cases.some(isOrdinary) ? samples : 1);
  const planned = watchesQuestions(settings, cases) ? planFirstRound(settings, wanted ?? 1, cases) : null;
  return cases.map(({ critical, isSame, labelled }, index) => {
    if (isSame) return 1;
    if (!critical && (isSmall || planned === null)) return Number.POSITIVE_INFINITY;
    return planned?.[index]?.tested ?? (rated === 1 ? (labelled ?? 1) : rated);
  });
}

/** What the lines call the first round; at most `rates` samples of each case enter the rate. */
function readLooks({ firstSamples }: FiledComparison, rates: readonly number[]): readonly FirstRound[] {
  return rates.map((rate, index) => {
    const drawn = Math.max(1, firstSamples[index] ?? 1);
    return { drawn, tested: Math.min(rate, drawn) };
  });
}

/** Stored samples are compared mean against mean: a case enters with all that the candidate's file has of it. */
function readStoredRound({ candidate }: CaseScores): FirstRound {
  const count = Math.max(1, candidate.length);
  return { drawn: count, tested: count };
}

/** What the files hold of each case where that makes five draws of every question, else so many samples of each. */
function readSmallSet(cases: readonly CaseScores[], samples: number, most: number): readonly FirstRound[] {
  const held = new Map(
    cases.map((scores) => {
      const attempted = Math.max(1, scores.baseline.length, scores.candidate.length);
      return [scores, Math.min(most, attempted)] as const;
    }),
  );
  const countDraws = (group: typeof cases): number => group.reduce((sum, one) => sum + (held.get(one) ?? 0), 0);
  const isEnough = groupByQuestion(cases).every((group) => countDraws(group) >= brokenDraws);
  return cases.map((scores) => {
    const count = isEnough ? (held.get(scores) ?? samples) : samples;
    return { drawn: count, tested: count };
  });
}

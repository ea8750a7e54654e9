import type { CaseScores, GateSettings } from './comparison.ts';

/** How a comparison is decided: `small-set` tests no rate, `these-cases` speaks of exactly these cases, `stored` has no fresh base side. */
export type Design = 'one-look' | 'two-looks' | 'small-set' | 'these-cases' | 'stored';

/** What decides how often a case is drawn. */
export type PlannedCase = Pick<CaseScores, 'question' | 'isSame' | 'critical' | 'labelled'>;

/** Samples of one case in each arm: those the first round draws, of which the first `tested` enter the rate. */
export interface FirstRound {
  readonly drawn: number;
  readonly tested: number;
}

/** Draws of a question in each arm that show whether it broke, and samples of every case where these cases are the target. */
export const brokenDraws = 5;
/** Samples of a critical case in the first round. */
export const criticalSamples = 3;

/** The number of distinct questions: cases with one key send the same base request, a case without one asks its own. */
export function countQuestions(cases: readonly Pick<CaseScores, 'question'>[]): number {
  return groupByQuestion(cases).length;
}

/** The cases of each question, in order of first appearance. */
export function groupByQuestion<T extends Pick<CaseScores, 'question'>>(
  cases: readonly T[],
): readonly (readonly T[])[] {
  const groups = new Map<string | T, T[]>();
  for (const one of cases) {
    const key = one.question ?? one;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** The design for a suite's settings, the number of distinct questions of its base dataset and its `samples`. */
export function chooseDesign(settings: GateSettings, questions: number, samples: number): Exclude<Design, 'stored'> {
  if (questions < settings.minCases) return 'small-set';
  if (settings.target === 'cases') return 'these-cases';
  return settings.resample === 'off' || samples > 1 ? 'one-look' : 'two-looks';
}

/** True where single questions are held to have broken or not: all of a small set, and those a change reaches where they are as few. */
export function watchesQuestions(settings: GateSettings, cases: readonly PlannedCase[]): boolean {
  return countQuestions(listReached(cases)) < settings.minCases;
}

/** The cases that a change reaches: those whose request is not the same on both arms. */
export function listReached<T extends Pick<CaseScores, 'isSame'>>(cases: readonly T[]): readonly T[] {
  return cases.filter(({ isSame }) => !isSame);
}

/** The first round of a comparison or a prompt, in the order of its gating cases; a case that is the same on both arms is drawn once. */
export function planFirstRound(
  settings: GateSettings,
  samples: number,
  cases: readonly PlannedCase[],
): readonly FirstRound[] {
  const design = chooseDesign(settings, countQuestions(cases), samples);
  const shares = watchesQuestions(settings, cases) ? splitQuestions(cases) : null;
  return cases.map((one) => {
    if (one.isSame) return { drawn: 1, tested: 1 };
    const share = shares?.get(one) ?? 0;
    const least = Math.max(share, one.critical ? criticalSamples : 0);
    if (design === 'small-set') return { drawn: least, tested: share };
    const ordinary = samples === 1 ? (one.labelled ?? 1) : samples;
    const tested = design === 'these-cases' ? brokenDraws : ordinary;
    return { drawn: Math.max(tested, least), tested };
  });
}

/** Draws of case `place` (from 0) of a question of `size` cases: each once, and again in turn until the question has five. */
export function drawsInQuestion(place: number, size: number): number {
  return Math.max(1, Math.floor(brokenDraws / size) + (place < brokenDraws % size ? 1 : 0));
}

/** The margin that holds: the user's, else .10 below 100 distinct questions of the base dataset and .05 from 100. */
export function resolveMargin(settings: GateSettings, questions: number): number {
  return settings.margin ?? defaultMargin(questions);
}

/** The margin where the user sets none. */
export function defaultMargin(questions: number): number {
  return questions < 100 ? 0.1 : 0.05;
}

function splitQuestions(cases: readonly PlannedCase[]): ReadonlyMap<PlannedCase, number> {
  return new Map(
    groupByQuestion(listReached(cases)).flatMap((group) =>
      group.map((one, place) => [one, drawsInQuestion(place, group.length)] as const),
    ),
  );
}

import { type CaseScores, type ComparisonInput, defaultGate, type GateSettings } from '../../src/gate/comparison.ts';
import type { GatedComparison } from '../../src/gate/measurement.ts';

/** Scores of one case; baseline and candidate samples as given. */
export function aCase(
  id: string,
  baseline: readonly (number | null)[],
  candidate: readonly (number | null)[],
  more: Partial<CaseScores> = {},
): CaseScores {
  return { case: id, cluster: null, question: null, isSame: false, critical: false, baseline, candidate, ...more };
}

/** 0/1 cases: so many that got worse, better, and stayed right. */
export function someCases(worse: number, better: number, same: number): readonly CaseScores[] {
  return [
    ...Array.from({ length: worse }, (_, index) => aCase(`worse-${index}`, [1], [0])),
    ...Array.from({ length: better }, (_, index) => aCase(`better-${index}`, [0], [1])),
    ...Array.from({ length: same }, (_, index) => aCase(`same-${index}`, [1], [1])),
  ];
}

/** A gating comparison under the default gate, at the margin of .1 unless told otherwise. */
export function aComparison(
  cases: readonly CaseScores[],
  more: {
    readonly input?: Partial<ComparisonInput>;
    readonly settings?: Partial<GateSettings>;
    readonly samples?: number;
    readonly metric?: string;
  } = {},
): GatedComparison {
  const id = { suite: 'triage', prompt: 'label', metric: more.metric ?? 'exact' };
  const settings = { ...defaultGate, margin: 0.1, ...more.settings };
  const samples = more.samples ?? 1;
  // A small set of cases that ask a question each has the samples that a test gives it; planned ones it has where questions are shared.
  const isSmall =
    cases.length < settings.minCases && cases.every(({ question, isSame }) => question === null && !isSame);
  const firstRounds = cases.map(() => ({ drawn: samples, tested: samples }));
  return {
    input: { id, direction: 'higher', gates: true, isPairwise: false, commonReason: null, cases, ...more.input },
    settings,
    samples,
    ...(isSmall && { firstRounds }),
  };
}

/** The comparison after a re-run: four more samples for each case whose first samples differ. */
export function rerunWith(
  comparison: GatedComparison,
  rerunCase: (scores: CaseScores) => { baseline: readonly (number | null)[]; candidate: readonly (number | null)[] },
): GatedComparison {
  const cases = comparison.input.cases.map((scores) => {
    if (scores.baseline[0] === scores.candidate[0]) return scores;
    const more = rerunCase(scores);
    return {
      ...scores,
      baseline: [...scores.baseline, ...more.baseline],
      candidate: [...scores.candidate, ...more.candidate],
    };
  });
  return { ...comparison, input: { ...comparison.input, cases } };
}

import { defaultsOf, type Settings } from '../config/key.ts';
import { gateKeys } from '../config/keys/gate.ts';

/** The four answers. `invalid` means: could not be judged, and says nothing about the prompt. */
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'invalid';

/** Which way a metric is good; neutral ones never gate. */
export type Direction = 'higher' | 'lower' | 'neutral';

/** Settings of one suite's gate; always read from the base side. Null limits limit nothing. */
export type GateSettings = Settings<typeof gateKeys>;

/** The gate a config that says nothing gets. */
export const defaultGate: GateSettings = defaultsOf(gateKeys);

/** What is compared: one metric of one prompt in one suite; null where a score line names none. */
export interface ComparisonId {
  readonly suite: string | null;
  readonly prompt: string | null;
  readonly metric: string;
}

/** One case's scores in both arms; the index is the sample, null or absent is unscored. Scores are in 0..1. */
export interface CaseScores {
  readonly case: string;
  /** Cases of one cluster count as one unit: those of one `cluster-by` value, and those that ask one question. */
  readonly cluster: string | null;
  /** Cases with one key send the same base request: they ask one question. Null where the case asks its own. */
  readonly question: string | null;
  /** True where both arms send the same request: it is drawn once, and the difference is 0 by construction. */
  readonly isSame: boolean;
  readonly critical: boolean;
  /** Samples in the first round where main's own noise asks for more than one; absent for every other case. */
  readonly labelled?: number;
  readonly baseline: readonly (number | null)[];
  readonly candidate: readonly (number | null)[];
}

/** Everything the gate needs to know of one comparison. */
export interface ComparisonInput {
  readonly id: ComparisonId;
  readonly direction: Direction;
  /** False for `report` metrics: they are computed and shown, and never enter the verdict nor M. */
  readonly gates: boolean;
  /** Why an arm can never be scored though nobody is to blame, as where main's model is gone: the comparison stays inconclusive. */
  readonly gone?: string;
  /** True for judges that see both outputs at once: their scores say nothing of how good either arm is. */
  readonly isPairwise: boolean;
  /** The commonest reason of a score that is not the best, with its count: `30 of 30: the output is in a code fence`. */
  readonly commonReason: string | null;
  readonly cases: readonly CaseScores[];
}

/** The result of one comparison; the fields are those of `compare --json` and mean what docs/statistics.md says. */
export interface Comparison extends ComparisonId {
  readonly verdict: Verdict;
  readonly gates: boolean;
  readonly direction: Direction;
  readonly cases: number;
  /** Distinct questions of the base's cases, scored or not: `min-cases` and the default margin count these. */
  readonly questions: number;
  /** Of the base's cases, those whose request differs between the arms; the others are the same by construction. */
  readonly reached: number;
  readonly clusters: number | null;
  readonly effectiveClusters: number | null;
  readonly worse: number;
  readonly better: number;
  readonly same: number;
  readonly unscored: number;
  readonly missingBaseline: number;
  readonly missingCandidate: number;
  readonly baselineMean: number | null;
  readonly candidateMean: number | null;
  /** Candidate minus baseline, signed so that negative is worse. */
  readonly difference: number | null;
  readonly lowerBound: number | null;
  readonly upperBound: number | null;
  readonly pValue: number | null;
  readonly detectableDrop: number | null;
  readonly casesToSettle: number | null;
  readonly margin: number;
  readonly alpha: number;
  /** The most samples a case has in each arm, of those that the figures are made of. */
  readonly samples: number;
  /** Looks taken: 0 where no test was made. */
  readonly looks: 0 | 1 | 2;
  /** True where the figures are those of the further round that settles what the looks left open. */
  readonly settled: boolean;
  /** Where the base's scores came from. */
  readonly baselineSource: 'fresh' | 'stored' | 'none';
  /** True where the questions are fewer than `min-cases`: single ones break or not, and no rate is tested. */
  readonly small: boolean;
  /** True where a drop of the rate is proven; single cases that broke may fail a comparison without one. */
  readonly proven: boolean;
  /** True where an arm can never be scored though nobody is to blame. */
  readonly gone: boolean;
  /** True where it would pass and cannot fall by the margin, since both arms lie within it of the worst score. */
  readonly measuresNothing: boolean;
  /** What most outputs of a metric that measures nothing have in common; null for every other. */
  readonly commonReason: string | null;
  readonly reason: string | null;
}

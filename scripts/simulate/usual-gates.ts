import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { bcaMeanInterval } from './bca-interval.ts';

/** One draw of each case on both arms, of 0/1 scores. */
export interface PairCounts {
  readonly cases: number;
  /** Cases that pass on main and fail on the change, and the mirror. */
  readonly worse: number;
  readonly better: number;
  /** Cases that pass on the change. */
  readonly passing: number;
}

/** What a gate in use elsewhere says of one draw of each case. */
export interface UsualGate {
  /** The rule, and in brackets who documents it. */
  readonly name: string;
  /** Generations in full paired rounds. */
  readonly rounds: number;
  judge(pairs: PairCounts): 'fail' | 'pass' | 'inconclusive';
}

/** Counts one draw of each case on both arms. */
export function countPairs(baseline: readonly number[], candidate: readonly number[]): PairCounts {
  const count = (is: (before: number, after: number) => boolean): number =>
    candidate.filter((after, index) => is(baseline[index] as number, after)).length;
  return {
    cases: candidate.length,
    worse: count((before, after) => before > after),
    better: count((before, after) => before < after),
    passing: count((_, after) => after === 1),
  };
}

const mainRate = 0.85;
const drop = ({ worse, better, cases }: PairCounts): number => (worse - better) / cases;

/** A gate that knows no third verdict. */
function blocks(name: string, rounds: number, isBlocked: (pairs: PairCounts) => boolean): UsualGate {
  return { name, rounds, judge: (pairs) => (isBlocked(pairs) ? 'fail' : 'pass') };
}

/** A gate that blocks where an interval of the mean change lies below a limit, and passes where it lies above. */
function holds(
  name: string,
  limit: number,
  intervalOf: (pairs: PairCounts) => { readonly lower: number; readonly upper: number },
): UsualGate {
  return {
    name,
    rounds: 1,
    judge: (pairs) => {
      const { lower, upper } = intervalOf(pairs);
      return lower > limit ? 'pass' : upper < limit ? 'fail' : 'inconclusive';
    },
  };
}

/** The gates that are usual today, for 0/1 scores. */
export const usualGates: readonly UsualGate[] = [
  blocks('any failing case blocks', 0.5, ({ passing, cases }) => passing < cases),
  blocks(
    'any case that turns from pass to fail blocks (Langfuse’s approved baseline, plune, digline)',
    1,
    ({ worse }) => worse > 0,
  ),
  blocks(
    'pass rate below a threshold, main’s true rate less 5 points (promptfoo and others)',
    0.5,
    ({ passing, cases }) => passing / cases < mainRate - 0.05 - 1e-9,
  ),
  blocks('mean drop above 0', 1, (pairs) => drop(pairs) > 1e-9),
  blocks('mean drop above 5 points', 1, (pairs) => drop(pairs) > 0.05 + 1e-9),
  blocks('two-sided McNemar mid-p at 5 %', 1, (pairs) => drop(pairs) > 0 && 2 * midTail(pairs) <= 0.05),
  blocks('two-sided exact McNemar at 5 % (holdline 0.2.1)', 1, (pairs) => drop(pairs) > 0 && 2 * tail(pairs) < 0.05),
  blocks('one-sided exact McNemar at 10 % (ASSERT, advisory)', 1, (pairs) => tail(pairs) < 0.1),
  holds('bootstrap interval against a margin of 2 points (statgate 0.1.1, its default)', -0.02, bcaMeanInterval),
  holds('bootstrap interval against a margin of 10 points (statgate 0.1.1)', -0.1, bcaMeanInterval),
  holds('t interval clear of 0, from 20 cases (promptcheckup 1.0.0)', 0, tInterval),
  blocks('allows only what is significantly better (evalsig 0.1.2)', 1, ({ cases, worse, better }) => {
    return tail({ cases, worse: better, better: worse }) >= 0.05;
  }),
];

/** Binomial tail: the chance that so many or more of the differing cases are worse, if either way is as likely. */
function tail({ worse, better }: Pick<PairCounts, 'worse' | 'better'> & Partial<PairCounts>): number {
  return binomialTail(worse + better, worse);
}

/** The same with half of the chance of just so many. */
function midTail({ worse, better }: PairCounts): number {
  const all = worse + better;
  return (binomialTail(all, worse) + binomialTail(all, worse + 1)) / 2;
}

function binomialTail(all: number, least: number): number {
  let chance = 0.5 ** all;
  let sum = 0;
  for (let count = 0; count <= all; count += 1) {
    if (count >= least) sum += chance;
    chance *= (all - count) / (count + 1);
  }
  return sum;
}

/** Student's interval of 95 % of the mean change; a zero variance says nothing. */
function tInterval({ cases, worse, better }: PairCounts): { readonly lower: number; readonly upper: number } {
  if (cases < 20) return { lower: -1, upper: 1 };
  const mean = (better - worse) / cases;
  const variance = ((worse + better) / cases - mean ** 2) * (cases / (cases - 1));
  const reach = tQuantile(0.975, cases - 1) * Math.sqrt(variance / cases);
  return { lower: mean - reach, upper: mean + reach };
}

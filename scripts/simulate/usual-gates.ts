import { sampleMean } from '../../src/statistics/moments.ts';
import { signFlipMidP } from '../../src/statistics/sign-flip.ts';

/** What a gate in use elsewhere says of one draw of each case on both arms; true blocks. */
export interface UsualGate {
  readonly name: string;
  /** Generations in full paired rounds. */
  readonly rounds: number;
  isBlocked(baseline: readonly number[], candidate: readonly number[]): boolean;
}

const mainRate = 0.85;
const meanDrop = (baseline: readonly number[], candidate: readonly number[]): number =>
  (sampleMean(baseline) ?? 0) - (sampleMean(candidate) ?? 0);

/** The gates that are usual today, for 0/1 scores. */
export const usualGates: readonly UsualGate[] = [
  { name: 'any failing case blocks', rounds: 0.5, isBlocked: (_, candidate) => candidate.includes(0) },
  {
    name: 'any case that turns from pass to fail blocks',
    rounds: 1,
    isBlocked: (baseline, candidate) => baseline.some((score, index) => score === 1 && candidate[index] === 0),
  },
  {
    name: 'pass rate below a threshold (main’s true rate less 5 points)',
    rounds: 0.5,
    isBlocked: (_, candidate) => (sampleMean(candidate) ?? 0) < mainRate - 0.05 - 1e-9,
  },
  { name: 'mean drop above 0', rounds: 1, isBlocked: (before, after) => meanDrop(before, after) > 1e-9 },
  { name: 'mean drop above 5 points', rounds: 1, isBlocked: (before, after) => meanDrop(before, after) > 0.05 + 1e-9 },
  {
    name: 'two-sided McNemar mid-p at 5 %',
    rounds: 1,
    isBlocked: (baseline, candidate) => {
      const differences = candidate.map((score, index) => score - (baseline[index] as number));
      const p = signFlipMidP(differences);
      return meanDrop(baseline, candidate) > 0 && 2 * Math.min(p, 1 - p) <= 0.05;
    },
  },
];

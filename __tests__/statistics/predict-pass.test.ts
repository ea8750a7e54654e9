import { describe, expect, it } from '@jest/globals';
import { casesForUnchangedPass, differenceBounds } from '../../src/statistics/difference-bounds.ts';
import {
  predictOpenDrop,
  predictPass,
  predictSettledPass,
  resizeRound,
  sumUpRound,
} from '../../src/statistics/predict-pass.ts';
import { splitNoise } from '../../src/statistics/split-noise.ts';

/** Cases of which 15 in a hundred differ between two draws: 2σ² = .15. */
const usual = (cases: number, samples = 1) =>
  sumUpRound(Array.from({ length: cases }, (_, cluster) => ({ variance: 0.075, samples, cluster })));
const rule = (margin: number, alpha = 0.05) => ({ margin, alpha });

describe('the chance that an unchanged prompt passes', () => {
  it.each([
    // By the gate's own simulation: 51, 35 and 57 of 100.
    [50, 0.1, 0.5],
    [100, 0.05, 0.32],
    [200, 0.05, 0.55],
  ])('of %i cases at a margin of %d is about %d', (cases, margin, chance) => {
    expect(predictPass(usual(cases), rule(margin))).toBeCloseTo(chance, 1);
  });

  it('rises with samples, cases and a further round', () => {
    const [one, three] = [usual(50), usual(50, 3)];
    const alone = predictPass(one, rule(0.1));
    expect(predictPass(three, rule(0.1))).toBeGreaterThan(alone);
    expect(predictPass(resizeRound(one, 80), rule(0.1))).toBeCloseTo(predictPass(usual(80), rule(0.1)), 9);
    const settled = predictSettledPass(one, three, rule(0.1, 0.01), rule(0.1, 0.04));
    // Simulated: 79 of 100.
    expect(settled).toBeGreaterThan(0.77);
    expect(settled).toBeLessThan(0.83);
    expect(settled).toBeGreaterThan(predictPass(three, rule(0.1, 0.04)));
  });

  it.each([0.1, 0.05])('of draws that never differ is all or nothing, at a margin of %d', (margin) => {
    const least = casesForUnchangedPass(margin, 0.05);
    const quiet = (cases: number) =>
      sumUpRound(Array.from({ length: cases }, (_, cluster) => ({ variance: 0, samples: 1, cluster })));
    expect(predictPass(quiet(least), rule(margin))).toBe(1);
    expect(predictPass(quiet(least - 1), rule(margin))).toBe(0);
    expect(predictSettledPass(quiet(least), quiet(least), rule(margin), rule(margin))).toBe(1);
  });

  it('falls where cases stand in clusters', () => {
    const clustered = sumUpRound(
      Array.from({ length: 100 }, (_, index) => ({ variance: 0.03, samples: 1, cluster: Math.floor(index / 5) })),
    );
    expect(clustered).toMatchObject({ cases: 100, clusters: 20, pseudoSize: 5 });
    const alone = sumUpRound(Array.from({ length: 100 }, (_, cluster) => ({ variance: 0.03, samples: 1, cluster })));
    expect(predictPass(clustered, rule(0.1))).toBeLessThan(predictPass(alone, rule(0.1)));
    // The bound itself, where just the expected squares came and the mean is none, is what the chance is reckoned from.
    const differences = Array.from({ length: 100 }, (_, index) => (index < 6 ? (index % 2 === 0 ? 1 : -1) : 0));
    const { lower } = differenceBounds(
      differences,
      differences.map((_, index) => index),
      0.05,
    );
    expect(predictPass({ ...alone, squares: 6 }, rule(-lower))).toBeCloseTo(0.5, 6);
  });

  it('is a chance for every size', () => {
    const sizes = [0, 1, 2, 100_000];
    for (const size of sizes) {
      const round = usual(size);
      for (const chance of [
        predictPass(round, rule(0.05)),
        predictSettledPass(round, usual(size, 3), rule(0.05, 0.01), rule(0.05, 0.04)),
        predictOpenDrop(round, rule(0.05), 0.025),
      ]) {
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('the noise of single cases', () => {
  it('is the variance of their draws where too few tell more, and the mean of the others where there are none', () => {
    expect(splitNoise([])).toEqual({ variances: [], isHonest: true });
    expect(splitNoise([[1, 1], [0]])).toEqual({ variances: [0, 0], isHonest: true });
    const { variances, isHonest } = splitNoise([[0, 1], [1, 1], []]);
    expect(isHonest).toBe(false);
    [0.5, 0, 0.25].forEach((variance, index) => {
      expect(variances[index]).toBeCloseTo(variance, 12);
    });
  });

  it('keeps its sum, and takes from the cases that differ what quiet ones have', () => {
    const draws = [
      ...Array.from({ length: 90 }, () => [1, 1, 1, 1, 1]),
      ...Array.from({ length: 10 }, () => [1, 1, 1, 1, 0]),
    ];
    const { variances, isHonest } = splitNoise(draws);
    expect(isHonest).toBe(true);
    expect(variances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(10 * 0.2, 9);
    // One of five that differs, and never two: the others agree each time, so that all the noise is where nothing shows it.
    expect(variances[99]).toBeCloseTo(0, 9);
    const mixed = splitNoise([...draws, ...Array.from({ length: 10 }, () => [1, 0, 1, 0, 1])]);
    expect(mixed.variances[109]).toBeGreaterThan(0.1);
    expect(mixed.variances[109]).toBeLessThan(0.3);
    expect(mixed.variances[0]).toBeGreaterThan(0);
  });

  /** Pass rates by a known rule, with draws that are dealt without chance: every outcome of five draws by its weight. */
  it('finds how much noise five draws leave unseen, for rates that are as likely as their noise', () => {
    // Weighed by p(1 − p), uniform rates are Beta(1, 1): r₅ = 2·∫p⁵ = 1/3.
    const rates = Array.from({ length: 199 }, (_, index) => (index + 1) / 200);
    const draws = rates.flatMap((rate) => {
      const copies = Math.round(2000 / (rate * (1 - rate)) / 100);
      return Array.from({ length: 6 }, (_, right) => {
        const chance = ([1, 5, 10, 10, 5, 1][right] ?? 0) * rate ** right * (1 - rate) ** (5 - right);
        const scores = Array.from({ length: 5 }, (__, index) => (index < right ? 1 : 0));
        return Array.from({ length: Math.round(chance * copies) }, () => scores);
      }).flat();
    });
    const { variances } = splitNoise(draws);
    const all = variances.reduce((sum, one) => sum + one, 0);
    const quiet = variances.reduce((sum, one, index) => sum + (new Set(draws[index]).size === 1 ? one : 0), 0);
    expect(quiet / all).toBeGreaterThan(0.3);
    expect(quiet / all).toBeLessThan(0.37);
  });
});

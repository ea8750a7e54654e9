import { describe, expect, it } from '@jest/globals';
import { defaultGate } from '../../src/gate/comparison.ts';
import { type ForeseenCase, foresee, predict } from '../../src/gate/predict.ts';
import { chooseDesigns, type OfferedPrompt, weighDesigns } from '../../src/gate/propose-designs.ts';

/** Cases of which one in `every` is right in three of five draws. */
function cases(count: number, every: number, changes: Partial<ForeseenCase> = {}): readonly ForeseenCase[] {
  return Array.from({ length: count }, (_, index) => ({
    question: null,
    cluster: null,
    isSame: false,
    critical: false,
    draws: index % every === 0 ? [1, 0, 1, 0, 1] : [1, 1, 1, 1, 1],
    ...changes,
  }));
}

const predictOf = (...args: Parameters<typeof foresee>) => {
  const outlook = foresee(...args);
  return outlook && predict(outlook);
};

describe('what to expect of a comparison', () => {
  it('is nothing where no rate of inputs is tested, or no case was drawn twice', () => {
    expect(foresee(defaultGate, 1, cases(9, 3))).toBeNull();
    expect(foresee({ ...defaultGate, target: 'cases' }, 1, cases(40, 3))).toBeNull();
    expect(foresee(defaultGate, 1, cases(40, 3, { draws: [1] }))).toBeNull();
    expect(foresee(defaultGate, 1, [])).toBeNull();
  });

  it('of draws that never differ is a clean pass where an unchanged result could pass at all', () => {
    expect(predictOf(defaultGate, 1, cases(23, 1, { draws: [1, 1] }))).toEqual({
      passes: 1,
      passesAtFirst: 1,
      detectableDrop: null,
      findsMargin: null,
      firstRounds: 1,
      rounds: 1,
    });
    expect(predictOf(defaultGate, 1, cases(22, 1, { draws: [1, 1] }))).toMatchObject({ passes: 0 });
  });

  it('counts a case that the change does not reach as one that cannot differ', () => {
    const all = cases(100, 5);
    const half = all.map((one, index) => (index < 50 ? { ...one, isSame: true } : one));
    const [whole, reached] = [predictOf(defaultGate, 1, all), predictOf(defaultGate, 1, half)];
    expect(reached?.passes).toBeGreaterThan(whole?.passes ?? 1);
    expect(reached?.detectableDrop).toBeLessThan(whole?.detectableDrop ?? 0);
  });

  it('spends a share of alpha at the first look where a further round follows, and less is found at once', () => {
    const off = predictOf(defaultGate, 1, cases(100, 5));
    const settled = predictOf({ ...defaultGate, settle: 3 }, 1, cases(100, 5));
    const asked = predictOf({ ...defaultGate, settle: 'on-request' }, 1, cases(100, 5));
    expect(settled?.passesAtFirst).toBeLessThan(off?.passes ?? 0);
    expect(settled?.passes).toBeGreaterThan(off?.passes ?? 1);
    expect(settled?.rounds).toBeGreaterThan(2);
    expect(settled?.rounds).toBeLessThan(3.2);
    expect(asked?.passes).toBeLessThan(off?.passes ?? 0);
    expect(asked?.passes).toBeGreaterThan(settled?.passesAtFirst ?? 1);
    // More samples a case are one look, which nothing settles.
    expect(predictOf({ ...defaultGate, settle: 3 }, 3, cases(100, 5))).toMatchObject({ rounds: 3, firstRounds: 3 });
  });

  it('takes cases without a draw to be as noisy as the others', () => {
    const known = cases(100, 5);
    const some = known.map((one, index) => (index % 2 === 0 && index % 5 !== 0 ? { ...one, draws: [] } : one));
    expect(predictOf(defaultGate, 1, some)?.passes).toBeLessThan(predictOf(defaultGate, 1, known)?.passes ?? 0);
  });

  it('is there within a moment for very many cases', () => {
    const start = performance.now();
    expect(predictOf(defaultGate, 1, cases(100_000, 5))).toMatchObject({ passes: 1 });
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('designs that are weighed', () => {
  const prompt = (count: number, every: number, changes: Partial<OfferedPrompt> = {}): OfferedPrompt => ({
    metrics: [cases(count, every)],
    labels: new Map(Array.from({ length: Math.ceil(count / every) }, (_, index) => [index * every, 3])),
    roundCalls: 2 * count,
    roundUsd: count / 100,
    ...changes,
  });

  it('are of the prompt that is worst off, and all its metrics pass together', () => {
    const one = weighDesigns(defaultGate, [prompt(100, 5)], 0.8);
    const both = weighDesigns(defaultGate, [prompt(100, 5), prompt(100, 50)], 0.8);
    expect(both.map(({ now }) => now.passes)).toEqual(one.map(({ now }) => now.passes));
    const twice = weighDesigns(defaultGate, [prompt(100, 5, { metrics: [cases(100, 5), cases(100, 5)] })], 0.8);
    expect(twice[0]?.now.passes).toBeCloseTo((one[0]?.now.passes ?? 0) ** 2, 9);
  });

  it('name the fewest cases that are enough', () => {
    const power = 0.8;
    for (const { now, enough } of weighDesigns(defaultGate, [prompt(100, 5)], power)) {
      if (enough === null || enough === now) continue;
      expect(enough.passes).toBeGreaterThanOrEqual(power);
      expect(enough.cases).toBeGreaterThan(100);
      expect(enough.passes - power).toBeLessThan(0.01);
    }
  });

  it('leave labels out where one prompt cannot tell, and cost no dollars that nobody knows', () => {
    const offers = weighDesigns(defaultGate, [prompt(100, 5, { labels: null, roundUsd: null })], 0.8);
    expect(offers.some(({ labels }) => labels)).toBe(false);
    expect(offers.every(({ now }) => now.costUsd === null)).toBe(true);
    // A price that is not known limits nothing.
    expect(chooseDesigns(offers, 0.8, 0.01).cheapest).not.toBeNull();
  });

  it('are none of nothing', () => {
    expect(weighDesigns(defaultGate, [], 0.8)).toEqual([]);
    expect(chooseDesigns([], 0.8, null)).toEqual({ cheapest: null, cheapestNow: null, nearest: null });
  });
});

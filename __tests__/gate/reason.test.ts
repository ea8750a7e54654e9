import { describe, expect, it } from '@jest/globals';
import { decideGate } from '../../src/gate/decide.ts';
import {
  explainNotRuledOut,
  explainOpen,
  nameComparison,
  renderCounts,
  renderPoints,
  renderSignedPoints,
} from '../../src/gate/reason.ts';
import { listCases } from '../../src/gate/small-set.ts';
import { aCase, aComparison, rerunWith, someCases } from './build-scores.ts';

const decideOne = (comparison: Parameters<typeof decideGate>[0][number]) => {
  const [only] = decideGate([comparison]).comparisons;
  if (only === undefined) throw new Error('no comparison');
  return only;
};

describe('words for numbers', () => {
  it.each([
    [0.01, '1 point', '+1'],
    [-0.01, '1 point', '−1'],
    [0.023, '2.3 points', '+2.3'],
    [-0.16, '16 points', '−16'],
    [0.0004, '0 points', '0'],
    [-0.0004, '0 points', '0'],
    [1, '100 points', '+100'],
  ])('%d', (difference, size, signed) => {
    expect(renderPoints(difference)).toBe(size);
    expect(renderSignedPoints(difference)).toBe(signed);
  });

  it('counts cases', () => {
    expect(renderCounts({ worse: 0, better: 1, cases: 1 })).toBe('0 of 1 case got worse and 1 got better');
    expect(renderCounts({ worse: 3, better: 0, cases: 20 })).toBe('3 of 20 cases got worse and 0 got better');
  });

  it.each([
    [['a'], 'case "a"'],
    [['a', 'b', 'c'], 'cases "a", "b", "c"'],
    [['a', 'b', 'c', 'd', 'e'], 'cases "a", "b", "c" and 2 more'],
    [['"'], 'case "\\""'],
  ])('lists %j', (ids, words) => expect(listCases(ids)).toBe(words));

  it('names a comparison by what is given', () => {
    expect(nameComparison({ suite: 's', prompt: 'p', metric: 'm' })).toBe('`s / p / m`');
    expect(nameComparison({ suite: null, prompt: null, metric: 'm' })).toBe('`m`');
  });
});

describe('why a comparison is open', () => {
  const open = aComparison(someCases(5, 0, 25));

  it('says whether the differing cases have run again', () => {
    expect(explainOpen(decideOne(open), true)).toBe(
      'a drop of 16.7 points was seen and is not proven (the cases that differ have not been run again)',
    );
    const again = rerunWith(open, () => ({ baseline: [1, 0, 1, 0], candidate: [1, 1, 0, 1] }));
    expect(explainOpen(decideOne(again), false)).toBe(
      'a drop of 16.7 points was seen and is not proven after a re-run',
    );
    const off = decideOne(aComparison(someCases(3, 0, 25), { settings: { resample: 'off' } }));
    expect(explainOpen(off, false)).toBe('a drop of 10.7 points was seen and is not proven');
  });

  it('does not call a rise, or nothing, a drop', () => {
    for (const cases of [someCases(1, 2, 15), someCases(0, 0, 15)]) {
      expect(explainOpen(decideOne(aComparison(cases)), false)).toBe('no regression found');
    }
    expect(explainOpen({ ...decideOne(open), difference: null }, false)).toBe('no regression found');
    expect(explainOpen({ ...decideOne(open), difference: -0.0004 }, false)).toBe('no regression found');
  });

  it('names the largest drop left open, and where nothing could have passed', () => {
    const few = decideOne(aComparison(someCases(0, 0, 22)));
    expect(explainNotRuledOut(few)).toBe(
      'drops up to 10.3 points not ruled out; at a margin of 10 points nothing can pass with fewer than 23 cases',
    );
    expect(explainNotRuledOut({ ...few, cases: 23 })).toBe('drops up to 10.3 points not ruled out');
    expect(explainNotRuledOut({ ...few, clusters: 5 })).toBe('drops up to 10.3 points not ruled out');
    expect(explainNotRuledOut({ ...few, cases: 30, lowerBound: null })).toBe('drops up to 100 points not ruled out');
    const stored = { ...few, cases: 30, lowerBound: 0.01, baselineSource: 'stored' } as const;
    expect(explainNotRuledOut(stored)).toBe('drops up to 0 points not ruled out');
  });

  it('says where a round may spend a part of the error rate alone, which did not do', () => {
    const close = { ...decideOne(aComparison(someCases(0, 0, 30))), lowerBound: -0.06, alpha: 0.1 };
    const ruledOut =
      'drops of 10 points or more are ruled out at an error rate of 10 %, and not at the part of it that';
    expect(explainNotRuledOut(close)).toBe(`${ruledOut} the first look may spend`);
    expect(explainNotRuledOut({ ...close, settled: true })).toBe(`${ruledOut} is left for that round`);
  });
});

describe('the figures of a comparison', () => {
  it('plans ahead from the spread of the differences', () => {
    const one = decideOne(aComparison(someCases(6, 3, 41), { settings: { resample: 'off' } }));
    // s = √((9 − 50·.06²)/49); (1.6449 + .8416)·s/√50 and ((1.6449 + .8416)·s/.1)².
    expect(one.detectableDrop).toBeCloseTo(0.14918, 4);
    expect(one.casesToSettle).toBe(112);
    expect(one).toMatchObject({
      cases: 50,
      unscored: 0,
      clusters: null,
      effectiveClusters: null,
      margin: 0.1,
      samples: 1,
    });
  });

  it('settles nothing where it is decided, and plans without a spread where nothing differs', () => {
    expect(decideOne(aComparison(someCases(0, 0, 60)))).toMatchObject({
      verdict: 'pass',
      casesToSettle: null,
      detectableDrop: null,
    });
    expect(decideOne(aComparison(someCases(0, 0, 20)))).toMatchObject({
      verdict: 'inconclusive',
      casesToSettle: 23,
      detectableDrop: null,
    });
    expect(decideOne(aComparison(someCases(14, 2, 84))).casesToSettle).toBeNull();
    expect(decideOne(aComparison(someCases(14, 2, 84))).detectableDrop).toBeGreaterThan(0);
  });

  it('plans nothing for exactly these cases, nor from a single one', () => {
    const same = Array.from({ length: 12 }, (_, index) => aCase(`c${index}`, [1, 0, 1, 1, 1], [1, 1, 1, 0, 0]));
    const these = decideOne(aComparison(same, { settings: { target: 'cases' }, samples: 5 }));
    expect(these).toMatchObject({ detectableDrop: null, casesToSettle: null });
    expect(decideOne(aComparison([aCase('a', [1], [1])]))).toMatchObject({ detectableDrop: null, casesToSettle: null });
  });

  it('counts clusters as they are and as they weigh', () => {
    const cases = someCases(0, 0, 40).map((one, index) => ({ ...one, cluster: index < 30 ? 'big' : `k${index}` }));
    expect(decideOne(aComparison(cases))).toMatchObject({ clusters: 11, effectiveClusters: 1600 / 910 });
  });

  it('counts the missing samples of each arm, those of a re-run too', () => {
    const again = rerunWith(aComparison(someCases(5, 0, 25)), (scores) =>
      scores.case === 'worse-0'
        ? { baseline: [1, null, 1, 1], candidate: [null, null, 0, 0] }
        : { baseline: [1, 1, 1, 1], candidate: [0, 0, 0, 0] },
    );
    expect(decideOne(again)).toMatchObject({ missingBaseline: 1, missingCandidate: 2, unscored: 0 });
    const critical = [...someCases(0, 0, 30), aCase('vital', [1, null, 1], [1, 1], { critical: true })];
    expect(decideOne(aComparison(critical))).toMatchObject({ missingBaseline: 1, missingCandidate: 1 });
  });

  it('gives the smaller lower and the larger upper bound, and the larger p, of the two ways to take missing scores', () => {
    const cases = someCases(3, 0, 47).map((one, index) => (index >= 45 ? { ...one, candidate: [null] } : one));
    const one = decideOne(aComparison(cases, { settings: { resample: 'off' } }));
    const worst = decideOne(
      aComparison(
        cases.map((scores) => ({ ...scores, candidate: [scores.candidate[0] ?? 0] })),
        { settings: { resample: 'off' } },
      ),
    );
    const without = decideOne(
      aComparison(
        cases.filter((scores) => scores.candidate[0] !== null),
        { settings: { resample: 'off' } },
      ),
    );
    expect(one.lowerBound).toBe(worst.lowerBound);
    expect(one.upperBound).toBe(without.upperBound);
    expect(one.pValue).toBe(without.pValue);
    expect(without.pValue).toBeGreaterThan(worst.pValue ?? 1);
  });
});

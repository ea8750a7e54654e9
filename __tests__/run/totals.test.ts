import { describe, expect, it } from '@jest/globals';
import { addCalls, costUsdOf, countCall, noCalls, subtractCalls, totalsOf } from '../../src/run/totals.ts';
import { aCall } from './records.ts';

const sum = (...costs: readonly (number | null)[]) =>
  costs.map((costMicroUsd) => countCall(aCall({ costMicroUsd }))).reduce(addCalls, noCalls);

describe('the cost of calls', () => {
  it('in dollars is unknown as soon as one is; what counts under the budget is not', () => {
    expect(costUsdOf(sum(1_500_000, 500_000))).toBe(2);
    expect(costUsdOf(noCalls)).toBe(0);
    const unknown = sum(1_500_000, null, 500_000);
    expect([costUsdOf(unknown), unknown.spentMicroUsd]).toEqual([null, 2_000_000]);
  });

  it('of what came later is the difference', () => {
    const [before, later] = [sum(1, null), sum(5)];
    expect(subtractCalls(addCalls(before, later), before)).toEqual(later);
  });

  it('people are shown seven counts', () => {
    expect(Object.keys(totalsOf(sum(1)))).toHaveLength(7);
  });
});

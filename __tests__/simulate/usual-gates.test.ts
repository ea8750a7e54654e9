import { describe, expect, it } from '@jest/globals';
import { bcaMeanInterval } from '../../scripts/simulate/bca-interval.ts';
import { countPairs, usualGates } from '../../scripts/simulate/usual-gates.ts';

const judgeBy = (tool: string, worse: number, better: number, cases = 100): string => {
  const gate = usualGates.find(({ name }) => name.includes(tool));
  if (gate === undefined) throw new Error(`no gate of ${tool}`);
  return gate.judge({ cases, worse, better, passing: 85 - worse + better });
};

describe('the gates in use elsewhere', () => {
  it('counts one draw of each case', () => {
    expect(countPairs([1, 1, 0, 0, 1], [0, 1, 1, 0, 0])).toEqual({ cases: 5, worse: 2, better: 1, passing: 2 });
  });

  // Two-sided exact p of 6 against 0 is 2/64, of 5 against 0 it is 2/32.
  it.each([
    ['holdline', 6, 0, 'fail'],
    ['holdline', 5, 0, 'pass'],
    ['holdline', 0, 6, 'pass'],
    ['ASSERT', 4, 0, 'fail'],
    ['ASSERT', 3, 0, 'pass'],
    ['evalsig', 0, 5, 'pass'],
    ['evalsig', 0, 4, 'fail'],
    ['evalsig', 0, 0, 'fail'],
    ['mid-p', 5, 0, 'fail'],
    ['mid-p', 4, 0, 'pass'],
    ['Langfuse', 1, 9, 'fail'],
    ['Langfuse', 0, 9, 'pass'],
    ['promptcheckup', 0, 0, 'inconclusive'],
    ['promptcheckup', 10, 1, 'fail'],
    ['promptcheckup', 1, 10, 'pass'],
  ])('%s: %d worse and %d better of 100 is %s', (tool, worse, better, verdict) => {
    expect(judgeBy(tool, worse, better)).toBe(verdict);
  });

  it('says nothing by t below 20 cases', () => {
    expect(judgeBy('promptcheckup', 15, 0, 19)).toBe('inconclusive');
  });

  it('ships what shows no difference at all, however few the cases, by a bootstrap', () => {
    expect(judgeBy('its default', 0, 0, 5)).toBe('pass');
  });
});

describe('the bootstrap interval', () => {
  it('is the mean where all differences are equal', () => {
    expect(bcaMeanInterval({ cases: 10, worse: 0, better: 0 })).toEqual({ lower: 0, upper: 0 });
    expect(bcaMeanInterval({ cases: 10, worse: 10, better: 0 })).toEqual({ lower: -1, upper: -1 });
  });

  it('is about the normal one of many cases', () => {
    const { lower, upper } = bcaMeanInterval({ cases: 400, worse: 60, better: 40 });
    const reach = (1.96 * Math.sqrt(100 / 400 - 0.05 ** 2)) / 20;
    expect(lower).toBeGreaterThan(-0.05 - reach - 0.006);
    expect(lower).toBeLessThan(-0.05 - reach + 0.006);
    expect(upper).toBeGreaterThan(-0.05 + reach - 0.006);
    expect(upper).toBeLessThan(-0.05 + reach + 0.006);
  });

  it('is mirrored where better and worse change places, but for the resamples', () => {
    const one = bcaMeanInterval({ cases: 50, worse: 9, better: 3 });
    const other = bcaMeanInterval({ cases: 50, worse: 3, better: 9 });
    expect(Math.abs(one.lower + other.upper)).toBeLessThan(0.03);
  });
});

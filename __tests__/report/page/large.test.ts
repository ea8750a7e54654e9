import { describe, expect, it } from '@jest/globals';
import { fillTexts } from '../../../src/report/page/browse/page-data.ts';
import { anOutput, aReport } from '../../helpers/builders.ts';
import { aPageCase, dataOf, pageOf } from '../../helpers/page.ts';

describe('a page of more than a browser can hold', () => {
  const answer = (number: number) => anOutput(`${number} `.padEnd(1_000_000, 'x'));
  const cases = Array.from({ length: 40 }, (_, number) =>
    aPageCase({ case: `c-${number}`, baselineOutput: answer(2 * number), candidateOutput: answer(2 * number + 1) }),
  );

  it('has 64 million characters of answers, and counts or names what is left out', () => {
    const data = fillTexts(dataOf(pageOf(aReport(), { cases })));
    const sides = data.cases.flatMap((entry) => entry.sides);
    const kept = sides.reduce((sum, side) => sum + String(side?.answer?.content).length, 0);
    const left = sides.reduce((sum, side) => sum + (side?.answer?.more ?? 0), 0);
    expect(kept).toBeGreaterThan(63_900_000);
    expect(kept).toBeLessThanOrEqual(64_000_000);
    expect(kept + left).toBe(80_000_000);
    expect(data.cases).toHaveLength(40);
    expect(data.cases.at(-1)?.sides[0]?.messages).toBe('left');
  });
});

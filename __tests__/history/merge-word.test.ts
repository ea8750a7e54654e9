import { describe, expect, it } from '@jest/globals';
import type { MergedSuite } from '../../src/history/merge-line.ts';
import { isGreenMerge, wordOf } from '../../src/history/merge-word.ts';
import { aMerge, aMergedSuite } from './builders.ts';

const of = (...verdicts: readonly MergedSuite['verdict'][]) =>
  aMerge(1, { suites: verdicts.map((verdict) => aMergedSuite({ verdict })) });

describe('the word of a change', () => {
  it.each([
    ['pass', of('pass', 'pass')],
    ['not judged', of('pass', null)],
    ['inconclusive', of('pass', null, 'inconclusive')],
    ['fail', of('inconclusive', 'fail')],
    ['not judged', of()],
  ])('is "%s" for the worst of its suites', (word, merge) => {
    expect(wordOf(merge)).toBe(word);
  });

  it('is green for what was judged as it was merged, and did not block', () => {
    expect(isGreenMerge(aMerge(1))).toBe(true);
    const reds = [{ green: false }, { matches: false }, { matches: null }] as const;
    for (const red of reds)
      expect(isGreenMerge(aMerge(1, { suites: [aMergedSuite(), aMergedSuite(red)] }))).toBe(false);
    expect(isGreenMerge(aMerge(1, { suites: [] }))).toBe(false);
  });
});

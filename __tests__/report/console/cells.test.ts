import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutEnd, cutMiddle, measure, pad, wrap } from '../../../src/report/console/cells.ts';

const family = '👩‍👩‍👧‍👦';
const texts = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '返', family, '🇩🇪', 'e\u0301', '—'), maxLength: 60 });

describe('cells', () => {
  it.each([
    ['letters', 'abc', 3],
    ['wide letters', '返金', 4],
    ['a family', family, 2],
    ['a flag', '🇩🇪', 2],
    ['a mark that joins', 'e\u0301', 1],
    ['nothing', '', 0],
  ])('%s', (_name, text, cells) => expect(measure(text)).toBe(cells));

  it('a cut text fits, keeps its beginning, or both its ends, and no half of a character', () => {
    expect(cutEnd('abcdef', 4)).toBe('abc…');
    expect(cutEnd('返金返金', 4)).toBe('返…');
    expect(cutMiddle('prompts/triage.prompt.yml', 11)).toBe('promp…t.yml');
    expect(cutMiddle(`${family}${family}${family}`, 5)).toBe(`${family}…${family}`);
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, width) => {
        for (const cut of [cutEnd, cutMiddle]) {
          expect(measure(cut(text, width))).toBeLessThanOrEqual(width);
          expect(cut(text, width)).not.toMatch(/\p{Surrogate}/u);
          if (measure(text) <= width) expect(cut(text, width)).toBe(text);
        }
      }),
    );
  });

  it('a huge text is cut at once', () => {
    const huge = 'e\u0301'.repeat(2_000_000);
    const startedMs = performance.now();
    expect(measure(cutEnd(huge, 40))).toBeLessThanOrEqual(40);
    expect(measure(cutMiddle(huge, 40))).toBeLessThanOrEqual(40);
    expect(performance.now() - startedMs).toBeLessThan(500);
  });

  it('padding counts cells', () => {
    expect(pad('返', 4, 'left')).toBe('返  ');
    expect(pad('返', 4, 'right')).toBe('  返');
    expect(pad('long', 2, 'left')).toBe('long');
  });
});

describe('wrapping', () => {
  it('breaks at blanks, below what stands before the text', () => {
    expect(wrap('one two three four', 12, 'a: ', '   ')).toEqual(['a: one two', '   three', '   four']);
    expect(wrap('', 10, '  ')).toEqual(['']);
  });

  it('keeps a number and its unit together', () => {
    expect(wrap('it fell by 12 % now', 13)).toEqual(['it fell by', '12 % now']);
    expect(wrap('it fell by 12 points', 15)).toEqual(['it fell by 12', 'points']);
  });

  it('breaks a word only where it is longer than a line, and loses none of it', () => {
    expect(wrap('ab https://example.org/long', 12)).toEqual(['ab https://e', 'xample.org/l', 'ong']);
    expect(wrap('返金返金', 4)).toEqual(['返金', '返金']);
    expect(wrap('a word', 10, 'a label: ', '  ')).toEqual(['a label: a', '  word']);
    expect(wrap('words', 10, 'a label: ', '  ')).toEqual(['a label:', '  words']);
    fc.assert(
      fc.property(texts, fc.integer({ min: 6, max: 30 }), (text, width) => {
        const lines = wrap(text, width, '', '  ');
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Normalization, normalizeText } from '../../src/checks/normalize.ts';
import type { JsonObject } from '../../src/json.ts';
import { aCheck, scoreText } from './scoring.ts';

const nfd = 'cafe\u0301';
const nbsp = 'a\u00A0b';

describe('normalize', () => {
  it.each<[string, string, JsonObject, string]>([
    ['composed for decomposed', 'equals', { expected: 'café', normalize: ['unicode'] }, nfd],
    ['decomposed in the expectation', 'equals', { expected: nfd, normalize: ['unicode'] }, 'café'],
    ['a no-break space', 'equals', { expected: 'a b', normalize: ['whitespace'] }, nbsp],
    ['no width at all', 'equals', { expected: 'ab', normalize: ['whitespace'] }, 'a\u200Bb'],
    ['other line ends', 'equals', { expected: 'a\nb', normalize: ['whitespace'] }, 'a\r\nb\n'],
    ['case', 'equals', { expected: 'Billing', normalize: ['case'] }, 'BILLING'],
    ['texts inside JSON', 'equals', { expected: { a: ['x y'] }, normalize: ['whitespace'] }, '{"a": ["x\u00A0y"]}'],
    ['a part', 'contains', { expected: ' b c ', normalize: ['whitespace'] }, 'a\tb\u2009c d'],
    ['a beginning', 'starts-with', { expected: 'a b', normalize: ['whitespace'] }, '\n a  b'],
    ['an end', 'ends-with', { expected: 'Bye.', normalize: ['whitespace', 'case'] }, 'so, bye. \n'],
    ['one of several', 'one-of', { values: ['x', 'café'], normalize: ['unicode', 'case'] }, 'CAFE\u0301'],
    ['an answer to a pattern', 'regex', { pattern: '^a b$', normalize: ['whitespace'] }, `${nbsp}\n`],
    ['a pattern with a capital', 'regex', { pattern: '^Bill', normalize: ['case'] }, 'billing'],
  ])('overlooks %s', (_, type, options, content) => {
    expect(scoreText(aCheck(type, options), content)).toEqual({ score: 1, reason: null });
    const { normalize: _normalize, ...strict } = options;
    expect(scoreText(aCheck(type, strict), content).score).toBe(0);
  });

  it('lets a blank alone stay one, which is not everywhere', () => {
    expect(scoreText(aCheck('contains', { expected: '\n', normalize: ['whitespace'] }), 'ab').score).toBe(0);
  });

  it('never tells apart what it made equal once', () => {
    const steps = new Set<Normalization>(['unicode', 'whitespace']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalizeText(text, steps);
        expect(normalizeText(once, steps)).toBe(once);
      }),
    );
  });
});

describe('a difference that nobody can see', () => {
  it.each<[string, string, string, string, string]>([
    ['equals', 'a b', nbsp, 'U+00A0 (no-break space) for a blank at character 2', 'whitespace'],
    ['equals', nbsp, 'a b', 'a blank for U+00A0 (no-break space) at character 2', 'whitespace'],
    ['equals', 'café!', `${nfd}!`, 'U+0065 U+0301 for U+00E9 at character 4', 'unicode'],
    ['equals', 'ab', 'a\u200Bb', 'an extra U+200B (zero-width space) at character 2', 'whitespace'],
    ['equals', 'a\nb', 'a\r\nb', 'U+000D (carriage return) for U+000A (line break) at character 2', 'whitespace'],
    ['equals', 'a b', 'a  b', 'an extra blank at character 3', 'whitespace'],
    ['equals', 'ok\n', 'ok', 'a missing U+000A (line break) at character 3', 'whitespace'],
    ['equals', 'Yes', 'YES', 'case', 'case'],
    ['equals', 'Yes b', 'YES\u00A0b', 'U+00A0 (no-break space) for a blank at character 4', 'whitespace, case'],
    ['contains', 'a b', `say: ${nbsp}!`, 'U+00A0 (no-break space) for a blank at character 7', 'whitespace'],
    ['starts-with', 'ab', '\uFEFFabc', 'an extra U+FEFF (byte order mark) at character 1', 'whitespace'],
    ['ends-with', 'ab', 'xab ', 'an extra blank at character 4', 'whitespace'],
  ])('%s of %j: %j', (type, expected, content, named, steps) => {
    const { reason } = scoreText(aCheck(type, { expected }), content);
    expect(reason).toContain(`: differs only in ${named}; normalize: [${steps}] ignores it`);
  });

  it('is named of the value that is meant, and of a pattern', () => {
    expect(scoreText(aCheck('one-of', { values: ['x', 'a b'] }), nbsp).reason).toBe(
      `"${nbsp}" is not one of the 2 values: from "a b" differs only in U+00A0 (no-break space) for a blank at character 2; normalize: [whitespace] ignores it`,
    );
    expect(scoreText(aCheck('regex', { pattern: 'a b' }), nbsp).reason).toBe(
      'does not match "a b": it would but for U+00A0 (no-break space) for a blank at character 2; normalize: [whitespace] ignores it',
    );
  });

  it('adds to what the check overlooks already', () => {
    const check = aCheck('equals', { expected: 'A b', normalize: ['case'] });
    expect(scoreText(check, nbsp).reason).toContain('normalize: [case, whitespace] ignores it');
  });

  it('is not claimed of any other', () => {
    expect(scoreText(aCheck('equals', { expected: 'a b' }), 'a c').reason).toBe('is "a c", expected "a b"');
    expect(scoreText(aCheck('contains', { expected: 'a b' }), 'nothing').reason).toBe('does not contain "a b"');
    expect(scoreText(aCheck('regex', { pattern: 'a b' }), 'no').reason).toBe('does not match "a b"');
  });
});

import { describe, expect, it } from '@jest/globals';
import { aCheck, scoreText } from './scoring.ts';

/** How many of its unit a check counts in a text; of a text of none it says so as of any other number. */
function countOf(type: string, text: string): string {
  return scoreText(aCheck(type, { min: 1_000_000 }), text).reason?.split(',')[0] ?? '';
}

describe('words', () => {
  it.each([
    ['contractions and compounds', "don't stop, well-known", '3 words'],
    ['signs alone', 'one — two * …', '2 words'],
    ['Chinese characters', '東京都 is one', '5 words'],
    ['right to left', 'שלום עולם', '2 words'],
    ['one word', ' word\n', '1 word'],
    ['none', '?!', '0 words'],
  ])('%s', (_, text, counted) => {
    expect(countOf('words', text)).toBe(counted);
  });
});

describe('sentences', () => {
  it.each([
    ['three signs', 'Yes. Really? "Sure!" He left', '4 sentences'],
    ['an abbreviation before a small letter', 'Bring e.g. bread. Thanks.', '2 sentences'],
    ['a decimal point', 'It costs 1.50 now.', '1 sentence'],
    ['lines', '# Title\n- one\n- two\n\n', '3 sentences'],
    ['Japanese', '東京。大阪。', '2 sentences'],
    ['an ellipsis', 'Well... No.', '2 sentences'],
    ['none', '... !', '0 sentences'],
  ])('%s', (_, text, counted) => {
    expect(countOf('sentences', text)).toBe(counted);
  });

  it.each(['. ', 'a. ', '.""""', ' ', '\n'])('takes linear time on %j, again and again', (piece) => {
    const startedMs = performance.now();
    countOf('sentences', `x${piece.repeat(1_000_000 / piece.length)}`);
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });
});

describe('tokens', () => {
  it('are reckoned at four characters each', () => {
    expect(countOf('tokens', 'nine char')).toBe('3 tokens');
  });
});

describe('empty', () => {
  it.each<[string, string, string | null, number]>([
    ['a text of blanks', ' \n', null, 1],
    ['a word', 'a', null, 0],
    ['an empty list', '{"a": []}', '/a', 1],
    ['null', '{"a": null}', '/a', 1],
    ['zero', '{"a": 0}', '/a', 0],
    ['a mapping with a key', '{"a": {"b": null}}', '/a', 0],
    ['nothing there', '{}', '/a', 0],
  ])('%s', (_, content, path, score) => {
    expect(scoreText(aCheck('empty', {}, { path }), content).score).toBe(score);
  });
});

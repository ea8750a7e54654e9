import { describe, expect, it } from '@jest/globals';
import { closeSentence, count, inCode, listInCode } from '../../src/text/prose.ts';

describe('closeSentence', () => {
  it.each([
    ['main could not be used', 'Main could not be used.'],
    ["main's config gated nothing: x", "Main's config gated nothing: x."],
    ['Nothing is gated here.', 'Nothing is gated here.'],
    ['is it so?', 'Is it so?'],
    ['', ''],
    ['prompts/a.yml:3 unknown key', 'prompts/a.yml:3 unknown key.'],
    ['a.yml is not read', 'a.yml is not read.'],
    ['`label` measures nothing', '`label` measures nothing.'],
    ['12 rows removed', '12 rows removed.'],
  ])('%j is %j', (clause, sentence) => expect(closeSentence(clause)).toBe(sentence));
});

describe('names in sentences', () => {
  it('stand in backticks that nothing inside can end, on one short line', () => {
    expect(inCode('a `b`\nc')).toBe("`a 'b' c`");
    expect(inCode('x'.repeat(500)).length).toBeLessThan(130);
  });

  it('are listed to a limit', () => expect(listInCode(['a', 'b', 'c'], 2)).toBe('`a`, `b` and 1 more'));
});

it.each([
  [1, '1 case'],
  [0, '0 cases'],
  [2000, '2,000 cases'],
])('%d is counted as %s', (number, text) => expect(count(number, 'case')).toBe(text));

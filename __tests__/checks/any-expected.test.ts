import { describe, expect, it } from '@jest/globals';
import { aCheck, scoreText } from './scoring.ts';

const variables = { expected: ['Lima', 'Callao'] };

describe('a list of texts as the expected answer', () => {
  it.each<[string, string, string, number]>([
    ['equals the first', 'equals', 'Lima', 1],
    ['equals the last', 'equals', 'Callao', 1],
    ['equals none', 'equals', 'Cusco', 0],
    ['equals the list itself, as JSON', 'equals', '["Lima", "Callao"]', 1],
    ['contains one', 'contains', 'It is Callao.', 1],
    ['contains none', 'contains', 'It is Cusco.', 0],
    ['starts with one', 'starts-with', 'Callao it is', 1],
    ['ends with one', 'ends-with', 'It is Lima', 1],
  ])('is met by any of them: %s', (_, type, content, score) => {
    const options = { expected: '{{ expected }}' };
    expect(scoreText(aCheck(type, options), content, variables).score).toBe(score);
    expect(scoreText(aCheck(type, options, { not: true }), content, variables).score).toBe(1 - score);
  });

  it('is itself where a path points to a value', () => {
    const check = aCheck('equals', { expected: '{{ expected }}' }, { path: '/towns' });
    expect(scoreText(check, '{"towns": ["Lima", "Callao"]}', variables).score).toBe(1);
    expect(scoreText(check, '{"towns": "Lima"}', variables).score).toBe(0);
  });

  it('says how many would do where none is met', () => {
    const { reason } = scoreText(aCheck('equals', { expected: '{{ expected }}' }), 'Cusco', variables);
    expect(reason).toBe('is "Cusco", expected "Lima", the nearest of 2 that would do');
  });
});

import { describe, expect, it } from '@jest/globals';
import { aCheck, scoreText } from './scoring.ts';

const fenced = { from: 'fenced' } as const;
const label = '```json\n{"label": "billing"}\n```';

describe('from: fenced', () => {
  it.each([
    ['with a language', label],
    ['without one', '```\n{"label": "billing"}\n```'],
    ['with blanks around it', `\n${label}\n\n`],
    ['of four backticks', '````json\n{"label": "billing"}\n````'],
    ['with other line ends', '```json\r\n{"label": "billing"}\r\n```'],
    ['that is not there', '{"label": "billing"}'],
  ])('takes off a fence %s', (_, content) => {
    const check = aCheck('equals', { expected: 'billing' }, { path: '/label', ...fenced });
    expect(scoreText(check, content)).toEqual({ score: 1, reason: null });
  });

  it.each([
    ['prose before it', `Here you are:\n${label}`],
    ['prose after it', `${label}\nAnything else?`],
    ['two of them', `${label}\n${label}`],
    ['one without an end', '```json\n{"label": "billing"}'],
    ['one inside another', `\`\`\`\n${label}\n\`\`\``],
    ['one on a single line', '```{"label": "billing"}```'],
  ])('guesses nothing of %s', (_, content) => {
    expect(scoreText(aCheck('json', {}, fenced), content).score).toBe(0);
  });

  it('is for texts, too, and turned round', () => {
    expect(scoreText(aCheck('equals', { expected: 'select 1;' }, fenced), '```sql\nselect 1;\n```').score).toBe(1);
    expect(scoreText(aCheck('contains', { expected: 'sql' }, { not: true, ...fenced }), '```sql\n1\n```').score).toBe(
      1,
    );
  });

  it('is named where the fence alone is in the way, and only there', () => {
    const advice = 'from: fenced takes the code fence off';
    expect(scoreText(aCheck('json', {}), label).reason).toContain(advice);
    expect(scoreText(aCheck('equals', { expected: 'yes' }), '```\nyes\n```').reason).toContain(advice);
    expect(scoreText(aCheck('equals', { expected: 'yes' }), '```\nno\n```').reason).not.toContain(advice);
    expect(scoreText(aCheck('json', {}), '```json\n{oops}\n```').reason).not.toContain(advice);
  });
});

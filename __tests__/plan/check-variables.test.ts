import { describe, expect, it } from '@jest/globals';
import { renderProblem } from '../../src/errors.ts';
import { checkPrompt } from '../../src/plan/check-variables.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';
import { casesOf } from './builders.ts';

describe('checkPrompt', () => {
  it('tells of what a template cannot make of a row once, with the first such row', () => {
    const prompt = parsePrompt({ path: 'a.md', text: '---\ntemplate: jinja\n---\n{{ a + 1 }} {{ b }}' });
    const rows = [
      { a: 1, b: 1 },
      { a: 'x', b: 1 },
      { a: 'y', b: 1 },
    ];
    expect(checkPrompt(prompt, casesOf(rows, 'rows.jsonl')).map(renderProblem)).toEqual([
      'a.md {{ a + 1 }} has "+" between text and a number. "~" puts texts together, "| int" makes a number of one. So it is with the row rows.jsonl:2:1.',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { combineOrders, isConsistent, pairwise } from '../../src/judges/pairwise.ts';
import { aJudge, anOutput, filesOf } from './judge-builders.ts';

const judge = pairwise.compile(aJudge({ type: 'pairwise', rubric: 'r.md' }), filesOf({ 'r.md': 'The kinder one.' }));
const subject = {
  first: anOutput({ content: 'FIRST' }),
  second: anOutput({ content: 'SECOND' }),
  variables: { input: 'Hello' },
};

describe('combineOrders', () => {
  it.each([
    ['the candidate wins twice', 0, 1, 1],
    ['the base wins twice', 1, 0, -1],
    ['the first place wins twice', 1, 1, 0],
    ['the second place wins twice', 0, 0, 0],
    ['two ties', 0.5, 0.5, 0],
    ['one win of the candidate and one tie', 0, 0.5, 0.5],
    ['one win of the base and one tie', 0.5, 0, -0.5],
  ])('%s', (_name, baseFirst, candidateFirst, preference) => {
    expect(combineOrders(baseFirst, candidateFirst)).toBe(preference);
  });

  it.each([
    [null, 1],
    [0, null],
    [null, null],
  ])('is unscored without both orders: %s, %s', (baseFirst, candidateFirst) => {
    expect(combineOrders(baseFirst, candidateFirst)).toBeNull();
  });

  it('mirrors when the arms are swapped, and a judge that looks at the place alone decides nothing', () => {
    const score = fc.constantFrom(0, 0.5, 1);
    fc.assert(
      fc.property(score, score, (a, b) => {
        expect((combineOrders(a, b) ?? 9) + (combineOrders(b, a) ?? 9)).toBe(0);
        expect(combineOrders(a, a)).toBe(0);
      }),
    );
  });
});

describe('isConsistent', () => {
  it.each([
    [0, 1, true],
    [1, 0, true],
    [0.5, 0.5, true],
    [1, 1, false],
    [0, 0, false],
    [0.5, 1, false],
  ])('%s then %s: %s', (baseFirst, candidateFirst, consistent) => {
    expect(isConsistent(baseFirst, candidateFirst)).toBe(consistent);
  });
});

describe('a pairwise judge', () => {
  it('shows both answers in their order and says nothing of where they come from', () => {
    const text = JSON.stringify(judge.buildQuestion(subject, 'f00dcafe1234').messages);
    expect(text.indexOf('FIRST')).toBeGreaterThan(-1);
    expect(text.indexOf('FIRST')).toBeLessThan(text.indexOf('SECOND'));
    expect(text).not.toMatch(/baseline|candidate|main branch|pull request/i);
  });

  it.each([
    ['{"verdict":"A","abstain":false,"reason":"x"}', 1],
    ['{"verdict":"B","abstain":false,"reason":"x"}', 0],
    ['{"verdict":"tie","abstain":false,"reason":"x"}', 0.5],
    ['{"verdict":"A","abstain":true,"reason":"cannot tell"}', null],
  ])('reads %s', (reply, score) => {
    expect(judge.parseReply(reply, subject)).toMatchObject({ score, malformed: null });
  });

  it.each(['The first is better.', '{"verdict":"C","abstain":false,"reason":""}', '{"verdict":"A"}', ''])(
    'does not read %j',
    (reply) => {
      expect(judge.parseReply(reply, subject)).toMatchObject({ score: null, malformed: expect.any(String) });
    },
  );
});

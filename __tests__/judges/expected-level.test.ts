import { describe, expect, it } from '@jest/globals';
import { expectedLevel } from '../../src/judges/expected-level.ts';
import type { TokenChoice } from '../../src/ports.ts';

const token = (text: string, ...alternatives: readonly (readonly [string, number])[]): TokenChoice => ({
  token: text,
  alternatives: alternatives.map(([one, probability]) => ({ token: one, logprob: Math.log(probability) })),
});
const before = [token('{"'), token('score'), token('":'), token(' ')];

describe('expectedLevel', () => {
  it('is the mean of the distribution, scaled to the five digits', () => {
    const tokens = [...before, token('4', ['4', 0.5], ['5', 0.25], ['none', 0.25]), token(',')];
    expect(expectedLevel(tokens)).toBeCloseTo((4 * 0.5 + 5 * 0.25) / 0.75, 12);
  });

  it('looks at the score alone, not at digits before it', () => {
    const tokens = [token('{"reason": "'), token('1', ['1', 1]), token('", "score":'), token(' 5', [' 5', 1])];
    expect(expectedLevel(tokens)).toBe(5);
  });

  it('is that of the form, not of the reasoning before it', () => {
    const [draft, form] = [token('1', ['1', 1]), token('4', ['4', 1])];
    expect(expectedLevel([token('<think>'), ...before, draft, token('}</think>'), ...before, form])).toBe(4);
  });

  it.each([
    ['no tokens', []],
    ['no digit after the key', [...before, token('"four"', ['"four"', 1])]],
    ['no digit among the alternatives', [...before, token('4', ['x', 1])]],
    ['a score in one token with the rest', [token('{"score": 4, "abstain": false}', ['4', 1])]],
  ])('is null for %s', (_name, tokens) => {
    expect(expectedLevel(tokens)).toBeNull();
  });
});

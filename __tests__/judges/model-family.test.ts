import { describe, expect, it } from '@jest/globals';
import { familyOf, warnSameFamily } from '../../src/judges/model-family.ts';

describe('familyOf', () => {
  it.each([
    ['openai/some-model', 'openai'],
    ['o3-mini', 'openai'],
    ['claude-x', 'anthropic'],
    ['google/gemma-2', 'google'],
    ['meta-llama/llama-3', 'meta'],
    ['in-house-7b', null],
    ['octo-1', null],
  ])('%s: %s', (model, family) => {
    expect(familyOf(model)).toBe(family);
  });
});

describe('warnSameFamily', () => {
  it('warns of one family, whatever the way the ids are written', () => {
    expect(warnSameFamily('openai/gpt-x', 'gpt-y')).toContain('same family (openai)');
  });

  it.each([
    ['claude-x', 'gpt-y'],
    ['in-house-7b', 'in-house-7b'],
  ])('says nothing of %s and %s', (judge, model) => {
    expect(warnSameFamily(judge, model)).toBeNull();
  });
});

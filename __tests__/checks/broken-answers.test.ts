import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../src/checks/registry.ts';
import type { CheckConfig } from '../../src/config/config.ts';
import type { JsonObject } from '../../src/json.ts';
import type { Output } from '../../src/ports.ts';
import { anOutput } from '../helpers/builders.ts';
import { aCheck } from './scoring.ts';

const broken: readonly (readonly [string, Output])[] = [
  ['empty', anOutput('')],
  ['blank', anOutput(' \n')],
  ['refused', anOutput('', { refusal: "I can't help with that." })],
  ['stopped by a filter', anOutput('So', { finishReason: 'content_filter' })],
  ['cut off', anOutput('So we', { finishReason: 'length' })],
];

function score(output: Output, type: string, options: JsonObject, more: Partial<CheckConfig> = {}) {
  return compileCheck(aCheck(type, options, more), new Map()).score({ output, variables: {} });
}

describe.each(broken)('an answer that is %s', (_, output) => {
  it.each<[string, string, JsonObject, Partial<CheckConfig>]>([
    ['a forbidden word', 'regex', { pattern: 'sorry' }, { not: true }],
    ['a forbidden text', 'contains', { expected: 'sorry' }, { not: true }],
    ['another label', 'equals', { expected: 'spam' }, { not: true }],
    ['no JSON', 'json', {}, { not: true }],
    ['a largest length', 'length', { max: 280 }, {}],
    ['a largest number of words', 'words', { max: 280 }, {}],
    ['texts that are forbidden', 'none-of', { values: ['sorry'] }, {}],
    ['a list of nothing that is forbidden', 'none-of', { values: [' '] }, {}],
    ['no other links', 'urls', { hosts: [] }, {}],
    ['no personal data', 'personal-data', {}, {}],
    ['no refusal', 'refusal', {}, { not: true }],
    ['no silence', 'empty', {}, { not: true }],
    ['a range of lengths', 'length', { min: 1, max: 280 }, {}],
    ['a pattern that nothing meets', 'regex', { pattern: '^[^<>]*$' }, {}],
  ])('does not pass for not saying something: %s', (_name, type, options, more) => {
    expect(score(output, type, options, more).score).toBe(0);
    expect(score(output, type, options, more).reason).toMatch(/empty|refused|filter|cut off/);
    expect(score(anOutput('a whole answer'), type, options, more).score).toBe(1);
  });

  it('is the worst there is where lower is better', () => {
    const rare = { direction: 'lower' } as const;
    expect(score(output, 'contains', { expected: 'sorry' }, rare).score).toBe(1);
    expect(score(anOutput('a whole answer'), 'contains', { expected: 'sorry' }, rare).score).toBe(0);
  });
});

describe('a broken answer', () => {
  it('is looked at for what it says', () => {
    const cut = anOutput('Dear Eva, we', { finishReason: 'length' });
    expect(score(cut, 'starts-with', { expected: 'Dear' })).toEqual({ score: 1, reason: null });
    expect(score(cut, 'ends-with', { expected: '.' }).reason).toBe(
      'the answer was cut off at its token limit; does not end with "."',
    );
  });

  it('may be the empty one that a row expects, but no refusal and none that the limit forestalled', () => {
    expect(score(anOutput(''), 'equals', { expected: '' }).score).toBe(1);
    expect(score(anOutput('', { refusal: 'No.' }), 'equals', { expected: '' })).toEqual({
      score: 0,
      reason: 'the model refused: "No."',
    });
    expect(score(anOutput('', { finishReason: 'length' }), 'one-of', { values: [''] }).score).toBe(0);
  });

  it('is none that calls a tool', () => {
    const call = anOutput('', { toolCalls: [{ name: 'refund', arguments: {} }], finishReason: 'tool_calls' });
    expect(score(call, 'contains', { expected: 'sorry' }, { not: true }).score).toBe(1);
    expect(score(call, 'length', { max: 280 }).score).toBe(1);
  });

  it('leaves nothing to read the best of where lower is better', () => {
    const rare = { path: '/flagged', direction: 'lower' } as const;
    expect(score(anOutput('no JSON'), 'equals', { expected: true }, rare)).toEqual({
      score: 1,
      reason: 'the output is not JSON',
    });
  });
});

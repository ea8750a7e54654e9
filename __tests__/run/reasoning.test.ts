import { describe, expect, it } from '@jest/globals';
import { dropReasoning } from '../../src/run/reasoning.ts';
import { anOutput } from '../helpers/builders.ts';
import { answered, rejected } from '../helpers/fake-ports.ts';

function contentOf(content: string) {
  const result = dropReasoning(answered(content));
  if (result.status !== 'answered') throw new Error('an answer stays one');
  return { content: result.output.content, dropped: result.reasoningDropped === true };
}

describe('an answer', () => {
  it.each([
    ['<think>refund?</think>{"a": 1}', '{"a": 1}'],
    ['\n<think>\nhm\n</think>\n\nYes.', 'Yes.'],
    ['<thinking>a</thinking>b', 'b'],
    ['<reasoning>a</think>b</reasoning>c', 'c'],
    ['<think></think>\n\nYes.\n', 'Yes.\n'],
    ['<think>a</think><think>b</think>c', '<think>b</think>c'],
    ['<think>never ends', ''],
  ])('goes without the reasoning it begins with: %j', (content, rest) => {
    expect(contentOf(content)).toEqual({ content: rest, dropped: true });
  });

  it.each(['Yes.', 'Yes <think>a</think>', 'a</think>b', '<thought>a</thought>b', '< think>a</think>', ''])(
    'is whole otherwise: %j',
    (content) => {
      expect(contentOf(content)).toEqual({ content, dropped: false });
    },
  );

  it('loses that of every step of an assistant, and of no one else', () => {
    const step = (role: 'assistant' | 'tool', content: string) => ({ role, content });
    const trajectory = [
      { ...step('assistant', '<think>a</think>b'), parts: [{ type: 'text' as const, text: '<think>a</think>b' }] },
      step('tool', '<think>c</think>'),
      step('assistant', 'd'),
    ];
    const result = dropReasoning(answered('d', { output: anOutput('d', { trajectory }) }));
    expect(result).toMatchObject({
      output: {
        content: 'd',
        trajectory: [step('assistant', 'b'), step('tool', '<think>c</think>'), step('assistant', 'd')],
      },
      reasoningDropped: true,
    });
    expect(JSON.stringify(result)).not.toContain('<think>a');
    const plain = answered('d', { output: anOutput('d', { trajectory: trajectory.slice(1) }) });
    expect(dropReasoning(plain)).toBe(plain);
  });

  it('loses one block, however often it is read', () => {
    const once = dropReasoning(answered('<think>a</think><think>b</think>c'));
    expect(dropReasoning(once)).toEqual(once);
    expect(dropReasoning(rejected(400, 'no'))).toEqual(rejected(400, 'no'));
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../src/json.ts';
import { readAnswer } from '../../src/outputs/answer.ts';
import { findBreak } from '../../src/run/broken-answer.ts';

function read(value: Json) {
  const problems: string[] = [];
  return { output: readAnswer(value, (message) => problems.push(message)), problems };
}

const asked = { role: 'assistant', tool_calls: [{ id: '1', function: { name: 'find', arguments: '{"a":1}' } }] };
const told = { role: 'tool', tool_call_id: '1', content: 'found' };

describe('readAnswer', () => {
  it.each([
    ['cut off at its limit', { finish_reason: 'length' }, 'truncated'],
    ['taken by a filter', { finish_reason: 'content_filter' }, 'refused'],
    ['refused', { refusal: 'I cannot.' }, 'refused'],
    ['whole', { finish_reason: 'stop', refusal: null }, null],
  ])('knows an answer that is %s, alone and after steps', (_, end, broken) => {
    const message = { role: 'assistant', content: 'It is', ...end };
    for (const value of [message, [asked, told, message]]) {
      const { output } = read(value);
      expect(output?.content).toBe('It is');
      expect(output === null ? 'no output' : findBreak(output)).toBe(broken);
    }
  });

  it('has no answer where the last step is a tool', () => {
    expect(read([asked, told]).output).toMatchObject({
      content: '',
      toolCalls: [],
      trajectory: [{}, { content: 'found' }],
    });
  });

  it.each([
    ['null', null, '"output" is null.'],
    ['no messages', [], '"output" is a list of 0 messages.'],
    ['too many messages', Array.from({ length: 1001 }, () => told), '"output" is a list of 1001 messages.'],
    ['a message without a role', [{ content: 'a' }], 'message 1 of "output": it has no role.'],
    ['an unknown role', [told, { role: 'robot' }], 'message 2 of "output": it has the unknown role "robot".'],
    ['calls that are none', { tool_calls: [{ id: '1' }] }, 'its tool calls cannot be read.'],
    ['content that is none', { content: { a: 1 } }, 'its "content" is neither text nor a list of text parts.'],
    ['an end in an error', { content: 'a', finish_reason: 'error' }, 'its "finish_reason" is "error".'],
    [
      'steps that end in an error',
      [asked, { role: 'assistant', content: 'a', finish_reason: 'error' }],
      'its "finish_reason" is "error".',
    ],
  ])('says what is wrong: %s', (_, value, message) => {
    expect(read(value)).toEqual({ output: null, problems: [message] });
  });
});

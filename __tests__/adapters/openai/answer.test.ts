import { describe, expect, it } from '@jest/globals';
import { parseChatAnswer, parseResponsesAnswer } from '../../../src/adapters/openai/answer.ts';
import type { JsonObject } from '../../../src/json.ts';

function aCompletion(message: JsonObject, usage: JsonObject = {}): JsonObject {
  return { choices: [{ message, finish_reason: 'stop' }], usage };
}

describe('a chat completion', () => {
  it('leaves reasoning text behind and counts its tokens', () => {
    const message = { content: 'Paris', reasoning_content: 'hmm', reasoning: 'hmm' };
    const usage = {
      prompt_tokens: 10,
      completion_tokens: 30,
      total_tokens: 40,
      prompt_tokens_details: { cached_tokens: 8 },
      completion_tokens_details: { reasoning_tokens: 25 },
    };
    const answer = parseChatAnswer(aCompletion(message, usage));
    expect(JSON.stringify(answer)).not.toContain('hmm');
    expect(answer?.usage).toEqual({ inputTokens: 10, cachedInputTokens: 8, outputTokens: 30, reasoningTokens: 25 });
  });

  it('keeps every digit of an argument', () => {
    const call = { function: { name: 'refund', arguments: '{"order": 2512292042121000001}' } };
    const { toolCalls } = parseChatAnswer(aCompletion({ content: null, tool_calls: [call] }))?.output ?? {};
    expect(toolCalls).toEqual([{ name: 'refund', arguments: { order: 2512292042121000001n } }]);
  });

  it('takes the text out of content in parts', () => {
    const content = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'hmm' }] },
      { type: 'text', text: 'Par' },
      { type: 'text', text: 'is' },
    ];
    expect(parseChatAnswer(aCompletion({ content }))?.output.content).toBe('Paris');
  });

  it('bills reasoning that only the total counts', () => {
    const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 115 };
    expect(parseChatAnswer(aCompletion({ content: '' }, usage))?.usage?.outputTokens).toBe(105);
  });

  it.each([
    [{ prompt_tokens: '10', completion_tokens: 5 }],
    [{ prompt_tokens: -1, completion_tokens: 5 }],
    [{ completion_tokens: 5 }],
    [{ prompt_tokens: 1e300, completion_tokens: 5 }],
  ])('has unknown usage, not zero, for %j', (usage) => {
    expect(parseChatAnswer(aCompletion({ content: '' }, usage))?.usage).toBeNull();
  });

  it.each([[{}], [{ choices: [] }], [{ choices: [null] }], [{ choices: [{ finish_reason: 'stop' }] }]])(
    'is none in %j',
    (body) => {
      expect(parseChatAnswer(body)).toBeNull();
    },
  );
});

describe('an answer of the Responses API', () => {
  it('joins its texts, leaves reasoning behind and reads tool calls', () => {
    const answer = parseResponsesAnswer({
      status: 'completed',
      output: [
        { type: 'reasoning', summary: [{ type: 'summary_text', text: 'hmm' }] },
        {
          type: 'message',
          content: [
            { type: 'output_text', text: 'Par' },
            { type: 'output_text', text: 'is' },
          ],
        },
        { type: 'function_call', name: 'find', arguments: '{"q":1}' },
      ],
      usage: { input_tokens: 3, output_tokens: 9, output_tokens_details: { reasoning_tokens: 7 } },
    });
    expect(answer?.output).toEqual({
      content: 'Paris',
      toolCalls: [{ name: 'find', arguments: { q: 1 } }],
      refusal: null,
      finishReason: 'tool_calls',
    });
    expect(answer?.usage).toEqual({ inputTokens: 3, cachedInputTokens: 0, outputTokens: 9, reasoningTokens: 7 });
  });

  it('stands as an answer when it was cut before any text', () => {
    const body = { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' }, output: [] };
    expect(parseResponsesAnswer(body)?.output).toMatchObject({ content: '', finishReason: 'length' });
  });

  it.each(['failed', 'in_progress', 'queued', 'cancelled'])('is none while %s', (status) => {
    expect(parseResponsesAnswer({ status, output: [] })).toBeNull();
  });
});

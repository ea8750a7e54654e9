import { describe, expect, it } from '@jest/globals';
import { problemsOf, readFixture, readText } from './read-text.ts';

const sample = {
  id: 'r-1',
  epoch: 1,
  input: 'Refund A-1',
  messages: [
    { role: 'user', content: 'Refund A-1', source: 'input' },
    { role: 'assistant', content: 'Done.', source: 'generate' },
  ],
  output: { model: 'm', choices: [{ stop_reason: 'stop' }], completion: 'Done.' },
  scores: {},
};

function logOf(...samples: readonly object[]): string {
  return JSON.stringify({ version: 2, status: 'success', eval: {}, samples });
}

function outputOf(changes: object) {
  const [first] = readText(logOf({ ...sample, ...changes })).outputs;
  if (first?.result.status !== 'answered') return first?.result;
  return { ...first.result.output, steps: first.result.output.trajectory?.length ?? 0 };
}

describe('an Inspect log', () => {
  it('keeps the steps, with the calls and errors of tools, scores, tokens, the commit and the question', () => {
    const [, refused] = readFixture('inspect.json').outputs;
    expect(refused).toMatchObject({
      commit: '4f2a9c1',
      line: 177,
      messages: [{ role: 'user', content: 'Refund A-9' }],
      result: {
        model: 'mockllm/model',
        usage: { inputTokens: 40, outputTokens: 10 },
        latencyMs: 15,
        output: {
          toolCalls: [],
          scores: { includes: 0, brevity: 0.75 },
          trajectory: [
            { role: 'assistant', toolCalls: [{ name: 'refund', arguments: '{"order":"A-9","amount":12.5}' }] },
            { role: 'tool', content: 'no such order', failed: true },
            { role: 'assistant', content: 'There is no such order.' },
          ],
        },
      },
    });
  });

  it.each([
    ['one answer alone', {}, { content: 'Done.', steps: 0 }],
    ['an output that no message says', { output: { completion: 'Else.' } }, { content: 'Else.' }],
    ['no message at all', { messages: [], output: { completion: 'Bare.' } }, { content: 'Bare.' }],
    [
      'a limit that was met after a tool',
      {
        messages: [
          { role: 'user', content: 'x', source: 'input' },
          { role: 'assistant', content: 'I look.', tool_calls: [{ id: '1', function: 'look', arguments: {} }] },
          { role: 'tool', content: 'found', tool_call_id: '1' },
        ],
        output: { completion: 'I look.' },
      },
      { content: '', toolCalls: [] },
    ],
    [
      'messages that name no source',
      {
        messages: [
          { role: 'system', content: 's' },
          { role: 'user', content: 'u' },
          { role: 'assistant', content: 'Done.' },
        ],
      },
      { content: 'Done.', steps: 0 },
    ],
    [
      'parts, of which reasoning is left behind',
      {
        messages: [
          { role: 'user', content: 'x', source: 'input' },
          {
            role: 'assistant',
            content: [
              { type: 'reasoning', reasoning: 'hm' },
              { type: 'text', text: 'Done.' },
              { type: 'image', image: 'data:' },
            ],
          },
        ],
        output: { completion: '' },
      },
      { content: 'Done.[image]' },
    ],
    [
      'an answer that was cut',
      { output: { completion: 'Done.', choices: [{ stop_reason: 'max_tokens' }] } },
      { finishReason: 'length' },
    ],
    [
      'an answer that a filter took',
      { output: { completion: '', choices: [{ stop_reason: 'content_filter' }] } },
      { finishReason: 'content_filter' },
    ],
    [
      'a sample that broke',
      { error: { message: 'no endpoint', traceback: '…' } },
      { status: 'unavailable', reason: 'no endpoint' },
    ],
  ])('is read where there is %s', (_, changes, expected) => {
    expect(outputOf(changes)).toMatchObject(expected);
  });

  it.each([
    ['correct', 'C', { s: 1 }],
    ['partly', 'P', { s: 0.5 }],
    ['incorrect', 'I', { s: 0 }],
    ['no answer', 'N', { s: 0 }],
    ['a word', 'Yes', { s: 1 }],
    ['a boolean', false, { s: 0 }],
    ['a number in a text', '0.25', { s: 0.25 }],
    ['several values', { a: 0.5, b: 'C' }, { 's.a': 0.5, 's.b': 1 }],
    ['none', null, {}],
  ])('has scores from 0 to 1: %s', (_, value, scores) => {
    expect(outputOf({ scores: { s: { value } } })).toMatchObject({ scores });
  });

  it('counts the tokens that came from a cache among those of the input', () => {
    const usage = {
      input_tokens: 10,
      input_tokens_cache_read: 90,
      input_tokens_cache_write: 5,
      output_tokens: 7,
      total_cost: 0.002,
    };
    const [output] = readText(logOf({ ...sample, model_usage: { a: usage, b: usage } })).outputs;
    expect(output).toMatchObject({
      costMicroUsd: 4000,
      result: { usage: { inputTokens: 210, cachedInputTokens: 180, outputTokens: 14 } },
    });
  });

  it.each([
    ['no id', { id: null }, '"samples[0]": does not say which row it answers.'],
    ['an epoch of 0', { epoch: 0 }, '"samples[0]": "epoch" is no number from 1 on.'],
    ['a score in words', { scores: { s: { value: 'excellent' } } }, '"samples[0]": the score "s" is "excellent".'],
    ['a score beyond 1', { scores: { s: { value: 3 } } }, '"samples[0]": the score "s" is 3.'],
    ['messages that are no list', { messages: 'x' }, '"samples[0]": "messages" is no list.'],
    [
      'calls that are no list',
      { messages: [{ role: 'assistant', content: 'a', tool_calls: { 0: 1 } }] },
      '"samples[0]": message 1 of "output": its tool calls cannot be read.',
    ],
    [
      'an answer that ended in an error',
      { output: { completion: 'Done.', choices: [{ stop_reason: 'error' }] } },
      '"samples[0]": its "finish_reason" is "error".',
    ],
    ['scores that are no mapping', { scores: 'C' }, '"samples[0]": "scores" is no object.'],
    ['a list of scores', { scores: { s: { value: [1] } } }, '"samples[0]": the score "s" is [1].'],
    [
      'a turn without a role',
      { messages: [{ role: 'user', source: 'input' }, 3, 4] },
      '"samples[0]": message 1 of "output": it has no role.',
    ],
  ])('says what is wrong: %s', (_, changes, message) => {
    expect(problemsOf(logOf({ ...sample, ...changes }))[0]).toMatchObject({ line: 1, message });
  });

  it.each([
    [
      'has the header alone',
      '{"version": 2, "status": "success", "eval": {}}',
      'has no list "samples".',
      'inspect log dump',
    ],
    [
      'scored with NaN',
      logOf(sample).replace('"scores":{}', '"scores":{"s":{"value":NaN}}'),
      'is not valid JSON here.',
      'JSON has no NaN',
    ],
  ])('says what to do where it %s', (_, text, message, hint) => {
    const [problem] = problemsOf(text);
    expect(problem?.message).toBe(message);
    expect(problem?.hint).toContain(hint);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/errors.ts';
import { isOwnLine, readOwnLine } from '../../src/outputs/own-lines.ts';

/** Reads one line, the 7th of its file. */
function read(line: object | string, isOpen?: true) {
  const problems: Problem[] = [];
  const text = typeof line === 'string' ? line : JSON.stringify(line);
  const output = readOwnLine({ number: 7, text, ...(isOpen && { isOpen }) }, 'out.jsonl', problems);
  return { output, told: problems.map(({ path, line: at, message, hint }) => `${path}:${at} ${message} ${hint}`) };
}

const plain = { toolCalls: [], refusal: null, finishReason: 'stop' };
const refund = { id: 'a', type: 'function', function: { name: 'refund', arguments: '{"order": 7}' } };

describe('a line of outputs', () => {
  it.each([
    ['a text', 'yes', { ...plain, content: 'yes' }],
    ['a message', { role: 'assistant', content: 'yes' }, { ...plain, content: 'yes' }],
    [
      'parts of a message',
      {
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
      { ...plain, content: 'ab' },
    ],
    [
      'a message that calls a tool',
      { content: null, tool_calls: [refund] },
      { ...plain, content: '', toolCalls: [{ name: 'refund', arguments: { order: 7 } }], finishReason: 'tool_calls' },
    ],
    [
      'what outputs.jsonl of a run holds',
      {
        content: '',
        toolCalls: [{ name: 'refund', arguments: { order: 7 } }],
        refusal: null,
        finishReason: 'tool_calls',
      },
      { ...plain, content: '', toolCalls: [{ name: 'refund', arguments: { order: 7 } }], finishReason: 'tool_calls' },
    ],
    [
      'arguments that are no JSON',
      { tool_calls: [{ function: { name: 'f', arguments: '{' } }] },
      { ...plain, content: '', toolCalls: [{ name: 'f', arguments: '{' }], finishReason: 'tool_calls' },
    ],
    ['a refusal', { content: '', refusal: 'No.' }, { ...plain, content: '', refusal: 'No.' }],
    [
      'an answer that was cut off',
      { content: 'ye', finish_reason: 'length' },
      { ...plain, content: 'ye', finishReason: 'length' },
    ],
    [
      'what an agent went through',
      [
        { role: 'assistant', content: null, tool_calls: [refund] },
        { role: 'tool', tool_call_id: 'a', content: 'down', is_error: true },
        { role: 'assistant', content: 'done' },
      ],
      {
        ...plain,
        content: 'done',
        trajectory: [
          { role: 'assistant', content: '', toolCalls: [{ id: 'a', name: 'refund', arguments: '{"order": 7}' }] },
          { role: 'tool', content: 'down', toolCallId: 'a', failed: true },
          { role: 'assistant', content: 'done' },
        ],
      },
    ],
    [
      'an agent that gave no answer',
      [{ role: 'tool', content: 'x' }],
      { ...plain, content: '', trajectory: [{ role: 'tool', content: 'x' }] },
    ],
  ])('reads %s', (_name, output, expected) => {
    const { output: found, told } = read({ case: 'a', output });
    expect(told).toEqual([]);
    expect(found?.result).toMatchObject({ status: 'answered', output: expected });
  });

  it('reads all that a line may say', () => {
    const { output, told } = read({
      ...{ suite: 's', prompt: 'p', case: 7, sample: 3, output: 'yes', model: 'm', latencyMs: 12.5, costUsd: 0.0021 },
      ...{ tokens: { input: 10, output: 2 }, commit: 'abcdef1', scores: { good: 0.5 }, note: 'free' },
      messages: [{ role: 'user', content: 'Really?' }],
    });
    expect(told).toEqual([]);
    expect(output).toEqual({
      ...{ suite: 's', prompt: 'p', case: '7', sample: 3, commit: 'abcdef1', costMicroUsd: 2100, line: 7 },
      messages: [{ role: 'user', content: 'Really?' }],
      result: {
        status: 'answered',
        output: { ...plain, content: 'yes', scores: { good: 0.5 } },
        usage: { inputTokens: 10, cachedInputTokens: 0, outputTokens: 2, reasoningTokens: 0 },
        ...{ model: 'm', fingerprint: null, latencyMs: 12.5, attempts: 1 },
      },
    });
  });

  it.each([
    ['with a reason', 'timed out', 'timed out'],
    ['without one', true, 'the application failed'],
    ['with a blank', ' ', 'the application failed'],
  ])('knows an application that failed, %s', (_name, error, reason) => {
    expect(read({ case: 'a', error }).output?.result).toMatchObject({ status: 'unavailable', reason });
  });

  it('takes an empty error for none', () => {
    expect(read({ case: 'a', error: '', output: 'yes' }).output?.result).toMatchObject({ status: 'answered' });
    expect(read({ case: 'a', error: '' }).told[0]).toContain('"output" is missing.');
  });

  it.each([
    ['a whole one', '{"output": "x", "case": "a"}', true],
    ['one with a mistake', '{"case": "a", "ouput": "x"}', true],
    ['one with what is no JSON', '{"case": "a", "output": "x", "scores": {"good": NaN}}', true],
    ['half of one', '{"case": "a", "outp', true],
    ["a span of another tool's", '{"span_id": "1", "output": "x"}', false],
    ['the begin of a document', '{', false],
    ['XML', '<testsuite>', false],
  ])('is known: %s', (_name, text, expected) => {
    expect(isOwnLine(text)).toBe(expected);
  });

  it.each([
    ['no JSON', '{', 'out.jsonl:7 is not a JSON object.'],
    ['a list', '[]', 'is not a JSON object.'],
    ['no case', { output: 'x' }, '"case" is missing, or no id.'],
    ['an empty case', { case: '', output: 'x' }, '"case" is missing, or no id.'],
    ['no output', { case: 'a' }, '"output" is missing.'],
    ['null as output', { case: 'a', output: null }, '"output" is null.'],
    ['no messages', { case: 'a', output: [] }, '"output" is a list of 0 messages.'],
    ['a message without a role', { case: 'a', output: [{ content: 'x' }] }, 'message 1 of "output": it has no role.'],
    ['an unknown role', { case: 'a', output: [{ role: 'bot', content: 'x' }] }, 'the unknown role "bot"'],
    ['a call without a name', { case: 'a', output: { tool_calls: [{}] } }, 'its tool calls cannot be read.'],
    [
      'an image in an answer',
      { case: 'a', output: { content: [{ type: 'image' }] } },
      'neither text nor a list of text parts',
    ],
    [
      'an answer that ended in an error',
      { case: 'a', output: { content: 'x', finish_reason: 'error' } },
      'its "finish_reason" is "error"',
    ],
    ['a negative sample', { case: 'a', sample: -1, output: 'x' }, '"sample" is no index.'],
    ['a sample that is no index', { case: 'a', sample: 1e9, output: 'x' }, '"sample" is no index.'],
    ['a negative cost', { case: 'a', costUsd: -1, output: 'x' }, '"costUsd" is no amount.'],
    ['tokens that are no counts', { case: 'a', tokens: { input: 'x' }, output: 'x' }, '"tokens" are no counts.'],
    ['a score that is a text', { case: 'a', scores: { good: 'yes' }, output: 'x' }, '"scores" are not all numbers'],
    ['a commit that is a number', { case: 'a', commit: 7, output: 'x' }, '"commit" is no text.'],
    ['messages without a role', { case: 'a', messages: [{}], output: 'x' }, '"messages[0].role" is missing.'],
    ['a name that is nearly one', { case: 'a', outptu: 'x', output: 'x', smaple: 1 }, 'Did you mean "sample"?'],
  ])('refuses %s', (_name, line, expected) => {
    const { output, told } = read(line);
    expect(output).toBeNull();
    expect(told.join('\n')).toContain(expected);
  });

  it('tells a file that was cut off from a mistake', () => {
    expect(read('{"case": "a", "out', true).told.join()).toContain('half a line');
    expect(read('{"case": "a", "out').told.join()).toContain('is not a JSON object');
  });
});

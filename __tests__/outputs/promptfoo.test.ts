import { describe, expect, it } from '@jest/globals';
import { briefly, problemsOf, readFixture, readText } from './read-text.ts';

const run = {
  promptIdx: 0,
  metadata: { case: 't-1' },
  vars: { ticket: 'x' },
  testCase: { description: 'first' },
  success: true,
  score: 1,
  latencyMs: 12,
  response: { output: 'yes' },
};

function fileOf(...runs: readonly object[]): string {
  return JSON.stringify({ evalId: 'e', results: { version: 3, results: runs } });
}

describe('promptfoo results', () => {
  it('keep calls of tools, scores, tokens, costs and refusals', () => {
    const [answer, , call, , failure, , refusal] = readFixture('promptfoo.json').outputs;
    expect(answer).toMatchObject({
      costMicroUsd: 120,
      result: {
        output: { scores: { passed: 1, score: 0.75, 'names-refund': 1 } },
        usage: { inputTokens: 20, outputTokens: 6 },
        latencyMs: 4,
      },
    });
    expect(call?.result).toMatchObject({
      output: {
        content: '',
        toolCalls: [{ name: 'lookup_order', arguments: { order: 'A-1' } }],
        finishReason: 'tool_calls',
        scores: { passed: 0 },
      },
    });
    expect(failure?.result).toMatchObject({ status: 'unavailable', reason: 'HTTP 503: overloaded' });
    expect(refusal?.result).toMatchObject({ output: { refusal: 'I cannot help with that.' } });
  });

  it.each([
    ['the case in its metadata', {}, 't-1'],
    ['the variable id', { metadata: {}, vars: { id: 7 } }, '7'],
    ['the description', { metadata: null }, 'first'],
  ])('are known by %s', (_, changes, id) => {
    expect(readText(fileOf({ ...run, ...changes })).outputs[0]?.case).toBe(id);
  });

  it.each([
    ['a text', 'plain', { content: 'plain', toolCalls: [] }],
    ['a number', 5, { content: '5' }],
    ['any JSON', { label: 'refund' }, { content: '{"label":"refund"}' }],
    ['an empty list', [], { content: '[]' }],
    [
      'calls alone',
      [{ type: 'function', function: { name: 'f', arguments: '{}' } }],
      { toolCalls: [{ name: 'f', arguments: {} }] },
    ],
    [
      'messages',
      [
        { role: 'assistant', content: 'a' },
        { role: 'assistant', content: 'b' },
      ],
      { content: 'b' },
    ],
    ['a text that looks like a verdict', '{"verdict": "pass"}', { content: '{"verdict": "pass"}' }],
  ])('take an output of %s as it is', (_, output, expected) => {
    expect(readText(fileOf({ ...run, response: { output } })).outputs[0]?.result).toMatchObject({ output: expected });
  });

  it.each([
    ['no output', { response: {} }, 'there is no output'],
    ['no response', { response: null, error: 'timed out' }, 'timed out'],
    ['an error that is an object', { response: { error: { code: 1 } } }, '{"code":1}'],
    ['a finish that was an error', { response: { output: 'ha', finishReason: 'error' } }, 'there is no output'],
    ['an error beside an output', { failureReason: 2, error: 'broke off' }, 'broke off'],
  ])('know a run without an answer: %s', (_, changes, reason) => {
    expect(readText(fileOf({ ...run, ...changes })).outputs[0]?.result).toMatchObject({
      status: 'unavailable',
      reason,
    });
  });

  it('do not take a failed assertion for an error', () => {
    const text = fileOf({
      ...run,
      failureReason: 1,
      error: 'Expected output to contain "x"',
      success: false,
      score: 0,
    });
    expect(briefly(readText(text))).toEqual(['t-1/? yes']);
  });

  it.each([
    ['no id', { metadata: {}, testCase: {} }, '"results.results[0]": does not say which row it answers.'],
    ['an id that is a list', { metadata: { case: ['a'] } }, '"results.results[0]": has an id that is no text.'],
    ['a score beyond 1', { score: 7 }, '"results.results[0]": the score "score" is 7.'],
    ['a score below 0', { namedScores: { m: -0.1 } }, '"results.results[0]": the score "m" is -0.1.'],
    ['a score in words', { namedScores: { m: 'pass' } }, '"results.results[0]": the score "m" is "pass".'],
    [
      'a name of its own verdict',
      { namedScores: { passed: 1 } },
      '"results.results[0]": the score "passed" is given twice.',
    ],
    ['a negative time', { latencyMs: -1 }, '"results.results[0]": "latencyMs" is no number of 0 or more.'],
    [
      'a cost in words',
      { response: { output: 'a', cost: '1' } },
      '"results.results[0]": "response.cost" is no number of 0 or more.',
    ],
    [
      'a message that cannot be read',
      { response: { output: { tool_calls: 3 } } },
      '"results.results[0]": its tool calls cannot be read.',
    ],
  ])('say what is wrong: %s', (_, changes, message) => {
    expect(problemsOf(fileOf({ ...run, ...changes })).map((problem) => problem.message)).toEqual([message]);
  });

  it.each([
    ['a list is lacking', '{"evalId": "e", "results": {"results": {}}}', 'has no list "results.results".'],
    ['an entry is no object', fileOf(3 as unknown as object), '"results.results[0]": is not an object.'],
    ['there are two providers', fileOf(run, { ...run, promptIdx: 1 }), 'holds the outputs of 2 prompts and providers.'],
    ['the file is cut off', fileOf(run).slice(0, -9), 'is not valid JSON here.'],
  ])('say what is wrong where %s', (_, text, message) => {
    expect(problemsOf(text)[0]?.message).toBe(message);
  });

  it('take __proto__ for a name like any other', () => {
    const text = fileOf(run).replace('"vars":{', '"namedScores":{"__proto__":0.5},"vars":{"__proto__":{"id":"x"},');
    const [output] = readText(text).outputs;
    expect(output?.case).toBe('t-1');
    const scores = output?.result.status === 'answered' ? (output.result.output.scores ?? {}) : {};
    expect(Object.entries(scores)).toContainEqual(['__proto__', 0.5]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { problemsOf, readFixture, readText } from './read-text.ts';

const test = { name: 't-1', input: 'Where?', actualOutput: 'There.', success: true, metricsData: [] };

function runOf(...tests: readonly object[]): string {
  return `{"testCases": [\n${tests.map((one) => JSON.stringify(one)).join(',\n')}\n]}`;
}

describe('a DeepEval test run', () => {
  it('keeps the tools in their order, scores, costs and the question', () => {
    expect(readFixture('deepeval.json').outputs[0]).toMatchObject({
      case: 't-1',
      line: 3,
      costMicroUsd: 1200,
      messages: [{ role: 'user', content: 'Where is my refund?' }],
      result: {
        latencyMs: 800,
        output: {
          scores: { passed: 1, 'Names the refund': 1 },
          trajectory: [
            { role: 'assistant', toolCalls: [{ name: 'lookup_order', arguments: '{"order":"A-1"}' }] },
            { role: 'tool', content: 'paid back' },
            { role: 'assistant', content: 'Your refund is on its way.' },
          ],
        },
      },
    });
  });

  it('reads a case of its metadata, tokens, a metric that failed to score, and no output', () => {
    const [first, second] = readText(
      runOf(
        {
          ...test,
          metadata: { case: 'row-9' },
          inputTokenCount: 12,
          outputTokenCount: 3,
          metricsData: [{ name: 'M', score: null, error: 'no endpoint' }],
        },
        { ...test, actualOutput: null },
      ),
    ).outputs;
    expect(first).toMatchObject({
      case: 'row-9',
      result: { usage: { inputTokens: 12, outputTokens: 3 }, output: { scores: { passed: 1 } } },
    });
    expect(second?.result).toMatchObject({ status: 'unavailable', reason: 'there is no actual output' });
  });

  it.each([
    ['a name by place', { name: 'test_case_3' }, 'does not say which row it answers.'],
    ['an output that is no text', { actualOutput: { a: 1 } }, '"actualOutput" is no text.'],
    [
      'a tool without a name',
      { toolsCalled: [{ inputParameters: {} }] },
      'message 1 of "output": its tool calls cannot be read.',
    ],
    [
      'two metrics of one name',
      {
        metricsData: [
          { name: 'M', score: 1 },
          { name: 'M', score: 0 },
        ],
      },
      'the score "M" is given twice.',
    ],
    ['a score beyond 1', { metricsData: [{ name: 'M', score: 1e9 }] }, 'the score "M" is 1000000000.'],
    ['tools that are no list', { toolsCalled: 'refund' }, '"toolsCalled" is no list.'],
    ['metrics that are no list', { metricsData: {} }, '"metricsData" is no list.'],
    ['a time in words', { completionTime: 'soon' }, '"completionTime" is no number of 0 or more.'],
  ])('says what is wrong in which line: %s', (_, changes, message) => {
    expect(problemsOf(runOf(test, { ...test, ...changes }))).toMatchObject([
      { line: 3, message: `"testCases[1]": ${message}` },
    ]);
  });
});

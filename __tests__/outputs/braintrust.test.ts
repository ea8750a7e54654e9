import { describe, expect, it } from '@jest/globals';
import { briefly, problemsOf, readFixture, readText } from './read-text.ts';

const row = {
  id: 'x',
  span_id: 'a',
  root_span_id: 'a',
  is_root: true,
  span_attributes: { type: 'eval' },
  input: 'Where?',
  output: 'There.',
  metadata: { case: 't-1' },
  scores: {},
};

function rowsOf(...rows: readonly object[]): string {
  return rows.map((one) => `${JSON.stringify(one)}\n`).join('');
}

describe('rows of a Braintrust experiment', () => {
  it('give what the root span answered, and nothing of the spans below it', () => {
    expect(readFixture('braintrust.jsonl').outputs).toMatchObject([
      {
        case: 't-1',
        line: 1,
        messages: [{ content: 'Where is my refund?' }],
        result: { latencyMs: 1, output: { scores: { exact: 1 } } },
      },
      { case: 't-2', line: 4, result: { output: { content: 'Reset it.' } } },
    ]);
  });

  it.each([
    ['by its parents, where it does not say', { is_root: undefined, span_parents: null }, 1],
    ['by an empty list of them', { is_root: undefined, span_parents: [] }, 1],
    ['by what it says', { is_root: true, span_parents: ['b'] }, 1],
  ])('know a root %s', (_, changes, count) => {
    expect(readText(rowsOf({ ...row, ...changes })).outputs).toHaveLength(count);
  });

  it('take the row of a dataset for the case, tokens and the model', () => {
    const metrics = {
      prompt_tokens: 10,
      completion_tokens: 3,
      prompt_cached_tokens: 4,
      estimated_cost: 0.5,
      start: 1,
      end: 3.5,
    };
    const text = rowsOf({
      ...row,
      metadata: { model: 'm-1' },
      origin: { object_type: 'dataset', id: 'row-1' },
      metrics,
    });
    expect(readText(text).outputs[0]).toMatchObject({
      case: 'row-1',
      costMicroUsd: 500_000,
      result: { model: 'm-1', latencyMs: 2500, usage: { inputTokens: 10, cachedInputTokens: 4, outputTokens: 3 } },
    });
  });

  it.each([
    ['variables', { ticket: 'x' }, null],
    [
      'a conversation',
      [
        { role: 'user', content: 'a' },
        { role: 'assistant', content: 'b' },
      ],
      [{ content: 'a' }, { content: 'b' }],
    ],
    ['a list of texts', ['a'], null],
  ])('know what was asked from an input of %s', (_, input, messages) => {
    const [output] = readText(rowsOf({ ...row, input })).outputs;
    if (messages === null) expect(output?.messages).toBeNull();
    else expect(output?.messages).toMatchObject(messages);
  });

  it.each([
    ['an error', { error: 'timed out' }, 't-1/? unavailable'],
    ['no output', { output: null }, 't-1/? unavailable'],
    ['a score that is not there', { scores: { s: null } }, 't-1/? There.'],
    ['JSON', { output: { label: 'refund' } }, 't-1/? {"label":"refund"}'],
  ])('are read with %s', (_, changes, expected) => {
    expect(briefly(readText(rowsOf({ ...row, ...changes })))).toEqual([expected]);
  });

  it('say what is wrong in which line', () => {
    const text = `${rowsOf(row, { ...row, metadata: {} }, { ...row, scores: { s: 2 } })}3\n`;
    expect(problemsOf(text)).toMatchObject([
      { line: 2, message: 'does not say which row it answers.' },
      { line: 3, message: 'the score "s" is 2.' },
      { line: 4, message: 'is not an object.' },
    ]);
    expect(problemsOf(`${rowsOf(row)}{"half": `)).toMatchObject([{ line: 2, message: 'is not valid JSON here.' }]);
  });
});

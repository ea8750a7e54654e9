import { describe, expect, it } from '@jest/globals';
import { chooseNames } from '../../src/datasets/column-names.ts';
import { parseRows } from '../../src/datasets/rows.ts';
import type { Json, JsonObject } from '../../src/json.ts';

const parse = (...rows: Json[]) =>
  parseRows(rows.map((values, index) => ({ values, where: { path: 'a', line: index + 1, column: null } })));
const expectedOf = (...rows: Json[]) => parse(...rows).cases.map(({ variables }) => variables.expected ?? null);

describe('what an assistant may once have said', () => {
  it.each<[string, JsonObject, Json]>([
    ['output', { question: 'q', output: 'a' }, 'a'],
    ['completion', { prompt: 'q', completion: 'a' }, 'a'],
    ['response', { instruction: 'q', context: 'c', response: 'a' }, 'a'],
    ['an output that is JSON', { question: 'q', output: { text: 'a' } }, { text: 'a' }],
    ['a completion of messages', { prompt: 'q', completion: [{ role: 'assistant', content: 'a' }] }, 'a'],
  ])('is the expected answer where nothing speaks against it: %s', (_, row, expected) => {
    const { cases, warnings } = parse(row, { ...row, n: 2 });
    expect(cases.map(({ variables }) => variables.expected)).toEqual([expected, expected]);
    expect(warnings).toEqual([
      expect.objectContaining({
        line: 1,
        message: expect.stringMatching(/^has no column .*: "\w+" is taken for it \(and one more row\)\.$/),
        hint: 'Call it "expected"; or, if it is what an assistant once said, "actual_output".',
      }),
    ]);
  });

  it.each<[string, JsonObject]>([
    ['a label', { label: 'x' }],
    ['a truth under a name of its own', { gold_span: 'x' }],
    ['a score', { score: 0.5 }],
    ['feedback of people', { user_rating: 1 }],
    ['what was retrieved for it', { retrieved_contexts: [] }],
    ['the model that said it', { model: 'm' }],
    ['another one of its kind', { completion: 'b' }],
    [
      'a conversation that ends with an answer',
      {
        messages: [
          { role: 'user', content: 'q' },
          { role: 'Assistant', content: 'a' },
        ],
      },
    ],
    ['the tag of an import', { tags: ['web', 'source:OTLP'] }],
  ])('is not, beside %s', (_, more) => {
    const { cases, warnings } = parse({ question: 'q', output: 'said', ...more });
    expect(cases[0]?.variables.expected).not.toBe('said');
    expect(warnings.filter(({ message }) => message.includes('is taken for it'))).toEqual([]);
  });

  it.each<[string, JsonObject, Json[]]>([
    ['expected', { expected: 'gold' }, ['gold', null]],
    ['ideal', { ideal: 'gold' }, ['gold', null]],
    ['answer', { answer: 'gold' }, ['gold', null]],
    ['a truth in a wrapper', { vars: { ground_truth: 'gold' } }, ['gold', null]],
    ['expectations', { expectations: { guidelines: 'be kind' } }, [null, null]],
  ])('is not in any row of a file whose other rows have %s', (_, more, expected) => {
    expect(expectedOf({ q: 'a', response: 'said', ...more }, { q: 'b', response: 'said' })).toEqual(expected);
  });

  it('is not in doubt for a column that is only called expectations', () => {
    expect(expectedOf({ question: 'q', answer: 'a', expectations: 'high' })).toEqual(['a']);
  });

  it('is not what is asked about', () => {
    expect(expectedOf({ inputs: { question: 'q', response: 'said' } })).toEqual([null]);
  });
});

describe('the names of a file', () => {
  it.each<[string, JsonObject[], JsonObject]>([
    ['answer before output', [{ answer: 'a' }, { output: 'b' }], { expected: ['answer', 'outputs'], said: null }],
    ['a sole response', [{ response: 'a' }], { expected: ['response'], said: 'response' }],
    ['none', [{ text: 'a' }], { expected: [], said: null, isInstruction: true }],
    ['an input', [{ text: 'a' }, { question: 'b' }], { isInstruction: false }],
  ])('are chosen for all its rows: %s', (_, rows, names) => expect(chooseNames(rows)).toMatchObject(names));

  it('take the instruction for the input only where no row has one', () => {
    const inputsOf = (...rows: Json[]) => parse(...rows).cases.map(({ variables }) => variables.input);
    expect(inputsOf({ instruction: 'Add.', output: '3' })).toEqual(['Add.']);
    expect(inputsOf({ instruction: 'Add.', input: '1 2' }, { instruction: 'Say no.' })).toEqual(['1 2', undefined]);
    expect(inputsOf({ instruction: 'Add.', inputs: { text: '1 2' } })).toEqual(['1 2']);
  });
});

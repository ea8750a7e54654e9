import { describe, expect, it } from '@jest/globals';
import type { JudgeConfig } from '../../../src/config/config.ts';
import { compileJudge } from '../../../src/judges/registry.ts';
import { readOnly, rowsOf, told } from './read-config.ts';

const read = (tests: string, more = '') =>
  readOnly(`prompts: ["Hi {{x}}"]\nproviders: [openai:m]\n${more}tests:\n${tests}`);
const contains = '{type: contains, value: a}';
const rubric = '{type: llm-rubric, value: "is like {{x}}"}';
const script = '{type: javascript, value: "true"}';

describe('the gate of a promptfoo config', () => {
  it('is one check, that each row brings', () => {
    const { metrics, unread } = read(`  - {vars: {x: b}, assert: [${contains}]}\n`);
    expect(metrics).toEqual([
      expect.objectContaining({ kind: 'check', type: 'row-checks', name: 'assertions', role: 'gate' }),
    ]);
    expect(unread).toEqual([]);
  });

  it('has a judge where every test asserts it, each by its own text', () => {
    const prompt = read(
      `  - {vars: {x: b}, assert: [${contains}, {type: llm-rubric, value: is short}]}\n  - {vars: {x: "{{y}}"}}\n`,
      `defaultTest: {assert: [${rubric}]}\n`,
    );
    expect(prompt.metrics.map(({ name }) => name)).toEqual(['assertions', 'llm-rubric']);
    expect(rowsOf(prompt).map((row) => row['assert-llm-rubric'])).toEqual(['is like b\n\nis short', 'is like {{y}}']);
    // A test of which the judge says all needs an answer and no more.
    expect(rowsOf(prompt)[1]?.checks).toEqual([{ type: 'contains-all', values: [''] }]);
    const judge = compileJudge(prompt.metrics[1] as JudgeConfig, new Map());
    const output = { content: 'An answer', toolCalls: [], refusal: null, finishReason: 'stop' };
    const [row = {}] = rowsOf(prompt);
    const question = judge.sees === 'output' ? judge.buildQuestion({ output, variables: row }, 'trial0000') : null;
    expect(question?.messages[1]?.content).toMatch(/is like b\n\nis short[\s\S]*An answer/);
  });

  it.each([
    ['{type: factuality, value: "1911"}', 'choices', null],
    ['{type: model-graded-closedqa, value: polite}', 'choices', null],
    ['{type: g-eval, value: [a, b]}', 'choices', null],
    ['{type: similar, value: a}', 'choices', null],
    ['{type: "similar:cosine", value: a}', 'choices', null],
    ['{type: answer-relevance}', 'rubric', 'builtin:relevance'],
    ['{type: context-faithfulness}', 'rubric', 'builtin:groundedness'],
  ])('judges by %s', (assertion, type, name) => {
    const { metrics } = read(`  - {vars: {x: b, query: q, context: c}, assert: [${assertion}]}\n`);
    expect(metrics).toEqual([expect.objectContaining({ kind: 'judge', type, rubric: name })]);
    expect(() => compileJudge(metrics[0] as JudgeConfig, new Map())).not.toThrow();
  });

  it.each([
    ['defaultTest: {options: {provider: openai:gpt-4o}}\n', 'gpt-4o'],
    ['defaultTest: {options: {provider: {id: "groq:a/b"}}}\n', 'a/b'],
    ['defaultTest: {options: {provider: file://grade.py}}\n', null],
    ['', null],
  ])('is judged by the model that the tests name: %s', (more, model) => {
    expect(read(`  - {vars: {x: b}, assert: [${rubric}]}\n`, more).metrics).toEqual([
      expect.objectContaining({ model }),
    ]);
  });

  it('names what only some tests leave to a judge, and leaves out a test of nothing else', () => {
    const prompt = read(
      `  - {vars: {x: b}, assert: [${contains}]}\n  - {vars: {x: c}, description: nice, assert: [${rubric}]}\n`,
    );
    expect(rowsOf(prompt).map(({ x }) => x)).toEqual(['b']);
    expect(told(prompt.warnings)).toEqual([
      '5 "llm-rubric" is not read: only some of the tests assert it.',
      '5 the test "nice" is left out: nothing that it asserts can be read.',
    ]);
  });

  it('never passes a test of which nothing can be read, or that asserts nothing', () => {
    const prompt = read(
      `  - {vars: {x: b}, assert: [${contains}]}\n  - {vars: {x: c}, assert: [${script}]}\n  - {vars: {x: d}}\n`,
    );
    expect(rowsOf(prompt)).toHaveLength(1);
    expect(told(prompt.warnings)).toEqual([
      '5 "javascript" is not read: it is code.',
      '5 this test is left out: nothing that it asserts can be read.',
      '6 this test is left out: it asserts nothing, and would pass whatever is answered.',
    ]);
  });

  it('is none where nothing can be read: the rows stay, for checks of a suite', () => {
    const prompt = read(`  - {vars: {x: b}, assert: [${script}]}\n  - {vars: {x: c}}\n`);
    expect(rowsOf(prompt).map(({ x }) => x)).toEqual(['b', 'c']);
    expect(prompt.metrics).toEqual([]);
    expect(told(prompt.unread)).toEqual(['4 "javascript" is not read: it is code.']);
    expect(prompt.warnings).toEqual([]);
  });

  it('says what of the options of a test is not read', () => {
    const { warnings } = read(`  - {vars: {x: b}, assert: [${contains}], options: {rubricPrompt: a}}\n`);
    expect(told(warnings)).toEqual(['4 "rubricPrompt" of a test is not read.']);
  });

  it('says how often a test is asked, and what of the config is not read', () => {
    const { guesses, warnings } = read(
      `  - {vars: {x: b}, assert: [${contains}]}\n`,
      'evaluateOptions: {repeat: 3}\nenv: {A: b}\nnunjucksFilters: {a: ./a.js}\nwhat: 1\n',
    );
    expect(told(guesses)).toEqual(['3 asks each test 3 times, which a prompt file does not decide here.']);
    expect(guesses[0]?.hint).toBe('Write "samples: 3" in the suite of a config.');
    expect(told(warnings)).toEqual(
      [
        '4 "env" is not read',
        '5 "nunjucksFilters" is not read: filters are code',
        '6 "what" is unknown and ignored.',
      ].map((line) => expect.stringContaining(line)),
    );
  });
});

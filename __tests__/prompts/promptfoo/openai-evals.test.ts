import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../../src/checks/registry.ts';
import type { CheckConfig, JudgeConfig } from '../../../src/config/config.ts';
import { UserError } from '../../../src/errors.ts';
import type { JsonObject } from '../../../src/json.ts';
import { compileJudge } from '../../../src/judges/registry.ts';
import { ownReading } from '../../../src/prompts/format.ts';
import { parsePrompts } from '../../../src/prompts/formats.ts';
import { readOnly, rowsOf, told } from './read-config.ts';

const source = {
  type: 'completions',
  model: 'gpt-4o',
  sampling_params: { temperature: 0, max_completions_tokens: 99 },
  input_messages: {
    type: 'template',
    template: [
      { role: 'developer', content: 'Answer in one word.' },
      { role: 'user', content: { type: 'input_text', text: 'Where is {{ item.thing }}?' } },
    ],
  },
  source: { type: 'file_content', content: [{ item: { thing: 'Lima', where: 'Peru' } }] },
};
const whole = {
  type: 'string_check',
  name: 'whole',
  input: '{{ sample.output_text }}',
  operation: 'eq',
  reference: '{{ item.where }}',
};

function readEval(criteria: readonly JsonObject[], dataSource: JsonObject | null = source) {
  const text = JSON.stringify({
    name: 'e',
    data_source_config: { type: 'custom' },
    testing_criteria: criteria,
    ...(dataSource && { data_source: dataSource }),
  });
  const [prompt, ...more] = parsePrompts({ path: 'evals/places.json', text }, ownReading);
  if (prompt === undefined || more.length > 0) throw new Error('one prompt');
  return prompt;
}

const metricOf = (grader: JsonObject) => readEval([grader]).metrics[0];

function score(grader: JsonObject, content: string, row: JsonObject = { where: 'Peru' }): number | null {
  const check = compileCheck(metricOf(grader) as CheckConfig, new Map());
  return check.score({ output: { content, toolCalls: [], refusal: null, finishReason: 'stop' }, variables: row }).score;
}

describe("an eval of OpenAI's", () => {
  it('is the prompt of its run, with its rows', () => {
    const prompt = readEval([whole]);
    expect(prompt).toMatchObject({
      format: 'openai-evals',
      model: 'gpt-4o',
      parameters: { temperature: 0, 'max-completion-tokens': 99 },
      messages: [
        { role: 'developer', content: 'Answer in one word.' },
        { role: 'user', content: 'Where is {{ item.thing }}?' },
      ],
      unread: [],
    });
    expect(rowsOf(prompt)).toEqual([{ item: { thing: 'Lima', where: 'Peru' } }]);
  });

  it.each([
    ['eq', 'Peru', 1],
    ['eq', 'In Peru', 0],
    ['ne', 'In Peru', 1],
    ['like', 'In Peru', 1],
    ['like', 'in peru', 0],
    ['ilike', 'in peru', 1],
  ])('compares texts: %s with %s', (operation, content, expected) => {
    expect(score({ ...whole, operation }, content)).toBe(expected);
  });

  it('looks at a part of JSON', () => {
    const input = '{{ sample.output_json.place.land }}';
    expect(score({ ...whole, input }, '{"place": {"land": "Peru"}}')).toBe(1);
    expect(score({ ...whole, input }, '{"place": {"land": "Chile"}}')).toBe(0);
  });

  it('measures how alike texts are, and weighs several graders', () => {
    const alike = { ...whole, type: 'text_similarity', evaluation_metric: 'fuzzy_match', pass_threshold: 0.8 };
    expect(score(alike, 'Pera')).toBe(0.75);
    const graders = { a: whole, b: { ...whole, operation: 'like' } };
    expect(score({ type: 'multi', name: 'm', graders, calculate_output: '0.25 * a + 0.75 * b' }, 'In Peru')).toBe(0.75);
    expect(score({ type: 'multi', name: 'm', graders, calculate_output: '(a + b) / 2' }, 'In Peru')).toBe(0.5);
  });

  it('asks models for labels and scores', () => {
    const input = [{ role: 'user', content: 'Is {{ sample.output_text }} right for {{ item.thing }}?' }];
    const labels = metricOf({
      type: 'label_model',
      name: 'l',
      model: 'gpt-4o',
      input,
      labels: ['yes', 'no'],
      passing_labels: ['yes'],
    });
    expect(labels).toMatchObject({
      kind: 'judge',
      type: 'choices',
      model: 'gpt-4o',
      options: {
        prompt: 'Is {{completion}} right for {{thing}}?',
        choices: [
          { choice: 'yes', score: 1 },
          { choice: 'no', score: 0 },
        ],
      },
    });
    const scores = metricOf({ type: 'score_model', name: 's', model: 'gpt-4o', input, range: [1, 3] }) as JudgeConfig;
    expect(scores.options.choices).toEqual([
      { choice: '1', score: 0 },
      { choice: '2', score: 0.5 },
      { choice: '3', score: 1 },
    ]);
    expect(() => compileJudge(scores, new Map())).not.toThrow();
  });

  it.each<[string, JsonObject]>([
    ['it is code.', { type: 'python', name: 'p', source: 'x' }],
    ['it looks at something else than the answer.', { ...whole, input: '{{ item.where }}' }],
    ['it measures by "bleu", which no check does.', { ...whole, type: 'text_similarity', evaluation_metric: 'bleu' }],
    ['it has an unknown "operation".', { ...whole, operation: 'near' }],
    ['it has labels that all count alike.', { type: 'label_model', labels: ['a'], passing_labels: ['a'] }],
    ['it is of the unknown type "odd".', { type: 'odd' }],
    [
      'it reckons with "calculate_output" in another way than a weighted mean.',
      { type: 'multi', graders: { a: whole }, calculate_output: 'max(a, 1)' },
    ],
  ])('names what it cannot read: %s', (why, grader) => {
    const { metrics, warnings } = readEval([whole, grader]);
    expect(metrics.map(({ name }) => name)).toEqual(['whole']);
    expect(told(warnings)).toEqual([expect.stringContaining(why)]);
    expect(told(readEval([grader]).unread)).toEqual([expect.stringContaining(why)]);
  });

  it('says what is missing without its run', () => {
    expect(() => readEval([whole], null)).toThrow(
      /holds graders and no prompt. Add the "data_source" of one of its runs/,
    );
    expect(() => readEval([whole], null)).toThrow(UserError);
    const remote = { ...source, source: { type: 'file_id', id: 'file-1' } };
    const { rows, warnings } = readEval([whole], remote);
    expect(rows).toBeNull();
    expect(told(warnings)).toEqual([expect.stringContaining('reads its rows from a file at OpenAI')]);
  });
});

describe('a promptfoo config with the graders of an eval', () => {
  it('holds every test against them', () => {
    const prompt = readOnly(`prompts: ["Where is {{thing}}?"]
providers: [openai:m]
tests: [{vars: {thing: Lima, where: Peru}}, {vars: {thing: Cusco, where: Peru}, assert: [{type: contains, value: P}]}]
testing_criteria:
  - {type: string_check, name: whole, input: "{{ sample.output_text }}", operation: eq, reference: "{{ item.where }}"}
`);
    expect(prompt.metrics.map(({ name }) => name)).toEqual(['whole', 'assertions']);
    expect(prompt.metrics[0]).toMatchObject({ type: 'equals', options: { expected: '{{where}}' } });
    expect(rowsOf(prompt)).toHaveLength(2);
    expect(prompt.warnings).toEqual([]);
  });
});

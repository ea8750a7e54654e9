import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../../src/checks/registry.ts';
import type { CheckConfig } from '../../../src/config/config.ts';
import type { JsonObject } from '../../../src/json.ts';
import { type Files, problemsOf, readOnly, rowsOf, told } from './read-config.ts';

const config = (assertions: string, more = '') =>
  `prompts: ["Hi {{x}}"]
providers: [{id: openai:m, config: {tools: [{type: function, function: {name: f}}]}}]
tests:
  - vars: {x: one, list: [a, b]}
    assert: [${assertions}]
${more}`;
const checksOf = (assertions: string, others: Files = {}, more = '') =>
  rowsOf(readOnly(config(assertions, more), others))[0]?.checks;

/** The score of an output by the only test of a config. */
function score(text: string, content: string): number | null {
  const { metrics, rows } = readOnly(text);
  const check = compileCheck(metrics[0] as CheckConfig, new Map());
  const output = { content, toolCalls: [], refusal: null, finishReason: 'stop' };
  return check.score({ output, variables: rows?.[0]?.values as JsonObject }).score;
}

describe('an assertion', () => {
  it.each<[string, JsonObject]>([
    ['{type: equals, value: "{{x}}"}', { type: 'equals', expected: 'one' }],
    ['{type: equals, value: 4}', { type: 'equals', expected: '4' }],
    ['{type: equals, value: {a: "{{x}}"}}', { type: 'equals', path: '', expected: { a: 'one' } }],
    ['{type: equals, value: [1]}', { type: 'equals', path: '', expected: [1] }],
    ['{type: contains, value: a}', { type: 'contains', expected: 'a' }],
    ['{type: not-icontains, value: a}', { type: 'contains', expected: 'a', 'ignore-case': true, not: true }],
    ['{type: starts-with, value: a}', { type: 'starts-with', expected: 'a' }],
    ['{type: contains-any, value: [a, 2]}', { type: 'contains-any', values: ['a', '2'] }],
    ['{type: contains-all, value: \'a, "b, c"\'}', { type: 'contains-all', values: ['a', 'b, c'] }],
    ['{type: icontains-any, value: [a]}', { type: 'contains-any', values: ['a'], 'ignore-case': true }],
    ['{type: icontains-all, value: [a]}', { type: 'contains-all', values: ['a'], 'ignore-case': true }],
    [
      '{type: contains, value: "{% for one in list %}{{ one | upper }}{% endfor %}"}',
      { type: 'contains', expected: 'A' },
    ],
    ['{type: regex, value: "^{{x}}$"}', { type: 'regex', pattern: '^one$' }],
    ['{type: is-json}', { type: 'json' }],
    [
      '{type: is-json, value: {$schema: "http://json-schema.org/draft-07/schema#", type: object}}',
      { type: 'json-schema', schema: { type: 'object' } },
    ],
    ['{type: is-json, value: "type: object"}', { type: 'json-schema', schema: { type: 'object' } }],
    ['{type: contains-json}', { type: 'json', from: 'fenced' }],
    ['{type: is-xml}', { type: 'xml' }],
    ['{type: levenshtein, value: a}', { type: 'levenshtein', expected: 'a', 'max-edits': 5 }],
    ['{type: rouge-n, value: a, threshold: 0.4}', { type: 'token-f1', expected: 'a', threshold: 0.4 }],
    ['{type: word-count, value: 5}', { type: 'words', min: 5, max: 5 }],
    ['{type: word-count, value: {max: 9}}', { type: 'words', max: 9 }],
    ['{type: is-refusal}', { type: 'refusal' }],
    ['{type: is-valid-openai-tools-call}', { type: 'tool-called', any: ['f'], only: ['f'] }],
    ['{type: tool-call-f1, value: "f, g"}', { type: 'tool-called', all: ['f', 'g'], only: ['f', 'g'] }],
  ])('becomes a check of its row: %s', (assertion, check) => {
    expect(checksOf(assertion)).toEqual([check]);
  });

  it('is compared with a value that looks like a template as it stands', () => {
    const text = config('{type: contains, value: "{{y}}"}').replace('x: one', 'x: one, y: "{{x}}"');
    expect(score(text, 'It says {{x}}.')).toBe(1);
    expect(score(text, 'It says one.')).toBe(0);
  });

  it('may be in the file that it names, or elsewhere in the config', () => {
    expect(checksOf('{type: contains, value: file://a.txt}', { 'evals/a.txt': 'so\n' })).toEqual([
      { type: 'contains', expected: 'so' },
    ]);
    expect(checksOf('{type: is-json, value: file://s.json}', { 'evals/s.json': '{"type": "object"}' })).toEqual([
      { type: 'json-schema', schema: { type: 'object' } },
    ]);
    expect(checksOf('file://list.yaml', { 'evals/list.yaml': '- {type: contains, value: b}' })).toEqual([
      { type: 'contains', expected: 'b' },
    ]);
    const templates = 'assertionTemplates: {noise: {type: contains, value: arr}}';
    expect(checksOf("{$ref: '#/assertionTemplates/noise'}", {}, templates)).toEqual([
      { type: 'contains', expected: 'arr' },
    ]);
  });

  it('counts by its weight where the test has a threshold, and else has to hold', () => {
    const both = '{type: contains, value: a, weight: 3}, {type: contains, value: b}';
    expect([score(config(both), 'ab'), score(config(both), 'a')]).toEqual([1, 0]);
    const weighed = config(both, '    threshold: 0.7\n');
    expect(['a', 'b', 'ab'].map((output) => score(weighed, output))).toEqual([1, 0, 1]);
    const set = config(`{type: assert-set, threshold: 0.5, assert: [${both}]}, {type: contains, value: c}`);
    expect(['ac', 'bc', 'a'].map((output) => score(set, output))).toEqual([1, 0, 0]);
  });

  it.each([
    ['{type: javascript, value: "output.length > 3"}', 'it is code.'],
    ['{type: python, value: "True"}', 'it is code.'],
    ['{type: webhook, value: "https://a"}', 'it asks a service.'],
    ['{type: latency, threshold: 5}', 'it is about the time of one answer.'],
    ['{type: select-best, value: a}', 'it compares the answers of several prompts with each other.'],
    ['{type: contains, value: a, transform: output.a}', 'it changes the answer by code before it looks ("transform").'],
    ['{type: contains, value: "{{y}}"}', 'it uses {{y}}, which its test does not have.'],
    ['{type: contains, value: ""}', 'it needs a text as its value.'],
    [
      '{type: contains, value: "{{ x | odd }}"}',
      'it has a template that cannot be read: uses the unknown filter "odd".',
    ],
    ['{type: contains, value: file://a.js}', 'it has a file as its value that cannot be read.'],
    ['{type: contains, value: a, weight: 0}', 'it has no weight, so that it decides nothing.'],
    ['{type: regex, value: "(?=a)"}', 'it has a pattern that cannot be read here.'],
    ['{type: not-llm-rubric, value: a}', 'it turns a judge round.'],
    ['{type: is-xml, value: a}', 'it asks for elements, which no check looks for.'],
    ['{type: "promptfoo:redteam:pii"}', 'it belongs to red teaming, which is not done here.'],
  ])('that cannot be read is named: %s', (assertion, why) => {
    const { warnings } = readOnly(config(`{type: contains, value: z}, ${assertion}`));
    expect(told(warnings)).toEqual([expect.stringMatching(/^5 "[^"]+" is not read: /)]);
    expect(warnings[0]?.message.endsWith(why)).toBe(true);
    expect(warnings[0]?.hint).not.toBe('');
  });

  it('that no promptfoo knows is a mistake', () => {
    expect(problemsOf(config('{type: contians, value: a}'))).toEqual([
      expect.stringMatching(/:5:\d+ "contians" is no type of assertion\. Did you mean "contains"\?/),
    ]);
    expect(problemsOf(config('{value: a}'))).toEqual([expect.stringContaining('is an assertion without "type".')]);
    expect(problemsOf(config("{$ref: '#/none'}"))).toEqual([
      expect.stringContaining('"#/none" refers to nothing in this config.'),
    ]);
  });

  it('says once where only the nearest check is there', () => {
    const { guesses } = readOnly(config('{type: contains-json}, {type: contains-json}'));
    expect(told(guesses)).toEqual([
      expect.stringContaining('5 "contains-json" is met by JSON that is the whole answer'),
    ]);
  });
});

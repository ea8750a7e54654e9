import { describe, expect, it } from '@jest/globals';
import { problemsOf, readConfig } from './read-config.ts';

const lines = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

describe('a hostile promptfoo config', () => {
  it.each<[string, string]>([
    ['a prompt of many variables', `prompts:\n  - |\n${lines(15_000, (index) => `    {{a${index}}}\n`)}`],
    [
      'many prompts for many models',
      `prompts: [${lines(40, (index) => `p${index} {{x}},`)}]\nproviders: [${lines(40, (index) => `openai:m${index},`)}]\ntests: [{vars: {x: 1}, assert: [{type: is-json}]}]`,
    ],
    [
      'many tests',
      `prompts: [Hi]\ntests:\n${lines(1_500, (index) => `  - {vars: {x: v${index}}, assert: [{type: contains, value: a}]}\n`)}`,
    ],
    ['a pattern of stars', `prompts: ["${'*/'.repeat(200)}a.txt"]`],
    [
      'a long list of texts',
      `prompts: [Hi]\ntests: [{assert: [{type: contains-any, value: '${'"a,'.repeat(20_000)}'}]}]`,
    ],
    [
      'quotes that never end in CSV-like text',
      `prompts: [Hi]\ntests: [{assert: [{type: contains-any, value: '${'"'.repeat(40_000)}'}]}]`,
    ],
    ['references in a circle', "prompts: [Hi]\ntests: [{assert: [{$ref: '#/a'}]}]\na: {$ref: '#/a'}"],
    [
      'keys of the prototype',
      'prompts: [Hi]\n__proto__: 1\ntests: [{vars: {__proto__: 1, constructor: 2}, assert: [{type: constructor}]}]',
    ],
  ])('is read or refused in seconds: %s', (_, text) => {
    const start = performance.now();
    const told = problemsOf(text);
    expect(told.length > 0 || readConfig(text).length > 0).toBe(true);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

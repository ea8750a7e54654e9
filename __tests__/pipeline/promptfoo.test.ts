import { describe, expect, it } from '@jest/globals';
import { answering, someRows, tell } from './story.ts';

const path = 'evals/promptfooconfig.yaml';
const config = `description: Questions
prompts: [file://prompts/*.txt]
providers: [openai:some-model]
tests: file://tests.csv
`;
const tests = (expected = 'equals:yes') =>
  ['input,__expected', ...someRows(25).map(({ input }) => `${input},${expected}`)].join('\n');

/** A repository with a promptfoo config and nothing of ours. */
const aRepository = (files: { readonly [path: string]: string } = {}) => ({
  [path]: config,
  'evals/prompts/ask.txt': 'v1 {{input}}',
  'evals/tests.csv': tests(),
  ...files,
});

/** The candidate is wrong on the first 12 rows. */
const worse = answering((arm, number) => arm === 'base' || number >= 12);

describe('a promptfoo config in a repository without a config of ours', () => {
  it('gates what a change of a prompt that it names makes worse', async () => {
    const candidate = aRepository({ 'evals/prompts/ask.txt': 'v2 {{input}}' });
    const { report } = await tell({ base: aRepository(), candidate, script: worse });
    expect(report).toMatchObject({
      verdict: 'fail',
      errors: [],
      suites: [{ reason: 'what a prompt includes changed' }],
      metrics: [{ suite: path, metric: 'assertions', gates: true, worse: 12 }],
    });
  });

  it('runs where a glob of it matches a file more', async () => {
    const candidate = aRepository({ 'evals/prompts/tell.txt': 'Tell {{input}}' });
    const { report } = await tell({ base: aRepository(), candidate });
    expect(report.suites[0]?.prompts.map(({ id }) => id)).toContain(`${path}#tell.txt`);
  });

  it('is not run by a change of another file', async () => {
    const { calls } = await tell({ base: aRepository(), candidate: aRepository({ 'evals/notes.txt': 'a' }) });
    expect(calls).toEqual([]);
  });

  it('is invalid where nothing of its tests can be read, with the reason', async () => {
    const candidate = aRepository({ 'evals/tests.csv': tests('javascript: output == 1') });
    const { report } = await tell({ base: aRepository(), candidate });
    expect(report.verdict).toBe('invalid');
    expect(report.errors[0]?.message).toContain('"javascript" is not read: it is code');
  });
});

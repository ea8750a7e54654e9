import { describe, expect, it } from '@jest/globals';
import { adviseSize } from '../../src/plan/advise-size.ts';
import { addEstimates, estimateRound, nothing } from '../../src/plan/estimate.ts';
import { listFirstRound } from '../../src/plan/rounds.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';
import { aPromptFile, someRows } from '../pipeline/story.ts';
import { aPlan, aSide, aSuite } from './builders.ts';

const price = (input: number, output: number) => ({
  inputPerMillionUsd: input,
  cachedInputPerMillionUsd: null,
  outputPerMillionUsd: output,
});
const wanted = (plan: ReturnType<typeof aPlan>) => listFirstRound([plan], 'stored');
const ten = aPlan({});

describe('estimateRound', () => {
  it('counts answers, and takes 300 tokens for an answer without a limit', () => {
    const estimate = estimateRound(wanted(ten), null, { 'some-model': price(0, 2) });
    expect(estimate).toMatchObject({ generationCalls: 10, judgeCalls: 0, outputTokens: 3000, costMicroUsd: 6000 });
  });

  it('a limit of the prompt below that is taken', () => {
    const text = aPromptFile('v2', 'triage', 'modelParameters:\n  maxTokens: 20\n');
    const prompt = parsePrompt({ path: 'prompts/triage.prompt.yml', text });
    const plan = aPlan({ candidate: aSide('v2', someRows(10), { prompts: [prompt] }) });
    expect(estimateRound(wanted(plan), null, {}).outputTokens).toBe(200);
  });

  it('input is what would be sent, four characters a token', () => {
    // "v2 question q-000" has 17 characters.
    expect(estimateRound(wanted(ten), null, {}).inputTokens).toBe(10 * 5);
  });

  it('an unknown price is null, never zero; no call costs nothing', () => {
    expect(estimateRound(wanted(ten), null, {}).costMicroUsd).toBeNull();
    expect(estimateRound([], null, {})).toEqual(nothing);
  });

  it.each([
    ['a judge adds a call per answer and its own price; without one the sum is unknown', '', 10],
    ['a judge that is asked three times costs three calls', ', samples: 3', 30],
  ])('%s', (_name, option, calls) => {
    const suite = aSuite({
      top: 'judge: { model: { id: a-judge } }',
      checks: `      - { name: label, type: equals, expected: "{{ expected }}" }\n    judges:\n      - { name: helpful, type: checklist, rubric: r.md${option} }`,
    });
    const files = new Map([['r.md', { path: 'r.md', text: '- polite: is it polite?' }]]);
    const plan = aPlan({
      base: aSide('v1', someRows(10), { files }),
      candidate: aSide('v2', someRows(10), { files }),
      selection: { suite, proposed: suite },
      judgeModel: 'a-judge',
    });
    const prices = { 'some-model': price(0, 0), 'a-judge': price(0, 1) };
    expect(estimateRound(wanted(plan), 'a-judge', prices)).toMatchObject({
      judgeCalls: calls,
      costMicroUsd: calls * 150,
    });
    expect(estimateRound(wanted(plan), 'a-judge', { 'some-model': price(0, 0) }).costMicroUsd).toBeNull();
  });

  it('a judge that names its own model costs what that costs', () => {
    const judge =
      'evaluators:\n  - name: nice\n    llm:\n      modelId: own-judge\n      prompt: "Is {{completion}} nice?"\n      choices: [{ choice: "yes", score: 1 }]\n';
    const prompt = parsePrompt({ path: 'prompts/triage.prompt.yml', text: aPromptFile('v2') + judge });
    const plan = aPlan({ base: null, candidate: aSide('v2', someRows(10), { prompts: [prompt] }) });
    const prices = { 'some-model': price(0, 0), 'own-judge': price(0, 1) };
    expect(estimateRound(wanted(plan), null, prices)).toMatchObject({ judgeCalls: 10, costMicroUsd: 10 * 150 });
  });

  it('adding keeps the unknown unknown', () => {
    expect(addEstimates({ ...nothing, costMicroUsd: null }, { ...nothing, costMicroUsd: 5 }).costMicroUsd).toBeNull();
    expect(addEstimates({ ...nothing, costMicroUsd: 2 }, { ...nothing, costMicroUsd: 5 }).costMicroUsd).toBe(7);
  });
});

describe('adviseSize', () => {
  const advise = (count: number, suite = '') =>
    adviseSize(
      aPlan({
        base: aSide('v1', someRows(count)),
        candidate: aSide('v2', someRows(count)),
        selection: { suite: aSuite({ suite }) },
      }),
    ).map((problem) => `${problem.message} ${problem.hint}`);

  it.each([
    ['9 cases', 9, '', 'No rate is tested'],
    ['10 cases', 10, '', 'Nothing can pass with fewer than'],
    ['22 cases, the last with which nothing can pass', 22, '', 'Nothing can pass with fewer than 23 cases'],
    ['23 cases', 23, '', 'samples: 5 finds more'],
    ['30 cases', 30, '', 'samples: 5 finds more'],
    ['31 cases', 31, '', null],
    ['30 cases and five samples', 30, '    samples: 5', null],
    ['20 cases that speak of themselves only', 20, '    gate: { target: cases }', null],
    ['45 cases at .05', 45, '    gate: { margin: 0.05 }', 'fewer than 46 cases'],
    ['46 cases at .05', 46, '    gate: { margin: 0.05 }', null],
  ])('%s', (_name, count, suite, words) => {
    const advice = advise(count, suite);
    if (words === null) expect(advice).toEqual([]);
    else expect(advice).toEqual([expect.stringContaining(words)]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ModelConfigError } from '../../src/errors.ts';
import type { FakeFiles, Script } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, allRight, aPromptFile, aRow, aTree, jsonl, someRows, tell } from './story.ts';

const rows = someRows(60);
const prompt = (text: string, name = 'triage', more = '') =>
  `name: ${name}\n${more}messages:\n  - role: user\n    content: "${text}"\n`;
const triage = 'prompts/triage.prompt.yml';
const dataset = (changed: readonly object[]) => ({ 'evals/triage.jsonl': jsonl(changed) });
const main = (more: Parameters<typeof aTree>[0] = {}) => aTree({ ...dataset(rows), ...more });

/** The judge likes every answer, and main's old model is no longer served. */
const script: Script = (call, signal) => {
  if (call.purpose === 'judge') return JSON.stringify({ score: 5, abstain: false, reason: 'fine' });
  if (call.request.model === 'old-model')
    throw new ModelConfigError('does not serve "old-model" (404).', 'Check the model id.', 'model');
  return allRight(call, signal);
};

interface PullRequest {
  readonly base?: FakeFiles;
  readonly candidate: FakeFiles;
  readonly verdict: 'pass' | 'inconclusive';
  readonly title: RegExp;
}

const withModel = (id: string) => aConfigFile().replace('some-model', id);
const withJudge = aConfigFile({
  top: 'judge: { model: { id: some-judge } }',
  suite: '    judges:\n      - { name: helpful, type: rubric, rubric: r.md }',
});
const embedded = (text: string) =>
  `${prompt(`${text} {{input}}`, 'triage', 'model: some-model\n')}testData:\n${rows
    .map((row) => `  - ${JSON.stringify(row)}`)
    .join('\n')}\nevaluators:\n  - { name: is-yes, string: { equals: "{{expected}}" } }\n`;
const noRegression = /^No regression larger than 10 points\.$/;

/** What teams do every day; none of it is a regression, and every answer is right. */
const pullRequests: Readonly<Record<string, PullRequest>> = {
  'a new variable with its column': {
    candidate: main({
      [triage]: prompt('v2 {{input}} {{tone}}'),
      ...dataset(rows.map((row) => ({ ...row, tone: 'kind' }))),
    }),
    verdict: 'pass',
    title: noRegression,
  },
  'a renamed column': {
    candidate: main({
      [triage]: prompt('v2 {{text}}'),
      ...dataset(rows.map(({ input, ...row }) => ({ ...row, text: input }))),
    }),
    verdict: 'pass',
    title: noRegression,
  },
  'a column of notes': {
    candidate: main({ [triage]: aPromptFile('v2'), ...dataset(rows.map((row) => ({ ...row, notes: 'checked' }))) }),
    verdict: 'pass',
    title: noRegression,
  },
  'a mended typo in a row': {
    candidate: main({
      [triage]: aPromptFile('v2'),
      ...dataset([aRow(0, { input: 'question q-000!' }), ...rows.slice(1)]),
    }),
    verdict: 'pass',
    title: noRegression,
  },
  'a prompt that is retired': {
    base: main({ 'prompts/old.prompt.yml': prompt('quite another one: {{input}}', 'old') }),
    candidate: main(),
    verdict: 'pass',
    title: /^The prompt `old` is retired, and the others are as they were\.$/,
  },
  'a prompt that is split in two': {
    candidate: main({
      [triage]: null,
      'prompts/short.prompt.yml': prompt('v2, short: {{input}}', 'short', 'renamed-from: triage\n'),
      'prompts/long.prompt.yml': prompt('v2, at length: {{input}}', 'long', 'renamed-from: triage\n'),
    }),
    verdict: 'pass',
    title: noRegression,
  },
  'a part of the prompt that moves to a file of its own': {
    candidate: main({ [triage]: prompt('{{input}}'), 'shared/tone.md': 'v1\n' }),
    verdict: 'pass',
    title: noRegression,
  },
  'the first judge': {
    candidate: main({
      [triage]: aPromptFile('v2'),
      'prompt-assay.yml': withJudge,
      'r.md': '1: a\n2: b\n3: c\n4: d\n5: e\n',
    }),
    verdict: 'pass',
    title: noRegression,
  },
  'the first config': {
    base: { [triage]: embedded('v1') },
    candidate: { [triage]: embedded('v2'), 'prompt-assay.yml': aConfigFile(), ...dataset(rows) },
    verdict: 'pass',
    title: noRegression,
  },
  'a model that moves off a retired one': {
    base: main({ 'prompt-assay.yml': withModel('old-model') }),
    candidate: main({ 'prompt-assay.yml': withModel('new-model') }),
    verdict: 'inconclusive',
    title: /main's model is gone/i,
  },
};

describe('ten ordinary pull requests are not red, and their titles are true', () => {
  it.each(Object.entries(pullRequests))('%s', async (_name, { base = main(), candidate, verdict, title }) => {
    const { report } = await tell({ base, candidate, script });
    expect(report).toMatchObject({ verdict, green: true, errors: [] });
    expect(report.title).toMatch(title);
  });

  it('and each of those that are compared is red where it breaks half of the cases', async () => {
    const compared = Object.entries(pullRequests).filter(([, one]) => one.title === noRegression);
    const broken: Script = (call, signal) =>
      call.purpose === 'generate' && call.arm === 'candidate' && /q-0[0-2]/.test(JSON.stringify(call.request.messages))
        ? 'no'
        : script(call, signal);
    for (const [name, { base = main(), candidate }] of compared) {
      const { report } = await tell({ base, candidate, script: broken });
      expect([name, report.verdict]).toEqual([name, 'fail']);
    }
    expect(compared).toHaveLength(8);
  });
});

it('the story that all of these vary is a regression where it is one', async () => {
  const broken: Script = (call, signal) => (call.arm === 'candidate' ? 'no' : allRight(call, signal));
  expect((await tell({ base: main(), candidate: aChangedTree(dataset(rows)), script: broken })).report.verdict).toBe(
    'fail',
  );
});

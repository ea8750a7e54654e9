import { describe, expect, it } from '@jest/globals';
import { validateTree } from '../../src/pipeline/validate.ts';
import { createFakeRepository, type FakeFiles } from '../helpers/fake-ports.ts';
import { aConfigFile, aPromptFile, aSelfContained, aTree, jsonl, someRows } from './story.ts';

async function validate(files: FakeFiles, configPath: string | null = null) {
  const repository = createFakeRepository();
  return validateTree(repository, repository.plant(files), configPath);
}

const priced = 'prices: { some-model: { input-per-million-usd: 1, output-per-million-usd: 1 } }';

describe('validateTree', () => {
  it('lists prompts, suites, their margin, and what both sides would take', async () => {
    const files = aTree({ 'prompt-assay.yml': aConfigFile({ top: priced }) });
    const result = await validate(files);
    expect(result).toMatchObject({
      ok: true,
      errors: [],
      prompts: [
        { path: 'prompts/triage.prompt.yml', name: 'triage', model: 'some-model', variables: ['input'], cases: 100 },
      ],
      suites: [{ name: 'triage', cases: 100, margin: 0.05, samples: 1, metrics: [{ name: 'label', gates: true }] }],
      estimate: { generationCalls: 200, judgeCalls: 0 },
    });
    expect(result.estimate.costUsd).toBeGreaterThan(0);
  });

  it.each([
    ['40 rows that ask 20 things', someRows(40, (n) => ({ input: `q ${n % 20}` })), 0.1, 80],
    ['120 rows that ask 60 things', someRows(120, (n) => ({ input: `q ${n % 60}` })), 0.1, 240],
    ['20 rows that ask 4 things, a small set', someRows(20, (n) => ({ input: `q ${n % 4}` })), 0.1, 40],
    ['4 rows that ask 2 things, a small set', someRows(4, (n) => ({ input: `q ${n % 2}` })), 0.1, 20],
    ['12 rows, one of them critical', someRows(12, (n) => ({ critical: n === 0 })), 0.1, 2 * (11 + 3)],
  ])('counts questions, and each draw: %s', async (_name, rows, margin, calls) => {
    const { suites, estimate } = await validate(aTree({ 'evals/triage.jsonl': jsonl(rows) }));
    expect(suites[0]).toMatchObject({ cases: rows.length, margin });
    expect(estimate.generationCalls).toBe(calls);
  });

  it('an unknown price makes the cost unknown, never zero', async () => {
    expect((await validate(aTree())).estimate.costUsd).toBeNull();
  });

  it.each([
    ['3 cases, below min-cases', 3, 'fewer than min-cases 10'],
    ['20 cases, with which nothing can pass', 20, '20 cases at a margin of 0.1'],
    ['25 cases, where five samples find more', 25, '25 cases'],
  ])('advises on the size: %s', async (_name, count, words) => {
    const { ok, warnings } = await validate(aTree({ 'evals/triage.jsonl': jsonl(someRows(count)) }));
    expect(ok).toBe(true);
    expect(warnings.map((warning) => warning.message).join()).toContain(words);
  });

  it('says nothing of 100 cases', async () => {
    expect((await validate(aTree())).warnings).toEqual([]);
  });

  it('reports the mistakes of all suites at once', async () => {
    const config = aConfigFile().replace(
      'suites:',
      'suites:\n  - { name: other, prompts: nowhere/*.md, dataset: evals/triage.jsonl, checks: [{ name: c, type: json }] }',
    );
    const { ok, errors } = await validate(
      aTree({ 'prompt-assay.yml': config, 'prompts/triage.prompt.yml': aPromptFile('{{nobody}}') }),
    );
    expect(ok).toBe(false);
    expect(errors.map((error) => error.message)).toEqual(
      expect.arrayContaining(['suite "other" matches no prompt file.', '{{nobody}} has no value.']),
    );
  });

  it.each([
    ['a broken config', { 'prompt-assay.yml': 'suites: [' }, 'prompt-assay.yml'],
    ['a dataset that does not exist', { 'evals/triage.jsonl': null }, 'prompt-assay.yml'],
    ['a broken row', { 'evals/triage.jsonl': '{"id": 1}\nx\n' }, 'evals/triage.jsonl'],
    [
      'a prompt without a model',
      { 'prompt-assay.yml': aConfigFile().replace('model: { id: some-model }', '') },
      'prompts/triage.prompt.yml',
    ],
  ])('%s is an error at its file', async (_name, changes, path) => {
    const { ok, errors } = await validate(aTree(changes));
    expect(ok).toBe(false);
    expect(errors[0]?.path).toBe(path);
  });

  it('without a config it checks self-contained prompts as suites, and others for their form', async () => {
    const whole = `${aPromptFile('hi', 'whole', 'model: m\n')}testData:\n  - input: a\n    expected: b\nevaluators:\n  - name: e\n    string: { equals: "{{expected}}" }\n`;
    const result = await validate({
      'a.prompt.yml': whole,
      'b.prompt.yml': aPromptFile('hi', 'loose', 'model: m\n'),
      'node_modules/x/c.prompt.yml': 'broken: [',
    });
    expect(result).toMatchObject({ ok: true, errors: [] });
    expect(result.suites.map((suite) => suite.name)).toEqual(['a.prompt.yml']);
    expect(result.prompts.map(({ name, cases }) => [name, cases])).toEqual([
      ['whole', 1],
      ['loose', 0],
    ]);
    expect(result.warnings.map((warning) => warning.message)).toContain('has no rows of its own.');
  });

  it('finds the config in .github, and the one asked for', async () => {
    const files = aTree({ 'prompt-assay.yml': null });
    const other = aConfigFile().replaceAll(/(prompts|evals)\//g, '../$1/');
    expect((await validate({ ...files, '.github/prompt-assay.yml': other })).suites).toHaveLength(1);
    expect((await validate({ ...files, 'my/assay.yml': other }, 'my/assay.yml')).suites).toHaveLength(1);
  });

  it('a config that was asked for and is not there is an error, not a repository without config', async () => {
    const { ok, errors } = await validate(aTree(), 'typo.yml');
    expect(ok).toBe(false);
    expect(errors[0]?.message).toContain('typo.yml');
  });
});

describe('a prompt in no suite', () => {
  const loose = (text: string) => validate({ 'a.prompt.yml': text });

  it('is fine without rows, with a warning', async () => {
    const result = await loose(aPromptFile('hi'));
    expect(result).toMatchObject({ ok: true, prompts: [{ cases: 0, metrics: [] }] });
    expect(result.warnings).toHaveLength(1);
  });

  it('is filled from its rows, and what they lack is said', async () => {
    const result = await loose(`${aPromptFile('{{topic}}')}testData:\n  - { input: a, topic: b }\n  - { input: c }\n`);
    expect(result.errors.map(({ message }) => message)).toEqual(['"topic" is missing.']);
    expect(result.prompts).toMatchObject([{ cases: 2 }]);
  });

  it('is checked beside a config, too', async () => {
    const { errors, prompts } = await validate({
      ...aTree(),
      'old/a.prompt.yml': '[',
      'old/b.prompt.md': 'user: {{x}}',
    });
    expect(errors.map(({ path }) => path)).toEqual(['old/a.prompt.yml']);
    expect(prompts.map(({ path }) => path)).toEqual(['prompts/triage.prompt.yml', 'old/b.prompt.md']);
  });

  it('every broken file is reported, and the good ones are shown', async () => {
    const result = await validate({
      'a.prompt.yml': '[',
      'prompt-assay.yml': 'version: 1\nsuite: []\n',
      'b.prompt.yml': aPromptFile('hi'),
    });
    expect(result.ok).toBe(false);
    expect(new Set(result.errors.map((error) => error.path))).toEqual(new Set(['a.prompt.yml', 'prompt-assay.yml']));
    expect(result.prompts).toHaveLength(1);
  });

  it('parameters are named as they are sent', async () => {
    const [prompt] = (await loose(aPromptFile('hi', 'a', 'modelParameters:\n  maxTokens: 5\n  topP: 0.5\n'))).prompts;
    expect(prompt?.parameters).toEqual({ max_tokens: 5, top_p: 0.5 });
  });
});

describe('several configs', () => {
  const app = (name: string) => ({
    [`apps/${name}/prompt-assay.yml`]: aConfigFile(),
    [`apps/${name}/prompts/triage.prompt.yml`]: aPromptFile(`of ${name}`),
    [`apps/${name}/evals/triage.jsonl`]: jsonl(someRows(100)),
    [`apps/${name}/solo.prompt.yml`]: aSelfContained('v1', `solo-${name}`),
  });

  it('are all found where none is at the root, each with what lies nearest to it', async () => {
    const { suites, ok } = await validate({ ...app('a'), ...app('b'), 'top.prompt.yml': aSelfContained('v1', 'top') });
    expect(ok).toBe(true);
    expect(suites.map(({ name, config }) => [name, config])).toEqual([
      ['top.prompt.yml', null],
      ['triage', 'apps/a/prompt-assay.yml'],
      ['apps/a/solo.prompt.yml', 'apps/a/prompt-assay.yml'],
      ['triage', 'apps/b/prompt-assay.yml'],
      ['apps/b/solo.prompt.yml', 'apps/b/prompt-assay.yml'],
    ]);
  });

  it('that are broken hide nothing of the others', async () => {
    const { suites, errors } = await validate({ ...app('a'), ...app('b'), 'apps/a/prompt-assay.yml': 'suites: [' });
    expect(new Set(errors.map(({ path }) => path))).toEqual(new Set(['apps/a/prompt-assay.yml']));
    expect(suites.map(({ config }) => config)).toEqual(['apps/b/prompt-assay.yml', 'apps/b/prompt-assay.yml']);
  });

  it('nothing at all is not ok', async () => {
    const { ok, errors } = await validate({ 'README.md': 'hello' });
    expect(ok).toBe(false);
    expect(errors).toMatchObject([{ message: 'holds no prompt file and no config.' }]);
  });
});

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Problem } from '../../src/errors.ts';
import { aConfigFile, aPromptFile, aSelfContained, aTree, jsonl, someRows } from '../pipeline/story.ts';
import { makeClone, makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

// Each story runs git many times.
jest.setTimeout(60_000);

afterEach(removeFolders);

async function validate(cwd: string, ...args: readonly string[]) {
  const { code, out } = await run(['validate', ...args, '--json'], { cwd });
  const { ok, errors, warnings, prompts, suites, estimate } = JSON.parse(out);
  expect(ok).toBe(code === 0);
  const places = (problems: readonly Problem[]) => problems.map(({ path, line, message }) => [path, line, message]);
  return { code, errors: places(errors), warnings: places(warnings), prompts, suites, estimate };
}

const rows = '  - { topic: x, input: a, expected: b }\n  - { input: c, expected: d }\n';
const evaluators = 'evaluators:\n  - name: e\n    string: { equals: "{{expected}}" }\n';
const alone = `${aPromptFile('{{topic}}', 'solo', 'model: m\n')}testData:\n${rows}`;

/** A tree, and every way to name the one thing in it that is wrong or odd. */
const trees: readonly (readonly [string, NonNullable<Parameters<typeof aTree>[0]>, readonly string[]])[] = [
  [
    'rows of a file that stands alone',
    { 'prompt-assay.yml': null, 'prompts/triage.prompt.yml': alone + evaluators },
    ['prompts/triage.prompt.yml', 'prompts', '.'],
  ],
  [
    'rows of a file without evaluators',
    { 'prompt-assay.yml': null, 'prompts/triage.prompt.yml': alone },
    ['prompts/triage.prompt.yml', 'prompts', '.'],
  ],
  [
    'a variable that the dataset lacks',
    { 'prompts/triage.prompt.yml': aPromptFile('{{nobody}}') },
    ['prompts/triage.prompt.yml', 'prompts', 'prompt-assay.yml', 'evals/triage.jsonl', 'evals', '.'],
  ],
  [
    'a broken row',
    { 'evals/triage.jsonl': '{"id": 1}\nx\n' },
    ['prompts/triage.prompt.yml', 'prompt-assay.yml', 'evals/triage.jsonl', '.'],
  ],
  ['a dataset that is missing', { 'evals/triage.jsonl': null }, ['prompts/triage.prompt.yml', 'prompt-assay.yml', '.']],
  ['a glob without a match', { 'prompts/triage.prompt.yml': null }, ['prompt-assay.yml', '.']],
  ['a broken config', { 'prompt-assay.yml': 'suites: [' }, ['prompts/triage.prompt.yml', 'prompts', '.']],
  [
    'few rows',
    { 'evals/triage.jsonl': jsonl(someRows(3)) },
    ['prompts/triage.prompt.yml', 'prompt-assay.yml', 'evals', '.'],
  ],
  ['nothing', {}, ['prompts/triage.prompt.yml', 'prompt-assay.yml', 'prompts', 'evals/triage.jsonl', '.']],
  [
    'prompts in Markdown and an included file',
    {
      'prompt-assay.yml': aConfigFile().replace('*.prompt.yml', '*.md'),
      'prompts/triage.prompt.yml': null,
      'prompts/a.md': 'user:\nBe {{> ../parts/tone.md}} {{input}}\n',
      'parts/tone.md': 'kind to {{nobody}}',
    },
    ['prompts/a.md', 'prompts', 'parts/tone.md', 'prompt-assay.yml', '.'],
  ],
];

describe('validate', () => {
  it.each(trees)('says the same however it is named: %s', async (_name, files, names) => {
    const { folder } = await makeClone(aTree(files));
    const whole = await validate(folder);
    for (const name of names) {
      expect({ name, ...(await validate(folder, name)) }).toEqual({ name, ...whole });
      expect({ name, ...(await validate(folder, join(folder, name))) }).toEqual({ name, ...whole });
    }
    const isConfigured = files['prompt-assay.yml'] !== null;
    if (isConfigured) expect(await validate(folder, '--config', 'prompt-assay.yml')).toEqual(whole);
  });

  it('of one prompt leaves out what the others have wrong', async () => {
    const { folder } = await makeClone(
      aTree({ 'other/a.prompt.yml': '[', 'other/b.prompt.yml': aPromptFile('hi'), 'other/c.prompt.md': 'user: x' }),
    );
    expect(await validate(folder, 'prompts')).toMatchObject({ code: 0, errors: [] });
    expect((await validate(folder, 'other/b.prompt.yml')).prompts).toHaveLength(1);
    expect(await validate(folder, 'other')).toMatchObject({
      code: 2,
      errors: [['other/a.prompt.yml', 1, expect.anything()]],
    });
  });

  it('of a broken config says what the prompts below it hear', async () => {
    const { folder } = await makeClone(aTree({ 'prompt-assay.yml': 'suites: [' }));
    const { errors, code } = await validate(folder, 'prompt-assay.yml');
    expect({ errors, code }).toEqual({ code: 2, errors: (await validate(folder, 'prompts')).errors });
  });

  it('of a monorepo: each config with its own, from any folder', async () => {
    const app = (name: string, text: string) => ({
      [`apps/${name}/prompt-assay.yml`]: aConfigFile(),
      [`apps/${name}/prompts/triage.prompt.yml`]: aPromptFile(text),
      [`apps/${name}/evals/triage.jsonl`]: jsonl(someRows(100)),
    });
    const { folder } = await makeClone({ ...app('a', '{{nobody}}'), ...app('b', 'v1') });
    const broken = [['apps/a/prompts/triage.prompt.yml', 4, '{{nobody}} has no value.']];
    expect((await validate(folder)).errors).toEqual(broken);
    expect((await validate(folder, 'apps/a/prompt-assay.yml')).errors).toEqual(broken);
    expect((await validate(join(folder, 'apps', 'a'), 'prompts')).errors).toEqual(broken);
    expect((await validate(join(folder, 'apps', 'a'), '--config', 'prompt-assay.yml')).errors).toEqual(broken);
    const good = await validate(join(folder, 'apps', 'b'), '--config', 'prompt-assay.yml');
    expect(good).toMatchObject({ code: 0, suites: [{ config: 'apps/b/prompt-assay.yml' }] });
    expect((await validate(folder, 'apps/b')).suites).toEqual(good.suites);
    const { out } = await run(['validate'], { cwd: folder });
    expect(out).toContain('(apps/b/prompt-assay.yml)');
  });

  it('takes several paths; a deleted one is said, and one that never was is a mistake', async () => {
    const { folder } = await makeClone(aTree({ 'old/a.prompt.yml': aPromptFile('hi') }));
    await rm(join(folder, 'old'), { recursive: true });
    const gone = await validate(folder, 'prompts/triage.prompt.yml', 'old/a.prompt.yml');
    expect(gone).toMatchObject({ code: 0, warnings: [['old/a.prompt.yml', null, 'was deleted.']] });
    await rm(join(folder, 'evals'), { recursive: true });
    expect((await validate(folder, 'evals/triage.jsonl')).errors).not.toEqual([]);
    const typo = await validate(folder, 'prompts/typo.prompt.yml');
    expect(typo).toMatchObject({ code: 2, errors: [['prompts/typo.prompt.yml', null, 'does not exist.']] });
  });

  it('checks an ignored file and one outside of the clone as files', async () => {
    const { folder } = await makeClone(aTree({ '.gitignore': 'drafts\n' }));
    const elsewhere = await makeFolder();
    await writeFiles(folder, { 'drafts/a.prompt.yml': alone });
    await writeFiles(elsewhere, { 'b.prompt.yml': alone });
    const { code, errors } = await validate(folder, 'drafts/a.prompt.yml', join(elsewhere, 'b.prompt.yml'));
    expect(code).toBe(2);
    expect(errors.map(([path]) => path)).toEqual(
      expect.arrayContaining([expect.stringContaining('drafts/a.prompt.yml'), join(elsewhere, 'b.prompt.yml')]),
    );
  });
});

describe('validate outside of a clone', () => {
  it('knows the suites of a config, from its path and its folder', async () => {
    const folder = await makeFolder();
    const files = aTree({ 'prompts/triage.prompt.yml': aPromptFile('{{nobody}}') });
    await writeFiles(folder, Object.fromEntries(Object.entries(files).map(([path, text]) => [`app/${path}`, text])));
    const whole = await validate(folder, 'app');
    expect(whole.errors).toEqual([['app/prompts/triage.prompt.yml', 4, '{{nobody}} has no value.']]);
    expect(await validate(folder, 'app/prompt-assay.yml')).toEqual(whole);
    expect(await validate(join(folder, 'app'), '.')).toMatchObject({
      errors: [['prompts/triage.prompt.yml', 4, whole.errors[0]?.[2]]],
    });
  });

  it('checks a file that stands alone with its rows', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { 'a.prompt.yml': aSelfContained('{{nobody}}') });
    expect(await validate(folder, 'a.prompt.yml')).toMatchObject({
      code: 2,
      errors: [['a.prompt.yml', expect.any(Number), '{{nobody}} has no value.']],
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { buildPromptSuite, defaultBaseline } from '../../src/config/default-config.ts';
import { UserError } from '../../src/errors.ts';
import { parseConfig } from '../../src/read/parse-config.ts';
import { selectPaths } from '../../src/select/globs.ts';
import { listSuiteFiles, selectSuites } from '../../src/select/select-suites.ts';
import { fileEntry, listStrayConfigs, type Side, selectConfigPath } from '../../src/select/side.ts';
import { createFakeRepository, type FakeFiles } from '../helpers/fake-ports.ts';
import { aConfigFile, aTree } from '../pipeline/story.ts';

const repository = createFakeRepository();
const rich = `version: 1
model: { id: some-model }
judge: { model: { id: a-judge } }
suites:
  - name: triage
    prompts: prompts/*.prompt.yml
    dataset: evals/triage.jsonl
    checks:
      - { name: shape, type: json-schema, schema: evals/shape.json }
    judges:
      - { name: helpful, type: checklist, rubric: evals/helpful.md, calibration: evals/labels.jsonl }
`;
const files = aTree({
  'prompt-assay.yml': rich,
  'evals/shape.json': '{}',
  'evals/helpful.md': '- polite: is it polite?',
  'evals/labels.jsonl': '',
  'README.md': 'hello',
});

function sideOf(content: FakeFiles): Side {
  const text = content['prompt-assay.yml'];
  const config = typeof text === 'string' ? parseConfig({ path: 'prompt-assay.yml', text }).config : null;
  return {
    label: 'a side',
    tree: repository.plant(content),
    config,
    suites: config?.suites ?? [],
    dependencies: new Map(),
  };
}

function select(before: FakeFiles, after: FakeFiles) {
  return selectSuites(sideOf(before), sideOf(after));
}

const without = (path: string) => Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));

describe('selectSuites', () => {
  it.each([
    ['nothing', files, false, 'nothing it depends on changed'],
    ['a file no suite reads', { ...files, 'README.md': 'bye' }, false, 'nothing it depends on changed'],
    ['a prompt', { ...files, 'prompts/triage.prompt.yml': 'x' }, true, 'a prompt changed'],
    ['an added prompt', { ...files, 'prompts/second.prompt.yml': 'x' }, true, 'a prompt changed'],
    ['a deleted prompt', without('prompts/triage.prompt.yml'), true, 'a prompt changed'],
    [
      'a prompt of no suite',
      { ...files, 'prompts/deep/third.prompt.yml': 'x' },
      false,
      'nothing it depends on changed',
    ],
    ['the dataset', { ...files, 'evals/triage.jsonl': '{}' }, true, 'a dataset, rubric or schema changed'],
    ['the rubric', { ...files, 'evals/helpful.md': '' }, true, 'a dataset, rubric or schema changed'],
    ['the schema', { ...files, 'evals/shape.json': '[]' }, true, 'a dataset, rubric or schema changed'],
    ['the labels of a judge', { ...files, 'evals/labels.jsonl': '{}' }, true, 'a dataset, rubric or schema changed'],
    ['the schema is deleted', without('evals/shape.json'), true, 'a dataset, rubric or schema changed'],
    [
      'a check',
      { ...files, 'prompt-assay.yml': rich.replace('shape, type', 'form, type') },
      true,
      'its config changed',
    ],
    ['the model', { ...files, 'prompt-assay.yml': rich.replace('some-model', 'other') }, true, 'its config changed'],
    ['the model of judges', { ...files, 'prompt-assay.yml': rich.replace('a-judge', 'b') }, true, 'its config changed'],
    [
      'lines that moved',
      { ...files, 'prompt-assay.yml': `# hello\n\n${rich}` },
      false,
      'nothing it depends on changed',
    ],
    [
      'the budget',
      { ...files, 'prompt-assay.yml': `${rich}budget: { per-run-usd: 9 }\n` },
      false,
      'nothing it depends on changed',
    ],
    ['the config is deleted', without('prompt-assay.yml'), true, 'its config changed'],
    [
      'a prompt and the dataset',
      { ...files, 'prompts/triage.prompt.yml': 'x', 'evals/triage.jsonl': '{}' },
      true,
      'a prompt and a dataset, rubric or schema changed',
    ],
  ])('%s', (_name, candidate, affected, reason) => {
    expect(select(files, candidate)).toEqual([expect.objectContaining({ affected, reason, mayGate: true })]);
  });

  it('a file that only the candidate config names counts', () => {
    const proposed = { ...files, 'prompt-assay.yml': rich.replace('shape.json', 'new.json'), 'evals/new.json': '{}' };
    expect(select(files, proposed)[0]?.reason).toBe('a dataset, rubric or schema and its config changed');
  });

  it('the section of the base decides, whatever the candidate makes of it', () => {
    const loose = rich
      .replace('shape, type', 'form, type')
      .replace('dataset: ', 'gate: { margin: 0.5 }\n    dataset: ');
    const [selection] = select(files, { ...files, 'prompt-assay.yml': loose });
    expect(selection?.proposed).toMatchObject({ gate: { margin: 0.5 } });
    expect(selection?.suite).toEqual(sideOf(files).suites[0]);
  });

  it('first contact: the suites of the candidate, affected, and none may gate', () => {
    const [suite] = select(without('prompt-assay.yml'), files);
    expect(suite).toMatchObject({ affected: true, mayGate: false });
    expect(suite?.basePrompts).toEqual(['prompts/triage.prompt.yml']);
  });

  it('a suite that the candidate adds is listed after the others and may not gate; a removed one still may', () => {
    const second = `${rich}  - { name: second, prompts: "*.md", dataset: evals/triage.jsonl, checks: [{ name: c, type: json }] }\n`;
    const both = { ...files, 'prompt-assay.yml': second };
    expect(select(files, both).map(({ suite, mayGate }) => [suite.name, mayGate])).toEqual([
      ['triage', true],
      ['second', false],
    ]);
    expect(select(both, files).map(({ suite, mayGate, proposed }) => [suite.name, mayGate, proposed === null])).toEqual(
      [
        ['triage', true, false],
        ['second', true, true],
      ],
    );
  });

  it('without any config the built-in one may gate', () => {
    const suites = [buildPromptSuite('a.prompt.yml', defaultBaseline)];
    const side = (text: string) => ({ ...sideOf({ 'a.prompt.yml': text }), suites });
    const [suite] = selectSuites(side('x'), side('y'));
    expect(suite).toMatchObject({ mayGate: true, affected: true, basePrompts: ['a.prompt.yml'] });
  });

  it('the content key is the question: equal for equal content, another for any part of it', () => {
    const changed = { ...files, 'prompts/triage.prompt.yml': 'x' };
    const key = (before: FakeFiles, after: FakeFiles) => select(before, after)[0]?.contentKey;
    expect(key(files, changed)).toBe(key({ ...files, 'README.md': 'other' }, { ...changed, 'new.txt': '' }));
    const others = [
      key(files, { ...changed, 'prompts/triage.prompt.yml': 'y' }),
      key({ ...files, 'evals/triage.jsonl': '' }, { ...changed, 'evals/triage.jsonl': '' }),
      key({ ...files, 'prompts/triage.prompt.yml': 'z' }, changed),
      key(changed, files),
    ];
    expect(new Set([key(files, changed), ...others]).size).toBe(5);
  });

  it('lists each file of a suite once, sorted', () => {
    const { suites } = parseConfig({ path: 'prompt-assay.yml', text: rich }).config;
    expect(suites.map(listSuiteFiles)).toEqual([
      ['evals/helpful.md', 'evals/labels.jsonl', 'evals/shape.json', 'evals/triage.jsonl'],
    ]);
    const inline = aConfigFile().replace('dataset: evals/triage.jsonl', 'dataset: [{ input: a, expected: b }]');
    expect(parseConfig({ path: 'prompt-assay.yml', text: inline }).config.suites.map(listSuiteFiles)).toEqual([[]]);
  });
});

describe('selectConfigPath', () => {
  const plant = (...paths: readonly string[]) => repository.plant(Object.fromEntries(paths.map((path) => [path, ''])));
  it.each([
    ...['prompt-assay.yml', 'prompt-assay.yaml', 'prompt-assay.json'].flatMap((name) => [name, `.github/${name}`]),
  ])('finds %s', (path) => {
    expect(selectConfigPath(plant(path, 'apps/a/prompt-assay.yml'), null)).toBe(path);
  });

  it.each([
    ['none elsewhere', ['config/prompt-assay.yml'], null, null],
    ['the one asked for', ['prompt-assay.yml', '.github/prompt-assay.yml', 'x.yml'], 'x.yml', 'x.yml'],
    ['one asked for and missing is none, not another', ['prompt-assay.yml'], 'x.yml', null],
  ])('%s', (_name, paths, asked, expected) => {
    expect(selectConfigPath(plant(...paths), asked)).toBe(expected);
  });

  it.each([
    ['prompt-assay.yml', 'prompt-assay.yaml'],
    ['prompt-assay.yml', '.github/prompt-assay.yml'],
    ['prompt-assay.json', '.github/prompt-assay.yaml'],
  ])('%s and %s: an error that names both', (one, other) => {
    expect(() => selectConfigPath(plant(other, one), null)).toThrow(`${one} is a config, and ${other} is one too.`);
  });

  it('lists those that nobody reads', () => {
    const tree = plant(
      'apps/b/prompt-assay.yml',
      'apps/a/prompt-assay.json',
      'prompt-assay.yml',
      'my-prompt-assay.yml',
    );
    expect(listStrayConfigs(tree)).toEqual(['apps/a/prompt-assay.json', 'apps/b/prompt-assay.yml']);
  });
});

describe('selectPaths', () => {
  const tree = repository.plant(
    Object.fromEntries(
      [
        'b.prompt.yml',
        'a.prompt.yml',
        '.github/c.prompt.yml',
        'x/y/d.prompt.yml',
        'node_modules/e.prompt.yml',
        'x/node_modules/p/f.prompt.yml',
      ].map((path) => [path, '']),
    ),
  );
  it.each([
    ['one level, sorted', ['*.prompt.yml'], ['a.prompt.yml', 'b.prompt.yml']],
    [
      'all levels, hidden folders too, never node_modules',
      ['**/*.prompt.yml'],
      ['.github/c.prompt.yml', 'a.prompt.yml', 'b.prompt.yml', 'x/y/d.prompt.yml'],
    ],
    ['several globs, each path once', ['a*', '*.prompt.yml'], ['a.prompt.yml', 'b.prompt.yml']],
    ['a folder', ['x/**'], ['x/y/d.prompt.yml']],
    ['nothing', ['*.md'], []],
  ])('%s', (_name, globs, paths) => {
    expect(selectPaths(tree, globs)).toEqual(paths);
  });
});

describe('fileEntry', () => {
  const tree = repository.plant({
    'a.md': 'a',
    link: { mode: '120000', target: '/etc/passwd' },
    module: { mode: '160000', target: 'commit' },
  });
  it('gives a regular file, and null for none', () => {
    expect(fileEntry(tree, 'a.md')?.path).toBe('a.md');
    expect(fileEntry(tree, 'b.md')).toBeNull();
  });

  it.each([
    ['link', 'is a symbolic link'],
    ['module', 'is a submodule'],
  ])('refuses %s by name', (path, words) => {
    expect(() => fileEntry(tree, path)).toThrow(UserError);
    expect(() => fileEntry(tree, path)).toThrow(`${path} ${words}`);
  });
});

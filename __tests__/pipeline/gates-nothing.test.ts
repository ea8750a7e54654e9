import { describe, expect, it } from '@jest/globals';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import { validateTree } from '../../src/pipeline/validate.ts';
import { createFakeWorld, type FakeFiles } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, allRight, answering, aPromptFile, aSelfContained, aTree, tell } from './story.ts';

const link = (target: string) => ({ mode: '120000', target }) as const;
const submodule = (commit: string) => ({ mode: '160000', target: commit }) as const;
const configOf = (prompts: string, dataset = 'evals/triage.jsonl') =>
  aConfigFile()
    .replace('prompts: prompts/*.prompt.yml', `prompts: "${prompts}"`)
    .replace('dataset: evals/triage.jsonl', `dataset: ${dataset}`);
const rows = aTree()['evals/triage.jsonl'] as string;

/** Suites that gate nothing: the tree, and what a change does behind the suite's back. */
const cases: readonly (readonly [string, Parameters<typeof aTree>[0], string])[] = [
  ['a glob with a mistake', { 'prompt-assay.yml': configOf('prompt/*.prompt.yml') }, 'matches no prompt file'],
  [
    'a prompt that is a link',
    { 'prompt-assay.yml': configOf('app/p.md'), 'app/p.md': link('../common/p.md'), 'common/p.md': 'v1 {{input}}' },
    'app/p.md is a symbolic link',
  ],
  [
    'a dataset that is a link',
    { 'prompt-assay.yml': configOf('prompts/*', 'evals/d.jsonl'), 'evals/d.jsonl': link('../common/d.jsonl') },
    'evals/d.jsonl is a symbolic link',
  ],
  [
    'prompts in a submodule',
    { 'prompt-assay.yml': configOf('vendor/prompts/*.md'), 'vendor/prompts': submodule('c1') },
    'vendor/prompts is a submodule',
  ],
  [
    'a dataset in a submodule',
    { 'prompt-assay.yml': configOf('prompts/*', 'vendor/d.jsonl'), vendor: submodule('c1') },
    'vendor is a submodule',
  ],
];

describe('a suite that gates nothing', () => {
  it.each(cases)('%s: one line at the top of any other pull request', async (_name, files, words) => {
    const { report, world } = await tell({ base: aTree(files), candidate: aTree({ ...files, 'src/a.ts': 'x' }) });
    expect(report).toMatchObject({ verdict: 'pass', green: true });
    expect(report.notices).toEqual([expect.stringContaining(`Suite "triage" gates nothing: `)]);
    expect(report.notices[0]).toContain(words);
    expect(world.log.lines.join('\n')).toContain(words);
  });

  it.each(cases)('%s: invalid where its section comes or changes', async (_name, files, words) => {
    const more = { ...files, 'prompt-assay.yml': `${files?.['prompt-assay.yml']}    gate: { margin: 0.2 }\n` };
    for (const base of [aTree(files), aTree({ ...files, 'prompt-assay.yml': null }), aTree()]) {
      const { report, calls } = await tell({ base, candidate: aTree(more) });
      expect(report).toMatchObject({ verdict: 'invalid', green: false });
      expect(report.errors[0]).toMatchObject({ path: 'prompt-assay.yml', message: expect.stringContaining(words) });
      expect(calls).toEqual([]);
    }
  });

  it.each(cases)('%s: invalid for `validate` and a baseline', async (_name, files) => {
    const world = createFakeWorld(allRight);
    const tree = world.repository.plant(aTree(files));
    expect((await validateTree(world.repository, tree, null)).ok).toBe(false);
    const request = { label: 'main', reason: null, who: null, onlyChanged: false, fresh: false, dryRun: false };
    const report = await rebaseline(world, { ...request, tree, configPath: null, noise: false });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
  });

  it.each<readonly [string, Parameters<typeof aTree>[0], FakeFiles]>([
    ['what a link of a prompt leads to', cases[1]?.[1], { 'common/p.md': 'v2 {{input}}' }],
    ['what a link of a dataset leads to', cases[2]?.[1], { 'common/d.jsonl': rows }],
    ['the pointer of a submodule', cases[3]?.[1], { 'vendor/prompts': submodule('c2') }],
    ['the pointer above its dataset', cases[4]?.[1], { vendor: submodule('c2') }],
    ['a file below the folder of its glob', cases[0]?.[1], { 'prompt/p.md': 'v2' }],
  ])('is invalid in a pull request that changes %s', async (_name, files, change) => {
    const { report } = await tell({ base: aTree(files), candidate: { ...aTree(files), ...change } });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.errors[0]?.message).toContain('suite "triage" gates nothing');
  });

  it.each([
    ['is replaced by a link', { prompts: link('elsewhere') }],
    ['loses its last prompt', {}],
  ])('is invalid where its folder %s', async (_name, change) => {
    const { report } = await tell({ candidate: aTree({ 'prompts/triage.prompt.yml': null, ...change }) });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
  });

  it('at the root is touched by what a format reads as a prompt, and by nothing else', async () => {
    const files = { 'prompt-assay.yml': configOf('*.promt.yml') };
    const touch = async (path: string) =>
      (await tell({ base: aTree(files), candidate: aTree({ ...files, [path]: 'x' }) })).report.verdict;
    expect([await touch('clerk.prompt.yml'), await touch('src/a.ts')]).toEqual(['invalid', 'pass']);
  });

  it.each(cases)(
    '%s: once it is mended, main gated nothing: inconclusive, and the scores are shown',
    async (_name, files) => {
      const { report } = await tell({ base: aTree(files), candidate: aTree(), script: answering(() => true) });
      expect(report).toMatchObject({ verdict: 'inconclusive', green: true, errors: [] });
      expect(report.title).toBe("Main's suite gated nothing; from this merge on it will.");
      expect(report.metrics).toMatchObject([{ metric: 'label', candidateMean: 1 }]);
    },
  );
});

describe('configs that are not read', () => {
  it('are named where none is at the root', async () => {
    const files = { 'apps/b/prompt-assay.yml': aConfigFile(), 'apps/b/prompts/triage.prompt.yml': aPromptFile('v1') };
    const { report, world } = await tell({
      base: files,
      candidate: { ...files, 'apps/b/prompts/new.prompt.yml': aPromptFile('v1', 'new') },
    });
    expect(report.notices).toContain('apps/b/prompt-assay.yml is not read: name it with the input config.');
    expect(world.log.lines).toContain('apps/b/prompt-assay.yml is not read: name it with the input config');
  });

  it.each(['prompt-assay.yaml', '.github/prompt-assay.yaml'])('%s is one that is', async (path) => {
    const at = path.startsWith('.github') ? '../' : '';
    const text = aConfigFile().replace('prompts/', `${at}prompts/`).replace('evals/', `${at}evals/`);
    const files = { 'prompt-assay.yml': null, [path]: text };
    const script = answering((arm, number) => arm === 'base' || number >= 30);
    expect((await tell({ base: aTree(files), candidate: aChangedTree(files), script })).report.verdict).toBe('fail');
  });

  it('JSON is read as well', async () => {
    const text = JSON.stringify({
      version: 1,
      model: { id: 'some-model' },
      suites: [
        {
          name: 'triage',
          prompts: 'prompts/*.prompt.yml',
          dataset: 'evals/triage.jsonl',
          checks: [{ name: 'label', type: 'equals', expected: 'yes' }],
        },
      ],
    });
    const files = { 'prompt-assay.yml': null, 'prompt-assay.json': text };
    expect((await tell({ base: aTree(files), candidate: aChangedTree(files) })).report.verdict).toBe('pass');
  });

  it('two of them are an error that names both', async () => {
    const { report } = await tell({ candidate: aChangedTree({ '.github/prompt-assay.yaml': aConfigFile() }) });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.errors[0]).toMatchObject({
      path: 'prompt-assay.yml',
      message: 'is a config, and .github/prompt-assay.yaml is one too.',
    });
  });
});

describe('a repository in which nothing is gated', () => {
  it.each([
    ['a prompt without rows changed', { 'app/prompts/a.txt': 'new' }],
    ['nothing but code changed', { 'src/a.ts': 'x' }],
  ])('says so, and names the prompt files it saw: %s', async (_name, change) => {
    const files = { 'app/prompts/a.txt': 'Do it.', 'b.prompt.yml': aPromptFile('v1'), 'README.md': 'x' };
    const { report } = await tell({ base: files, candidate: { ...files, ...change } });
    expect(report).toMatchObject({ verdict: 'pass', green: true, title: 'Nothing is gated here.', suites: [] });
    expect(report.notices[0]).toContain('2 files look like a prompt: app/prompts/a.txt, b.prompt.yml. To gate one');
  });

  it('is another than one whose only prompt did not change', async () => {
    const files = { 'a.prompt.yml': aSelfContained('v1') };
    const { report } = await tell({ base: files, candidate: { ...files, 'src/a.ts': 'x' } });
    expect(report).toMatchObject({ title: 'No prompt and nothing a suite depends on changed.', notices: [] });
  });
});

describe("a pull request that repairs main's config", () => {
  const broken = { 'prompt-assay.yml': 'suites: [' };
  const worse = answering((arm, number) => arm === 'base' || number >= 30);

  it('is inconclusive, and shows what its suites would have said', async () => {
    const { report } = await tell({ base: aTree(broken), candidate: aChangedTree(), script: worse });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: true, errors: [] });
    expect(report.title).toMatch(/^Main's config gated nothing: prompt-assay\.yml/);
    expect(report.metrics).toMatchObject([{ gates: false, worse: 30 }]);
    expect(report.notices.join()).toContain("main's own config, not this change's");
  });

  it('makes no call where only a config could say where requests go', async () => {
    const request = { namesEndpoint: false };
    const { report, calls } = await tell({ base: aTree(broken), candidate: aChangedTree(), request });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: true });
    expect(report.title).toContain("ain's config gated nothing");
    expect(calls).toEqual([]);
  });

  it.each<readonly [string, FakeFiles, string]>([
    ['changes a config', { 'prompt-assay.yml': 'suites: {' }, 'invalid'],
    ['changes a prompt', { 'prompts/triage.prompt.yml': aPromptFile('v2') }, 'invalid'],
    ['changes code alone', { 'src/a.ts': 'x' }, 'pass'],
  ])('where both are broken and it %s: %s', async (_name, change, verdict) => {
    const { report } = await tell({ base: aTree(broken), candidate: { ...aTree(broken), ...change } });
    expect(report.verdict).toBe(verdict);
    if (verdict === 'pass') expect(report.notices.join()).toContain('cannot be used, so nothing is gated');
  });

  it('of another branch asks nobody while the default branch cannot say whom', async () => {
    const story = { base: aTree(), candidate: aChangedTree() };
    const world = createFakeWorld(allRight);
    const defaultTree = world.repository.plant(aTree(broken));
    const closed = await tell({ ...story, world, request: { defaultTree, namesEndpoint: false } });
    expect(closed.report).toMatchObject({ verdict: 'invalid', green: false });
    expect(closed.calls).toEqual([]);
    expect((await tell({ ...story, world, request: { defaultTree } })).report.verdict).toBe('pass');
  });
});

import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'yaml';
import { exampleFiles } from '../../src/init/example.ts';
import { startFakeModel } from '../helpers/fake-model/fake-model.ts';
import { makeClone, makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

// Each story runs git many times.
jest.setTimeout(60_000);

afterEach(removeFolders);

const workflow = '.github/workflows/prompt-assay.yml';
const jsonl = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const many = (make: (number: number) => object, count = 30) => Array.from({ length: count }, (_, index) => make(index));

const systemMessage = { 'prompts/support.system.md': 'Answer a customer in one sentence.\n' };
const labelled = jsonl(many((number) => ({ input: `text ${number}`, expected: ['Billing', 'Account'][number % 2] })));
const gitHubModels = (model: string, more = '') => `name: sort\n${model}messages:
  - { role: user, content: "Sort {{input}}" }
testData:
${many((number) => ({ input: `t${number}`, expected: 'a' }), 12)
  .map((row) => `  - ${JSON.stringify(row)}\n`)
  .join('')}${more}`;
const evaluators = 'evaluators:\n  - { name: same, string: { equals: "{{expected}}" } }\n';

/** What the rows of the example expect, by their input. */
const answers = new Map(
  exampleFiles[1].text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ input, expected }) => [input, expected]),
);

interface Expected {
  /** What the config's suites are, in short. */
  readonly suites: readonly object[];
  /** What the terminal says. */
  readonly says?: readonly RegExp[];
  /** Files that are new beside config and workflow. */
  readonly more?: readonly string[];
}

/** Differently made repositories, and what each begins with. */
const repositories: readonly (readonly [string, Record<string, unknown>, Expected])[] = [
  [
    'a system message and rows of its name',
    {
      ...systemMessage,
      'evals/support.jsonl': jsonl(
        many((n) => ({ input: `q${n}`, expected: `A long answer that says ${n} in many words.` })),
      ),
    },
    {
      suites: [
        {
          name: 'support',
          prompts: 'prompts/support.system.md',
          dataset: 'evals/support.jsonl',
          checks: [{ type: 'token-f1' }],
        },
      ],
    },
  ],
  [
    'labels in CSV',
    {
      'classify_prompt.txt': 'Which queue? {{ticket}}',
      'data/tickets.csv': `ticket,expected\n${many((n) => [n])
        .map((_, n) => `"ticket ${n}",${['Bug', 'Wish'][n % 2]}\n`)
        .join('')}`,
    },
    {
      suites: [
        {
          name: 'classify',
          dataset: 'data/tickets.csv',
          checks: [{ type: 'equals', normalize: ['unicode', 'whitespace', 'case'] }],
        },
      ],
    },
  ],
  [
    'GitHub Models, whole files and one without a model',
    { 'a.prompt.yml': gitHubModels('model: m\n', evaluators), 'b.prompt.yml': gitHubModels('', evaluators) },
    {
      suites: [{ name: 'a', prompts: 'a.prompt.yml' }, { prompts: 'b.prompt.yml' }],
      says: [/a suite of itself/],
    },
  ],
  [
    'GitHub Models with rows and without evaluators',
    { 'a/sort.prompt.yml': gitHubModels('model: m\n') },
    {
      suites: [{ name: 'sort', prompts: 'a/sort.prompt.yml', checks: [{ type: 'equals' }], gate: { target: 'cases' } }],
    },
  ],
  [
    'a monorepo, each package with its own',
    {
      'packages/shop/prompts/reply.md': 'Reply to {{input}}',
      'packages/shop/evals/reply.jsonl': jsonl(many((n) => ({ input: `s${n}`, expected: { intent: 'buy', n } }))),
      'packages/bank/prompts/reply.md': 'Reply to {{input}}',
      'packages/bank/evals/reply.jsonl': jsonl(many((n) => ({ input: `b${n}` }))),
      'packages/bank/prompts/README.md': '# How we write prompts',
    },
    {
      suites: [
        {
          name: 'reply',
          prompts: 'packages/bank/prompts/reply.md',
          dataset: 'packages/bank/evals/reply.jsonl',
          checks: [{ type: 'empty' }, { type: 'refusal' }],
        },
        {
          name: 'shop-reply',
          prompts: 'packages/shop/prompts/reply.md',
          dataset: 'packages/shop/evals/reply.jsonl',
          checks: [
            { name: 'intent', type: 'equals', path: '/intent' },
            { name: 'n', path: '/n' },
          ],
        },
      ],
      says: [/Suite "reply": no row says which answer is right: add a column "expected"/],
    },
  ],
  [
    'an application, whose prompts stand in its code',
    {
      'src/app.py': 'PROMPT = "Sort"',
      'tests/test_app.py': '',
      'requirements.txt': 'openai',
      'evals/golden_dataset.json': JSON.stringify(many((n) => ({ question: `q${n}`, answer: `${n}` }))),
    },
    {
      suites: [
        { sources: ['src/**', 'requirements.txt'], dataset: 'evals/golden_dataset.json', checks: [{ type: 'number' }] },
      ],
      says: [/your application answers, and Prompt Assay judges/, /outputs\.py, which is yours to write/],
    },
  ],
  [
    'nothing',
    { 'README.md': '# Hello' },
    {
      suites: [{ name: 'triage' }],
      says: [/Nothing to evaluate was found/],
      more: ['prompts/triage.prompt.yml', 'evals/triage.jsonl'],
    },
  ],
  [
    'a prompt without rows',
    { 'prompts/greet.md': 'Greet {{name}} in {{language}}.' },
    {
      suites: [{ name: 'greet', dataset: 'evals/greet.jsonl' }],
      says: [/Replace the rows of evals\/greet\.jsonl/],
      more: ['evals/greet.jsonl'],
    },
  ],
  [
    'many prompts of one folder that take the same rows',
    {
      ...Object.fromEntries(
        many(() => ({}), 5).map((_, n) => [`prompts/faq/v${n}.md`, `${n}: {{question}} with {{context}}`]),
      ),
      'evals/faq.jsonl': jsonl(
        many((n) => ({ question: `q${n}`, context: 'c', expected: ['Paris', `Rome ${n}`][n % 2] })),
      ),
    },
    {
      suites: [
        { name: 'faq', prompts: 'prompts/faq/*.md', dataset: 'evals/faq.jsonl', checks: [{ type: 'contains' }] },
      ],
    },
  ],
  [
    'prompts of which nothing says whose the rows are',
    { 'prompts/one.md': 'A {{input}}', 'prompts/two.md': 'B {{input}}', 'evals/orders.jsonl': labelled },
    {
      suites: [{ name: 'orders', prompts: ['prompts/one.md', 'prompts/two.md'], dataset: 'evals/orders.jsonl' }],
      says: [/put together since the columns fit/],
    },
  ],
  [
    'Prompty, which is told by its registry entry alone',
    {
      'chat.prompty': '---\nname: chat\nmodel:\n  api: chat\n---\nsystem:\nBe kind.\n\nuser:\n{{question}}\n',
      'data/questions.tsv': `question\texpected\n${many((n) => [n])
        .map((_, n) => `q${n}\t${['yes', 'no'][n % 2]}\n`)
        .join('')}`,
    },
    { suites: [{ prompts: 'chat.prompty', dataset: 'data/questions.tsv', checks: [{ type: 'equals' }] }] },
  ],
  [
    'rows that bring their checks',
    {
      'prompts/tone.md': 'Answer {{input}}',
      'evals/tone.jsonl': jsonl(many((n) => ({ input: `q${n}`, checks: [{ type: 'contains', expected: 'Dear' }] }))),
    },
    { suites: [{ name: 'tone', checks: [{ name: 'checks', type: 'row-checks' }] }] },
  ],
  [
    'what only coding assistants are told',
    { 'AGENTS.md': 'Be brief.', '.claude/commands/review.md': 'Review {{input}}', 'evals/labels.jsonl': labelled },
    {
      suites: [{ name: 'triage' }],
      says: [
        /AGENTS\.md +markdown; input → is told to a coding assistant/,
        /evals\/labels\.jsonl.*is evidently of no prompt/,
      ],
      more: ['prompts/triage.prompt.yml', 'evals/triage.jsonl'],
    },
  ],
];

describe('init', () => {
  it.each(repositories)('writes for %s what validates', async (_name, files, { suites, says = [], more = [] }) => {
    const { folder } = await makeClone(files);
    const { code, out, err } = await run(['init'], { cwd: folder });
    expect([code, err]).toEqual([0, '']);
    for (const path of Object.keys(files)) {
      if (!/README|tests|requirements|src/.test(path)) expect(out).toContain(path.replace(/v\d\.md$/, ''));
    }
    for (const words of says) expect(out).toMatch(words);
    expect(out.match(/^Written: .*$/gm)).toEqual(
      [...more, 'prompt-assay.yml', workflow].map((path) => `Written: ${path}`),
    );
    expect(out.trimEnd().split('\n').at(-1)).toBe('Next: prompt-assay validate');

    const config = parse(await readFile(join(folder, 'prompt-assay.yml'), 'utf8'));
    expect(config).toMatchObject({ version: 1, suites });
    const checked = await run(['validate', '--json'], { cwd: folder });
    expect(JSON.parse(checked.out)).toMatchObject({ ok: true, errors: [] });
    expect(JSON.parse(checked.out).suites.length).toBeGreaterThanOrEqual(suites.length);
  });

  it('tells editors where the schema is, where the package is installed', async () => {
    const schema = 'node_modules/prompt-assay/schemas/prompt-assay.schema.json';
    const firstLine = async (files: Record<string, string>) => {
      const { folder } = await makeClone({ '.gitignore': 'node_modules/\n', ...files });
      await run(['init'], { cwd: folder });
      return (await readFile(join(folder, 'prompt-assay.yml'), 'utf8')).split('\n')[0];
    };
    expect(await firstLine({ [schema]: '{}' })).toBe(`# yaml-language-server: $schema=./${schema}`);
    expect(await firstLine({ 'node_modules/other/schema.json': '{}' })).toMatch(/^# What Prompt Assay evaluates/);
  });

  it.each([
    ['pass', () => true],
    ['fail', (text: string) => !text.includes('Be polite.')],
  ])('leads to a first verdict: %s', async (verdict, isRight) => {
    const server = await startFakeModel({
      answer: ({ text }) =>
        isRight(text)
          ? (/billing|delivery|account/.exec(answers.get(text.split('\n').at(-1) ?? '') ?? '')?.[0] ?? 'x')
          : 'x',
    });
    try {
      const { folder, git } = await makeClone({ 'README.md': '' });
      await run(['init', '--local-model', server.url], { cwd: folder });
      await git(['add', '.']);
      await git(['commit', '--quiet', '-m', 'Add Prompt Assay']);
      const prompt = join(folder, 'prompts/triage.prompt.yml');
      await writeFile(prompt, (await readFile(prompt, 'utf8')).replace('You sort', 'Be polite. You sort'));
      const { out } = await run(['run', '--json'], { cwd: folder });
      expect(JSON.parse(out)).toMatchObject({ verdict, errors: [] });
    } finally {
      await server.close();
    }
  });

  it('needs no config where every prompt is a suite of itself', async () => {
    const { folder } = await makeClone({ 'a.prompt.yml': gitHubModels('model: m\n', evaluators) });
    const { out } = await run(['init', '--json'], { cwd: folder });
    expect(JSON.parse(out)).toMatchObject({
      found: [
        {
          path: 'a.prompt.yml',
          kind: 'prompt',
          format: 'github-models',
          cases: 12,
          note: 'carries rows and evaluators: a suite of itself',
        },
      ],
      written: [workflow],
      kept: [],
      notes: expect.arrayContaining([expect.stringContaining('No config is needed')]),
      next: 'prompt-assay validate',
      errors: [],
    });
  });

  it('names a model for evaluators that name none', async () => {
    const uses = 'evaluators:\n  - { name: like, uses: github/similarity }\n';
    const { folder } = await makeClone({
      'a.prompt.yml': gitHubModels('model: m\n', uses),
      'b_prompt.yml': gitHubModels('model: m\n', uses),
    });
    await run(['init'], { cwd: folder });
    const { judge, suites } = parse(await readFile(join(folder, 'prompt-assay.yml'), 'utf8'));
    expect(judge.model.id).toBe('gpt-4.1-mini');
    expect(suites).toMatchObject([{ prompts: 'b_prompt.yml' }]);
    const { out } = await run(['validate', '--json'], { cwd: folder });
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      suites: [{ metrics: [{ name: 'like' }] }, { metrics: [{ name: 'like' }] }],
    });
  });

  it('keeps what is there, and prints what it would have written', async () => {
    const mine = 'version: 1\nsuites: [{ name: mine, prompts: prompts/*.md }]\n';
    const calling = 'jobs: { a: { steps: [{ uses: me/prompt-assay@v1 }] } }\n';
    const { folder } = await makeClone({
      ...systemMessage,
      'evals/support.jsonl': labelled,
      '.github/prompt-assay.yaml': mine,
      '.github/workflows/gate.yml': calling,
    });
    const { out } = await run(['init', '--json'], { cwd: folder });
    const { written, kept, proposed } = JSON.parse(out);
    expect(written).toEqual([]);
    expect(kept.map(({ path }: { path: string }) => path)).toEqual([
      '.github/prompt-assay.yaml',
      '.github/workflows/gate.yml',
    ]);
    expect(proposed.map(({ path }: { path: string }) => path)).toEqual(['prompt-assay.yml', workflow]);
    expect(proposed[0].text).toContain('dataset: evals/support.jsonl');
    expect(await readFile(join(folder, '.github/prompt-assay.yaml'), 'utf8')).toBe(mine);
  });

  it('makes nothing up beside a config', async () => {
    const { folder } = await makeClone({ 'prompt-assay.yml': 'version: 1\n' });
    const { out } = await run(['init'], { cwd: folder });
    expect(out.match(/^(Written|Kept): .*$/gm)).toEqual([`Written: ${workflow}`]);
  });

  it('writes over no file that git ignores', async () => {
    const { folder } = await makeClone({ '.gitignore': 'prompt-assay.yml\n' });
    await writeFile(join(folder, 'prompt-assay.yml'), 'mine');
    const { out } = await run(['init'], { cwd: folder });
    expect(out).toContain('Kept: prompt-assay.yml is there already');
    expect(await readFile(join(folder, 'prompt-assay.yml'), 'utf8')).toBe('mine');
  });

  it('writes through no link', async () => {
    const { folder } = await makeClone({ 'README.md': '' });
    const elsewhere = await makeFolder();
    await symlink(elsewhere, join(folder, '.github'));
    const { out } = await run(['init'], { cwd: folder });
    expect(out).toContain(`Kept: ${workflow} is not written: .github is a symbolic link`);
    await expect(readFile(join(elsewhere, 'workflows/prompt-assay.yml'))).rejects.toThrow();
  });

  it('--dry-run writes nothing and prints all', async () => {
    const { folder, git } = await makeClone({ ...systemMessage, 'evals/support.jsonl': labelled });
    const { out } = await run(['init', '--dry-run'], { cwd: folder });
    expect(out).toContain('── prompt-assay.yml (not written)');
    expect(out).toContain('── .github/workflows/prompt-assay.yml (not written)');
    expect(out).toContain('Next: prompt-assay init');
    expect(String(await git(['status', '--porcelain']))).toBe('');
  });

  it('--local-model names the server for prompts that name a model of a provider', async () => {
    const { folder } = await makeClone({ 'a.prompt.yml': gitHubModels('model: openai/gpt-4o\n', evaluators) });
    await run(['init', '--local-model', 'http://127.0.0.1:11434/v1'], { cwd: folder });
    const config = parse(await readFile(join(folder, 'prompt-assay.yml'), 'utf8'));
    expect(config.model).toEqual({
      id: 'llama3.2',
      'base-url': 'http://127.0.0.1:11434/v1',
      map: { 'openai/gpt-4o': 'llama3.2' },
    });
    const text = await readFile(join(folder, workflow), 'utf8');
    expect(text).not.toContain('secrets.');
    expect(parse(text).jobs.assay['runs-on']).toBe('self-hosted');
    expect((await run(['validate'], { cwd: folder })).code).toBe(0);
  });

  it.each([['ftp://a'], ['here'], ['http://a b'], [''], ['http://me:secret@a/v1'], ['http://a/v1/chat/completions']])(
    '--local-model "%s" is refused',
    async (url) => {
      const { folder } = await makeClone({ 'README.md': '' });
      expect(await run(['init', '--local-model', url], { cwd: folder })).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^prompt-assay: --local-model (is|holds|ends) (?!.*secret)/),
      });
    },
  );

  it('--agents writes the skill for coding agents', async () => {
    const { folder } = await makeClone({ 'README.md': '' });
    await run(['init', '--agents'], { cwd: folder });
    const skill = await readFile(join(folder, '.claude/skills/prompt-assay/SKILL.md'), 'utf8');
    expect(skill).toBe(await readFile('docs/skill/SKILL.md', 'utf8'));
  });

  it('names by path and reason what looks like a prompt or rows and cannot be read', async () => {
    const { folder } = await makeClone({
      'prompts/broken.prompt.yml': 'messages: 3\n',
      'prompts/flow.baml': 'function A() {}',
      'evals/broken.jsonl': '{"a": 1}\n{"a":\n',
      'config/settings.json': '{"no": "rows"}',
      'evals/golden.parquet': 'PAR1',
    });
    const { out } = await run(['init', '--json'], { cwd: folder });
    const found = JSON.parse(out).found.map(({ path, note }: { path: string; note: string }) => [path, note]);
    expect(found).toEqual([
      ['prompts/broken.prompt.yml', expect.stringContaining('cannot be read')],
      ['prompts/flow.baml', expect.stringContaining('is BAML')],
      ['evals/broken.jsonl', expect.stringContaining('cannot be read')],
      ['evals/golden.parquet', expect.stringContaining('is Parquet, which is not read. Run this')],
    ]);
  });

  it('pairs nothing that is not evident beside what is, and says what would fit', async () => {
    const { folder } = await makeClone({
      'prompts/one.md': 'A {{input}}',
      'prompts/orders.md': 'B {{input}}',
      'evals/orders.jsonl': labelled,
    });
    const { out } = await run(['init'], { cwd: folder });
    expect(out).toMatch(/prompts\/one\.md .*no rows are evidently its own; evals\/orders\.jsonl would fill it/);
    expect(out).toMatch(/prompts\/orders\.md .*suite "orders"/);
  });

  it('pairs no conversations with a prompt whose whole text they would replace', async () => {
    const chats = jsonl(many((n) => ({ messages: [{ role: 'user', content: `q${n}` }], expected: `a${n}` })));
    const { folder } = await makeClone({
      'prompts/support.md': 'Be brief.',
      'prompts/faq.system.md': 'Be kind.',
      'evals/support.jsonl': chats,
      'evals/faq.jsonl': chats,
    });
    const { out } = await run(['init', '--json'], { cwd: folder });
    const notes = JSON.parse(out).found.map(({ path, note }: { path: string; note: string }) => [path, note]);
    expect(notes).toEqual([
      ['prompts/faq.system.md', 'suite "faq"'],
      ['prompts/support.md', 'uses no variable: write {{input}} where the text of a row goes'],
      ['evals/faq.jsonl', 'suite "faq"'],
      ['evals/support.jsonl', 'is evidently of no prompt that was found'],
    ]);
  });

  it('says once more than three times what many files have in common', async () => {
    const files = Object.fromEntries(many(() => ({}), 60).map((_, n) => [`prompts/${n}.baml`, 'function A() {}']));
    const { folder } = await makeClone({ ...files, 'prompts/greet.md': 'Greet {{name}}.' });
    const { out } = await run(['init'], { cwd: folder });
    expect(out.match(/\.baml/g)).toHaveLength(3);
    expect(out).toContain('  and 57 more (--json lists all)');
    const { found } = JSON.parse((await run(['init', '--json'], { cwd: folder })).out);
    expect(found.filter(({ path }: { path: string }) => path.endsWith('.baml'))).toHaveLength(60);
  });

  it('works from a folder below, and says npx where it was started so', async () => {
    const { folder } = await makeClone({ 'sub/README.md': '' });
    const { out } = await run(['init'], { cwd: join(folder, 'sub'), env: { npm_command: 'exec' } });
    expect(out).toContain('Next: npx prompt-assay validate');
    expect(await readFile(join(folder, 'prompt-assay.yml'), 'utf8')).toContain('version: 1');
  });

  it('says what to do outside of git', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'prompts'));
    await writeFiles(folder, systemMessage);
    const { code, err, out } = await run(['init', '--json'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain(
      'This folder is in no git repository, and Prompt Assay compares what git keeps. Run git init first',
    );
    expect(JSON.parse(out)).toMatchObject({ found: [], written: [], kept: [], next: '', errors: [{ path: null }] });
  });

  it('writes nothing foreign into the config but as text', async () => {
    const odd = "evals/a #: 'b' {c}\u202e.jsonl";
    const { folder } = await makeClone({
      'prompts/a [b]* c.md': 'Say {{x}}',
      [odd]: jsonl(many((n) => ({ x: n, expected: { 'a: b': 'c' } }))),
    });
    await run(['init'], { cwd: folder });
    const text = await readFile(join(folder, 'prompt-assay.yml'), 'utf8');
    expect(text).not.toContain('\u202e');
    const config = parse(text);
    expect(config.suites).toMatchObject([{ dataset: odd, prompts: 'prompts/a \\[b\\]\\* c.md' }]);
    expect((await run(['validate'], { cwd: folder })).code).toBe(0);
  });
});

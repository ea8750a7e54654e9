import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { aConfigFile, aPromptFile, aTree, jsonl, someRows } from '../pipeline/story.ts';
import { makeClone, makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

// A story may run git many times.
jest.setTimeout(60_000);

afterEach(removeFolders);

async function folderWith(files: { readonly [path: string]: string }) {
  const folder = await makeFolder();
  await writeFiles(folder, files);
  return (path: string) => join(folder, path);
}

describe('render', () => {
  const prompt = `name: a\nmodel: some-model\nmodelParameters:\n  maxTokens: 7\nmessages:\n  - { role: system, content: "Be kind." }\n  - { role: user, content: "Hi {{name}}, {{ user.city }}" }\n`;

  it.each([
    ['a JSON map', 'vars.json', '{"name": "Ada", "user": {"city": "Bern"}}'],
    ['a YAML map', 'vars.yml', 'name: Ada\nuser: { city: Bern }\n'],
  ])('fills the messages with %s', async (_name, file, vars) => {
    const at = await folderWith({ 'a.prompt.yml': prompt, [file]: vars });
    const { code, out } = await run(['render', at('a.prompt.yml'), '--vars', at(file), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Hi Ada, Bern' },
      ],
      model: 'some-model',
      parameters: { max_tokens: 7 },
      warnings: [],
    });
  });

  it('reads standard input, and shows people the messages', async () => {
    const at = await folderWith({ 'a.prompt.yml': prompt });
    const input = { readStandardInput: async () => '{"name": "Ada", "user": {"city": "\\u001b[31mBern"}}' };
    const { code, out } = await run(['render', at('a.prompt.yml'), '--vars', '-'], input);
    expect(code).toBe(0);
    expect(out).toContain('── user\nHi Ada, ');
    expect(out).not.toContain('\u001b');
  });

  it('includes files from beside the prompt', async () => {
    const at = await folderWith({ 'p/a.md': 'Be {{> ../tone.md}}', 'tone.md': 'kind', 'p/b.md': '{{> none.md}}' });
    const { out } = await run(['render', at('p/a.md'), '--json']);
    expect(JSON.parse(out).messages).toEqual([{ role: 'user', content: 'Be kind' }]);
    const broken = await run(['validate', at('p/a.md'), at('p/b.md'), '--json']);
    expect(JSON.parse(broken.out)).toMatchObject({
      errors: [{ path: at('p/b.md'), line: 1 }],
      prompts: [{ messages: [{ content: 'Be kind' }] }],
    });
  });

  it('finds what a config names by a glob', async () => {
    const config = 'prompts: [file://p/*.txt]\nproviders: [openai:m]\n';
    const at = await folderWith({ 'promptfooconfig.yaml': config, 'p/a.txt': 'Hi {{x}}', 'p/b.md': 'not this' });
    const { out } = await run(['render', at('promptfooconfig.yaml'), '--vars', '-', '--json'], {
      readStandardInput: async () => '{"x": "Ada"}',
    });
    expect(JSON.parse(out).messages).toEqual([{ role: 'user', content: 'Hi Ada' }]);
    const { out: checked } = await run(['validate', at('promptfooconfig.yaml'), '--json']);
    expect(JSON.parse(checked)).toMatchObject({ errors: [], prompts: [{ messages: [{ content: 'Hi {{x}}' }] }] });
  });

  it('says what of the variables is not used, and what was meant to use it', async () => {
    const at = await folderWith({ 'a.md': '{{a}} for {persona}', 'v.json': '{"a": 1, "persona": "x", "tone": "y"}' });
    const { code, out, err } = await run(['render', at('a.md'), '--vars', at('v.json'), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).warnings).toMatchObject([
      { line: null, message: '"persona", "tone" are given and not used.' },
      { line: 1, column: 11, message: expect.stringContaining('"{persona}" looks like a placeholder of f-string') },
    ]);
    expect(err).toContain('"persona", "tone" are given and not used.');
  });

  it('says how a text is read that does not say so itself', async () => {
    const at = await folderWith({ 'system_prompt.txt': 'Be kind.', 'v.json': '{"input": "Hi"}' });
    const { out, err } = await run(['render', at('system_prompt.txt'), '--vars', at('v.json')]);
    expect(out).toBe('── system\nBe kind.\n\n── user\nHi\n');
    expect(err).toMatch(/^guess .*is read as a system message/);
  });

  it('shows a prompt whose evaluators cannot be read', async () => {
    const at = await folderWith({
      'a.prompt.yml': `${prompt}evaluators: [be kind]\n`,
      'v.json': '{"name": 1, "user.city": 2}',
    });
    const { code, out } = await run(['render', at('a.prompt.yml'), '--vars', at('v.json'), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).warnings).toMatchObject([{ message: expect.stringContaining('"evaluators[0]"') }]);
  });

  it('names every variable without a value, where it stands, and what is known', async () => {
    const at = await folderWith({ 'a.prompt.yml': prompt, 'v.json': '{"nme": 1}' });
    const { code, out, err } = await run(['render', at('a.prompt.yml'), '--vars', at('v.json'), '--json']);
    expect(code).toBe(2);
    expect(
      JSON.parse(out).errors.map(({ line, message }: { line: number; message: string }) => [line, message]),
    ).toEqual([
      [7, '{{name}} has no value.'],
      [7, '{{user.city}} has no value.'],
    ]);
    expect(err).toContain('Did you mean "nme"?');
  });

  it.each([
    ['no prompt', []],
    ['a prompt that does not exist', ['nowhere.prompt.yml']],
    ['a folder', ['.']],
  ])('%s is a usage error', async (_name, args) => {
    const { code, out } = await run(['render', ...args, '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ messages: [], errors: [expect.any(Object)] });
  });
});

describe('validate', () => {
  it('of a repository: ok, and what it would take', async () => {
    const { folder } = await makeClone(aTree());
    const { code, out } = await run(['validate', '--json'], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      suites: [{ name: 'triage' }],
      estimate: { generationCalls: 200 },
    });
    expect(await run(['validate'], { cwd: folder })).toMatchObject({
      code: 0,
      out: expect.stringContaining('some-model  user  100 cases'),
    });
  });

  it('sees files that are not committed yet', async () => {
    const { folder } = await makeClone(aTree());
    await writeFiles(folder, { 'prompts/new.prompt.yml': 'messages: [' });
    const { code, out } = await run(['validate', '--json'], { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(out).errors[0].path).toBe('prompts/new.prompt.yml');
  });

  it('of paths: all mistakes together, with the good ones', async () => {
    const at = await folderWith({
      'a.prompt.yml': aPromptFile('hi'),
      'b/c.prompt.yml': '[',
      'b/prompt-assay.yml': 'version: 1\n',
      'b/other.yml': '[',
    });
    const { code, out } = await run(['validate', at('a.prompt.yml'), at('b'), at('gone.prompt.yml'), '--json']);
    expect(code).toBe(2);
    const result = JSON.parse(out);
    expect(result.ok).toBe(false);
    expect(new Set(result.errors.map(({ path }: { path: string }) => path))).toEqual(
      new Set([at('b/c.prompt.yml'), at('b/prompt-assay.yml'), at('gone.prompt.yml')]),
    );
    expect(result.prompts).toHaveLength(1);
  });

  it('a folder without prompts is said, with what was looked for', async () => {
    const folder = await makeFolder();
    const { code, out } = await run(['validate', folder, '--json']);
    expect([code, JSON.parse(out).errors]).toMatchObject([
      2,
      [{ path: folder, hint: expect.stringContaining('*.prompt.yml') }],
    ]);
  });

  it('outside a repository is a usage error', async () => {
    const folder = await makeFolder();
    const { code, out, err } = await run(['validate', '--json'], { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ ok: false });
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('compare', () => {
  const lines = (count: number, score: number) =>
    jsonl(someRows(count).map(({ id }) => ({ suite: 's', case: id, metric: 'label', sample: 0, score })));

  it.each([
    ['no change', 1, [], 'pass', 0],
    ['a regression', 0, [], 'fail', 1],
    ['a regression where lower is better', 0, ['--direction', 'label=lower'], 'pass', 0],
    ['a regression of a metric that is left out', 0, ['--metric', 's/other'], 'invalid', 2],
  ])('%s', async (_name, score, flags, verdict, exit) => {
    const at = await folderWith({ 'a.jsonl': lines(60, 1), 'b.jsonl': lines(60, score) });
    const args = ['compare', '--baseline', at('a.jsonl'), '--candidate', at('b.jsonl'), ...flags];
    const { code, out } = await run([...args, '--json']);
    expect([code, JSON.parse(out).verdict]).toEqual([exit, verdict]);
    expect((await run(args)).out.toLowerCase()).toContain(verdict);
  });

  it.each([
    ['warn', 0],
    ['block', 1],
    ['s=block', 1],
  ])('an inconclusive that is set to %s exits %d', async (word, exit) => {
    const at = await folderWith({ 'a.jsonl': lines(15, 1), 'b.jsonl': lines(15, 1) });
    const args = [
      'compare',
      '--baseline',
      at('a.jsonl'),
      '--candidate',
      at('b.jsonl'),
      '--on-inconclusive',
      word,
      '--json',
    ];
    const { code, out } = await run(args);
    expect([code, JSON.parse(out).verdict]).toEqual([exit, 'inconclusive']);
  });

  it.each([
    [
      'a file that is missing',
      ['--baseline', 'a.jsonl', '--candidate', 'nowhere.jsonl'],
      'nowhere.jsonl does not exist',
    ],
    ['no candidate', ['--baseline', 'a.jsonl'], '--candidate is missing'],
    [
      'a margin that is no number',
      ['--baseline', 'a.jsonl', '--candidate', 'a.jsonl', '--margin', 'x'],
      '--margin is "x"',
    ],
    ['an empty margin', ['--baseline', 'a.jsonl', '--candidate', 'a.jsonl', '--margin', ''], '--margin is ""'],
    [
      'a margin of no suite',
      ['--baseline', 'a.jsonl', '--candidate', 'a.jsonl', '--margin', '=0.1'],
      '--margin is "=0.1"',
    ],
    ['a margin beyond 1', ['--baseline', 'a.jsonl', '--candidate', 'a.jsonl', '--margin', '5'], '--margin is "5"'],
    [
      'a design nobody knows',
      ['--baseline', 'a.jsonl', '--candidate', 'a.jsonl', '--design', 'three'],
      '--design is "three"',
    ],
    [
      'a direction without a metric',
      ['--baseline', 'a.jsonl', '--candidate', 'a.jsonl', '--direction', '=lower'],
      '--direction is "=lower"',
    ],
  ])('%s is a usage error in the shape of the command', async (_name, args, words) => {
    const at = await folderWith({ 'a.jsonl': lines(60, 1) });
    const absolute = args.map((arg) => (arg.endsWith('.jsonl') ? at(arg) : arg));
    const { code, out } = await run(['compare', ...absolute, '--json']);
    expect(code).toBe(2);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ verdict: 'invalid', metrics: [] });
    expect(`${document.errors[0].path ?? ''} ${document.errors[0].message}`).toContain(words);
  });

  it('bad lines exit 2 and are listed with their lines', async () => {
    const at = await folderWith({ 'a.jsonl': lines(20, 1), 'b.jsonl': 'x\n{"case": "a"}\n' });
    const { code, out } = await run(['compare', '--baseline', at('a.jsonl'), '--candidate', at('b.jsonl'), '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out).errors.map(({ line }: { line: number }) => line)).toEqual(expect.arrayContaining([1, 2]));
  });
});

describe('a config file named by hand', () => {
  it('is relative to the repository, and one that is missing is said', async () => {
    const { folder } = await makeClone(aTree({ 'prompt-assay.yml': null, 'my.yml': aConfigFile() }));
    expect((await run(['validate', '--config', 'my.yml'], { cwd: folder })).code).toBe(0);
    const { code, err, out } = await run(['validate', '--config', 'gone.yml'], { cwd: folder });
    expect(code).toBe(2);
    expect(err + out).toContain('gone.yml does not exist');
  });
});

import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { commands } from '../../src/terminal/commands.ts';
import { toolVersion } from '../../src/version.ts';
import { makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

afterEach(removeFolders);

describe('the command line', () => {
  it.each([['--help'], ['-h'], ['help']])('%s lists every command', async (flag) => {
    const { code, out, err } = await run([flag]);
    expect([code, err]).toEqual([0, '']);
    for (const [name, { summary }] of Object.entries(commands)) expect(out).toContain(`${name.padEnd(10)}  ${summary}`);
  });

  it('nothing at all is a usage error that shows the same', async () => {
    expect(await run([])).toMatchObject({ code: 2, out: expect.stringContaining('Usage: prompt-assay <command>') });
  });

  it.each([['--version'], ['-v'], ['version']])('%s prints it', async (word) => {
    expect(await run([word])).toEqual({ code: 0, out: `${toolVersion}\n`, err: '' });
  });

  it.each([['rnu'], ['constructor'], ['--json']])('"%s" is no command', async (name) => {
    const { code, out, err } = await run([name]);
    expect(code).toBe(2);
    expect(err).toContain(`There is no command "${name}".`);
    expect(out === '' || name === '--json').toBe(true);
  });

  it.each([
    ['the name of a command', ['\u001B[31mrun\u202E']],
    ['a flag', ['run', '--x\u001B[31m\u202E']],
    ['an argument', ['run', '\u001B[31m\u202E']],
  ])('what %s holds steers no terminal, and is lost in no document', async (_what, args) => {
    const { out, err } = await run([...args, '--json']);
    expect(err).toContain('⟨U+001B⟩[31m');
    expect(out).toContain('\\u202e');
    expect(`${err}${out}`).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
    expect(JSON.stringify(JSON.parse(out))).toContain('\u202E');
  });

  it.each([
    ['a command', ['rn'], 'There is no command "rn". Did you mean "run"?'],
    ['a flag', ['run', '--bse', 'main'], 'Unknown option \'--bse\'. Did you mean "--base"?'],
    ['a flag with a value', ['run', '--raport=out'], 'Unknown option \'--raport\'. Did you mean "--report"?'],
    ['a flag like none', ['run', '--zzzzzz'], "Unknown option '--zzzzzz'. See prompt-assay run --help."],
    ['a command like none', ['zzzzzz'], 'There is no command "zzzzzz". See prompt-assay --help.'],
  ])('a misspelt name of %s is one sentence', async (_what, args, sentence) => {
    const { code, out, err } = await run(args);
    expect([code, out, err.split('\n').length]).toEqual([2, '', 2]);
    expect(err.endsWith(`${sentence}\n`)).toBe(true);
  });

  it('an unknown command prints one JSON document where asked', async () => {
    const { code, out } = await run(['rnu', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      errors: [
        { path: null, line: null, column: null, message: 'There is no command "rnu".', hint: expect.any(String) },
      ],
    });
  });

  it.each(Object.keys(commands))('%s --help shows its usage on standard output', async (name) => {
    const { code, out, err } = await run([name, '--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`Usage: prompt-assay ${name}`);
    expect((await run([name, '-h'])).out).toBe(out);
  });

  it.each(Object.keys(commands))('%s refuses a flag it does not know, without a stack', async (name) => {
    const { code, out, err } = await run([name, '--bogus']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain("'--bogus'");
    expect(err).toMatch(/[.?!] See prompt-assay [a-z]+ --help\.$/m);
    expect(err).toContain(`See prompt-assay ${name} --help.`);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it.each(Object.keys(commands))('%s --json prints its own shape on bad usage, and nothing else', async (name) => {
    const { code, out } = await run([name, '--json', '--bogus']);
    expect(code).toBe(2);
    const document = JSON.parse(out);
    expect(document.errors).toEqual([
      { path: null, line: null, column: null, message: expect.stringContaining('--bogus'), hint: expect.any(String) },
    ]);
    if (['run', 'compare', 'baseline'].includes(name)) expect(document.verdict).toBe('invalid');
    if (name === 'validate') expect(document).toMatchObject({ ok: false, prompts: [], suites: [], warnings: [] });
    if (name === 'render') expect(document).toMatchObject({ messages: [] });
    if (name === 'run' || name === 'compare') expect(document.metrics).toEqual([]);
    if (name === 'run') expect(document).toMatchObject({ calls: 0, cacheHits: 0, costUsd: 0 });
  });

  it('an argument too many is a usage error', async () => {
    expect(await run(['render', 'a', 'b'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('"b" is one argument too many'),
    });
    expect(await run(['run', 'a'])).toMatchObject({ code: 2 });
  });

  it('a defect exits 3, asks to be reported, and keeps its stack', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { 'a.prompt.yml': 'messages:\n  - { role: user, content: "{{a}}" }\n' });
    const broken = { readStandardInput: () => Promise.reject(new TypeError('the pipe burst')) };
    const args = ['render', join(folder, 'a.prompt.yml'), '--vars', '-', '--json'];
    const { code, out, err } = await run(args, broken);
    expect(code).toBe(3);
    expect(err).toContain('A defect of Prompt Assay: the pipe burst. Please report it.');
    expect(err).toMatch(/\n\s+at /);
    expect(JSON.parse(out).errors).toHaveLength(1);
  });

  it('an interrupt exits 130', async () => {
    const signal = AbortSignal.abort(new Error('interrupted'));
    const broken = { signal, readStandardInput: () => Promise.reject(new Error('interrupted')) };
    const folder = await makeFolder();
    await writeFiles(folder, { 'a.prompt.yml': 'messages:\n  - { role: user, content: "{{a}}" }\n' });
    const { code, err } = await run(['render', join(folder, 'a.prompt.yml'), '--vars', '-'], broken);
    expect(code).toBe(130);
    expect(err).not.toContain('defect');
  });
});

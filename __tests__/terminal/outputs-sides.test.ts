import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { answers, config, jsonl, makeApplication, rows } from './application.ts';
import { removeFolders, run, writeFiles } from './terminal.ts';

// Each story runs git many times.
jest.setTimeout(60_000);
afterEach(removeFolders);

/** The section of a suite beside `triage`. */
const another = (sources: string) => `  - name: extra
    sources: ${sources}
    dataset: evals/rows.jsonl
    checks: [{ name: label, type: equals, expected: "{{ expected }}" }]
`;
const broken = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('outputs of two configs', () => {
  it('judge a suite of main without sources also where the change brings another with some', async () => {
    const unnamed = config().replace('sources: src/**', 'prompts: none/*.md');
    const { judge } = await makeApplication({
      main: { 'prompt-assay.yml': unnamed },
      change: { 'prompt-assay.yml': unnamed + another('other/**'), 'other/app.py': 'v1' },
    });
    const after = [
      ...answers(30, { wrong: broken, more: { suite: 'triage' } }),
      ...answers(30, { more: { suite: 'extra' } }),
    ];
    const { report } = await judge(after, answers(30, { more: { suite: 'triage' } }));
    expect(report.verdict).toBe('fail');
    expect(report.suites.map((suite: { name: string }) => suite.name)).toEqual(['triage', 'extra']);
    expect(report.notices.join()).toContain('which these lack: "triage"');
  });

  it('leave prompts that are drawn to the other mode where the change brings the first application', async () => {
    const drawn = config().replace('sources: src/**', 'prompts: p/*.md');
    const { judge } = await makeApplication({
      main: { 'prompt-assay.yml': drawn, 'p/a.md': 'Hello {{input}}' },
      change: { 'prompt-assay.yml': drawn + another('src/**') },
    });
    const { report } = await judge(answers(30), []);
    expect(report).toMatchObject({ verdict: 'pass', suites: [{ name: 'extra', status: 'run' }] });
    expect(report.notices.join()).toContain('which these lack: "triage"');
  });
});

describe('configs that cannot be used on either side', () => {
  it('are invalid, and the reason is said', async () => {
    const { judge } = await makeApplication({ main: { 'prompt-assay.yml': config().replace('sources', 'sorces') } });
    const { report } = await judge(answers(30), answers(30));
    expect(report.verdict).toBe('invalid');
    expect(report.title).toContain('There is no suite that outputs could be of');
    expect(report.errors[0].message).toContain('unknown key "sorces"');
  });
});

describe('a link', () => {
  it.each([
    ['among the code of an application is no reason not to judge it', 'src/current', 'app.py', 'src/**', 'fail'],
    ['that stands for all of its code is one: what changes behind it is not seen', 'code', 'src', 'code/**', 'invalid'],
  ])('%s', async (_name, path, target, sources, verdict) => {
    const { folder, git, judge } = await makeApplication({
      main: { 'prompt-assay.yml': config().replace('src/**', sources) },
    });
    await symlink(target, join(folder, path));
    await git(['add', '.']);
    await git(['commit', '--quiet', '-m', 'link']);
    expect((await judge(answers(30, { wrong: broken }), answers(30))).report.verdict).toBe(verdict);
  });
});

describe('one file', () => {
  it('is not taken for both sides: nothing would ever differ', async () => {
    const { folder, at } = await makeApplication();
    await writeFiles(folder, { 'same.out': jsonl(answers(30)) });
    const files = ['--candidate', at('same.out'), '--baseline', at('same.out'), '--needed', at('needed.jsonl')];
    const { code, out } = await run(['outputs', ...files, '--json'], { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(out).errors[0].message).toBe('is given for both sides.');
  });
});

describe('outputs that name no suite', () => {
  it('are of the only one that their side has, which knows nothing of one that the change adds', async () => {
    const { judge } = await makeApplication({ change: { 'prompt-assay.yml': config() + another('src/**') } });
    const change = (wrong: readonly number[]) => [
      ...answers(30, { wrong, more: { suite: 'triage' } }),
      ...answers(30, { more: { suite: 'extra' } }),
    ];
    expect((await judge(change([]), answers(30))).report.verdict).toBe('pass');
    expect((await judge(change(broken), answers(30))).report.verdict).toBe('fail');
    const open = await judge(answers(30), answers(30));
    expect(open.report.errors[0]).toMatchObject({ line: 1, hint: 'There are several: "triage", "extra".' });
  });

  it('are of a suite that was renamed, and what main asks under the old name is wanted besides', async () => {
    const { judge } = await makeApplication({ change: { 'prompt-assay.yml': config().replace('triage', 'router') } });
    const { report, needed } = await judge(answers(30), answers(30));
    expect(report.verdict).toBe('invalid');
    expect(new Set(needed.map(({ side, suite }) => `${side} ${suite}`))).toEqual(new Set(['candidate triage']));
  });
});

describe('names of prompts', () => {
  it('may be that of the suite beside others, where every output says so', async () => {
    const { judge } = await makeApplication();
    const as = (prompt: string, wrong: readonly number[] = []) => answers(30, { wrong, more: { prompt } });
    const both = [...as('triage'), ...as('writer')];
    expect((await judge(both, both)).report.verdict).toBe('pass');
    expect((await judge([...as('triage'), ...as('writer', broken)], both)).report.verdict).toBe('fail');
    const { report } = await judge([...answers(30), ...as('writer')], both);
    expect(report.errors[0].message).toContain('some outputs of suite "triage" name no prompt, and others do');
  });

  it('are no texts: of more than a hundred the first too many is refused at its line', async () => {
    const { judge } = await makeApplication({ main: { 'evals/rows.jsonl': jsonl(rows(150)) } });
    const lines = answers(150).map((line) => ({ ...line, prompt: `Sort this: ${line.case}` }));
    const { report } = await judge(lines, lines);
    expect(report.errors[0]).toMatchObject({ line: 101, message: expect.stringContaining('more than 100 prompts') });
  });
});

describe('names that main answers', () => {
  const as = (prompt: string, wrong: readonly number[] = [], samples = [0]) =>
    answers(30, { wrong, samples, more: { prompt } });

  /** An application whose main answered two prompts and keeps what it answered. */
  async function makeKept() {
    const application = await makeApplication();
    const { folder, git, at } = application;
    await git(['checkout', '--quiet', 'main']);
    await writeFiles(folder, { 'main.out': jsonl(['router', 'writer'].flatMap((name) => as(name, [], [0, 1, 2]))) });
    expect((await run(['baseline', '--outputs', at('main.out'), '--json'], { cwd: folder })).code).toBe(0);
    await git(['checkout', '--quiet', 'change']);
    return application;
  }

  it.each([
    ['no file of the base', null],
    ['an empty one', []],
  ])('are known of the stored baseline where there is %s', async (_name, before) => {
    const { judge } = await makeKept();
    const lost = await judge(as('router'), before);
    expect(lost.report.verdict).toBe('fail');
    expect(lost.report.title).toContain('No output of the gated prompt `writer` was supplied');
    const nothing = await judge([], before);
    expect(nothing.report.verdict).toBe('invalid');
    expect(new Set(nothing.needed.map(({ side, prompt }) => `${side} ${prompt}`))).toEqual(
      new Set(['candidate router', 'candidate writer']),
    );
  });

  it('are no new ones of the change where the file of the base lacks them, of the code that was kept', async () => {
    const { judge } = await makeKept();
    const worse = await judge([...as('router'), ...as('writer', broken)], as('router'));
    expect(worse.report.verdict).toBe('inconclusive');
    expect(new Set(worse.needed.map(({ side, prompt }) => `${side} ${prompt}`))).toEqual(new Set(['baseline writer']));
    expect((await judge(as('router'), as('router'))).report.title).toContain('No output of the gated prompt `writer`');
  });

  it('are those of its file where main is other code than what was kept', async () => {
    const { folder, git, judge } = await makeKept();
    await git(['checkout', '--quiet', 'main']);
    await writeFiles(folder, { 'src/more.py': 'print("more")\n' });
    await git(['add', '.']);
    await git(['commit', '--quiet', '-m', 'more']);
    await git(['checkout', '--quiet', 'change']);
    expect((await judge(as('router'), as('router'))).report.verdict).toBe('pass');
  });
});

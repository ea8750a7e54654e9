import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { openLocalGit } from '../../src/adapters/git/local-git.ts';
import { renderMergeLine } from '../../src/history/merge-line.ts';
import { renderJsonLine } from '../../src/text/json-line.ts';
import { aBaselineLine, aMerge, aMergedSuite } from '../history/builders.ts';
import { makeClone, makeFolder, removeFolders, run } from './terminal.ts';

jest.setTimeout(60_000);
afterEach(removeFolders);

const branch = 'prompt-assay-baselines';

/** A clone whose baseline branch holds two baselines and two merges. */
async function makeHistory(more = '') {
  const clone = await makeClone({ 'a.txt': 'a' });
  const lines = [aBaselineLine(1, { reason: 'the first one' }), aBaselineLine(2)].map(renderJsonLine).join('');
  const merges = [aMerge(1), aMerge(2, { suites: [aMergedSuite({ suite: 'other' })] })].map(renderMergeLine).join('');
  const store = (await openLocalGit(clone.folder)).branchStore;
  const appends = new Map([
    ['triage-1a2b3c4d/changelog.jsonl', lines],
    ['verdicts.jsonl', merges + more],
  ]);
  await store.write(
    branch,
    new Map([['triage-1a2b3c4d', new Map([['outputs.jsonl', 'x'.repeat(1000)]])]]),
    'history',
    appends,
  );
  return { ...clone, show: (...args: readonly string[]) => run(['history', ...args], { cwd: clone.folder }) };
}

describe('history', () => {
  it('shows what the clone\u2019s own branch knows', async () => {
    const { show } = await makeHistory();
    const { code, out, err } = await show();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^prompt-assay-baselines at \w{7}: 2 baselines, 2 merges\n/);
    expect(out).toContain('◆ ada: “the first one”');
    expect(out).toContain('pass · #2 Reword the reply');
  });

  it('goes by what origin has, where it has the branch', async () => {
    const { show, git } = await makeHistory();
    await git(['update-ref', `refs/remotes/origin/${branch}`, branch]);
    await git(['branch', '-D', branch]);
    expect((await show()).out).toMatch(/^origin\/prompt-assay-baselines at /);
    await git(['update-ref', `refs/heads/${branch}`, 'main']);
    expect((await show()).out).toMatch(/^origin\/prompt-assay-baselines at \w{7}: 2 baselines/);
    expect((await show('--branch', branch)).out).toMatch(/^prompt-assay-baselines at \w{7}: 0 baselines, 0 merges\n/);
  });

  it('gives the same as JSON, of one suite, the newest alone', async () => {
    const { show } = await makeHistory();
    const whole = JSON.parse((await show('--json')).out);
    expect(whole).toMatchObject({
      branch,
      suites: [{ suite: 'triage', baselines: [{}, {}] }],
      merges: [{}, {}],
      errors: [],
    });
    const one = JSON.parse((await show('--json', '--suite', 'other')).out);
    expect(one).toMatchObject({ suites: [], merges: [{ pull: { number: 2 } }] });
    const newest = JSON.parse((await show('--json', '--last', '1')).out);
    expect(newest).toMatchObject({
      suites: [{ baselines: [aBaselineLine(2)] }],
      merges: [{ pull: { number: 2 } }],
      leftOut: 2,
    });
  });

  it('names a line that it cannot read, and shows the others', async () => {
    const { show } = await makeHistory('{"half":\n');
    const { code, out } = await show();
    expect(code).toBe(0);
    expect(out).toContain('error  verdicts.jsonl:3 is no line of a history.');
    expect(out).toContain('#1 Reword the reply');
  });

  it('writes the page, the badge and the data', async () => {
    const { show } = await makeHistory();
    const folder = join(await makeFolder(), 'site');
    const { code, out } = await show('--html', folder);
    expect(code).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['badge.svg', 'history.json', 'index.html']);
    expect(out).toContain(`written: ${join(folder, 'index.html')}\n`);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('#2 Reword the reply');
  });

  it.each([
    ['no branch', [], 'There is no branch `prompt-assay-baselines` here. Fetch it (git fetch origin'],
    ['a branch that is not there', ['--branch', 'x'], '`x` names no commit of this clone.'],
    ['a number that is none', ['--last', '0'], '--last is "0".'],
  ])('says what is wrong with %s', async (_, args, message) => {
    const { folder } = await makeClone({ 'a.txt': 'a' });
    const { code, err } = await run(['history', ...args], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain(message);
    const { out } = await run(['history', ...args, '--json'], { cwd: folder });
    expect(JSON.parse(out)).toMatchObject({ suites: [], merges: [], errors: [{ message: expect.any(String) }] });
  });

  it('says which suites there are', async () => {
    const { show } = await makeHistory();
    expect((await show('--suite', 'triaje')).err).toContain('Did you mean "triage"?');
  });

  it('reads the branch that the config names', async () => {
    const suite = '{ name: s, prompts: p.md, dataset: d.jsonl, checks: [{ type: empty, name: n }] }';
    const config = `version: 1\nmodel: { id: m }\nbaseline: { branch: kept }\nsuites:\n  - ${suite}\n`;
    const { folder } = await makeClone({
      'prompt-assay.yml': config,
      'p.md': 'Hi {{input}}',
      'd.jsonl': '{"input":"a"}',
    });
    expect((await run(['history'], { cwd: folder })).err).toContain('There is no branch `kept` here.');
  });
});

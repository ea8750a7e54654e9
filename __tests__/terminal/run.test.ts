import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { type Problem, renderProblem } from '../../src/errors.ts';
import { type FakeModel, type FakeRequest, startFakeModel } from '../helpers/fake-model/fake-model.ts';
import { aConfigFile, aPromptFile, aTree, jsonl, someRows } from '../pipeline/story.ts';
import { makeClone, makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

// Each story runs git many times.
jest.setTimeout(60_000);

const servers: FakeModel[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await removeFolders();
});

async function serve(isRight: (request: FakeRequest) => boolean = () => true): Promise<FakeModel> {
  const server = await startFakeModel({ answer: (request) => (isRight(request) ? 'yes' : 'no') });
  servers.push(server);
  return server;
}

/** A clone with 30 rows on main, and a working tree in which the prompt was reworded. */
async function makeChange(files: Parameters<typeof aTree>[0] = {}) {
  const tree = aTree({ 'evals/triage.jsonl': jsonl(someRows(30)), ...files });
  const clone = await makeClone(tree);
  await writeFiles(clone.folder, { 'prompts/triage.prompt.yml': aPromptFile('v2, reworded') });
  return clone;
}

const isCandidate = ({ text }: FakeRequest) => text.startsWith('v2');

describe('run', () => {
  it.each([
    ['nothing got worse', () => true, 'pass', 0],
    ['a regression', (request: FakeRequest) => !isCandidate(request), 'fail', 1],
  ])('%s: exit %4$s', async (_name, isRight, verdict, exit) => {
    const [{ folder }, server] = await Promise.all([makeChange(), serve(isRight)]);
    const { code, out, err } = await run(['run', '--base-url', server.url, '--json'], { cwd: folder });
    expect(code).toBe(exit);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ verdict, calls: 60, cacheHits: 0, errors: [], metrics: [{ metric: 'label' }] });
    expect(err).toContain('run  triage: a prompt changed');
  });

  it('--open shows the page of --report, else one that only this clone has, and never changes the exit code', async () => {
    const [{ folder }, server] = await Promise.all([makeChange(), serve()]);
    const args = ['run', '--base-url', server.url, '--open'];
    const env = { BROWSER: '/no/such' };
    const own = join(folder, '.git', 'prompt-assay', 'report');
    const alone = await run(args, { cwd: folder, env });
    expect(alone).toMatchObject({ code: 0, err: expect.stringContaining(`the page is ${join(own, 'report.html')}.`) });
    expect(await readdir(own)).toContain('report.html');
    await writeFile(join(own, 'old.jsonl'), '');
    const out = join(folder, 'out');
    const named = await run([...args, '--report', out], { cwd: folder, env });
    expect(named).toMatchObject({ code: 0, err: expect.stringContaining(`the page is ${join(out, 'report.html')}.`) });
    await run(args, { cwd: folder, env });
    expect(await readdir(own)).not.toContain('old.jsonl');
  });

  it('says what needs accept on the pull request, and takes it as given where it is named', async () => {
    const [{ folder }, server] = await Promise.all([makeChange(), serve()]);
    await writeFiles(folder, { 'evals/triage.jsonl': jsonl(someRows(20)) });
    const args = ['run', '--base-url', server.url];
    const red = await run(args, { cwd: folder });
    expect(red.code).toBe(1);
    expect(red.out).toContain(
      'Needs accept on the pull request: the changed rows of `triage` (here: --accept triage).',
    );
    const given = await run([...args, '--accept', 'triage', '--accept', 'typo'], { cwd: folder });
    expect(given.code).toBe(0);
    expect(given.out).toContain('Taken as given, accepted by --accept: the changed rows of `triage`.');
    expect(given.out).toContain('--accept typo: nothing of this name needs it');
    expect(given.out).not.toContain('Needs accept');
    const json = await run([...args, '--json'], { cwd: folder });
    expect(JSON.parse(json.out).grounds).toMatchObject([{ kind: 'rows', suite: 'triage', blocks: true }]);
    expect(json.err).toContain('Needs accept on the pull request');
  });

  it('a budget that is too small names the flag, not the input', async () => {
    const config = aConfigFile({ top: 'budget: { per-run-calls: 10 }' });
    const { folder } = await makeChange({ 'prompt-assay.yml': config });
    const { code, out } = await run(['run', '--base-url', 'http://127.0.0.1:1/v1'], { cwd: folder });
    expect(code).toBe(2);
    expect(out).toContain('or run fewer cases with --cases.');
    expect(out).not.toContain('the input');
  });

  it('an endpoint that refuses every request is invalid: exit 2', async () => {
    const { folder } = await makeChange();
    const server = await startFakeModel({ answer: () => ({ status: 401, body: { error: { message: 'bad key' } } }) });
    servers.push(server);
    const { code, out } = await run(['run', '--base-url', server.url, '--json'], { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'invalid', errors: [expect.any(Object)] });
  });

  it('people get the verdict and the paths of the files; a terminal without colour gets none', async () => {
    const [{ folder }, server] = await Promise.all([makeChange(), serve()]);
    const target = join(folder, 'out');
    const { code, out } = await run(['run', '--base-url', server.url, '--report', target], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain(`  Report: ${join(target, 'report.html')}\n`);
    expect(out).not.toContain('comment.md');
    expect(out).not.toContain('\u001b[');
    expect((await readdir(target)).sort()).toEqual([
      'baseline-scores.jsonl',
      'calls.jsonl',
      'comment.md',
      'gl-code-quality-report.json',
      'judges.jsonl',
      'junit.xml',
      'outputs.jsonl',
      'report.html',
      'results.json',
      'results.sarif',
      'scores.jsonl',
    ]);
    const scores = (await readFile(join(target, 'scores.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(scores).toHaveLength(30);
    const again = await run([
      'compare',
      ...['--baseline', join(target, 'baseline-scores.jsonl'), '--candidate', join(target, 'scores.jsonl'), '--json'],
    ]);
    expect(JSON.parse(again.out).verdict).toBe('pass');
  });

  it('one case by name is asked alone, told whole, and is no pass; an id that is none asks nothing', async () => {
    const [{ folder }, server] = await Promise.all([makeChange(), serve()]);
    const args = ['run', '--base-url', server.url];
    const one = await run([...args, '--case', 'q-003'], { cwd: folder });
    // Of so few cases each is drawn five times.
    expect([one.code, server.requests.length]).toEqual([0, 10]);
    expect(one.out).toMatch(/^INCONCLUSIVE {2}triage · triage.prompt.yml\n {2}Not judged: only `q-003` was asked/);
    expect(one.out).toMatch(/\nq-003\n {2}no difference · triage\n {2}input: .*\n {2}expected: yes\n/);
    expect(one.out).toMatch(
      /\n {2}main, answer 5 of 5\n {4}yes\n {4}→ label: ✓\n {2}working tree, answer 1 of 5\n {4}yes\n {4}→ label: ✓\n/,
    );
    const typo = await run([...args, '--case', 'q-03'], { cwd: folder });
    expect([typo.code, server.requests.length]).toEqual([2, 10]);
    expect(typo.out).toMatch(/error {2}No case that would run is called "q-03"\. Did you mean "q-0\d\d"\?/);
    const both = await run([...args, '--case', 'q-003', '--cases', '5'], { cwd: folder });
    expect([both.code, both.err]).toEqual([
      2,
      expect.stringContaining('--case names cases, and --cases chooses some.'),
    ]);
  });

  it('a regression names the worst case, and a command that looks at it again', async () => {
    const [{ folder }, server] = await Promise.all([makeChange(), serve((request) => !isCandidate(request))]);
    const { code, out } = await run(['run', '--base', 'main', '--base-url', server.url], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toMatch(/^FAIL {2}triage · triage\.prompt\.yml {2}would block\n/);
    const [, worst] = /Next: mend what broke, `(q-\d+)` first\./.exec(out) ?? [];
    expect(out.replace(/\s+/g, ' ')).toContain(
      `One case again, whole: prompt-assay run --base main --base-url ${server.url} --case ${worst}`,
    );
    expect(out).toContain(`✗ ${worst}  `);
  });

  it.each([
    ['config', 'main:prompt-assay.yml'],
    ['prompt', 'main:prompts/triage.prompt.yml'],
    ['dataset', 'main:evals/triage.jsonl'],
    ['folder', 'main:prompts'],
    ['whole tree', 'main^{tree}'],
  ])('a %s that this clone lacks on main is not new: invalid, exit 2, nothing asked', async (_name, object) => {
    const [clone, server] = await Promise.all([makeChange(), serve((request) => !isCandidate(request))]);
    const { folder, git } = clone;
    await writeFiles(folder, {
      'prompt-assay.yml': aConfigFile({ suite: '    gate: { margin: 0.08 }' }),
      'evals/triage.jsonl': jsonl(someRows(31)),
    });
    const regressed = await run(['run', '--base-url', server.url, '--json'], { cwd: folder });
    expect([regressed.code, JSON.parse(regressed.out).verdict]).toEqual([1, 'fail']);
    const before = server.requests.length;
    const hash = String(await git(['rev-parse', object])).trim();
    await rm(join(folder, '.git/objects', hash.slice(0, 2), hash.slice(2)), { force: true });
    const { code, out, err } = await run(['run', '--base-url', server.url, '--json'], { cwd: folder });
    expect([code, JSON.parse(out).verdict]).toEqual([2, 'invalid']);
    expect(`${out}${err}`).toMatch(new RegExp(`${hash}|not a tree object`));
    expect(server.requests).toHaveLength(before);
  });

  it('a partial clone fetches nothing on the way, and says what to do', async () => {
    const [{ folder, git }, server] = await Promise.all([makeChange(), serve()]);
    await git(['commit', '--quiet', '--all', '-m', 'v2']);
    await git(['config', 'uploadpack.allowFilter', 'true']);
    const cwd = join(await makeFolder(), 'clone');
    await git(['clone', '--quiet', '--filter=blob:none', `file://${folder}`, cwd]);
    const args = ['run', '--base', 'HEAD~1', '--head', 'HEAD', '--base-url', server.url];
    const { code, out, err } = await run(args, { cwd });
    expect([code, server.requests]).toEqual([2, []]);
    expect(`${out}${err}`).toContain('`git fetch --refetch --no-filter`');
  });

  it('a head without a difference passes at once, without an endpoint', async () => {
    const { folder } = await makeClone(aTree());
    const { code, out } = await run(['run', '--json'], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'pass', calls: 0 });
  });

  it('two refs are compared, and the report says how to repeat it', async () => {
    const { folder, git } = await makeChange();
    await git(['checkout', '--quiet', '-b', 'change']);
    await git(['commit', '--quiet', '-am', 'v2']);
    const server = await serve((request) => !isCandidate(request));
    const args = ['run', '--base', 'main', '--head', 'change', '--base-url', server.url, '--json'];
    const { code, out } = await run(args, { cwd: folder });
    expect(code).toBe(1);
    expect(JSON.parse(out).reproduce).toMatch(/^prompt-assay run --base [0-9a-f]{12} --head [0-9a-f]{12}$/);
  });

  it.each([
    [
      'is merged into it, over its rows',
      { 'evals/triage.jsonl': jsonl(someRows(40)) },
      80,
      'the working tree, merged into main (',
    ],
    [
      'is compared with where it left, under its settings, where the two conflict',
      {
        'prompts/triage.prompt.yml': aPromptFile('v3'),
        'prompt-assay.yml': aConfigFile({ top: 'budget: { per-run-calls: 10 }' }),
      },
      0,
      'The two conflict: comparing the working tree with the merge base',
    ],
  ])('a change of a main that went on %s', async (_name, onMain, calls, said) => {
    const [{ folder, git }, server] = await Promise.all([makeChange(), serve()]);
    await git(['checkout', '--quiet', '-b', 'change']);
    await git(['commit', '--quiet', '-am', 'v2']);
    await git(['checkout', '--quiet', 'main']);
    await writeFiles(folder, onMain);
    await git(['commit', '--quiet', '-am', 'main went on']);
    await git(['checkout', '--quiet', 'change']);
    const { out, err } = await run(['run', '--base-url', server.url, '--json'], { cwd: folder });
    expect(JSON.parse(out)).toMatchObject({ verdict: calls === 0 ? 'invalid' : 'pass', calls });
    expect(err).toContain(said);
    expect(out.includes('per-run-calls')).toBe(calls === 0);
  });

  it('a recording gives the same report again, without any endpoint', async () => {
    const [{ folder }, server] = await Promise.all([
      makeChange(),
      serve((request) => !/v2.*q-00[0-4]/.test(request.text)),
    ]);
    const file = join(await makeFolder(), 'recording.jsonl');
    await writeFile(file, '');
    const recorded = await run(['run', '--base-url', server.url, '--record', file, '--json'], { cwd: folder });
    const replayed = await run(['run', '--replay', file, '--json'], { cwd: folder });
    const facts = (text: string) => ({ ...JSON.parse(text), durationMs: 0 });
    expect(facts(replayed.out)).toEqual(facts(recorded.out));
    expect(replayed.code).toBe(recorded.code);
    expect(JSON.parse(recorded.out).metrics[0]).toMatchObject({ worse: 5, looks: 2 });
    await writeFiles(folder, { 'prompts/triage.prompt.yml': aPromptFile('v3, once more') });
    const hole = await run(['run', '--replay', file, '--json'], { cwd: folder });
    expect(hole.code).toBe(2);
    expect(JSON.parse(hole.out).errors[0].message).toContain('has no recorded answer for the candidate arm');
  });

  it('a cache saves the second run every call', async () => {
    const [{ folder }, server] = await Promise.all([makeChange(), serve()]);
    const cache = join(await makeFolder(), 'cache');
    const args = ['run', '--base-url', server.url, '--cache', cache, '--json'];
    await run(args, { cwd: folder });
    const { out } = await run(args, { cwd: folder });
    expect(JSON.parse(out)).toMatchObject({ calls: 0, cacheHits: 60, verdict: 'pass' });
    expect(server.requests).toHaveLength(60);
  });

  it('a dry run says what it would take, and --cases makes it less', async () => {
    const { folder } = await makeChange();
    const { code, out, err } = await run(['run', '--dry-run', '--cases', '20', '--json'], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'inconclusive', calls: 0 });
    expect(err).toContain('candidate 20 answers, ');
  });

  it('a missing key is invalid and says which variable to set', async () => {
    const { folder } = await makeChange();
    const { code, out } = await run(['run', '--json'], { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(out).errors[0].hint).toContain('OPENAI_API_KEY');
  });

  it.each([
    ['--replay and --record together', ['--replay', 'a', '--record', 'b'], 'exclude each other'],
    ['a recording that does not exist', ['--replay', '/nowhere/r.jsonl'], 'cannot be read'],
    ['a report folder that cannot be made', ['--report', '/dev/null/out'], 'cannot be written'],
    ['a number of cases that is none', ['--cases', 'many'], '--cases is "many"'],
    ['no cases', ['--cases', '0'], '--cases is "0"'],
    ['half a case', ['--cases', '1.5'], '--cases is "1.5"'],
    ['a base that does not exist', ['--base', 'gone'], 'gone'],
    ['a config that does not exist', ['--config', 'gone.yml'], 'gone.yml'],
  ])('%s is said before anything is asked', async (_name, flags, words) => {
    const [{ folder }, server] = await Promise.all([makeChange(), serve()]);
    const { code, out, err } = await run(['run', '--base-url', server.url, ...flags, '--json'], { cwd: folder });
    expect(code).toBe(2);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ verdict: 'invalid', metrics: [], calls: 0 });
    const said = document.errors.map((error: Problem) => renderProblem(error)).join('\n');
    expect(said).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
    expect(server.requests).toHaveLength(0);
  });

  it('a recording that cannot be written is said before anything is asked', async () => {
    const [{ folder }, server] = await Promise.all([makeChange(), serve()]);
    // The longest name there is: the file can be read, and nothing can be put beside it.
    const file = join(await makeFolder(), 'r'.repeat(252));
    await writeFile(file, '');
    const { code, out, err } = await run(['run', '--base-url', server.url, '--record', file, '--json'], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(JSON.parse(out).errors[0]).toMatchObject({
      path: file,
      message: expect.stringContaining('cannot be written'),
    });
    expect(err).not.toMatch(/\n\s+at /);
    expect(server.requests).toHaveLength(0);
  });

  it('outside a repository is a usage error', async () => {
    const { code, out } = await run(['run', '--json'], { cwd: '/' });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'invalid' });
  });

  it('an interrupt exits 130 and asks nothing more', async () => {
    const { folder } = await makeChange();
    const interrupt = new AbortController();
    const server = await startFakeModel({
      answer: () => {
        interrupt.abort(new Error('interrupted'));
        return 'yes';
      },
    });
    servers.push(server);
    const { code, err } = await run(['run', '--base-url', server.url], { cwd: folder, signal: interrupt.signal });
    expect(code).toBe(130);
    expect(err).toContain('interrupted');
    expect(server.requests.length).toBeLessThan(60);
  });
});

describe('baseline', () => {
  it('is kept on a branch of the clone, and the next run takes it', async () => {
    const [{ folder, git }, server] = await Promise.all([makeChange(), serve()]);
    const { code, out } = await run(['baseline', '--base-url', server.url, '--reason', 'launch', '--json'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ calls: 150, suites: [{ status: 'written', samples: 5 }] });
    const files = (await git(['ls-tree', '-r', '--name-only', 'prompt-assay-baselines'])).toString();
    expect(files).toMatch(/triage-[0-9a-f]{8}\/manifest\.json/);
    const next = await run(['run', '--base-url', server.url, '--json'], { cwd: folder });
    expect(JSON.parse(next.out)).toMatchObject({ verdict: 'pass', calls: 30, metrics: [{ baselineSource: 'stored' }] });
    const same = await run(['baseline', '--only-changed', '--json'], { cwd: folder });
    expect([same.code, JSON.parse(same.out).suites[0].status]).toEqual([0, 'unchanged']);
    expect((await git(['status', '--porcelain'])).toString()).toContain('prompts/triage.prompt.yml');
  });

  it('evaluates what is committed, not the working tree', async () => {
    const [{ folder }, server] = await Promise.all([makeChange(), serve()]);
    await run(['baseline', '--base-url', server.url], { cwd: folder });
    expect(server.requests.some(isCandidate)).toBe(false);
  });

  it('an outage keeps nothing and exits 2', async () => {
    const { folder, git } = await makeChange({
      'prompt-assay.yml': aConfigFile({ suite: '    baseline: { samples: 1 }' }),
    });
    const server = await startFakeModel({ answer: () => ({ status: 401, body: { error: { message: 'no' } } }) });
    servers.push(server);
    const { code, out } = await run(['baseline', '--base-url', server.url, '--json'], { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ tip: null, suites: [{ status: 'kept' }] });
    await expect(git(['rev-parse', '--verify', 'prompt-assay-baselines'])).rejects.toThrow();
  });
});

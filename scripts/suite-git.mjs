// The terminal command in real clones: fetched over HTTP, shallow, partial, sparse, as worktrees, with submodules.
// Usage: node scripts/suite-git.mjs
import assert from 'node:assert/strict';
import { access, appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { answerExample, exampleFiles, harmless, regression, renderPrompt, rowCount } from './suites/example.mjs';
import { startGitServer } from './suites/git-server.mjs';
import { loadTypescript } from './suites/load-typescript.mjs';
import { cli, MissingPart, makeFolder, must, requireCommand, run, runSuite } from './suites/suite.mjs';

const promptPath = 'prompts/triage.prompt.yml';
const stricter = `${exampleFiles['prompt-assay.yml']}    gate: { margin: 0.09 }\n`;
const baselineBranch = 'prompt-assay-baselines';

// Free of the developer's settings; these hold for our git and for the git that the command starts.
Object.assign(process.env, { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' });

/** Settings that name a program wherever git would start one. */
const hostileSettings = (program) => `
[core]
fsmonitor = ${program}
hooksPath = ${dirname(program)}
pager = ${program}
editor = ${program}
askPass = ${program}
sshCommand = ${program}
gitProxy = ${program}
alternateRefsCommand = ${program}
[filter "x"]
clean = ${program}
smudge = ${program}
process = ${program}
[diff]
external = ${program}
[diff "x"]
textconv = ${program}
command = ${program}
[merge "x"]
driver = ${program}
[gpg]
program = ${program}
[log]
showSignature = true
[commit]
gpgSign = true
[credential]
helper = ${program}
[protocol "ext"]
allow = always
[remote "origin"]
uploadpack = ${program}
promisor = true
`;

await runSuite(async (suite) => {
  const { test } = suite;
  await requireCommand('git', 'install git');
  const home = await makeFolder(suite);
  await access(join((await must('git', ['--exec-path'])).trim(), 'git-http-backend')).catch(() => {
    throw new MissingPart('git http-backend is not installed with git');
  });
  const { startFakeModel } = await loadTypescript(suite, '__tests__/helpers/fake-model/fake-model.ts');
  const model = await startFakeModel({ answer: answerExample });
  suite.defer(() => model.close());

  const git = (folder, ...args) => must('git', ['-C', folder, ...args]);
  const assay = async (folder, ...args) => {
    const before = model.requests.length;
    const ended = await run(process.execPath, [cli, ...args, '--base-url', model.url, '--json'], { cwd: folder });
    assert.notEqual(ended.stdout, '', `the command wrote no document: ${ended.stderr}`);
    return { ...ended, report: JSON.parse(ended.stdout), asked: model.requests.length - before };
  };
  const write = async (folder, files) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  };
  const commit = async (folder, message, files) => {
    await write(folder, files);
    await git(folder, 'add', '--all');
    await git(folder, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '--quiet', '-m', message);
  };
  /** All that a run could leave behind: files, index, refs, loose objects. */
  const describe = async (folder) => ({
    status: await git(folder, 'status', '--porcelain=v2', '--branch', '--ignored'),
    refs: await git(folder, 'for-each-ref'),
    objects: (await git(folder, 'count-objects', '-v')).replace(/^size.*$/gm, ''),
    stash: await git(folder, 'stash', 'list'),
  });

  const expectVerdict = ({ code, report, stderr }, verdict, exit) => {
    assert.equal(report.verdict, verdict, `${JSON.stringify(report.errors)}\n${stderr}`);
    assert.equal(code, exit);
  };

  // The remote: main, a harmless branch and a regression.
  const remotes = join(home, 'remotes');
  const origin = join(remotes, 'shop.git');
  const seed = join(home, 'seed');
  await must('git', ['init', '--quiet', '--bare', '--initial-branch=main', origin]);
  await git(origin, 'config', 'http.receivepack', 'true');
  await git(origin, 'config', 'uploadpack.allowFilter', 'true');
  await must('git', ['init', '--quiet', '--initial-branch=main', seed]);
  await commit(seed, 'start', { ...exampleFiles, '.gitignore': 'ignored/\n', 'docs/readme.md': 'a shop\n' });
  await commit(seed, 'more', { 'docs/readme.md': 'a small shop\n' });
  for (const [branch, prompt] of [
    ['reworded', harmless],
    ['broken', regression],
  ]) {
    await git(seed, 'checkout', '--quiet', '-b', branch, 'main');
    await commit(seed, branch, { [promptPath]: prompt });
  }
  await git(seed, 'push', '--quiet', origin, 'main', 'reworded', 'broken');
  const server = await startGitServer(suite, remotes);
  const address = `${server}/shop.git`;
  let clones = 0;
  const clone = async (...flags) => {
    clones += 1;
    const folder = join(home, `clone-${clones}`);
    await must('git', ['clone', '--quiet', ...flags, address, folder]);
    return folder;
  };

  await test('a clone over HTTP: branches are judged against origin/HEAD, and the clone stays as it was', async () => {
    const folder = await clone();
    await git(folder, 'checkout', '--quiet', 'reworded');
    expectVerdict(await assay(folder, 'run'), 'pass', 0);
    await git(folder, 'checkout', '--quiet', 'broken');
    const before = await describe(folder);
    const broken = await assay(folder, 'run');
    expectVerdict(broken, 'fail', 1);
    assert.equal(broken.asked, broken.report.calls);
    assert.deepEqual(await describe(folder), before);
  });

  await test('two refs of the remote, from a clone that stands elsewhere', async () => {
    const folder = await clone();
    expectVerdict(await assay(folder, 'run', '--base', 'origin/main', '--head', 'origin/broken'), 'fail', 1);
    expectVerdict(await assay(folder, 'run', '--base', 'origin/main', '--head', 'origin/main'), 'pass', 0);
  });

  await test('untracked files count, ignored ones do not, and a subfolder will do', async () => {
    const folder = await clone();
    await write(folder, { 'prompts/ignored/x.prompt.yml': regression, [promptPath]: regression });
    await appendFile(join(folder, '.git/info/exclude'), '/prompts/ignored/\n');
    await git(folder, 'rm', '--quiet', '--cached', promptPath);
    const before = await describe(folder);
    expectVerdict(await assay(join(folder, 'docs'), 'run'), 'fail', 1);
    assert.deepEqual(await describe(folder), before);
  });

  await test('names with blanks, quotes, line ends and letters of any kind', async () => {
    const folder = await clone();
    const name = 'prompts/ünï "q"\n\t漢字 it\'s.prompt.yml';
    await write(folder, { [name]: renderPrompt('v1: new here').replace('triage', 'other') });
    const { report } = await assay(folder, 'run');
    assert.deepEqual(report.errors, []);
    assert.ok(report.suites.flatMap(({ prompts }) => prompts).some(({ path }) => path === name));
  });

  await test('a shallow clone: the base is there or the way out is said', async () => {
    const folder = await clone('--depth=1', '--no-single-branch');
    await git(folder, 'checkout', '--quiet', 'broken');
    const { code, report } = await assay(folder, 'run');
    assert.equal(code, 2);
    assert.match(report.errors[0].hint, /git fetch --unshallow/);
    assert.match((await assay(folder, 'run', '--base', 'origin/main')).report.errors[0].hint, /git fetch --unshallow/);
    await git(folder, 'fetch', '--quiet', '--unshallow');
    expectVerdict(await assay(folder, 'run'), 'fail', 1);
  });

  await test('a clone of one branch at depth 1, as CI makes it: a change in its files is judged against itself', async () => {
    const folder = await clone('--depth=1');
    await write(folder, { [promptPath]: regression });
    expectVerdict(await assay(folder, 'run'), 'fail', 1);
  });

  await test('a partial clone fetches nothing behind the back of its user: what it lacks is invalid, until it is fetched', async () => {
    const folder = await clone('--filter=blob:none');
    await git(folder, 'checkout', '--quiet', 'broken');
    expectVerdict(await assay(folder, 'run'), 'fail', 1);
    const lacking = await assay(folder, 'run', '--head', 'origin/reworded');
    expectVerdict(lacking, 'invalid', 2);
    assert.match(lacking.report.errors[0].hint, /git fetch --refetch --no-filter/);
    await git(folder, 'fetch', '--quiet', '--refetch', '--no-filter');
    expectVerdict(await assay(folder, 'run', '--head', 'origin/reworded'), 'pass', 0);
  });

  await test('a sparse checkout: files that are not on disk are not deleted ones', async () => {
    const folder = await clone();
    await git(folder, 'sparse-checkout', 'set', 'prompts');
    await write(folder, { [promptPath]: regression });
    const before = await describe(folder);
    expectVerdict(await assay(folder, 'run'), 'fail', 1);
    assert.deepEqual(await describe(folder), before);
  });

  await test('a worktree and a detached head', async () => {
    const folder = await clone();
    const tree = join(home, 'worktree');
    await git(folder, 'worktree', 'add', '--quiet', '--detach', tree, 'origin/broken');
    const before = [await describe(folder), await describe(tree)];
    expectVerdict(await assay(tree, 'run'), 'fail', 1);
    await write(tree, { [promptPath]: harmless });
    expectVerdict(await assay(tree, 'run'), 'pass', 0);
    await git(tree, 'checkout', '--quiet', '--', promptPath);
    assert.deepEqual([await describe(folder), await describe(tree)], before);
    expectVerdict(await assay(folder, 'run'), 'pass', 0);
  });

  await test('a merge with conflicts: the file with the markers is named', async () => {
    const folder = await clone();
    await git(folder, 'checkout', '--quiet', 'broken');
    const merge = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'merge', 'origin/reworded'];
    assert.notEqual((await run('git', ['-C', folder, ...merge])).code, 0);
    const { code, report } = await assay(folder, 'run');
    assert.equal(code, 2);
    assert.match(JSON.stringify(report.errors), /triage\.prompt\.yml/);
  });

  await test('a main that went on is what a branch is merged into, and the clone stays as it was', async () => {
    const folder = await clone();
    await commit(folder, 'main goes on', { 'docs/readme.md': 'a large shop\n', 'prompt-assay.yml': stricter });
    await git(folder, 'checkout', '--quiet', 'reworded');
    const before = await describe(folder);
    const merged = await assay(folder, 'run', '--base', 'main');
    expectVerdict(merged, 'pass', 0);
    assert.match(merged.stderr, /^Comparing the working tree, merged into main \([0-9a-f]{12}\), with that commit\.$/m);
    assert.equal(merged.report.metrics[0].margin, 0.09);
    assert.deepEqual(await describe(folder), before);
    await commit(folder, 'and so does the branch', { 'docs/readme.md': 'no shop\n' });
    const apart = await assay(folder, 'run', '--base', 'main');
    assert.match(apart.stderr, /^The two conflict: comparing the working tree with the merge base/m);
    assert.equal(apart.report.metrics[0].margin, 0.09);
  });

  await test('a clone whose settings name a program for everything: no command starts it', async () => {
    const folder = await clone();
    const program = join(home, 'program');
    const trace = join(home, 'trace');
    await writeFile(program, `#!/bin/sh\necho "$*" >> '${trace}'\nexit 1\n`, { mode: 0o755 });
    await git(folder, 'checkout', '--quiet', 'broken');
    await write(folder, { '.gitattributes': '* filter=x merge=x diff=x\n', [promptPath]: harmless, 'vars.json': '{}' });
    await appendFile(join(folder, '.git/config'), hostileSettings(program));
    // The trap is one.
    await run('git', ['-C', folder, 'status']);
    assert.notEqual(await readFile(trace, 'utf8'), '');
    await rm(trace);
    const label = { item: 'a', judge: 'pass', human: 'pass' };
    await writeFile(join(home, 'labels.jsonl'), `${JSON.stringify(label)}\n`);
    const out = join(home, 'out');
    for (const [...args] of [
      ['validate'],
      ['validate', promptPath, 'gone.yml'],
      ['run', '--base-url', model.url, '--report', out],
      ['run', '--base-url', model.url, '--head', 'HEAD'],
      ['baseline', '--base-url', model.url],
      ['noise', '--base-url', model.url],
      ['render', promptPath, '--vars', 'vars.json'],
      ['calibrate', '--labels', join(home, 'labels.jsonl')],
      ['calibrate', '--labels', join(home, 'labels.jsonl'), '--suite', 'triage', '--judge', 'none'],
      ['label', '--report', out, '--judge', 'none', '--out', join(home, 'new.jsonl')],
      ['cache'],
      ['demo', '--report', join(home, 'demo')],
    ]) {
      const { code, stderr } = await run(process.execPath, [cli, ...args], { cwd: folder });
      assert.ok(code < 3, stderr);
      await assert.rejects(access(trace), `${args[0]} started the program`);
    }
  });

  await test('a submodule is left alone, and a dataset inside one is refused by name', async () => {
    const module = join(remotes, 'data.git');
    await must('git', ['clone', '--quiet', '--bare', origin, module]);
    const folder = await clone();
    await git(folder, 'submodule', '--quiet', 'add', `${server}/data.git`, 'vendor/data');
    await commit(folder, 'submodule', { [promptPath]: regression });
    const before = await describe(folder);
    expectVerdict(await assay(folder, 'run'), 'fail', 1);
    assert.deepEqual(await describe(folder), before);
    const moved = exampleFiles['prompt-assay.yml'].replace('evals/triage', 'vendor/data/evals/triage');
    await commit(folder, 'moved', { 'prompt-assay.yml': moved });
    await write(folder, { [promptPath]: harmless });
    const { code, report } = await assay(folder, 'run', '--base', 'HEAD');
    assert.equal(code, 2);
    assert.match(JSON.stringify(report.errors), /vendor\/data/);
  });

  await test('a baseline that is pushed serves another clone', async () => {
    const writer = await clone();
    const written = await assay(writer, 'baseline');
    assert.equal(written.code, 0, written.stderr);
    assert.equal(written.asked % rowCount, 0);
    assert.equal(await git(writer, 'status', '--porcelain'), '');
    await git(writer, 'push', '--quiet', 'origin', `${baselineBranch}:${baselineBranch}`);

    const reader = await clone();
    await git(reader, 'checkout', '--quiet', 'reworded');
    const alone = await assay(reader, 'run', '--no-cache');
    expectVerdict(alone, 'pass', 0);
    await git(reader, 'fetch', '--quiet', 'origin', `${baselineBranch}:${baselineBranch}`);
    const served = await assay(reader, 'run', '--no-cache');
    expectVerdict(served, 'pass', 0);
    assert.equal(alone.asked, 2 * rowCount);
    assert.equal(served.asked, rowCount, 'the base side was asked again');
    const fresh = await assay(reader, 'run', '--fresh');
    assert.equal(fresh.asked, 2 * rowCount);

    // A red verdict does not rest on the stored side alone.
    await git(reader, 'checkout', '--quiet', 'broken');
    const broken = await assay(reader, 'run', '--no-cache');
    expectVerdict(broken, 'fail', 1);
    assert.ok(broken.asked > rowCount);
  });

  await test('a second baseline goes on from the pushed one, and is no news where nothing changed', async () => {
    const writer = await clone();
    await git(writer, 'fetch', '--quiet', 'origin', `${baselineBranch}:${baselineBranch}`);
    const idle = await assay(writer, 'baseline', '--only-changed');
    assert.equal(idle.code, 0, idle.stderr);
    assert.equal(idle.asked, 0);
    await commit(writer, 'reword', { [promptPath]: harmless });
    const written = await assay(writer, 'baseline', '--only-changed', '--reason', 'a new start');
    assert.equal(written.code, 0, written.stderr);
    assert.ok(written.asked > 0);
    // No force: the branch only ever grows.
    await git(writer, 'push', '--quiet', 'origin', `${baselineBranch}:${baselineBranch}`);
    assert.equal((await git(origin, 'rev-list', '--count', baselineBranch)).trim(), '2');
  });

  await test('a repository with SHA-256 object names', async () => {
    const folder = join(home, 'sha256');
    await must('git', ['init', '--quiet', '--initial-branch=main', '--object-format=sha256', folder]);
    await commit(folder, 'start', exampleFiles);
    const first = await assay(folder, 'baseline');
    assert.equal(first.code, 0, first.stderr);
    const second = await assay(folder, 'baseline', '--reason', 'again');
    assert.equal(second.code, 0, second.stderr);
    await write(folder, { [promptPath]: regression });
    expectVerdict(await assay(folder, 'run'), 'fail', 1);
  });

  await test('nothing is left in the folder for temporary files', async () => {
    const folder = await makeFolder(suite);
    const place = await clone();
    await write(place, { [promptPath]: regression });
    const args = [cli, 'run', '--base-url', model.url];
    const { code } = await run(process.execPath, args, { cwd: place, env: { TMPDIR: folder } });
    assert.equal(code, 1);
    assert.deepEqual(await readdir(folder), []);
    await rm(place, { recursive: true });
  });
});

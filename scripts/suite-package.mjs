// The package as a user has it: packed, installed without a network into an empty repository, and run. Usage: node scripts/suite-package.mjs
import assert from 'node:assert/strict';
import { access, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { action, makeFolder, must, requireCommand, root, run, runSuite } from './suites/suite.mjs';

const offline = ['--offline', '--no-audit', '--no-fund'];
const withoutKey = { OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined };

/** The tree as `npm pack` finds it, with what today's sources build. */
async function stage(suite) {
  const folder = await makeFolder(suite);
  const tracked = (
    await must('git', ['ls-files', '-z', '--', ...['dist', '__tests__', 'scripts'].map((path) => `:(exclude)${path}`)])
  )
    .split('\0')
    .filter(Boolean);
  for (const path of tracked) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await cp(join(root, path), join(folder, path));
  }
  await cp(join(action, 'dist'), join(folder, 'dist'), { recursive: true });
  return folder;
}

/** All files below a folder, with / between their parts. */
async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** What a module of the bundle imports of the bundle, as paths. */
async function listImports(path) {
  const text = await readFile(path, 'utf8');
  const found = text.matchAll(/(?:^import|\bfrom|\bimport\()\s*"(\.[^"]+)"/gm);
  return [...found].map(([, name]) => join(dirname(path), name));
}

await runSuite(async (suite) => {
  const { test } = suite;
  await requireCommand('npm', 'it comes with Node');
  const [tree, repository] = [await stage(suite), await makeFolder(suite)];
  const [packed] = JSON.parse(await must('npm', ['pack', '--json', '--pack-destination', repository], { cwd: tree }));
  const tarball = join(repository, packed.filename);
  await must('git', ['init', '--quiet', '--initial-branch=main'], { cwd: repository });
  await must('npm', ['install', '--save-dev', ...offline, tarball], { cwd: repository });
  const installed = join(repository, 'node_modules/prompt-assay');
  const npx = (...words) => run('npx', ['--offline', 'prompt-assay', ...words], { cwd: repository, env: withoutKey });

  await test('the package holds what runs, and nothing else', async () => {
    const tops = [...new Set(packed.files.map(({ path }) => path.split('/').slice(0, 2).join('/')))].sort();
    const own = tops.filter((path) => !path.startsWith('dist/') && !path.startsWith('schemas/'));
    assert.deepEqual(own, ['LICENSE', 'README.md', 'docs/skill', 'fixtures/demo', 'package.json']);
    assert.ok(!tops.includes('dist/index.js'), 'the entry of the action is packed');
    assert.ok(packed.size < 1_500_000, `${packed.size} bytes`);
  });

  await test('it brings no other package', async () => {
    assert.deepEqual(await readdir(join(repository, 'node_modules')), ['.bin', '.package-lock.json', 'prompt-assay']);
  });

  await test('whatever its program imports came with it', async () => {
    const seen = new Set();
    const open = [join(installed, 'dist/cli.js')];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue;
      await access(path);
      seen.add(path);
      open.push(...(await listImports(path)));
    }
    assert.ok(seen.size > 20, `${seen.size} modules`);
    const others = (await listFiles(join(installed, 'dist'))).filter(
      (path) => !seen.has(join(installed, 'dist', path)),
    );
    assert.ok(others.includes('licenses.txt'));
  });

  await test('its program can be started by its name, and tells its version', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    for (const word of ['-v', '--version', 'version']) assert.equal((await npx(word)).stdout, `${version}\n`);
    assert.equal(await must(join(repository, 'node_modules/.bin/prompt-assay'), ['-v']), `${version}\n`);
  });

  await test('init, then validate', async () => {
    const begun = await npx('init', '--agents');
    assert.equal(begun.code, 0, begun.stderr);
    assert.match(begun.stdout, /Next: npx prompt-assay validate\n$/);
    await access(join(repository, '.claude/skills/prompt-assay/SKILL.md'));
    const checked = await npx('validate', '--json');
    assert.deepEqual([JSON.parse(checked.stdout).ok, checked.code], [true, 0], checked.stdout);
  });

  await test('a run finds no key before anything is asked', async () => {
    await must('git', ['add', 'prompts', 'evals', 'prompt-assay.yml'], { cwd: repository });
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
    await must('git', [...who, 'commit', '--quiet', '-m', 'Add Prompt Assay'], { cwd: repository });
    const { stdout, code } = await npx('noise', '--json');
    assert.equal(code, 2);
    assert.match(JSON.parse(stdout).errors[0].message, /key/i);
  });

  await test('the demo', async () => {
    const { code, stdout, stderr } = await npx('demo', '--json', '--report', 'out');
    assert.equal(code, 0, stderr);
    assert.equal(JSON.parse(stdout).changes.length, 5);
  });

  await test('completion', async () => {
    assert.match((await npx('completion', 'fish')).stdout, /^complete -c prompt-assay /m);
  });
});

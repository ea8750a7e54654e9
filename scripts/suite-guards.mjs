// Takes each guard of the threat model (scripts/guards/threats.mjs) away, one at a time and in a copy of the project, and
// requires that the test named beside it fails then, and of itself: a guard that nothing tests is none for long.
// Usage: node scripts/suite-guards.mjs [WORDS] (the guards whose attack or file has these words, `.` for all; by default an eighth of
// them, another one for each commit)
import assert from 'node:assert/strict';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import project from '../jest.config.js';
import { removeGuard } from './guards/remove-guard.mjs';
import { threats } from './guards/threats.mjs';
import { makeFolder, root, run, runSuite } from './suites/suite.mjs';

const lanes = 2;
const words = process.argv[2] ?? null;
const shares = 8;
const skipped = new Set(['.git', 'node_modules', 'coverage']);

/** A copy of the project in which files may be changed; packages are those of the project itself. */
async function copyProject(folder) {
  const filter = (path) => !skipped.has(relative(root, path).split('/')[0]);
  await cp(root, folder, { recursive: true, filter });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
}

const escapePattern = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Runs the named tests of some guards in a copy; gives jest's own result. */
async function runTests(folder, guards) {
  const files = [...new Set(guards.map(({ test }) => test.file))];
  const names = guards.map(({ test }) => escapePattern(test.name)).join('|');
  const config = { ...project, globalSetup: undefined, rootDir: folder, cacheDirectory: join(folder, 'cache') };
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  // A test that fails halfway may leave a server open.
  const options = ['--config', JSON.stringify(config), '--json', '-w', '1', '--forceExit', '--testNamePattern', names];
  const { stdout, stderr } = await run(process.execPath, [...jest, ...options, '--runTestsByPath', ...files], {
    cwd: folder,
    timeoutMs: 600_000,
  });
  assert.ok(stdout.startsWith('{'), stderr);
  return JSON.parse(stdout);
}

/** What came of the tests of one guard. */
function listResults({ testResults }, folder, { test }) {
  const own = testResults.filter(({ name }) => relative(folder, name) === test.file);
  return own
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName, status }) => fullName.includes(test.name) && status !== 'pending');
}

/** A fault of the code that is left, or a machine that is too slow, proves nothing about the guard. */
const broken = /\b(ReferenceError|SyntaxError): |is not a function|Exceeded timeout/;

async function requirePasses(folder, guards) {
  const result = await runTests(folder, guards);
  for (const guard of guards) {
    const states = listResults(result, folder, guard).map(({ status }) => status);
    assert.ok(states.length > 0, `${guard.test.file} has no test "${guard.test.name}"`);
    const isPassed = states.every((status) => status === 'passed');
    assert.ok(isPassed, `"${guard.test.name}" in ${guard.test.file} fails`);
  }
}

async function tryWithout(folder, guard) {
  const texts = new Map();
  for (const { file } of guard.remove) texts.set(file, await readFile(join(folder, file), 'utf8'));
  try {
    for (const [file, text] of removeGuard(guard, texts)) await writeFile(join(folder, file), text);
    const result = await runTests(folder, [guard]);
    assert.equal(result.numRuntimeErrorTestSuites, 0, result.testResults[0]?.message);
    const failed = listResults(result, folder, guard).filter(({ status }) => status === 'failed');
    assert.notEqual(failed.length, 0, `"${guard.test.name}" in ${guard.test.file} passes without the guard`);
    const messages = failed.flatMap(({ failureMessages }) => failureMessages).join('\n');
    assert.doesNotMatch(messages, broken, `the code does not run without the guard: ${messages}`);
  } finally {
    for (const [file, text] of texts) await writeFile(join(folder, file), text);
  }
}

function isNamed({ attack, remove }, words) {
  return words === '.' || [attack, ...remove.map(({ file }) => file)].some((text) => text.includes(words));
}

async function takeShare() {
  const { stdout } = await run('git', ['rev-parse', 'HEAD'], { cwd: root });
  const share = Number.parseInt(stdout.slice(0, 6), 16) % shares;
  return threats.filter((_, number) => number % shares === share);
}

await runSuite(async (suite) => {
  const guards = words === null ? await takeShare() : threats.filter((guard) => isNamed(guard, words));
  const folders = await Promise.all(Array.from({ length: lanes }, () => makeFolder(suite)));
  await Promise.all(folders.map(copyProject));
  const files = [...new Set(guards.map(({ test }) => test.file))];
  await Promise.all(
    folders.map(async (folder, lane) => {
      const own = guards.filter(({ test }) => files.indexOf(test.file) % lanes === lane);
      if (own.length > 0)
        await suite.test(`the tests of ${own.length} guards pass as things stand`, () => requirePasses(folder, own));
    }),
  );
  const waiting = [...guards];
  await Promise.all(
    folders.map(async (folder) => {
      for (let guard = waiting.shift(); guard !== undefined; guard = waiting.shift()) {
        const one = guard;
        const files = one.remove.map(({ file }) => file).join(', ');
        await suite.test(`without its guard: ${one.attack} (${files})`, () => tryWithout(folder, one));
      }
    }),
  );
});

// The programs of the recipes that are written in Python, on a stand-in for the model. Usage: node scripts/suite-programs.mjs
import assert from 'node:assert/strict';
import { join } from 'node:path';
import project from '../jest.config.js';
import { requireCommand, root, run, runSuite } from './suites/suite.mjs';

await runSuite(async ({ test }) => {
  await requireCommand('python3', 'install python3');
  const config = { ...project, globalSetup: undefined, rootDir: root, roots: [join(root, 'scripts/programs')] };
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const { stdout, stderr } = await run(process.execPath, [...jest, '--config', JSON.stringify(config), '--json'], {
    cwd: root,
    timeoutMs: 120_000,
  });
  assert.ok(stdout.startsWith('{'), stderr);
  for (const { fullName, status, failureMessages } of JSON.parse(stdout).testResults.flatMap(
    ({ assertionResults }) => assertionResults,
  )) {
    await test(fullName, async () => assert.equal(status, 'passed', failureMessages.join('\n')));
  }
});

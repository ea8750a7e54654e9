import { execFile } from 'node:child_process';
import { access, constants, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAction } from '../build-action.mjs';

/** The repository's root. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder of the action as today's sources build it. */
export const action = await buildAction();

/** The built terminal command. */
export const cli = join(action, 'dist', 'cli.js');

/** Thrown where the real part that a suite is about is not on this machine; the message says how to get it. */
export class MissingPart extends Error {}

/**
 * Runs a suite: `tell` gets `test(name, work)`, where a throw fails the test, and `defer(work)` for what is undone at the end.
 * Prints "N passed, N failed" last, or "SKIPPED: reason", which is a failure where CI=true promises the part.
 */
export async function runSuite(tell) {
  const undo = [];
  const counts = { passed: 0, failed: 0 };
  const test = async (name, work) => {
    const startMs = Date.now();
    const error = await work().then(
      () => null,
      (thrown) => thrown,
    );
    counts[error === null ? 'passed' : 'failed'] += 1;
    console.log(`${error === null ? 'ok      ' : 'FAILED  '}${name} (${((Date.now() - startMs) / 1000).toFixed(1)} s)`);
    if (error !== null) console.log(`        ${String(error.stack ?? error).replaceAll('\n', '\n        ')}`);
  };
  let missing = null;
  try {
    await tell({ test, defer: (work) => undo.push(work) });
  } catch (error) {
    if (error instanceof MissingPart) missing = error.message;
    else await test('the suite itself', () => Promise.reject(error));
  }
  for (const work of undo.reverse()) await work();
  const isPromised = process.env.CI === 'true';
  if (missing !== null) console.log(`SKIPPED: ${missing}`);
  else console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed > 0 || (missing !== null && isPromised) ? 1 : 0;
}

/** An empty folder of the suite's own. */
export async function makeFolder({ defer }) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'prompt-assay-suite-')));
  defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Runs a command to its end: `{ code, stdout, stderr }`; rejects only where it cannot be started or takes too long. */
export function run(command, args, { cwd = root, env = {}, timeoutMs = 100_000 } = {}) {
  const options = { cwd, env: { ...process.env, ...env }, timeout: timeoutMs, maxBuffer: 2 ** 28 };
  return new Promise((done, reject) => {
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else done({ code: error?.code ?? 0, stdout, stderr });
    });
    child.stdin.end();
  });
}

/** Runs a command that must succeed and gives its output. */
export async function must(command, args, options) {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Throws a MissingPart unless a command is on PATH. */
export async function requireCommand(name, remedy) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = await access(join(folder, name), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return;
  }
  throw new MissingPart(`${name} is not on PATH: ${remedy}`);
}

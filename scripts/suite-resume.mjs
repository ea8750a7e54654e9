// A run in processes that take one step each, in random order, and are killed: every story comes to what it comes to
// undisturbed, from the ledger file alone.
// Usage: node scripts/suite-resume.mjs [KILLS] (of each story; default 12, since each takes two or three processes)
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { makeFolder, root, runSuite } from './suites/suite.mjs';

/** Of each story. */
const kills = Number(process.argv[2] ?? 6);
/** No run that makes progress takes more. */
const mostProcesses = 300;
/** As many as the runners have cores. */
const lanes = 2;

/** The tests' stories without their expectations, which need a test's environment. */
const withoutExpectations = {
  name: 'without-expectations',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@jest\/globals$/ }, ({ path }) => ({ path, external: true, sideEffects: false })),
};

const banner = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

async function bundle(folder) {
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/resume/step.ts', '__tests__/rounds/stories.ts'],
    outdir: folder,
    outbase: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: banner },
    plugins: [withoutExpectations],
    logLevel: 'warning',
  });
}

/** One process: `{ decision, wasKilled }`, the decision null where it took a step. */
async function takeStep(file, args) {
  const child = spawn(process.execPath, ['--max-semi-space-size=64', file, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, ended] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ code, signal }));
    }),
  ]);
  const wasKilled = ended.signal === 'SIGKILL';
  assert.ok(wasKilled || ended.code === 0, `a process ended with ${ended.code ?? ended.signal}\n${err}`);
  return { decision: out === '' ? null : JSON.parse(out), wasKilled };
}

await runSuite(async (suite) => {
  const folder = await makeFolder(suite);
  await bundle(folder);
  const stepFile = join(folder, 'scripts/resume/step.mjs');
  const { stories, createRandom } = await import(pathToFileURL(join(folder, '__tests__/rounds/stories.mjs')).href);

  /** Goes on with a run until it is decided. `choose` gives each process its seed, lines to live and minutes of delay. */
  const decide = async (story, ledger, choose) => {
    let killed = 0;
    for (let number = 0; number < mostProcesses; number += 1) {
      const { decision, wasKilled } = await takeStep(stepFile, [story, ledger, ...choose(number)]);
      if (decision !== null) return { decision, killed };
      killed += wasKilled ? 1 : 0;
    }
    throw new Error(`not decided after ${mostProcesses} processes`);
  };

  const tell = async (name, { verdict }) => {
    const undisturbed = await decide(name, join(folder, `${name}.jsonl`), () => [0, -1, 0]);
    assert.equal(undisturbed.decision.verdict, verdict);
    let killed = 0;
    for (let seed = 1; killed < kills; seed += 1) {
      const random = createRandom(seed);
      // Each process lives for up to so many lines, and comes later than the one before.
      const choose = (number) => [Math.floor(random() * 2 ** 31), Math.floor(random() ** 3 * 1500), number * 25];
      const disturbed = await decide(name, join(folder, `${name}-${seed}.jsonl`), choose);
      assert.deepEqual(disturbed.decision, undisturbed.decision, `seed ${seed}`);
      killed += disturbed.killed;
    }
    return killed;
  };

  let all = 0;
  const waiting = Object.entries(stories);
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, story] = next;
      await suite.test(name, async () => {
        const killed = await tell(name, story);
        // Not `all += await …`: the other lane adds meanwhile.
        all += killed;
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  await suite.test(`killed ${all} times in all`, async () => assert.ok(all >= kills * Object.keys(stories).length));
});

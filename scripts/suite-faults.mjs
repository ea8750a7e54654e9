// Everything that GitHub can do to a request, to every request of every story: no run lies, none loses anything, and once
// GitHub is well again the same event comes to the truth. The action's own start and end, over a fake GitHub; models answer
// from a script, and waits go by many times as fast.
// Usage: node scripts/suite-faults.mjs [PATTERN] (all cells whose name matches, `.` for every one, with the log of those that
// broke; by default each write with each fault, and a tenth of the reads)
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { makeFolder, root, runSuite } from './suites/suite.mjs';

const pattern = process.argv[2] ?? null;
/** As many as the runners have cores. */
const workers = 2;

const standIns = {
  name: 'stand-ins',
  setup: ({ onResolve }) => {
    const replace = (filter, file) => onResolve({ filter }, () => ({ path: join(root, 'scripts/faults', file) }));
    replace(/^@actions\/core$/, 'core.ts');
    replace(/^node:timers\/promises$/, 'timers-promises.ts');
    replace(/\/adapters\/openai\/open-endpoint\.ts$/, 'model.ts');
  },
};

async function bundle(folder) {
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/faults/worker.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    inject: ['scripts/faults/clock.ts'],
    define: { 'AbortSignal.timeout': 'abortAfter', 'Date.now': 'standingStill' },
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);`,
    },
    plugins: [standIns],
    logLevel: 'warning',
  });
  return join(folder, 'worker.mjs');
}

/** All cells of one worker's share. */
function work(file, index) {
  const worker = new Worker(file, {
    workerData: { index, workers, pattern },
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  const told = [];
  return new Promise((resolve, reject) => {
    worker.on('message', (cell) => told.push(cell));
    worker.on('error', reject);
    worker.on('exit', () => resolve(told));
  });
}

/** The matrix: a test for each story and fault, which names its broken cells. */
function group(cells) {
  const groups = new Map();
  for (const cell of cells) {
    const name = `${cell.story} × ${cell.kind}`;
    groups.set(name, [...(groups.get(name) ?? []), cell]);
  }
  return groups;
}

function tell({ name, broken, log }) {
  return [name, ...broken, ...(pattern === null ? [] : log)].join('\n  ');
}

await runSuite(async (suite) => {
  const file = await bundle(await makeFolder(suite));
  const cells = (await Promise.all(Array.from({ length: workers }, (_, index) => work(file, index)))).flat();
  for (const [name, some] of group(cells)) {
    await suite.test(`${name}: ${some.length} cells`, async () => {
      const broken = some.filter((cell) => cell.broken.length > 0);
      assert.equal(broken.length, 0, `${broken.length} broken\n${broken.map(tell).join('\n')}`);
    });
  }
  console.log(`${cells.length} cells`);
});

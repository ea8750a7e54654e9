// Re-measures the gate's error rates through the gate's own code and writes them into docs/statistics.md.
// Usage: node scripts/simulate.mjs [--quick] [--out FILE] [--workers N]
// --quick takes about 30 seconds and writes only where --out says so; the exit code is 1 where a promise is not kept.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { readMeasured } from './public-data.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
});

/** Node 20 imports no TypeScript: the sources are bundled beside their packages, run, and removed. */
async function bundle(folder) {
  await build({
    entryPoints: ['index', 'worker'].map((name) => join(root, `scripts/simulate/${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
}

/** Hands tasks to so many threads, one at a time each. */
function openThreads(file, count) {
  const waiting = [];
  const idle = [];
  const start = () => {
    while (idle.length > 0 && waiting.length > 0) idle.pop()(waiting.shift());
  };
  const threads = Array.from({ length: count }, () => {
    const thread = new Worker(file);
    let current = null;
    const take = (job) => {
      current = job;
      thread.postMessage(job.task);
    };
    thread.on('error', (error) => current?.reject(error));
    thread.on('message', (tally) => {
      current.resolve(tally);
      idle.push(take);
      start();
    });
    idle.push(take);
    return thread;
  });
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        start();
      }),
    close: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
}

const folder = await mkdtemp(join(root, 'node_modules/.simulate-'));
try {
  await bundle(folder);
  const { simulate } = await import(pathToFileURL(join(folder, 'index.mjs')).href);
  const threads = openThreads(join(folder, 'worker.mjs'), Number(values.workers));
  const started = performance.now();
  let done = 0;
  const { page, broken } = await simulate({
    size: values.quick ? 'quick' : 'full',
    page: await readFile(join(root, 'docs/statistics.md'), 'utf8'),
    data: { gsm8k: readMeasured('gsm8k-correctness.json'), tau: readMeasured('tau-airline-repeats.json') },
    command: values.quick ? 'npm run simulate -- --quick' : 'npm run simulate',
    date: new Date().toISOString().slice(0, 10),
    runTask: async (task) => {
      const tally = await threads.run(task);
      done += 1;
      if (done % 50 === 0) console.error(`${done} parts, ${Math.round((performance.now() - started) / 1000)} s`);
      return tally;
    },
  });
  await threads.close();
  const out = values.out ?? (values.quick ? null : join(root, 'docs/statistics.md'));
  if (out !== null) await writeFile(out, page);
  for (const promise of broken) console.error(`not kept: ${promise}`);
  console.error(`${Math.round((performance.now() - started) / 1000)} s${out === null ? '' : `, written to ${out}`}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

// Random outages of every shape on both sides, while every real answer is right: no run blames the prompt, a pass is
// proven in spite of what is missing, and a later run pays only for that. The whole pipeline and the real client over
// HTTP; waits go by many times as fast.
// Usage: node scripts/suite-outage.mjs [RUNS] (default 50)
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { makeFolder, root, runSuite } from './suites/suite.mjs';

const runs = Number(process.argv[2] ?? 50);
/** The default of fewer than a hundred cases. */
const margin = 0.1;
/** Most of a run is waiting. */
const lanes = 5;

/** The tests' stories without their expectations, a fast timer, and little patience with what hangs. */
const standIns = {
  name: 'stand-ins',
  setup: ({ onResolve }) => {
    const replace = (filter, file) =>
      onResolve({ filter }, ({ importer }) =>
        importer.includes('/scripts/outage/') ? undefined : { path: join(root, 'scripts/outage', file) },
      );
    onResolve({ filter: /^@jest\/globals$/ }, ({ path }) => ({ path, external: true, sideEffects: false }));
    replace(/\/timer\.ts$/, 'fast-timer.ts');
    replace(/\/patience\.ts$/, 'short-patience.ts');
  },
};

async function bundle(folder) {
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/outage/evaluate.ts', 'scripts/outage/provider.ts', '__tests__/rounds/stories.ts'],
    outdir: folder,
    outbase: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);`,
    },
    plugins: [standIns],
    logLevel: 'warning',
  });
  const files = ['scripts/outage/evaluate.mjs', 'scripts/outage/provider.mjs', '__tests__/rounds/stories.mjs'];
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href)));
  return Object.assign({}, ...modules);
}

/** The lower bound that a pass has to prove (statistics.md), by hand: two pseudo-cases, and Student's 95 % for many. */
function lowerBound(differences) {
  const count = differences.length;
  const mean = differences.reduce((sum, one) => sum + one, 0) / (count + 2);
  const squares = differences.reduce((sum, one) => sum + (one - mean) ** 2, (1 - mean) ** 2 + (1 + mean) ** 2);
  const student = 1.6449 + 1.5238 / (count + 1);
  return mean - (student * Math.sqrt(((count + 2) / (count + 1)) * squares)) / (count + 2);
}

/** Both analyses of what is missing: left out, and as the worst score in its own arm. */
function mayPass({ base, candidate }) {
  const pairs = [...base].map(([id, score]) => [score, candidate.get(id) ?? null]);
  const complete = pairs.filter(([before, after]) => before !== null && after !== null);
  if (complete.length < 0.8 * pairs.length) return false;
  const analyses = [complete, pairs].map((some) => some.map(([before, after]) => (after ?? 0) - (before ?? 0)));
  return analyses.every((differences) => lowerBound(differences) > -margin);
}

const countMissing = ({ base, candidate }) =>
  [...base.values(), ...candidate.values()].filter((score) => score === null).length;

await runSuite(async (suite) => {
  const { createRandom, evaluateChange, openModel, openWorld, startProvider } = await bundle(await makeFolder(suite));

  const outage = async (share, seed) => {
    const provider = await startProvider(share, createRandom(seed));
    try {
      const world = openWorld(provider.url);
      const first = await evaluateChange(world);
      provider.heal();
      const second = await evaluateChange(world);
      return { seed, first, second };
    } finally {
      await provider.close();
    }
  };

  const check = ({ seed, first, second }) => {
    const where = `seed ${seed}: ${first.title}`;
    assert.notEqual(first.verdict, 'fail', where);
    if (first.verdict === 'pass') assert.ok(mayPass(first), where);
    assert.equal(second.calls, countMissing(first), `paid again, ${where}`);
    assert.equal(countMissing(second), 0, where);
    assert.equal(second.verdict, 'pass', `afterwards, ${where}`);
  };

  const sum = (told) => {
    const verdicts = {};
    for (const { first } of told) verdicts[first.verdict] = (verdicts[first.verdict] ?? 0) + 1;
    const missing = told.reduce((total, { first }) => total + countMissing(first), 0);
    return `${JSON.stringify(verdicts)}, ${missing} answers missing`;
  };

  for (const [share, count] of [
    [0.15, runs],
    [0.6, Math.ceil(runs / 10)],
  ]) {
    await suite.test(
      `${count} runs of which ${share * 100} % of the requests fail blame nobody, and are made good`,
      async () => {
        const told = [];
        let seed = 0;
        const work = async () => {
          while (seed < count) told.push(await outage(share, ++seed));
        };
        await Promise.all(Array.from({ length: lanes }, work));
        for (const one of told) check(one);
        console.log(`        ${sum(told)}`);
      },
    );
  }

  await suite.test("an answer is waited for longer than Node's fetch does by itself", async () => {
    const known = Symbol.for('undici.globalDispatcher.1');
    const provider = await startProvider(0, () => 1, 2500);
    await fetch('data:,');
    const shared = globalThis[known];
    globalThis[known] = new shared.constructor({ headersTimeout: 1 });
    try {
      await assert.rejects(fetch(provider.url, { method: 'POST', body: '{}' }), /fetch failed/);
      const request = { model: 'm', api: 'chat', messages: [], parameters: {}, responseFormat: null, tools: [] };
      const { result } = await openModel(provider.url).attempt({ request }, new AbortController().signal);
      assert.equal(result.status, 'answered');
    } finally {
      globalThis[known] = shared;
      await provider.close();
    }
  });
});

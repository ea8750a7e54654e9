// Gives every reader and renderer drawn inputs, and says which broke a rule, how many a second, and which branches were never taken.
// Usage: node scripts/fuzz.mjs [--count N] [--minutes N] [--seed N] [--target NAME]
// It ends with so many inputs, or after so many minutes.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countBranches } from './fuzz/coverage.mjs';
import { loadSources } from './fuzz/load.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '1440' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string' },
  },
});

const folder = await realpath(await mkdtemp(join(tmpdir(), 'prompt-assay-fuzz-')));
try {
  const load = await loadSources(folder);
  const readBranches = await countBranches(folder);
  const { feedAll, openTallies } = await load('scripts/fuzz/index.ts');
  const all = openTallies();
  const tallies = new Map([...all].filter(([{ name }]) => values.target === undefined || name === values.target));
  const startMs = Date.now();
  const counted = () => [...tallies.values()].reduce((sum, { inputs }) => sum + inputs, 0);
  const isOpen = () => [...tallies.values()].some(({ failures }) => failures.length < 3);
  const hasTime = () => Date.now() - startMs < 60_000 * Number(values.minutes);
  const goesOn = () => counted() < Number(values.count) && hasTime() && isOpen();
  for (let round = 0; goesOn(); round += 1) feedAll(values.seed, round, tallies);
  const seconds = (Date.now() - startMs) / 1000;
  for (const [{ name }, { inputs, refused, slowestMs, failures }] of tallies) {
    console.log(
      `${name}: ${inputs} inputs, ${refused} refused, ${failures.length} failed, slowest ${Math.round(slowestMs)} ms`,
    );
    for (const { seed, variant, input, error } of failures) {
      console.log(
        `  seed ${seed}, variant ${variant}\n  input ${JSON.stringify(input.slice(0, 2000))}\n  ${error.slice(0, 1500)}`,
      );
    }
  }
  const files = await readBranches();
  const sum = (member) => files.reduce((total, file) => total + file[member], 0);
  const below = files.filter(({ branches, taken }) => taken / branches < 0.9);
  console.log(`${counted()} inputs in ${seconds.toFixed(0)} s, ${Math.round(counted() / seconds)} a second`);
  console.log(
    `${sum('taken')} of ${sum('branches')} branches of ${files.length} files taken, ${((100 * sum('taken')) / sum('branches')).toFixed(1)} %`,
  );
  for (const { file, branches, taken } of below) console.log(`  ${file}: ${taken} of ${branches}`);
  const failed = [...tallies.values()].filter(({ failures }) => failures.length > 0).length;
  console.log(`${tallies.size - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

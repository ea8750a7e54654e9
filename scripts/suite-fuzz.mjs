// A minute of drawn inputs for every reader and renderer: only sentences for people, in time, and nothing foreign gets through.
// Usage: node scripts/suite-fuzz.mjs [SEED]; the long run is scripts/fuzz.mjs
import assert from 'node:assert/strict';
import { loadSources } from './fuzz/load.mjs';
import { makeFolder, runSuite } from './suites/suite.mjs';

const seed = process.argv[2] ?? '1';
const lengthMs = 45_000;
/** So many rounds there are, however slow the machine is. */
const leastRounds = 40;

await runSuite(async (suite) => {
  const load = await loadSources(await makeFolder(suite));
  const { feedAll, openTallies } = await load('scripts/fuzz/index.ts');
  const tallies = openTallies();
  const startMs = Date.now();
  for (let round = 0; round < leastRounds || Date.now() - startMs < lengthMs; round += 1) feedAll(seed, round, tallies);
  for (const [{ name }, { inputs, failures }] of tallies) {
    await suite.test(`${name}, ${inputs} inputs`, async () => {
      const told = failures.map(({ seed: own, variant, input, error }) => ({ seed: own, variant, input, error }));
      assert.deepEqual(told, []);
    });
  }
});

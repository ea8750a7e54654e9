// Counts the verdicts of whole runs, with fakes for the world, of a harmless change before a model that tosses a fair coin, where
// each input of the dataset stands under several ids. Usage: node scripts/whole-runs.mjs [--runs N] [--inputs N] [--copies N]
// The exit code is 1 where more than 8 % are blocked. 400 runs take about three minutes.
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const mostBlocked = 0.08;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '400' },
    inputs: { type: 'string', default: '20' },
    copies: { type: 'string', default: '5' },
  },
});
const [runs, inputs, copies] = [values.runs, values.inputs, values.copies].map(Number);

const folder = await mkdtemp(join(root, 'node_modules', '.whole-runs-'));
try {
  const outfile = join(folder, 'whole-runs.mjs');
  const entryPoints = [join(root, 'scripts/simulate/whole-runs.ts')];
  await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external' });
  const { countVerdicts } = await import(pathToFileURL(outfile).href);
  const counts = await countVerdicts({ inputs, copies }, runs, 'whole runs');
  const share = (counts.fail ?? 0) / runs;
  console.log(
    `${inputs} inputs x ${copies} ids, ${runs} runs: ${JSON.stringify(counts)}, ${(100 * share).toFixed(1)} % blocked`,
  );
  process.exitCode = share > mostBlocked ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

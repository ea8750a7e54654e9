// Prints the peak of memory of whole runs over many cases: rows of 200 bytes, one check, both arms, all result files written.
// Usage: node scripts/memory.mjs [CASES...] (default 2000 20000 100000). A figure, not a test: numbers of one machine compare among themselves.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = await mkdtemp(join(root, 'node_modules/.memory-'));
try {
  await build({
    entryPoints: [join(root, 'scripts/memory/measure.ts')],
    outfile: join(folder, 'measure.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  const sizes = process.argv.length > 2 ? process.argv.slice(2) : ['2000', '20000', '100000'];
  for (const cases of sizes) {
    process.stdout.write(execFileSync(process.execPath, [join(folder, 'measure.mjs'), cases], { encoding: 'utf8' }));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

// Fails unless dist/ is, byte for byte, what the sources build. Usage: node scripts/check-dist.mjs
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './build.mjs';
import { compareFiles } from './compare-files.mjs';

const dist = resolve(dirname(fileURLToPath(import.meta.url)), '../dist');

async function readCommitted() {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => [relative(dist, file).split(sep).join('/'), await readFile(file)]));
}

const differences = compareFiles(await readCommitted(), await bundle());
for (const line of differences) console.error(`dist/${line}`);
if (differences.length > 0) {
  console.error('dist/ is not what the sources build. Run "npm run build" and commit dist/.');
  process.exitCode = 1;
} else {
  console.log('dist/ is what the sources build.');
}

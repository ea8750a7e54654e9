// Fails unless the script of report.html and dist/ are, byte for byte, what the sources build, and its program has its run bit.
// Usage: node scripts/check-dist.mjs
import { access, constants, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, programs } from './build.mjs';
import { compareFiles } from './compare-files.mjs';
import { buildViewer, viewerPath } from './viewer.mjs';

const dist = resolve(dirname(fileURLToPath(import.meta.url)), '../dist');

async function readCommitted() {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => [relative(dist, file).split(sep).join('/'), await readFile(file)]));
}

/** Those that no shell would start. */
async function findUnrunnable() {
  const found = programs.map((path) =>
    access(join(dist, path), constants.X_OK).then(
      () => [],
      () => [`${path}: has no run bit`],
    ),
  );
  return (await Promise.all(found)).flat();
}

if ((await readFile(viewerPath, 'utf8')) !== (await buildViewer()).text) {
  console.error(
    `${relative(process.cwd(), viewerPath)} is not what its sources build. Run "npm run build" and commit it.`,
  );
  process.exitCode = 1;
}
const differences = [...compareFiles(await readCommitted(), await bundle()), ...(await findUnrunnable())];
for (const line of differences) console.error(`dist/${line}`);
if (differences.length > 0) {
  console.error('dist/ is not what the sources build. Run "npm run build" and commit dist/.');
  process.exitCode = 1;
} else {
  console.log('dist/ is what the sources build.');
}

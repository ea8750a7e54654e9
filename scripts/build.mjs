// Bundles the script of report.html, then the action and the terminal command into dist/, with the licence of everything that was bundled.
// Usage: node scripts/build.mjs [--out DIR]
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { renderLicenses } from './licenses.mjs';
import { renameChunks } from './name-chunks.mjs';
import { buildViewer, viewerPath } from './viewer.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** CommonJS dependencies call require() for Node's own modules, which an ES module does not have. */
const banner = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

/** What of dist a shell starts by its name. */
export const programs = ['cli.js'];

/** The files of dist as [path relative to dist, bytes], sorted by path. Writes nothing. */
export async function bundle() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/index.ts', 'src/cli.ts'],
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    // Packages behind a link keep their names, and the bundle its bytes.
    preserveSymlinks: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: banner },
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const { outputs } = result.metafile;
  const built = result.outputFiles.map(({ path, text }) => [relative(root, path).split(sep).join('/'), text]);
  const files = renameChunks(built, outputs).map(([path, text]) => [path.slice('dist/'.length), text]);
  const viewer = await buildViewer();
  const inputs = [...viewer.inputs, ...Object.values(outputs).flatMap((output) => Object.keys(output.inputs))];
  files.push(['licenses.txt', await renderLicenses(root, inputs)]);
  return files.map(([path, text]) => [path, Buffer.from(text)]).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Replaces the folder by the given files, so that no chunk of an earlier build stays behind. */
export async function writeFiles(folder, files) {
  await rm(folder, { recursive: true, force: true });
  for (const [path, contents] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
    if (programs.includes(path)) await chmod(join(folder, path), 0o755);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
  await writeFile(viewerPath, (await buildViewer()).text);
  const files = await bundle();
  await writeFiles(values.out, files);
  const bytes = files.reduce((sum, [, contents]) => sum + contents.byteLength, 0);
  console.log(`dist: ${files.length} files, ${Math.round(bytes / 1024)} KiB`);
}

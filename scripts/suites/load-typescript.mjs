import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { makeFolder, root } from './suite.mjs';

/** CommonJS dependencies call require() for Node's own modules, which an ES module does not have. */
const banner = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

/** Imports a TypeScript module of the repository, bundled, since Node 20 does not read types. */
export async function loadTypescript(suite, path) {
  const outfile = join(await makeFolder(suite), `${basename(path, '.ts')}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [path],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: banner },
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

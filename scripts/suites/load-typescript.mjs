import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { makeFolder, root } from './suite.mjs';

/** CommonJS dependencies call require() for Node's own modules, which an ES module does not have. */
const banner = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

/** Imports TypeScript modules of the repository, bundled into one, so that what they share is there once; Node 20 does not read types. */
export async function loadTypescript(suite, ...paths) {
  const outfile = join(await makeFolder(suite), 'loaded.mjs');
  const contents = paths.map((path) => `export * from './${path}';`).join('\n');
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root },
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

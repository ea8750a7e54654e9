// Writes what is made from the config's JSON Schema: its published copy and the lists of keys in the documentation.
// Usage: node scripts/schemas.mjs [--check]
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { findKeyLists, renderKeyLists, renewKeyLists } from './schema-lists.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const published = 'schemas/prompt-assay.schema.json';
const pages = ['docs/config.md', 'docs/checks.md'];

const source = `
  import { checkKinds } from './src/checks/registry.ts';
  import { buildConfigSchema } from './src/config/schema.ts';
  import { judgeKinds } from './src/judges/registry.ts';
  export const schema = buildConfigSchema(checkKinds, judgeKinds);`;

/** Node 20 imports no TypeScript: the source is bundled beside its packages, imported, and removed. */
async function loadSchema() {
  const folder = await mkdtemp(join(root, 'node_modules/.schemas-'));
  try {
    const outfile = join(folder, 'schema.mjs');
    const stdin = { contents: source, resolveDir: root, loader: 'ts' };
    await build({
      stdin,
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'warning',
    });
    const { schema } = await import(pathToFileURL(outfile).href);
    return schema;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const readPage = (path) => readFile(join(root, path), 'utf8').catch(() => '');

/** Every file as [path, text as it must be]; throws where a list of keys stands on no page. */
async function renderFiles() {
  const schema = await loadSchema();
  const lists = renderKeyLists(schema);
  const texts = await Promise.all(pages.map(readPage));
  const missing = [...lists.keys()].filter((name) => !texts.some((text) => findKeyLists(text).includes(name)));
  if (missing.length > 0) throw new Error(`no page has the list of keys of: ${missing.join(', ')}`);
  return [
    [published, `${JSON.stringify(schema, null, 2)}\n`],
    ...pages.map((path, index) => [path, renewKeyLists(texts[index], lists)]),
  ];
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
for (const [path, text] of await renderFiles()) {
  if ((await readPage(path)) === text) continue;
  if (!values.check) await writeFile(join(root, path), text);
  else {
    console.error(`${path}:1 is not what the schema says. Run "node scripts/schemas.mjs".`);
    process.exitCode = 1;
  }
}

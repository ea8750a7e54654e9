// The sources as modules of their own, in a folder beside their packages, so that what V8 counts is counted by file.
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Writes every TypeScript file of these folders into `folder` as JavaScript and gives a function that imports one of them by its path. */
export async function loadSources(folder) {
  for (const top of ['src', 'scripts/fuzz', 'scripts/simulate', '__tests__/report', '__tests__/helpers']) {
    for (const entry of await readdir(join(root, top), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const path = relative(root, join(entry.parentPath, entry.name));
      const { code } = await transform(await readFile(join(root, path), 'utf8'), {
        loader: 'ts',
        format: 'esm',
        target: 'node20',
      });
      const file = join(folder, path.replace(/\.ts$/, '.mjs'));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, code.replace(/(from\s+|import\()(["'])(\.[^"']*)\.ts\2/g, '$1$2$3.mjs$2'));
    }
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return (path) => import(pathToFileURL(join(folder, path.replace(/\.ts$/, '.mjs'))).href);
}

// The action as the sources of this moment build it, in a folder of its own: what tests and suites run. The committed dist/ is
// check-dist's alone.
import { rmSync } from 'node:fs';
import { copyFile, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, writeFiles } from './build.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Builds into a new folder beside copies of action.yml and package.json, and the fixtures; it is removed as the process exits. */
export async function buildAction() {
  const files = await bundle();
  const folder = await mkdtemp(join(tmpdir(), 'prompt-assay-action-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await writeFiles(join(folder, 'dist'), files);
  for (const name of ['action.yml', 'package.json']) await copyFile(join(root, name), join(folder, name));
  await symlink(join(root, 'fixtures'), join(folder, 'fixtures'), 'dir');
  return folder;
}

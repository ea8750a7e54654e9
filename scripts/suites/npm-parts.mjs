import { createRequire } from 'node:module';
import { join } from 'node:path';
import { MissingPart, makeFolder, run } from './suite.mjs';

/** Installs npm packages, each `name@version`, into a folder of their own, since the project needs none of them; returns its `require`. */
export async function installNpmParts(suite, packages) {
  const folder = await makeFolder(suite);
  const flags = ['--prefix', folder, '--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--silent'];
  const { code, stderr } = await run('npm', ['install', ...flags, ...packages], { cwd: folder });
  if (code !== 0) throw new MissingPart(`npm cannot install ${packages.join(' and ')}: ${stderr.trim()}`);
  return createRequire(join(folder, 'package.json'));
}

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';
import { transform } from 'esbuild';
import { compareFiles } from '../../scripts/compare-files.mjs';

jest.setTimeout(120_000);

const dist = join(process.env.PROMPT_ASSAY_BUILT ?? '', 'dist');
const root = resolve(import.meta.dirname, '../..');

const readAll = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path): [string, Buffer] => [path.slice(folder.length + 1), readFileSync(path)]);

/** Licences that ask no more than to be named. */
const known = ['Apache-2.0', 'Apache-2.0 AND BSL-1.0', 'BSD-3-Clause', 'ISC', 'MIT'];

const code = readAll(dist).filter(([path]) => path.endsWith('.js'));

describe('the bundle', () => {
  it('is the same bytes in another folder and with packages behind a link', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'elsewhere-'));
    try {
      for (const name of [
        'src',
        'scripts/build.mjs',
        'scripts/licenses.mjs',
        'scripts/name-chunks.mjs',
        'scripts/viewer.mjs',
        'package.json',
      ]) {
        await cp(join(root, name), join(folder, name), { recursive: true });
      }
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
      await promisify(execFile)(process.execPath, [join(folder, 'scripts/build.mjs'), '--out', join(folder, 'dist')]);
      expect(compareFiles(readAll(join(folder, 'dist')), readAll(dist))).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('carries the licence of every package in it, and none that asks more than to be named', () => {
    const pattern = /^\/\/ (?:\S*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm;
    const packages = new Set(
      code.flatMap(([, text]) => [...text.toString().matchAll(pattern)].map(([, name]) => name)),
    );
    const titles = readFileSync(join(dist, 'licenses.txt'), 'utf8').matchAll(/^(\S+) \d+\.\d+\.\S+ \((.+)\)$/gm);
    const licences = new Map([...titles].map(([, name, licence]) => [name, licence]));
    expect(packages.size).toBeGreaterThan(20);
    expect([...packages].filter((name) => !licences.has(name))).toEqual([]);
    expect([...new Set(licences.values())].sort()).toEqual(known);
  });

  it('names no host that nobody has looked at', async () => {
    const plain = await Promise.all(
      code.map(
        async ([, text]) => (await transform(text.toString(), { minifyWhitespace: true, legalComments: 'none' })).code,
      ),
    );
    const hosts = plain.flatMap((text) =>
      [...text.matchAll(/https?:\/\/([\w.-]+\.[a-z]+)\b/g)].map(([, host]) => host),
    );
    expect([...new Set(hosts)].sort()).toEqual(
      [
        // Where requests go unless something else is configured.
        ...['api.github.com', 'api.openai.com'],
        // In parts of the vendors' clients that are not called; `connections.test.ts` watches what is.
        ...['auth.openai.com', 'github.com', 'uploads.github.com', 'github.test'],
        // Names of schemas and formats, and pages that messages point to.
        ...['json-schema.org', 'raw.githubusercontent.com', 'git-lfs.github.com'],
        // The namespace of a badge, the schema that a SARIF file names, and the example of an input.
        ...['www.w3.org', 'docs.oasis-open.org', 'acme.github.io'],
        ...['docs.expo.dev', 'docs.github.com', 'git.io', 'help.openai.com', 'octokit.github.io'],
      ].sort(),
    );
  });
});

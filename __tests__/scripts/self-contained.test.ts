import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

/** The code of tests and suites by path; what is installed below them is not ours. */
const sources = ['__tests__', 'scripts', 'src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => /\.(?:ts|mjs|js|py|sh)$/.test(path) && !path.includes('node_modules/'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
);

const findSources = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe('tests and suites', () => {
  it('read nothing from beside the repository', () => {
    expect(findSources(new RegExp(`\\.\\./${'shared'}`))).toEqual([]);
  });

  it('skip nothing on a condition, which the linter cannot see', () => {
    expect(findSources(/\b(?:it|test|describe)\.skip\b/)).toEqual([]);
  });

  it('run what the sources build, never the committed bundle', () => {
    // What has a known advisory is asked of what users run.
    const known = ['scripts/build.mjs', 'scripts/check-advisories.mjs'];
    expect(findSources(/\broot, '(?:\.\/)?dist\b/)).toEqual(known);
  });
});

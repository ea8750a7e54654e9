import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import picomatch from 'picomatch';
import { toolVersion } from '../src/version.ts';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const built = process.env.PROMPT_ASSAY_BUILT ?? '';

/** What a module of the bundle imports, with all that those import, as paths below the package. */
function reach(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = readFileSync(join(built, path), 'utf8');
  for (const [, name = ''] of text.matchAll(/(?:^import|\bfrom|\bimport\()\s*"(\.[^"]+)"/gm)) {
    reach(join(dirname(path), name), seen);
  }
  return seen;
}

it('the version that the tool names is that of the package', () => {
  expect(toolVersion).toBe(manifest.version);
});

describe('the package', () => {
  const patterns: readonly string[] = manifest.files;
  const leftOut = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));

  it('may be published, and brings no other package', () => {
    expect(manifest).not.toHaveProperty('private');
    expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual(['devDependencies']);
    expect(Object.keys(manifest.scripts).filter((name) => /install|prepare|pack/.test(name))).toEqual([]);
  });

  it('leaves out nothing that its program imports, and the entry of the action', () => {
    const isLeftOut = picomatch(leftOut);
    const program = manifest.bin['prompt-assay'];
    expect([...reach(program)].filter((path) => isLeftOut(path))).toEqual([]);
    expect(isLeftOut('dist/index.js')).toBe(true);
    const files = readdirSync(join(built, 'dist'), { recursive: true, encoding: 'utf8' }).map((path) => `dist/${path}`);
    expect(leftOut.filter((pattern) => !files.some((path) => picomatch.isMatch(path, pattern)))).toEqual([]);
  });

  it('takes along what its program reads beside itself', () => {
    const taken = patterns.filter((pattern) => !pattern.startsWith('!'));
    expect(taken).toEqual(expect.arrayContaining(['docs/skill', 'fixtures/demo', 'schemas']));
    expect(taken.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('is built with the run bit of its program', () => {
    expect(statSync(join(built, manifest.bin['prompt-assay'])).mode & 0o111).toBe(0o111);
  });
});

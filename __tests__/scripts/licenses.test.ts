import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { renderLicenses } from '../../scripts/licenses.mjs';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'licenses-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function install(
  folder: string,
  name: string,
  files: Readonly<Record<string, string>>,
  license = 'MIT',
): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  const manifest = JSON.stringify({ name, version: '1.2.3', license });
  await writeFile(join(root, folder, 'package.json'), manifest);
  for (const [path, text] of Object.entries(files)) await writeFile(join(root, folder, path), text);
}

describe('renderLicenses', () => {
  it('names every bundled package once, whatever the number of its files and copies', async () => {
    await install('node_modules/plain', 'plain', { LICENSE: 'Plain text\r\n' });
    await install('node_modules/@scope/nested', '@scope/nested', { 'licence.md': 'Nested text' });
    await install('node_modules/plain/node_modules/@scope/nested', '@scope/nested', { 'licence.md': 'Nested text' });
    const text = await renderLicenses(root, [
      'src/index.ts',
      'node_modules/plain/a.js',
      'node_modules/plain/lib/b.js',
      'node_modules/@scope/nested/c.js',
      'node_modules/plain/node_modules/@scope/nested/c.js',
    ]);
    expect(text).toBe(
      `@scope/nested 1.2.3 (MIT)\n\nNested text\n\n${'-'.repeat(80)}\n\nplain 1.2.3 (MIT)\n\nPlain text\n`,
    );
  });

  it('prints a shared text once, under all its packages', async () => {
    await install('node_modules/one', 'one', { LICENSE: 'Same text', NOTICE: 'Made by one' });
    await install('node_modules/two', 'two', { LICENSE: 'Same text', NOTICE: 'Made by one' });
    const text = await renderLicenses(root, ['node_modules/two/i.js', 'node_modules/one/i.js']);
    expect(text).toBe('one 1.2.3 (MIT)\ntwo 1.2.3 (MIT)\n\nSame text\n\nMade by one\n');
  });

  it('knows the text of a package that ships none, as long as its licence is the same', async () => {
    const folder = 'node_modules/@handlebars/parser';
    await install(folder, '@handlebars/parser', {}, 'ISC');
    expect(await renderLicenses(root, [`${folder}/i.js`])).toMatch(
      /^@handlebars\/parser 1\.2\.3 \(ISC\)\n\nCopyright .*\n\nPermission to use/,
    );
    await install(folder, '@handlebars/parser', {}, 'MIT');
    await expect(renderLicenses(root, [`${folder}/i.js`])).rejects.toThrow('@handlebars/parser 1.2.3 (MIT)');
  });

  it('refuses packages without a licence text and names them all', async () => {
    await install('node_modules/one', 'one', {});
    await install('node_modules/two', 'two', { 'README.md': 'MIT' });
    await install('node_modules/three', 'three', { LICENSE: 'Text' });
    const inputs = ['node_modules/two/i.js', 'node_modules/one/i.js', 'node_modules/three/i.js'];
    await expect(renderLicenses(root, inputs)).rejects.toThrow('one 1.2.3 (MIT), two 1.2.3 (MIT)');
  });
});

// The licence texts that travel with the bundle.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE_FOLDER = /^(?:\(disabled\):)?((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i;
const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;
/** The texts of packages that name their licence and ship no text of it, nor does their repository. */
const UNSHIPPED = new Map([['@handlebars/parser (ISC)', `Copyright (c) the authors of Handlebars\n\n${ISC}`]]);

/**
 * Name, version, licence and licence text of every package that has a file among the inputs, sorted; packages with the
 * same text share one section. inputs: paths relative to root, as in esbuild's metafile. Throws naming every package that
 * ships no licence text.
 */
export async function renderLicenses(root, inputs) {
  const folders = new Set(inputs.map((input) => PACKAGE_FOLDER.exec(input)?.[1]).filter(Boolean));
  const packages = await Promise.all([...folders].map((folder) => readPackage(join(root, folder))));
  const bare = packages.filter(({ text }) => text === '').map(({ title }) => title);
  if (bare.length > 0) throw new Error(`Bundled without a licence text: ${bare.sort().join(', ')}`);
  return renderSections(packages);
}

async function readPackage(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => LICENSE_FILE.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const shipped = texts.map((each) => each.replaceAll('\r\n', '\n').trim()).join('\n\n');
  const text = shipped === '' ? (UNSHIPPED.get(`${name} (${license})`) ?? '') : shipped;
  return { title: `${name} ${version} (${license})`, text };
}

function renderSections(packages) {
  const titles = new Map();
  for (const { title, text } of packages) titles.set(text, [...(titles.get(text) ?? []), title]);
  const sections = [...titles].map(([text, names]) => `${[...new Set(names)].sort().join('\n')}\n\n${text}\n`);
  return sections.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

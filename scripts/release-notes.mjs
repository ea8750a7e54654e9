// Prints the changelog's section of a version, once the tag, the package and the changelog agree on it.
// Usage: node scripts/release-notes.mjs v1.2.3
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');

/** The text below the heading `## [1.2.3] - YYYY-MM-DD`; throws where the tag is another version, or the section is missing or empty. */
export function findNotes(tag, version, changelog) {
  if (tag !== `v${version}`) throw new Error(`The tag ${tag} is not the version of package.json, which is ${version}.`);
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.startsWith(`[${version}] - `));
  if (section === undefined) throw new Error(`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD".`);
  const notes = section.slice(section.indexOf('\n')).trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return notes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const [manifest, changelog] = await Promise.all(
      ['package.json', 'CHANGELOG.md'].map((name) => readFile(join(root, name), 'utf8')),
    );
    console.log(findNotes(process.argv[2] ?? '', JSON.parse(manifest).version, changelog));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

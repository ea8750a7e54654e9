// Keeps the words and the code together: renews the tables of inputs and outputs from action.yml, the threats from scripts/guards, the
// lists of contents and the short answer of docs/statistics.md, then checks that every link, path and room the documentation names is there.
// Usage: node scripts/docs.mjs [--check]
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { renewAnswer } from './docs/answer.mjs';
import { lacksContents, longPage, renewContents } from './docs/contents.mjs';
import { findHeadings, findLinks, findPaths } from './docs/markdown.mjs';
import { readRooms } from './docs/rooms.mjs';
import { blocks, hasTable, renewTables } from './docs/tables.mjs';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    root: { type: 'string', default: resolve(dirname(fileURLToPath(import.meta.url)), '..') },
  },
});
const root = resolve(values.root);
const problems = [];

const SKIPPED = new Set(['node_modules', 'dist', 'fixtures', 'coverage', '.git']);

async function findPages(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const pages = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : findPages(path);
      return entry.name.endsWith('.md') ? [path] : [];
    }),
  );
  return pages.flat().sort();
}

/** The text of a file the documentation cannot do without; its absence is a problem like any other. */
async function readNeeded(path) {
  if (existsSync(join(root, path))) return readFile(join(root, path), 'utf8');
  problems.push(`${path}:1 the file is missing.`);
  return '';
}

const nameOf = (path) => relative(root, path);

/** The areas of the threat model; none where the file is missing, which is a problem. */
async function readThreats() {
  const path = 'scripts/guards/threats.mjs';
  return (await readNeeded(path)) === '' ? [] : (await import(pathToFileURL(join(root, path)).href)).areas;
}

/** The page with its short answer renewed; one that cannot be made is a problem, and stays as it was. */
function answerOf(page, text) {
  try {
    return renewAnswer(text);
  } catch (error) {
    problems.push(`${nameOf(page)}:1 ${error.message}`);
    return text;
  }
}

async function renewPages(pages) {
  const action = parse(await readNeeded('action.yml')) ?? {};
  const areas = await readThreats();
  const tabled = new Set();
  for (const page of pages) {
    const text = await readFile(page, 'utf8');
    for (const name of Object.keys(blocks)) if (hasTable(text, name)) tabled.add(name);
    const renewed = renewContents(answerOf(page, renewTables(text, action, areas)));
    if (nameOf(page).startsWith('docs/') && lacksContents(renewed)) {
      problems.push(
        `${nameOf(page)}:1 it has more than ${longPage} lines and not the markers <!-- contents:start --> and <!-- contents:end -->.`,
      );
    }
    if (renewed === text) continue;
    if (values.check)
      problems.push(`${nameOf(page)}:1 what is made of other files is not up to date. Run "npm run docs".`);
    else await writeFile(page, renewed);
  }
  for (const [name, source] of Object.entries(blocks)) {
    if (!tabled.has(name))
      problems.push(`${source}:1 no page has the markers <!-- ${name}:start --> and <!-- ${name}:end -->.`);
  }
}

async function checkLink(page, { line, target }) {
  const [path, anchor] = decodeURIComponent(target).split('#');
  const file = path === '' ? page : path.startsWith('/') ? join(root, path) : resolve(dirname(page), path);
  if (!existsSync(file)) {
    problems.push(`${nameOf(page)}:${line} the link ${target} leads nowhere.`);
  } else if (anchor && file.endsWith('.md') && !(await hasHeading(file, anchor))) {
    problems.push(`${nameOf(page)}:${line} ${nameOf(file)} has no heading #${anchor}.`);
  }
}

async function hasHeading(file, anchor) {
  return findHeadings(await readFile(file, 'utf8')).some((heading) => heading.anchor === anchor);
}

async function checkPage(page) {
  const text = await readFile(page, 'utf8');
  for (const link of findLinks(text)) await checkLink(page, link);
  for (const { line, target } of findPaths(text)) {
    if (!existsSync(join(root, target))) problems.push(`${nameOf(page)}:${line} there is no ${target}.`);
  }
}

async function checkRooms() {
  const page = 'docs/architecture.md';
  const rooms = readRooms(await readNeeded(page));
  if (rooms.length === 0) {
    problems.push(`${page}:1 the tree of rooms (a fenced block with a line "src/") is missing.`);
    return;
  }
  for (const { line, path } of rooms) {
    if (!existsSync(join(root, path))) problems.push(`${page}:${line} there is no ${path}.`);
  }
  const drawn = new Set(rooms.map(({ path }) => path));
  const entries = await readdir(join(root, 'src'), { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory() && !drawn.has(`src/${entry.name}/`))
      problems.push(`${page}:1 the room src/${entry.name}/ is not drawn.`);
  }
}

const pages = await findPages(root);
await renewPages(pages);
for (const page of pages) await checkPage(page);
await checkRooms();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${pages.length} pages agree with the code.`);

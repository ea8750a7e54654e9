// Which files of the repository are pages of the site, under which address, and in which group of the navigation.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The repository's root. */
export const root = resolve(import.meta.dirname, '../../..');

const own = {
  'README.md': 'start.md',
  'CHANGELOG.md': 'changes.md',
  'CONTRIBUTING.md': 'contributing.md',
  'SECURITY.md': 'reporting.md',
  'docs/site/index.md': 'index.md',
  'docs/recipes/README.md': 'recipes/index.md',
  'docs/skill/SKILL.md': 'skill.md',
};

/** The site's file for a Markdown file of the repository, as `docs/adr/x.md` -> `adr/x.md`; itself where it is no page. */
export function pageOf(path) {
  return own[path] ?? path.replace(/^docs\//, '');
}

/** Folders of the repository without a page. */
export const excluded = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'docs')
  .map(({ name }) => `${name}/**`);

const groups = [
  ['Start', ['start', 'comment', 'glossary', 'troubleshooting']],
  ['Prompts and datasets', ['formats', 'outputs', 'records', 'import']],
  ['Checks and judges', ['checks', 'judge']],
  ['The gate', ['config', 'statistics']],
  ['Models', ['models']],
  ['CI and files', ['recipes/index', 'other-ci', 'history', 'files']],
  ['Terminal', ['terminal', 'skill']],
  ['Security', ['security', 'reporting']],
  ['How it is built', ['architecture', 'contributing', 'releasing', 'changes']],
];
const titles = { start: 'First steps', skill: 'Skill for coding agents', reporting: 'Reporting a weakness' };

/** The navigation beside each page, by task, and beside a decision all of them; throws where a page stands in no group. */
export function buildSidebar() {
  const sources = new Map(listSources().map((path) => [pageOf(path).replace(/\.md$/, ''), path]));
  const known = new Set(['index', ...groups.flatMap(([, pages]) => pages)]);
  for (const [page, path] of sources) {
    if (!known.has(page) && !page.startsWith('adr/')) throw new Error(`${path} stands in no group of the navigation.`);
  }
  const item = (page) => ({
    text: titles[page] ?? readTitle(sources.get(page)),
    link: `/${page.replace(/index$/, '')}`,
  });
  const decisions = [...sources.keys()].filter((page) => page.startsWith('adr/')).sort();
  const tasks = groups.map(([text, pages]) => ({ text, items: pages.map(item) }));
  tasks.at(-1).items.push({ text: 'Decisions', link: `/${decisions[0]}` });
  return { '/adr/': [tasks.at(-1), { text: 'Decisions', items: decisions.map(item) }], '/': tasks };
}

function listSources() {
  const docs = readdirSync(resolve(root, 'docs'), { recursive: true }).map((path) => `docs/${path}`);
  const isPage = (path) => path.endsWith('.md') && !/\/(?:node_modules|dist)\//.test(path);
  return [...readdirSync(root), ...docs].filter(isPage);
}

const readTitle = (path) => /^# (.+)$/m.exec(readFileSync(resolve(root, path), 'utf8'))[1].replaceAll('`', '');

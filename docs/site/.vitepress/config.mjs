// The site of the documentation, made of the Markdown files of the repository as they are.
import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defineConfig } from 'vitepress';
import { slugOf } from '../../../scripts/docs/slug.mjs';
import { readAsGithub } from './markdown.mjs';
import { buildSidebar, excluded, pageOf, root } from './pages.mjs';

const server = process.env.GITHUB_SERVER_URL ?? 'https://github.com';
const repository = `${server}/${process.env.GITHUB_REPOSITORY ?? 'OWNER/prompt-assay'}`;
const site = resolve(root, 'docs/site');

/** The pages lie outside of the folder that has the packages: what they import is looked for as if they stood in it. */
const ownPackages = {
  name: 'own-packages',
  enforce: 'pre',
  resolveId(id, page) {
    const isOfPage = page?.endsWith('.md') && /^vue(?:\/|$)/.test(id);
    return isOfPage ? this.resolve(id, resolve(site, 'index.md'), { skipSelf: true }) : null;
  },
};

export default defineConfig({
  title: 'Prompt Assay',
  description:
    'The merge gate for prompts: compares a changed prompt case by case with main, and says pass, fail, inconclusive or invalid.',
  lang: 'en',
  srcDir: root,
  srcExclude: excluded,
  rewrites: pageOf,
  outDir: resolve(site, 'dist'),
  cacheDir: resolve(site, 'node_modules/.vitepress'),
  cleanUrls: true,
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify: slugOf },
    config: (md) => readAsGithub(md, repository),
  },
  vite: {
    publicDir: resolve(site, 'public'),
    plugins: [ownPackages],
  },
  themeConfig: {
    logo: '/logo.svg',
    search: { provider: 'local' },
    nav: [
      { text: 'First steps', link: '/start' },
      { text: 'Config', link: '/config' },
      { text: 'Statistics', link: '/statistics' },
    ],
    sidebar: buildSidebar(),
    outline: [2, 3],
    socialLinks: [{ icon: 'github', link: repository }],
  },
  transformHead: ({ siteData: { base } }) => [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}logo.svg` }],
  ],
  buildEnd: ({ outDir }) => cp(resolve(root, 'schemas'), resolve(outDir, 'schemas'), { recursive: true }),
});

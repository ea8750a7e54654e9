// The documentation as it is read: on GitHub on a phone, and as the site that is built of it.
// Usage: node scripts/suite-site.mjs
import assert from 'node:assert/strict';
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from './suites/browser.mjs';
import { renderMarkdown } from './suites/comment-html.mjs';
import { serveFolder } from './suites/static-server.mjs';
import { MissingPart, makeFolder, must, requireCommand, root, run, runSuite } from './suites/suite.mjs';

const phone = { width: 390, height: 844 };
/** A site that is not at the root of its host: links and files have to know. */
const base = '/prompt-assay/';

/** Measurements are compared down their columns, so that a list would be worse: these tables may be wider than a phone, and scroll in their own frame. */
const wideOnPurpose = new Map([['docs/statistics.md', 17]]);

await runSuite(async (suite) => {
  const { test } = suite;
  await requireCommand('cmark-gfm', 'apt-get install cmark-gfm');
  const { browser, findObstacles, load } = await openBrowser(suite, 'github-markdown-css@5.9.0');
  const style = await readFile(load.resolve('github-markdown-css/github-markdown.css'), 'utf8');

  const docs = await listDocs();
  await test(`${docs.length} pages on GitHub fit a phone`, async () => {
    const page = await browser.newPage({ viewport: phone });
    const found = [];
    for (const path of docs) {
      const html = await renderMarkdown(join(root, path));
      await page.setContent(
        `<style>${style} body { margin: 0 } article { padding: 16px }</style><article class="markdown-body">${html}</article>`,
      );
      const wide = await page.evaluate(listWideTables);
      if (wide.length > (wideOnPurpose.get(path) ?? 0)) found.push(`${path} has wide tables: ${wide.join(', ')}`);
      if (!(await page.evaluate(fitsScreen))) found.push(`${path} scrolls sideways`);
    }
    await page.close();
    assert.deepEqual(found, []);
  });

  const clone = await copySources(suite);
  const site = join(clone, 'docs/site');
  const installed = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: site,
    timeoutMs: 300_000,
  });
  if (installed.code !== 0) throw new MissingPart(`npm cannot install the site's packages: ${installed.stderr.trim()}`);
  await test('it builds without the network, and without a package of the project', async () => {
    await build(site);
  });
  const dist = join(site, 'dist');
  const address = await serveFolder(suite, dist, base);
  const pages = (await readdir(dist, { recursive: true }))
    .filter((path) => path.endsWith('.html') && path !== '404.html')
    .map((path) => path.replace(/(?:(?<=^|\/)index)?\.html$/, ''))
    .sort();

  await test('every page of docs/ is there, and the schemas as they are', async () => {
    const elsewhere = new Map([
      ['recipes/README', 'recipes/'],
      ['site/index', ''],
      ['skill/SKILL', 'skill'],
    ]);
    const names = docs.map((path) => path.slice('docs/'.length, -'.md'.length));
    const missing = names.filter((name) => !pages.includes(elsewhere.get(name) ?? name));
    assert.deepEqual(missing, []);
    for (const name of await readdir(join(root, 'schemas'))) {
      const served = await (await fetch(`${address}schemas/${name}`)).text();
      assert.equal(served, await readFile(join(root, 'schemas', name), 'utf8'));
    }
  });

  await test('a dead link fails the build', async () => {
    const broken = await copySources(suite);
    await symlink(join(site, 'node_modules'), join(broken, 'docs/site/node_modules'));
    const path = join(broken, 'docs/files.md');
    await writeFile(path, `${await readFile(path, 'utf8')}\n[gone](gone.md)\n`);
    await assert.rejects(build(join(broken, 'docs/site')), /docs\/files\.md: the link gone\.md leads nowhere/);
  });

  const page = await browser.newPage({ viewport: phone });
  const requests = new Set();
  const said = [];
  page.on('request', (request) => requests.add(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('response', (response) => response.ok() || said.push(`${response.status()} ${response.url()}`));
  page.on('pageerror', (error) => said.push(String(error)));
  const links = new Map();
  const anchors = new Map();

  await test(`${pages.length} pages fit a phone, ask nobody else, and say nothing to the console`, async () => {
    for (const path of pages) {
      await page.goto(`${address}${path}`);
      assert.ok(await page.evaluate(fitsScreen), `${path} scrolls sideways`);
      anchors.set(path, new Set(await page.evaluate('[...document.querySelectorAll("[id]")].map(({ id }) => id)')));
      links.set(path, await page.evaluate('[...document.querySelectorAll("a[href]")].map(({ href }) => href)'));
    }
    assert.deepEqual(
      [...requests].filter((url) => !url.startsWith(address)),
      [],
    );
    assert.deepEqual(said, []);
  });

  await test('every link inside leads to a page and a heading that are there', async () => {
    const dead = new Set();
    for (const [from, all] of links) {
      for (const link of all.filter((one) => one.startsWith(new URL(address).origin))) {
        const { pathname, hash } = new URL(link);
        const path = pathname.startsWith(base) ? pathname.slice(base.length) : null;
        const isThere =
          path !== null &&
          (anchors.has(path)
            ? hash === '' || anchors.get(path).has(decodeURIComponent(hash.slice(1)))
            : (await fetch(link)).ok);
        if (!isThere) dead.add(`${from}: ${link}`);
      }
    }
    assert.deepEqual([...dead], []);
  });

  await test('the search finds a word of a page, and leads there', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.locator('.VPNavBarSearch button').first().click();
    await page.locator('input.search-input').fill('drift-allowance');
    await page.locator('.results a.result').first().click();
    await page.waitForURL(/\/(?:config|statistics|terminal)/);
    assert.match(await page.locator('main').textContent(), /drift-allowance/);
  });

  for (const colorScheme of ['light', 'dark']) {
    await test(`no serious obstacle for anybody, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      for (const path of [
        '',
        'start',
        'config',
        'statistics',
        'formats',
        'architecture',
        'glossary',
        'recipes/',
        'adr/0029-the-run-is-a-value',
      ]) {
        await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
        assert.deepEqual(await findObstacles(page), [], path);
      }
    });
  }
});

async function listDocs() {
  const paths = (await must('git', ['ls-files', '-co', '--exclude-standard', 'docs'])).trim().split('\n');
  return paths.filter((path) => path.endsWith('.md'));
}

/** The repository's files in a folder of their own, without any package. */
async function copySources(suite) {
  const folder = await makeFolder(suite);
  const paths = (await must('git', ['ls-files', '-co', '--exclude-standard'])).trim().split('\n');
  const kept = paths.filter((path) => path !== 'node_modules' && !path.startsWith('dist/'));
  for (const path of kept) await cp(join(root, path), join(folder, path), { recursive: true });
  return folder;
}

/** Builds the site; in a network namespace of its own where this machine can make one. */
async function build(site) {
  const command = ['npm', 'run', 'build', '--', '--base', base];
  const isAlone = (await run('unshare', ['--net', 'true']).catch(() => ({ code: 1 }))).code === 0;
  const [name, ...args] = isAlone ? ['unshare', '--net', ...command] : command;
  await must(name, args, { cwd: site, timeoutMs: 300_000 });
}

/** In the page. */
function fitsScreen() {
  return document.documentElement.scrollWidth <= document.documentElement.clientWidth;
}

/** In the page: the headings of tables that have to be scrolled, each with its width. */
function listWideTables() {
  const headingOf = (one) =>
    /^H\d$/.test(one?.tagName ?? 'H1') ? (one?.textContent ?? '') : headingOf(one.previousElementSibling);
  const tables = [...document.querySelectorAll('table')].filter((one) => one.scrollWidth > one.clientWidth);
  return tables.map((one) => `${headingOf(one)}: ${one.scrollWidth}`);
}

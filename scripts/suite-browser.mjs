// report.html in a real browser: the demo's reports, one whose every text is hostile, and one of 2,000 cases.
// Usage: node scripts/suite-browser.mjs
import assert from 'node:assert/strict';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './suites/browser.mjs';
import { runDemo } from './suites/demo.mjs';
import { loadTypescript } from './suites/load-typescript.mjs';
import { tryViewer } from './suites/page/try-viewer.mjs';
import { makeFolder, runSuite } from './suites/suite.mjs';

await runSuite(async (suite) => {
  const { test } = suite;
  const { browser, findObstacles } = await openBrowser(suite);
  const outside = await startOutside(suite);
  const { demo, hostile, large } = await writeReports(suite);

  for (const report of [...demo, hostile]) await tryReport({ test, browser, findObstacles, outside }, report);
  await tryViewer({ test, browser }, large);
  await measureLarge({ test, browser }, large);
});

/** What holds of every report, whatever is in it. */
async function tryReport({ test, browser, findObstacles, outside }, { name, path }) {
  const page = await browser.newPage();
  const said = [];
  const requests = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('dialog', (dialog) => said.push(`a dialog: ${dialog.message()}`));
  page.on('request', (request) => requests.push(request.url()));
  const address = pathToFileURL(path).href;
  await page.goto(address);

  await test(`${name}: one file, its own style and script, and nothing said to the console`, async () => {
    await page.locator('.row').first().click();
    await page
      .locator('.case details')
      .first()
      .evaluate((fold) => {
        fold.open = true;
      });
    assert.deepEqual(requests, [address]);
    assert.deepEqual(said, []);
    assert.equal(await page.evaluate('getComputedStyle(document.body).margin'), '0px', 'the policy stops the style');
    assert.equal(await page.locator('img, iframe, object, embed, link, form, [style], main script').count(), 0);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map(({ href }) => href));
    assert.deepEqual(
      links.filter((href) => !href.startsWith('https://')),
      [],
    );
  });

  await test(`${name}: every fold opens`, async () => {
    await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
    const inner = page.locator('details > :not(summary)');
    assert.deepEqual(await inner.evaluateAll((all) => all.filter((one) => one.offsetHeight === 0).length), 0);
  });

  for (const width of [1280, 390]) {
    await test(`${name}: nothing sticks out at ${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await page.evaluate(findOverflow), []);
    });
  }

  for (const colorScheme of ['light', 'dark']) {
    await test(`${name}: no obstacle for anybody, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await findObstacles(page, ['minor', 'moderate', 'serious', 'critical']), []);
    });
  }

  await test(`${name}: the policy stops a script and a picture, had one come through`, async () => {
    await page.evaluate(plantForeignParts, outside.address);
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate('globalThis.planted ?? null'), null);
    assert.equal(outside.hits(), 0);
    assert.ok(
      said.some((text) => text.includes('Content Security Policy')),
      said.join('\n'),
    );
  });
  await page.close();
}

/**
 * How fast the large report is: the median of several, in time of the page's own thread, since a machine that does more at
 * once lets every page wait.
 */
async function measureLarge({ test, browser }, { path, answers }) {
  const address = pathToFileURL(path).href;
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const show = (values) => values.map((value) => Math.round(value)).join(', ');
  /** A page, and what its thread has worked so far, in milliseconds. */
  const openTimed = async () => {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const worked = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
    };
    return { page, worked };
  };
  await test('2,000 cases: the file is at most half as much again as its answers', async () => {
    const { size } = await stat(path);
    console.log(`        ${(size / 1e6).toFixed(1)} MB of file, ${(answers / 1e6).toFixed(1)} MB of answers`);
    assert.ok(size <= 1.5 * answers);
  });
  await test('2,000 cases: open within a second', async () => {
    const [times, clock] = [[], []];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { page, worked } = await openTimed();
      await page.goto(address);
      times.push(await worked());
      clock.push(await page.evaluate('performance.getEntriesByType("navigation")[0].loadEventEnd'));
      assert.ok((await page.locator('.row').count()) > 0);
      await page.close();
    }
    console.log(`        ${show(times)} ms of work; by the clock of this machine ${show(clock)} ms`);
    assert.ok(median(times) < 1000);
  });
  await test('2,000 cases: each keystroke of a search is answered within 100 ms', async () => {
    const { page, worked } = await openTimed();
    await page.goto(address);
    await page.evaluate('document.querySelector(".search").focus()');
    const [times, clock] = [[], []];
    for (const letter of 'misses the word 99') {
      const before = await worked();
      clock.push(await page.evaluate(typeLetter, letter));
      times.push((await worked()) - before);
    }
    console.log(`        ${show(times)} ms of work; by the clock ${show(clock)} ms`);
    assert.ok(median(times) < 100);
    assert.match(await page.locator('[role=status]').textContent(), /^\d+ of 2,000 cases$/);
    await page.close();
  });
}

/** In the page: types a letter into the search and waits until the list is painted; how long that took. */
async function typeLetter(letter) {
  const search = document.querySelector('.search');
  const start = performance.now();
  search.value += letter;
  search.dispatchEvent(new Event('input'));
  document.querySelector('.list').getBoundingClientRect();
  const taken = performance.now() - start;
  await new Promise((done) => requestAnimationFrame(done));
  return taken;
}

/** An address that counts who comes. */
async function startOutside({ defer }) {
  let hits = 0;
  const server = createServer((_request, response) => {
    hits += 1;
    response.end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  defer(() => server.close());
  return { address: `http://127.0.0.1:${server.address().port}/`, hits: () => hits };
}

/** The demo's reports, a hostile one and a large one, as `{ name, path }`. */
async function writeReports(suite) {
  const folder = await runDemo(suite);
  const changes = (await readdir(folder)).sort();
  const { renderHtml, pageOf, aHostileReport, aLargePage, largeCases, largeAnswer } = await loadTypescript(
    suite,
    'src/report/page/html.ts',
    '__tests__/helpers/page.ts',
    '__tests__/report/hostile.ts',
    'scripts/suites/page/large-report.ts',
  );
  const own = await makeFolder(suite);
  const [hostile, large] = [join(own, 'hostile.html'), join(own, 'large.html')];
  await writeFile(hostile, pageOf(aHostileReport()));
  const { report, ...run } = aLargePage();
  await writeFile(large, renderHtml(report, run));
  return {
    demo: changes.map((change) => ({ name: change, path: join(folder, change, 'report.html') })),
    hostile: { name: 'hostile texts', path: hostile },
    large: { name: '2,000 cases', path: large, answers: 2 * largeCases * largeAnswer },
  };
}

/** In the page: what makes it scroll sideways. Tables may scroll in their own frame. */
function findOverflow() {
  const { documentElement: root } = document;
  if (root.scrollWidth <= root.clientWidth) return [];
  const out = [...document.querySelectorAll('body *')].filter(
    (one) => one.closest('.scroll') === null && one.getBoundingClientRect().right > root.clientWidth + 1,
  );
  return [`${root.scrollWidth} > ${root.clientWidth}`, ...out.slice(0, 5).map((one) => one.outerHTML.slice(0, 200))];
}

/** In the page: what an attacker would want to be there. */
function plantForeignParts(address) {
  const script = document.createElement('script');
  script.textContent = 'globalThis.planted = true';
  const picture = document.createElement('img');
  picture.src = address;
  document.body.append(script, picture);
}

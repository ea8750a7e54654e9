// report.html in a real browser: the demo's reports, and one whose every text is hostile.
// Usage: node scripts/suite-browser.mjs
import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './suites/browser.mjs';
import { runDemo } from './suites/demo.mjs';
import { loadTypescript } from './suites/load-typescript.mjs';
import { makeFolder, runSuite } from './suites/suite.mjs';

await runSuite(async (suite) => {
  const { test } = suite;
  const { browser, findObstacles } = await openBrowser(suite);
  const outside = await startOutside(suite);

  for (const { name, path } of await listReports(suite)) {
    const page = await browser.newPage();
    const said = [];
    const requests = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('dialog', (dialog) => said.push(`a dialog: ${dialog.message()}`));
    page.on('request', (request) => requests.push(request.url()));
    const address = pathToFileURL(path).href;
    await page.goto(address);

    await test(`${name}: one file, its own style, and nothing said to the console`, async () => {
      assert.deepEqual(requests, [address]);
      assert.deepEqual(said, []);
      const width = await page.evaluate('getComputedStyle(document.body).maxWidth');
      assert.equal(width, '1152px', 'the policy does not let the style through');
      assert.equal(await page.locator('script, img, iframe, object, embed, link, form, [style], a[href]').count(), 0);
    });

    await test(`${name}: every fold opens`, async () => {
      const folds = page.locator('details');
      const count = await folds.count();
      const inner = page.locator('details > :not(summary)');
      for (let index = 0; index < Math.min(count, 3); index += 1) {
        await folds.nth(index).locator(':scope > summary').click();
        assert.ok(await folds.nth(index).evaluate(({ open }) => open));
      }
      await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
      assert.deepEqual(await inner.evaluateAll((all) => all.filter((one) => one.offsetHeight === 0).length), 0);
    });

    for (const width of [1280, 390]) {
      await test(`${name}: nothing sticks out at ${width} pixels`, async () => {
        await page.setViewportSize({ width, height: 900 });
        const found = await page.evaluate(findOverflow);
        assert.deepEqual(found, []);
      });
    }

    for (const colorScheme of ['light', 'dark']) {
      await test(`${name}: no serious obstacle for anybody, ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await findObstacles(page), []);
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
});

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

/** The demo's reports and a hostile one, as `{ name, path }`. */
async function listReports(suite) {
  const folder = await runDemo(suite);
  const changes = (await readdir(folder)).sort();
  const { renderHtml } = await loadTypescript(suite, 'src/report/page/html.ts');
  const { aHostileReport } = await loadTypescript(suite, '__tests__/report/hostile.ts');
  const hostile = join(await makeFolder(suite), 'hostile.html');
  await writeFile(hostile, renderHtml(aHostileReport()));
  return [
    ...changes.map((change) => ({ name: change, path: join(folder, change, 'report.html') })),
    { name: 'hostile texts', path: hostile },
  ];
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

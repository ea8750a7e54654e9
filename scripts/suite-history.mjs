// The page and the badge of a history in a real browser: a plain one, one whose every text is hostile, and one of many years.
// Usage: node scripts/suite-history.mjs
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadTypescript } from './suites/load-typescript.mjs';
import { installNpmParts } from './suites/npm-parts.mjs';
import { MissingPart, makeFolder, runSuite } from './suites/suite.mjs';

await runSuite(async (suite) => {
  const { test } = suite;
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (executablePath === undefined) throw new MissingPart('there is no chromium: apt-get install chromium');
  const load = await installNpmParts(suite, ['playwright-core@1.65.1', 'axe-core@4.14.1']);
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const browser = await load('playwright-core').chromium.launch({ executablePath, args });
  suite.defer(() => browser.close());
  const axe = load('axe-core').source;

  for (const { name, folder, links } of await writeHistories(suite)) {
    const page = await browser.newPage();
    const said = [];
    const requests = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('dialog', (dialog) => said.push(`a dialog: ${dialog.message()}`));
    page.on('request', (request) => requests.push(request.url()));
    const address = pathToFileURL(join(folder, 'index.html')).href;
    await page.goto(address);

    await test(`${name}: one file, its own style, and nothing said to the console`, async () => {
      assert.deepEqual(requests, [address]);
      assert.deepEqual(said, []);
      const width = await page.evaluate('getComputedStyle(document.body).maxWidth');
      assert.equal(width, '1216px', 'the policy does not let the style through');
      assert.equal(await page.locator('script, img, iframe, object, embed, link, form, [style]').count(), 0);
      assert.equal(await page.locator('a[href^="https://"]').count(), links);
      assert.equal(await page.locator('a').count(), links);
    });

    await test(`${name}: every figure has something on it, and stays inside`, async () => {
      const figures = await page.locator('figure svg').evaluateAll((all) =>
        all.map((svg) => {
          const frame = svg.getBoundingClientRect();
          const parts = [...svg.querySelectorAll('.point, .bar, .span')].map((part) => part.getBoundingClientRect());
          const isInside = ({ left, right, top, bottom }) =>
            left >= frame.left - 1 && right <= frame.right + 1 && top >= frame.top - 1 && bottom <= frame.bottom + 1;
          return { count: parts.length, inside: parts.every(isInside), named: svg.getAttribute('aria-label') !== '' };
        }),
      );
      assert.ok(figures.length > 0);
      for (const figure of figures)
        assert.ok(figure.count > 0 && figure.inside && figure.named, JSON.stringify(figure));
    });

    await test(`${name}: the tables can be reached and scrolled by keyboard alone`, async () => {
      await page.setViewportSize({ width: 390, height: 900 });
      const frames = await page.locator('.scroll').count();
      const reached = new Set();
      for (let presses = 0; presses < 60 && reached.size < Math.min(frames, 3); presses += 1) {
        await page.keyboard.press('Tab');
        const label = await page.evaluate(
          'document.activeElement.matches(".scroll") ? [...document.querySelectorAll(".scroll")].indexOf(document.activeElement) : null',
        );
        if (label !== null) reached.add(label);
      }
      assert.ok(reached.size >= Math.min(frames, 3), `${reached.size} of ${frames}`);
    });

    for (const width of [1280, 390]) {
      await test(`${name}: nothing sticks out at ${width} pixels`, async () => {
        await page.setViewportSize({ width, height: 900 });
        const [scroll, client] = await page.evaluate(
          '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        );
        assert.ok(scroll <= client, `${scroll} > ${client}`);
      });
    }

    for (const colorScheme of ['light', 'dark']) {
      await test(`${name}: no obstacle for anybody, ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(axe);
        const { violations } = await page.evaluate('axe.run()');
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))}`),
          [],
        );
      });
    }

    await test(`${name}: the words of the badge fit into it`, async () => {
      await page.goto(pathToFileURL(join(folder, 'badge.svg')).href);
      const isInside = await page.evaluate(`(() => {
        const frame = document.documentElement.getBoundingClientRect();
        return [...document.querySelectorAll('text')].every((text) => {
          const box = text.getBoundingClientRect();
          return box.left > frame.left && box.right < frame.right;
        });
      })()`);
      assert.ok(isInside);
    });
    await page.close();
  }
});

/** Histories as their files, with how many links their pages may have. */
async function writeHistories(suite) {
  const paths = ['src/report/history/files.ts', '__tests__/history/builders.ts', '__tests__/report/hostile.ts'];
  const { renderHistoryFiles, aHistory, aHostileHistory, aBaselineLine, aMerge, hostileText } = await loadTypescript(
    suite,
    ...paths,
  );
  const many = Array.from({ length: 200 }, (_, at) =>
    aBaselineLine(1 + (at % 28), {
      means: { 'reply / label': 0.5 + 0.4 * Math.sin(at / 9) },
      scoringRevision: at >> 6,
    }),
  );
  const histories = [
    { name: 'a plain history', history: aHistory(), links: 3 },
    { name: 'hostile texts', history: aHostileHistory(hostileText), links: 0 },
    {
      name: 'many years',
      history: aHistory({
        suites: [{ suite: 'triage', baselines: many }],
        merges: Array.from({ length: 200 }, (_, at) => aMerge(1 + (at % 28))),
      }),
      links: 201,
    },
  ];
  const root = await makeFolder(suite);
  return Promise.all(
    histories.map(async ({ name, history, links }, index) => {
      const folder = join(root, String(index));
      await mkdir(folder);
      for (const [file, text] of renderHistoryFiles(history)) await writeFile(join(folder, file), text);
      return { name, folder, links };
    }),
  );
}

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

/** The text of a part of a page. */
const readText = (page, selector) => page.locator(selector).textContent();

/** What a reader does with the list of a report of 2,000 cases: search, filters, sort, keys, links, the way back, a phone. */
export async function tryViewer({ test, browser }, { name, path }) {
  const address = pathToFileURL(path).href;
  const open = async (anchor = '', options = {}) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(address + anchor);
    return { page, close: () => context.close() };
  };
  /** A test with a page of its own. */
  const look = (what, work, anchor, options) =>
    test(`${name}: ${what}`, async () => {
      const { page, close } = await open(anchor, options);
      const said = [];
      page.on('pageerror', (error) => said.push(String(error)));
      await work(page).finally(close);
      assert.deepEqual(said, []);
    });
  const status = (page) => page.locator('[role=status]').textContent();
  const ids = (page) => page.locator('.row .id').allTextContents();
  const opened = (page) => page.locator('li.open .row .id').allTextContents();
  const chip = (page, words) => page.locator('.chip', { hasText: words }).first();

  await look('a search finds answers, inputs and reasons, and says how many', async (page) => {
    assert.equal(await status(page), '2,000 cases');
    await page.locator('.search').fill('Misses the WORD 1998');
    assert.equal(await status(page), '1 of 2,000 cases');
    assert.deepEqual(await ids(page), ['case-1998']);
    await page.locator('.search').fill('no such text anywhere');
    assert.equal(await status(page), '0 of 2,000 cases');
    await page.locator('.search').fill('');
    assert.equal(await status(page), '2,000 cases');
  });

  await look('filters narrow the list, and say that they are pressed', async (page) => {
    for (const [words, expected] of [
      ['worse', '667 of 2,000 cases'],
      ['critical', '14 of 2,000 cases'],
      ['refund', '7 of 2,000 cases'],
    ]) {
      await chip(page, words).click();
      assert.equal(await chip(page, words).getAttribute('aria-pressed'), 'true');
      assert.equal(await status(page), expected, words);
    }
    await chip(page, 'critical').click();
    await chip(page, 'refund').click();
    await chip(page, 'helpful').click();
    assert.equal(await status(page), '0 of 2,000 cases', 'no case got worse in the judge');
    await chip(page, 'worse').click();
    await chip(page, 'same').click();
    assert.equal(await status(page), '2,000 cases');
  });

  await look('it is sorted by need, drop, id and dataset', async (page) => {
    assert.deepEqual((await ids(page)).slice(0, 2), ['! case-0', 'case-1']);
    await page.locator('select').selectOption('drop');
    assert.deepEqual((await ids(page)).slice(0, 3), ['! case-0', 'case-3', 'case-6']);
    await page.locator('select').selectOption('id');
    assert.deepEqual((await ids(page)).slice(9, 11), ['case-9', 'case-10']);
    await page.locator('select').selectOption('dataset');
    assert.deepEqual((await ids(page)).slice(0, 3), ['! case-0', 'case-1', 'case-2']);
  });

  await look('more lines come as one scrolls', async (page) => {
    const before = (await ids(page)).length;
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await page.waitForFunction((count) => document.querySelectorAll('.row').length > count, before);
  });

  await look('an open case shows both answers, their difference, scores, reasons and what was sent', async (page) => {
    await page.locator('.row').nth(3).click();
    const text = await readText(page, '.case');
    for (const part of ['Question 3:', 'misses the word 3', 'and more', 'Expected', 'evals/triage.jsonl:17']) {
      assert.ok(text.includes(part), part);
    }
    assert.ok((await page.locator('.case mark').count()) > 0);
    assert.equal(await page.locator('.split:not(.unified)').count(), 1);
    await page.getByRole('button', { name: 'One column' }).first().click();
    assert.equal(await page.locator('.split.unified').count(), 1);
    await page.locator('.case summary').click();
    assert.ok((await readText(page, '.case details')).includes('You sort letters.'));
    const row = page.locator('.case a[href^="https://github.com/acme/shop/blob/"]');
    assert.match(await row.getAttribute('href'), /evals\/triage\.jsonl#L17$/);
  });

  await look('the keyboard does it all', async (page) => {
    const at = () =>
      page.evaluate('document.activeElement.querySelector(".id")?.textContent ?? document.activeElement.tagName');
    await page.keyboard.press('j');
    assert.equal(await at(), '! case-0');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    assert.equal(await at(), 'case-1');
    await page.keyboard.press('Enter');
    assert.deepEqual(await opened(page), ['case-1']);
    await page.keyboard.press('j');
    assert.deepEqual(await opened(page), ['case-2'], 'reading goes on to the next one');
    await page.keyboard.press('o');
    assert.deepEqual(await opened(page), []);
    await page.keyboard.press('o');
    await page.keyboard.press('Escape');
    assert.deepEqual(await opened(page), []);
    assert.equal(await at(), 'case-2', 'the keyboard stays where it was');
    await page.keyboard.press('/');
    await page.keyboard.type('jok');
    assert.equal(await page.locator('.search').inputValue(), 'jok', 'what is typed is no key');
    await page.keyboard.press('Escape');
    assert.equal(await at(), 'BODY');
    await page.keyboard.press('?');
    assert.ok(await page.locator('dialog').isVisible());
    await page.locator('dialog input').uncheck();
    await page.keyboard.press('Escape');
    assert.ok(!(await page.locator('dialog').isVisible()));
    await page.locator('.search').fill('');
    await page.locator('h1').click();
    await page.keyboard.press('j');
    assert.notEqual(await at(), '! case-0', 'the keys are off');
  });

  await look('the tab key goes through and out: nothing holds it', async (page) => {
    await page.locator('.search').fill('case-1999');
    await page.locator('.row').click();
    const seen = new Set();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      seen.add(
        await page.evaluate(
          'document.activeElement === document.body ? "out" : document.activeElement.outerHTML.slice(0, 80)',
        ),
      );
    }
    assert.ok(seen.has('out') || seen.size > 8, [...seen].join('\n'));
  });

  await look('an open case stands in the address, and the way back leads to the one before', async (page) => {
    const rows = page.locator('.row');
    await rows.nth(1).click();
    assert.match(page.url(), /#case=triage\/triage\/case-1$/);
    await rows.nth(5).click();
    assert.match(page.url(), /#case=triage\/triage\/case-5$/);
    await page.goBack();
    assert.deepEqual(await opened(page), ['case-1']);
    await page.goBack();
    assert.deepEqual(await opened(page), []);
    await page.goForward();
    assert.deepEqual(await opened(page), ['case-1']);
    await page.evaluate('location.hash = "#case=triage/triage/case-7"');
    await page.waitForFunction('document.querySelector("li.open .id")?.textContent === "case-7"');
  });

  await look(
    'a link opens its case, however far down it is, and past filters that hide it',
    async (page) => {
      assert.deepEqual(await opened(page), ['case-1901']);
      const top = await page.locator('li.open').evaluate((line) => line.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 300, `it is at ${top}`);
      await chip(page, 'critical').click();
      await page.evaluate('location.hash = "#case=triage/triage/case-7"');
      await page.waitForFunction('document.querySelector("li.open .id")?.textContent === "case-7"');
      assert.equal(await status(page), '2,000 cases');
    },
    '#case=triage/triage/case-1901',
  );

  await look(
    'a link to what is not there says so',
    async (page) => assert.match(await status(page), /not in this report/),
    '#case=triage/triage/gone',
  );

  await look(
    'a link is copied',
    async (page) => {
      await page.locator('.row').nth(1).click();
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      assert.equal(await page.evaluate('navigator.clipboard.readText()'), `${address}#case=triage/triage/case-1`);
    },
    '',
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );

  await look('what changed in the prompt stays beside the list', async (page) => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.evaluate('scrollTo(0, document.body.scrollHeight / 2)');
    const { top, height } = await page.locator('aside').evaluate((one) => one.getBoundingClientRect().toJSON());
    assert.ok(top > -10 && height > 50, `it is at ${top}`);
  });

  await look(
    'on a phone it is one column, with the difference in one column too',
    async (page) => {
      await page.locator('.row').nth(3).click();
      assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
      assert.equal(await page.locator('.split.unified').count(), 1);
      await page.getByRole('button', { name: 'Side by side' }).first().click();
      assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
    },
    '',
    { viewport: { width: 390, height: 844 } },
  );

  await look(
    'without scripts the verdict, the figures and the prompt are there, and the list says what it needs',
    async (page) => {
      const text = await readText(page, 'main');
      for (const part of ['blocks merging', 'Comparisons', 'refund', 'Prompts', 'needs scripts']) {
        assert.ok(text.includes(part), part);
      }
      assert.equal(await page.locator('.row').count(), 0);
    },
    '',
    { javaScriptEnabled: false },
  );
}

// What people see, played through the built action and photographed in a real browser: compared with the golden pictures in
// fixtures/pictures, measured for what stands on the first screen of a phone, and looked at by axe.
// Usage: node scripts/suite-pictures.mjs [NAME,...]; where a picture differs, node scripts/pictures.mjs --golden makes all of them anew.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listUnseen, onEveryScreen } from './pictures/first-screen.mjs';
import { inLanes } from './pictures/lanes.mjs';
import { openTheatre } from './pictures/play.mjs';
import { scenarios } from './pictures/scenarios.mjs';
import { photographFirstScreens } from './pictures/shots.mjs';
import { openStudio } from './pictures/studio.mjs';
import { listForbidden, readHtml } from './suites/comment-html.mjs';
import { installNpmParts } from './suites/npm-parts.mjs';
import { makeFolder, root, runSuite } from './suites/suite.mjs';

const golden = join(root, 'fixtures/pictures');
/** Browsers draw an edge here and there otherwise; a word that moved, or another colour, is more. */
const mostPixels = 60;
const only = process.argv[2]?.split(',') ?? null;
const chosen = scenarios.filter(({ name }) => only?.includes(name) ?? true);

await runSuite(async (suite) => {
  const { test } = suite;
  const [{ play }, studio] = await Promise.all([openTheatre(suite), openStudio(suite)]);
  const parser = (await installNpmParts(suite, ['htmlparser2@10.1.0']))('htmlparser2');
  const stage = await makeFolder(suite);
  const told = { folder: null };
  const made = new Set();

  await inLanes(chosen, async (scenario) => {
    const { name } = scenario;
    let seen = null;
    await test(`${name}: is played and photographed`, async () => {
      await play(scenario, join(stage, name));
      seen = await look(studio, join(stage, name), scenario);
    });
    if (seen === null) return;
    await test(`${name}: GitHub takes nothing away of the comment`, async () => {
      assert.deepEqual(listForbidden(readHtml(seen.html, parser)), []);
    });
    await test(`${name}: axe finds no obstacle`, async () => {
      assert.deepEqual(seen.obstacles, []);
    });
    await test(`${name}: a phone's first screen says what happened, to what, whether it blocks, and what to do`, async () => {
      assert.deepEqual(seen.unseen, []);
    });
    for (const [file, picture] of seen.pictures) {
      made.add(file);
      await test(`${file} is as before`, () => compare(studio, told, file, picture));
    }
  });

  if (only === null) {
    await test('every golden picture is of a scenario', async () => {
      assert.deepEqual(
        (await readdir(golden)).filter((file) => !made.has(file)),
        [],
      );
    });
    await test('the same scenario, played again, ends in equal bytes', async () => {
      const again = join(stage, 'again');
      await play(scenarios[0], again);
      for (const file of ['comment.md', 'report.html', 'results.json', 'terminal.txt']) {
        const [one, other] = [join(stage, scenarios[0].name), again].map((folder) =>
          readFile(join(folder, file), 'utf8'),
        );
        assert.equal(await other, await one, file);
      }
    });
  }
});

/** What there is to see of a played scenario: the comment's own HTML, the pictures, obstacles for anybody, and what a phone's first screen misses. */
async function look(studio, folder, scenario) {
  const html = await studio.frame(folder);
  const [obstacles, unseen] = [[], []];
  const pictures = await photographFirstScreens(studio, folder, scenario, async (page, shown) => {
    if (shown.view !== 'terminal') obstacles.push(...(await findObstacles(studio, page, shown)));
    if (shown.view !== 'comment' || shown.size !== 'narrow') return;
    unseen.push(...(await page.evaluate(listUnseen, [...onEveryScreen, ...scenario.screen])));
  });
  return { html, pictures, obstacles, unseen: [...new Set(unseen)] };
}

/** GitHub's own frame is not ours to mend. */
async function findObstacles({ axe }, page, { view, size, scheme }) {
  await page.evaluate(axe);
  const scope = view === 'comment' ? '.markdown-body' : 'body';
  const { violations } = await page.evaluate((chosen) => globalThis.axe.run(chosen), scope);
  return violations.map(({ id, nodes }) => `${view}, ${size}, ${scheme}: ${id}: ${nodes[0].html.slice(0, 200)}`);
}

/** Fails for a picture that is not as before, and leaves it beside what was expected and where the two differ. */
async function compare(studio, told, file, picture) {
  const expected = await readFile(join(golden, file)).catch(() => null);
  if (expected?.equals(picture)) return;
  const { pixels, difference } =
    expected === null ? { pixels: Infinity, difference: null } : await studio.compare(expected, picture);
  if (pixels <= mostPixels) return;
  told.folder ??= await mkdtemp(join(tmpdir(), 'prompt-assay-differences-'));
  const folder = join(told.folder, file.replace('.png', ''));
  await mkdir(folder);
  const left = { 'actual.png': picture, 'expected.png': expected, 'difference.png': difference };
  for (const [name, bytes] of Object.entries(left)) if (bytes !== null) await writeFile(join(folder, name), bytes);
  assert.fail(`${expected === null ? 'there is no golden picture' : `${pixels} pixels differ`}: look at ${folder}`);
}

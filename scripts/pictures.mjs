// Plays scenarios through the built action and the command, and photographs what people see.
// Usage: node scripts/pictures.mjs [--only NAME,...] [--out DIR] [--golden] [--docs]
// Without further words: whole pages and first screens into DIR (default: prompt-assay-pictures in the folder for temporary files), to be
// looked at. --golden writes the first screens to fixtures/pictures, --docs the pictures of the README to docs/images.
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeDocs } from './pictures/docs.mjs';
import { inLanes } from './pictures/lanes.mjs';
import { openTheatre } from './pictures/play.mjs';
import { scenarios } from './pictures/scenarios.mjs';
import { photographFirstScreens, viewsOf } from './pictures/shots.mjs';
import { openStudio, schemes, views } from './pictures/studio.mjs';
import { root } from './suites/suite.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: join(tmpdir(), 'prompt-assay-pictures') },
    golden: { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
  },
});
const names = values.only?.split(',') ?? scenarios.map(({ name }) => name);
const unknown = names.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. Known: ${scenarios.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const undo = [];
const scope = { defer: (work) => undo.push(work) };
try {
  const [{ play }, studio] = await Promise.all([openTheatre(scope), openStudio(scope)]);
  await inLanes(
    scenarios.filter(({ name }) => names.includes(name)),
    async (scenario) => {
      const folder = join(values.out, scenario.name);
      await play(scenario, folder);
      await studio.frame(folder);
      if (values.golden)
        await writePictures(join(root, 'fixtures/pictures'), await photographFirstScreens(studio, folder, scenario));
      if (values.docs) await writeDocs(studio, folder, scenario);
      if (!values.golden && !values.docs) await writeEverything(studio, folder);
      console.log(`${scenario.name}: ${scenario.about}`);
    },
  );
  console.log(`What was played and not kept lies in ${values.out}`);
} finally {
  for (const work of undo.reverse()) await work();
}

async function writePictures(folder, pictures) {
  await mkdir(folder, { recursive: true });
  for (const [name, picture] of pictures) await writeFile(join(folder, name), picture);
}

/** First screens and whole pages of all that there is, unfolded too. */
async function writeEverything(studio, folder) {
  for (const view of await viewsOf(folder)) {
    const page = await studio.open(folder, view);
    for (const { size, ...screen } of views[view].sizes) {
      for (const scheme of schemes) {
        await studio.show(page, { ...screen, scheme });
        await writeFile(join(folder, `${view}-${size}-${scheme}.png`), await studio.photograph(page));
        await writeFile(
          join(folder, `${view}-${size}-${scheme}-whole.png`),
          await studio.photograph(page, { fullPage: true }),
        );
      }
    }
    await page.close();
  }
}

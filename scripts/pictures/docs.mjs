import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../suites/suite.mjs';
import { schemes } from './studio.mjs';

/** As wide as a phone shows without making it smaller, so that it can be read there. */
const hand = { width: 440, mostHeight: 760 };

/** What the README shows: by scenario, the picture's name, its view and its size. */
const pictures = {
  fail: [
    { name: 'comment', view: 'comment', ...hand },
    { name: 'page', view: 'page', width: 640, mostHeight: 800 },
    { name: 'terminal', view: 'terminal', width: 704, mostHeight: 520 },
  ],
  pass: [{ name: 'pass', view: 'comment', ...hand }],
  open: [{ name: 'inconclusive', view: 'comment', ...hand }],
};

/** Writes the README's pictures of a framed scenario, two pixels for one. */
export async function writeDocs(studio, folder, scenario) {
  for (const { name, view, width, mostHeight } of pictures[scenario.name] ?? []) {
    const page = await studio.open(folder, view, 2);
    for (const scheme of schemes) {
      await studio.show(page, { width, height: mostHeight, scheme });
      const height = Math.min(mostHeight, await page.evaluate('document.documentElement.scrollHeight'));
      const picture = await studio.photograph(page, { clip: { x: 0, y: 0, width, height } });
      await writeFile(join(root, 'docs/images', `${name}-${scheme}.png`), picture);
    }
    await page.close();
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { schemes, views } from './studio.mjs';

/** The views that a framed scenario has. */
export function viewsOf(folder) {
  return Object.keys(views).filter((view) => existsSync(join(folder, views[view].file)));
}

/** The first screens of a framed scenario as [name, picture]: of the comment, and of the rest where the scenario `isWhole`. `look` is called with each page that is shown. */
export async function photographFirstScreens(studio, folder, { name, isWhole = false }, look = async () => {}) {
  const pictures = [];
  for (const view of isWhole ? viewsOf(folder) : ['comment']) {
    const page = await studio.open(folder, view);
    for (const { size, width, height } of views[view].sizes) {
      for (const scheme of schemes) {
        await studio.show(page, { width, height, scheme });
        pictures.push([`${name}-${view}-${size}-${scheme}.png`, await studio.photograph(page)]);
        await look(page, { view, size, scheme });
      }
    }
    await page.close();
  }
  return pictures;
}

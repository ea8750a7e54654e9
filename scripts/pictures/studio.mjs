import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../suites/browser.mjs';
import { installNpmParts } from '../suites/npm-parts.mjs';
import { requireCommand } from '../suites/suite.mjs';
import { chooseFonts, fontPackages } from './fonts.mjs';
import { frameComment, frameTerminal, renderComment } from './frame.mjs';

const packages = [
  'playwright-core@1.65.1',
  'axe-core@4.14.1',
  'github-markdown-css@5.9.0',
  '@primer/octicons@19.42.0',
  'sharp@0.35.5',
  'pixelmatch@8.0.0',
  ...fontPackages,
];
/** Nothing that depends on a screen or its settings. */
const plain = ['font-render-hinting=none', 'disable-lcd-text', 'force-color-profile=srgb', 'hide-scrollbars'];
const narrow = { size: 'narrow', width: 390, height: 844 };

/** What there is to look at, and the first screens of it: on a desk, and in a hand. */
export const views = {
  comment: { file: 'comment.html', sizes: [{ size: 'wide', width: 880, height: 800 }, narrow] },
  page: { file: 'report.html', sizes: [{ size: 'wide', width: 1200, height: 800 }, narrow] },
  terminal: { file: 'terminal.html', sizes: [{ size: 'wide', width: 720, height: 800 }] },
};
export const schemes = ['light', 'dark'];

/** Everything that makes a picture of what was played. */
export async function openStudio(suite) {
  await requireCommand('cmark-gfm', 'apt-get install cmark-gfm');
  const load = await installNpmParts(suite, packages);
  const browser = await launchBrowser(suite, load, { more: plain, env: await chooseFonts(suite, load) });
  const sharp = load('sharp');
  const pixelmatch = load('pixelmatch').default;

  return {
    axe: load('axe-core').source,
    /** Writes pages for what is not one yet into the folder of a played scenario; returns the comment's own HTML. */
    frame: async (folder) => {
      const html = await renderComment(join(folder, 'comment.md'));
      await writeFile(join(folder, 'comment.html'), await frameComment(html, load));
      const terminal = await readFile(join(folder, 'terminal.txt'), 'utf8').catch(() => null);
      if (terminal !== null) await writeFile(join(folder, 'terminal.html'), frameTerminal(terminal));
      return html;
    },
    /** Opens a view of a framed scenario; `scale` is how many pixels of the picture are one of the page's. */
    open: async (folder, view, scale = 1) => {
      const page = await browser.newPage({ deviceScaleFactor: scale, reducedMotion: 'reduce' });
      await page.goto(pathToFileURL(join(folder, views[view].file)).href);
      return page;
    },
    show: async (page, { width, height, scheme }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
    },
    /** What a page shows, in few colours. */
    photograph: async (page, options = {}) => {
      const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', ...options });
      return sharp(picture).png({ palette: true, colours: 128, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
    },
    /** How many pixels two pictures differ in, apart from smoothed edges, and a picture of where; all of them where the sizes differ. */
    compare: async (expected, actual) => {
      const [one, other] = await Promise.all(
        [expected, actual].map((picture) => sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })),
      );
      const { width, height } = one.info;
      if (width !== other.info.width || height !== other.info.height)
        return { pixels: width * height, difference: null };
      const canvas = Buffer.alloc(width * height * 4);
      const pixels = pixelmatch(one.data, other.data, canvas, width, height, { threshold: 0.1 });
      const difference = await sharp(canvas, { raw: { width, height, channels: 4 } })
        .png()
        .toBuffer();
      return { pixels, difference };
    },
  };
}

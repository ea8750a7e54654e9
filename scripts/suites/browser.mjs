import { existsSync } from 'node:fs';
import { installNpmParts } from './npm-parts.mjs';
import { MissingPart } from './suite.mjs';

const flags = [
  'no-sandbox',
  'disable-gpu',
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
];

/** This machine's chromium, driven, with axe's script: `{ browser, findObstacles, load }`; `load` requires one of `more` npm packages. */
export async function openBrowser(suite, ...more) {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (executablePath === undefined) throw new MissingPart('there is no chromium: apt-get install chromium');
  const load = await installNpmParts(suite, ['playwright-core@1.65.1', 'axe-core@4.14.1', ...more]);
  const args = flags.map((flag) => `--${flag}`);
  const browser = await load('playwright-core').chromium.launch({ executablePath, args });
  suite.defer(() => browser.close());
  const axe = load('axe-core').source;

  /** What axe finds in a page of these impacts, a text each. */
  const findObstacles = async (page, impacts = ['serious', 'critical']) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate('axe.run()');
    const found = violations.filter(({ impact }) => impacts.includes(impact));
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`)}`,
    );
  };
  return { browser, findObstacles, load };
}

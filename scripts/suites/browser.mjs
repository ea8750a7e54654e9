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

/** Starts this machine's browser by `load`, the require of a folder with playwright-core; further flags are without their dashes. */
export async function launchBrowser({ defer }, load, { more = [], env = {} } = {}) {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (executablePath === undefined) throw new MissingPart('there is no chromium: apt-get install chromium');
  const browser = await load('playwright-core').chromium.launch({
    executablePath,
    args: [...flags, ...more].map((flag) => `--${flag}`),
    env: { ...process.env, ...env },
  });
  defer(() => browser.close());
  return browser;
}

/** This machine's chromium, driven, with axe's script: `{ browser, findObstacles, load }`; `load` requires one of `more` npm packages. */
export async function openBrowser(suite, ...more) {
  const load = await installNpmParts(suite, ['playwright-core@1.65.1', 'axe-core@4.14.1', ...more]);
  const browser = await launchBrowser(suite, load);
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

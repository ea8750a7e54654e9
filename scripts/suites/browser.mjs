import { existsSync } from 'node:fs';
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

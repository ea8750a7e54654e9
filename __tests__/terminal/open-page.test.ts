import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { listOpeners, openPage } from '../../src/terminal/open-page.ts';
import { makeFolder, removeFolders } from './terminal.ts';

afterEach(removeFolders);

const url = 'file:///a/report.html';
const commands = (env: Readonly<Record<string, string>>, platform: NodeJS.Platform) =>
  listOpeners(env, platform).map((opener) => opener(url));

describe('listOpeners', () => {
  it.each([
    ['a Mac', {}, 'darwin', [['open', url]]],
    ['Windows', {}, 'win32', [['rundll32.exe', 'url.dll,FileProtocolHandler', url]]],
    ['a desktop', { DISPLAY: ':0' }, 'linux', [['xdg-open', url]]],
    ['another desktop', { WAYLAND_DISPLAY: 'wayland-0' }, 'freebsd', [['xdg-open', url]]],
    ['a machine without windows', { DISPLAY: '' }, 'linux', []],
    ['BROWSER', { BROWSER: 'lynx' }, 'linux', [['lynx', url]]],
    ['an empty BROWSER', { BROWSER: ' ', DISPLAY: ':0' }, 'linux', [['xdg-open', url]]],
    [
      'several with arguments',
      { BROWSER: 'firefox --new-tab %s --x::w3m ' },
      'linux',
      [
        ['firefox', '--new-tab', url, '--x'],
        ['w3m', url],
      ],
    ],
    ['a path of Windows', { BROWSER: 'C:\\b.exe' }, 'win32', [['C:\\b.exe', url]]],
    ['words of a shell, which are none here', { BROWSER: 'a; rm $(x)' }, 'linux', [['a;', 'rm', '$(x)', url]]],
  ] as const)('on %s', (_name, env, platform, expected) => {
    expect(commands(env, platform)).toEqual(expected);
  });
});

/** A program that writes down what it was called with. */
async function aBrowser(then: string) {
  const folder = await makeFolder();
  const program = join(folder, 'browser');
  await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/seen"\n${then}\n`);
  await chmod(program, 0o755);
  return { folder, program, seen: () => readFile(join(folder, 'seen'), 'utf8') };
}

describe('openPage', () => {
  it('hands the page over as one argument, whatever is in its name', async () => {
    const { folder, program, seen } = await aBrowser('exit 0');
    const page = join(folder, 'it\'s $(a) "page" & more.html');
    const env = { BROWSER: program, PATH: process.env.PATH };
    expect(await openPage(page, env)).toBe(`Opened ${page} in the browser.`);
    expect(await seen()).toBe(`${pathToFileURL(page).href}\n`);
  });

  it('does not wait for a browser that stays', async () => {
    const { program, seen } = await aBrowser('exec sleep 5');
    const begunAt = performance.now();
    const env = { BROWSER: program, PATH: process.env.PATH };
    expect(await openPage('/tmp/a.html', env)).toBe('Opened /tmp/a.html in the browser.');
    expect(performance.now() - begunAt).toBeLessThan(4500);
    expect(await seen()).toBe('file:///tmp/a.html\n');
  });

  it('tries the next where one fails, and says so where none opens', async () => {
    const broken = await aBrowser('exit 3');
    const good = await aBrowser('exit 0');
    const env = { PATH: process.env.PATH };
    expect(await openPage('/tmp/a.html', { ...env, BROWSER: `${broken.program}:${good.program}` })).toBe(
      'Opened /tmp/a.html in the browser.',
    );
    expect(await openPage('/tmp/a.html', { ...env, BROWSER: `${broken.program}:/no/such` })).toBe(
      `The browser did not open (${broken.program}: exit code 3; /no/such: not found): the page is /tmp/a.html.`,
    );
  });

  it('says where the page is where there is no browser', async () => {
    expect(await openPage('/tmp/a.html', {}, 'linux')).toBe('No browser can be opened here: the page is /tmp/a.html.');
  });
});

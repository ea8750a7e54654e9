import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LocalGit } from '../adapters/git/local-git.ts';
import { revealText } from '../report/escape.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A program that shows a page, and its arguments. */
export type Opener = (url: string) => readonly [program: string, ...args: string[]];

/** An opener that fails does so at once; one that is still at work then is the browser itself. */
const patienceMs = 2000;

/**
 * The programs that may open a page here, the first to be tried first: those of BROWSER where it is set (`firefox`,
 * `firefox --private-window %s`, several with `:` between), else the system's own. None where no window can be opened.
 */
export function listOpeners(env: Env, platform: NodeJS.Platform = process.platform): readonly Opener[] {
  const named = env.BROWSER?.trim() ?? '';
  if (named !== '') return named.split(platform === 'win32' ? ';' : ':').flatMap(readOpener);
  if (platform === 'darwin') return [(url) => ['open', url]];
  // `start` is a word of the shell, and no page is put through a shell.
  if (platform === 'win32') return [(url) => ['rundll32.exe', 'url.dll,FileProtocolHandler', url]];
  const hasWindows = [env.DISPLAY, env.WAYLAND_DISPLAY].some((display) => (display ?? '') !== '');
  return hasWindows ? [(url) => ['xdg-open', url]] : [];
}

function readOpener(text: string): readonly Opener[] {
  const [program, ...args] = text.split(/\s+/).filter((word) => word !== '');
  if (program === undefined) return [];
  const hasPlace = args.some((word) => word.includes('%s'));
  return [(url) => [program, ...args.map((word) => word.replaceAll('%s', () => url)), ...(hasPlace ? [] : [url])]];
}

/** Opens a file in the browser, and says in a sentence what came of it and where the page is. Never rejects: a page that is not shown is no fault of a run. */
export async function openPage(path: string, env: Env, platform?: NodeJS.Platform): Promise<string> {
  const page = resolve(path);
  const faults: string[] = [];
  for (const opener of listOpeners(env, platform)) {
    const [program, ...args] = opener(pathToFileURL(page).href);
    const fault = await start(program, args, env);
    if (fault === null) return revealText(`Opened ${page} in the browser.`);
    faults.push(`${program}: ${fault}`);
  }
  const why = faults.length === 0 ? 'No browser can be opened here' : `The browser did not open (${faults.join('; ')})`;
  return revealText(`${why}: the page is ${page}.`);
}

/** Starts a program that lives on without this process; what kept it from starting, or null. */
function start(program: string, args: readonly string[], env: Env): Promise<string | null> {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsHide: true, env });
    const end = (fault: string | null) => {
      clearTimeout(timeout);
      child.unref();
      done(fault);
    };
    const timeout = setTimeout(() => end(null), patienceMs);
    child.once('error', (error: NodeJS.ErrnoException) => end(error.code === 'ENOENT' ? 'not found' : error.message));
    child.once('exit', (code, signal) => end(code === 0 ? null : (signal ?? `exit code ${code}`)));
  });
}

/** The clone's own place for a report that is only looked at, beside git's files; empty again after each call. */
export async function clearOwnReport({ commonFolder }: Pick<LocalGit, 'commonFolder'>): Promise<string> {
  const folder = join(commonFolder, 'prompt-assay', 'report');
  await rm(folder, { recursive: true, force: true });
  return folder;
}

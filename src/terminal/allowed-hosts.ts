import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { LocalGit } from '../adapters/git/local-git.ts';
import { defaultBaseUrl, isLoopback } from '../config/base-url.ts';
import type { ChosenEndpoint } from '../config/endpoints.ts';
import { asError, UserError } from '../errors.ts';
import { isJsonObject, parseJson } from '../json.ts';
import { revealText } from '../report/escape.ts';
import type { Io } from './command.ts';

/** What the user of this terminal said about hosts. */
export interface HostFlags {
  readonly baseUrl: string | null;
  readonly allowedHosts: readonly string[];
}

/**
 * Makes the function that lets an endpoint through, or throws a UserError. A clone is somebody else's: the host that its config names gets
 * prompts, and a variable of the user's as its key, only if the user allowed it: by flag or environment, by naming it as the endpoint, or by a
 * yes, which is kept for this `origin` and host. This machine and the default endpoint need none.
 */
export function createHostGuard(
  { baseUrl, allowedHosts }: HostFlags,
  git: Pick<LocalGit, 'readOrigin'>,
  io: Io,
): (endpoint: ChosenEndpoint) => Promise<void> {
  const hosts = new Set([
    ...allowedHosts.map((host) => parseHost('--allow-host', host)),
    ...listed(io.env.PROMPT_ASSAY_ALLOW_HOSTS).map((host) => parseHost('PROMPT_ASSAY_ALLOW_HOSTS', host)),
  ]);
  const urls = [defaultBaseUrl, baseUrl, io.env.OPENAI_BASE_URL ?? null].filter((url) => url !== null);
  const origins = new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin));
  return async (endpoint) => {
    const url = new URL(endpoint.baseUrl);
    if (isLoopback(url) || origins.has(url.origin) || hosts.has(url.host)) return;
    const memory = { path: memoryPath(io.env), remote: await git.readOrigin() };
    if (await isRemembered(memory, url.host)) return;
    await ask(endpoint, url, memory, io);
    hosts.add(url.host);
  };
}

/** Where answers are kept, and the `origin` that they are kept for; without one they are not. */
interface Memory {
  readonly path: string;
  readonly remote: string | null;
}

async function ask({ keyVariable }: ChosenEndpoint, url: URL, memory: Memory, io: Io): Promise<void> {
  const withKey = keyVariable === null ? '' : `, with ${keyVariable} as the key`;
  const message = `The config of this repository sends requests to ${url.origin}${withKey}.`;
  const question = `${revealText(message)}\nAllow ${url.host}${memory.remote === null ? '' : ' from now on'}? [y/N] `;
  const answer = io.ask === null ? '' : await io.ask(question);
  if (!/^y(es)?$/i.test(answer.trim())) {
    const hint = `If you trust that host, allow it with --allow-host ${url.host}, or in PROMPT_ASSAY_ALLOW_HOSTS.`;
    throw UserError.of(message, hint);
  }
  await remember(memory, url.host, io);
}

function listed(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((part) => part.trim() !== '');
}

function parseHost(name: string, text: string): string {
  const url = `https://${text.trim()}`;
  const host = URL.canParse(url) ? new URL(url).host : '';
  if (host === '' || new URL(url).href !== `https://${host}/`)
    throw UserError.of(`${name} is not a host.`, 'Give a host such as models.example or models.example:8000.');
  return host;
}

function memoryPath(env: Io['env']): string {
  const named = env.XDG_CONFIG_HOME ?? '';
  const folder = isAbsolute(named) ? named : join(env.HOME || homedir(), '.config');
  return join(folder, 'prompt-assay', 'allowed-hosts.jsonl');
}

/** A line that cannot be read allows nothing. */
async function isRemembered({ path, remote }: Memory, host: string): Promise<boolean> {
  if (remote === null) return false;
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').some((line) => {
    const entry = parseJson(line);
    return isJsonObject(entry) && entry.remote === remote && entry.host === host;
  });
}

async function remember({ path, remote }: Memory, host: string, io: Io): Promise<void> {
  if (remote === null) return;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await appendFile(path, `${JSON.stringify({ remote, host })}\n`, { mode: 0o600 });
  } catch (error) {
    io.err(`warning: the answer is not kept: ${asError(error).message}\n`);
  }
}

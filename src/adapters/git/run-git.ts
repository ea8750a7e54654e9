import { spawn } from 'node:child_process';
import { ReadFault } from '../../errors.ts';

/** What a git command said; a code other than 0 is for the caller to judge. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** How one command is run; `env` comes on top of the cleaned environment. */
export interface GitRun {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs git in one folder. */
export type Git = (args: readonly string[], run?: GitRun) => Promise<GitResult>;

/** No hook, no monitor program and no pager is started, and messages are in English, since some of them are read. */
const settings = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.safecrlf=false', 'core.quotePath=false'];

/**
 * Git for a folder, started without a shell, without GIT_* variables of ours but with `own` ones, and without a way to
 * reach a remote; throws a ReadFault where git is not installed.
 */
export function createGit(folder: string, own: Readonly<Record<string, string>> = {}): Git {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const clean = {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // What a partial clone lacks is not fetched: no protocol has this name, also for a git that does not know the other variable.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    // Histories are as they were committed: no grafts, as there are no replacements.
    GIT_GRAFT_FILE: '/dev/null',
    ...own,
  };
  const options = settings.flatMap((setting) => ['-c', setting]);
  return (args, { input, env } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn('git', ['--no-pager', '--no-replace-objects', ...options, ...args], {
        cwd: folder,
        env: { ...clean, ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
      });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
      child.on('error', (cause) => reject(explainStart(cause, folder)));
      child.on('close', (code) => {
        resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') });
      });
      // A command that ends before it has read everything is judged by its code, not by the broken pipe.
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
}

/** Who makes a commit where nobody else is known. */
export const ownIdentity = {
  GIT_AUTHOR_NAME: 'Prompt Assay',
  GIT_AUTHOR_EMAIL: 'prompt-assay@localhost',
  GIT_COMMITTER_NAME: 'Prompt Assay',
  GIT_COMMITTER_EMAIL: 'prompt-assay@localhost',
};

/** The output of a command that must succeed; throws a ReadFault with git's own words otherwise. */
export async function requireGit(git: Git, args: readonly string[], run?: GitRun): Promise<Buffer> {
  const result = await git(args, run);
  if (result.code !== 0) throw explainResult(args, result);
  return result.stdout;
}

/** The first line of the output of a command that must succeed. */
export async function requireLine(git: Git, args: readonly string[], run?: GitRun): Promise<string> {
  return (await requireGit(git, args, run)).toString('utf8').trimEnd();
}

/** What to do where a clone lacks objects. */
export const fetchHint =
  'Fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout; in a partial clone `git fetch --refetch --no-filter`.';

/** The ReadFault for a command that failed. */
export function explainResult(args: readonly string[], { code, stderr }: GitResult): ReadFault {
  const said = stderr.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (/dubious ownership/.test(said)) {
    return ReadFault.of(
      'Git refuses this repository, because its folder belongs to another user.',
      'If you trust it, run `git config --global --add safe.directory "$PWD"`.',
    );
  }
  if (/not a git repository/.test(said)) {
    return ReadFault.of('This folder is not in a git repository.', 'Run the command inside a clone.');
  }
  if (/promisor remote/.test(said)) {
    return ReadFault.of(
      'This partial clone lacks files that are needed.',
      'Fetch them: `git fetch --refetch --no-filter`.',
    );
  }
  const isMissing = /unable to read|could not read|not a tree object|bad object|missing/i.test(said);
  const hint = isMissing ? fetchHint : 'See what git says and run again.';
  return ReadFault.of(`\`git ${args[0]}\` failed (${code}): ${said.slice(0, 500)}`, hint);
}

function explainStart(cause: Error, folder: string): ReadFault {
  if ('code' in cause && cause.code === 'ENOENT') {
    return ReadFault.of('Git could not be started.', `Install git, and check that ${folder} exists.`, { cause });
  }
  return ReadFault.of(`Git could not be started: ${cause.message}.`, 'Check the installation of git.', { cause });
}

import { execFile } from 'node:child_process';

const identity = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

export interface GitOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** Real git on a folder, free of the developer's settings; rejects with git's words. */
export type TestGit = (args: readonly string[], options?: GitOptions) => Promise<Buffer>;

export function testGit(folder: string): TestGit {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const clean = {
    ...Object.fromEntries(inherited),
    ...identity,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    LC_ALL: 'C',
  };
  return (args, { input, env } = {}) =>
    new Promise((resolve, reject) => {
      const options = { cwd: folder, env: { ...clean, ...env }, maxBuffer: 2 ** 29, encoding: 'buffer' as const };
      const child = execFile('git', [...args], options, (error, stdout, stderr) => {
        if (error) reject(new Error(`git ${args.join(' ')}: ${stderr.toString()}`, { cause: error }));
        else resolve(stdout);
      });
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    });
}

/** The trimmed text of a git command. */
export async function gitText(git: TestGit, args: readonly string[], options?: GitOptions): Promise<string> {
  return (await git(args, options)).toString('utf8').trimEnd();
}

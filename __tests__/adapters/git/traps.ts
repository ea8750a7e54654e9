import { appendFile, chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gitText, type TestGit, testGit } from '../../helpers/fake-github/git.ts';
import { makeFolder, writeFiles } from './folders.ts';

/** A clone with an edited file, and a program beside it that leaves a trace wherever it is started. */
export interface Hostile {
  readonly home: string;
  readonly clone: string;
  readonly program: string;
  readonly git: TestGit;
  config(...entries: readonly string[]): Promise<void>;
  readTrace(): Promise<string>;
}

export async function makeHostile(): Promise<Hostile> {
  const home = await makeFolder();
  const [clone, program, trace] = [join(home, 'clone'), join(home, 'program'), join(home, 'trace')];
  await writeFile(program, `#!/bin/sh\necho "$0 $*" >> "${trace}"\nexit 1\n`);
  await chmod(program, 0o755);
  await mkdir(clone);
  const git = testGit(clone);
  await git(['init', '--quiet', '--initial-branch=main']);
  await writeFiles(clone, { 'a.txt': 'a\n', 'b.txt': 'b\n' });
  await git(['add', '.']);
  await git(['commit', '--quiet', '-m', 'first']);
  await writeFiles(clone, { 'a.txt': 'edited\n', 'new.txt': 'new\n' });
  return {
    home,
    clone,
    program,
    git,
    config: (...entries) => appendFile(join(clone, '.git/config'), `${entries.join('\n')}\n`),
    readTrace: () => readFile(trace, 'utf8').catch(() => ''),
  };
}

const filter = ({ program }: Hostile, how = 'clean') => ['[filter "x"]', `${how} = ${program}`, 'required = true'];
const filtered = { '.gitattributes': '* filter=x\n' };

/** A clone without the objects of its commit, whose remote is reached by these settings. */
async function lack({ clone, git, config }: Hostile, ...remote: readonly string[]): Promise<void> {
  await git(['config', 'core.repositoryFormatVersion', '1']);
  await config('[extensions]', 'partialClone = origin', '[remote "origin"]', 'promisor = true', ...remote);
  const hash = await gitText(git, ['rev-parse', 'HEAD:b.txt']);
  await rm(join(clone, '.git/objects', hash.slice(0, 2), hash.slice(2)), { force: true });
}

/** A trap by its name. */
export type Trap = readonly [
  name: string,
  /** Lays the trap and returns a git command that falls into it. */
  lay: (hostile: Hostile) => Promise<readonly string[]>,
];

/** Programs that files go through. */
export const filters: readonly Trap[] = [
  [
    'a clean filter',
    async (hostile) => {
      await writeFiles(hostile.clone, filtered);
      await hostile.config(...filter(hostile));
      return ['diff', '--quiet'];
    },
  ],
  [
    'a filter process',
    async (hostile) => {
      await writeFiles(hostile.clone, filtered);
      await hostile.config(...filter(hostile, 'process'));
      return ['diff', '--quiet'];
    },
  ],
  [
    'a filter of an included file',
    async (hostile) => {
      await writeFiles(hostile.clone, filtered);
      await writeFiles(hostile.home, { settings: `${filter(hostile).join('\n')}\n` });
      await hostile.config('[include]', `path = ${join(hostile.home, 'settings')}`);
      return ['diff', '--quiet'];
    },
  ],
  [
    'a filter of a file that is included on a condition',
    async (hostile) => {
      await writeFiles(hostile.clone, filtered);
      await writeFiles(hostile.home, { settings: `${filter(hostile).join('\n')}\n` });
      await hostile.config('[includeIf "onbranch:**"]', `path = ${join(hostile.home, 'settings')}`);
      return ['diff', '--quiet'];
    },
  ],
  [
    "a filter of the worktree's settings",
    async (hostile) => {
      await writeFiles(hostile.clone, filtered);
      await hostile.git(['config', 'core.repositoryFormatVersion', '1']);
      await hostile.config('[extensions]', 'worktreeConfig = true');
      await writeFiles(hostile.clone, { '.git/config.worktree': `${filter(hostile).join('\n')}\n` });
      return ['diff', '--quiet'];
    },
  ],
  [
    'a filter for attributes beside the clone',
    async (hostile) => {
      await writeFiles(hostile.home, { attributes: '* filter=x\n' });
      await hostile.config(...filter(hostile), '[core]', `attributesFile = ${join(hostile.home, 'attributes')}`);
      return ['diff', '--quiet'];
    },
  ],
  [
    "a filter for attributes in git's folder",
    async (hostile) => {
      await writeFiles(hostile.clone, { '.git/info/attributes': '* filter=x\n' });
      await hostile.config(...filter(hostile));
      return ['diff', '--quiet'];
    },
  ],
  [
    'a filter of a submodule',
    async (hostile) => {
      const inner = join(hostile.clone, 'inner');
      await mkdir(inner);
      const git = testGit(inner);
      await git(['init', '--quiet', '--initial-branch=main']);
      await writeFiles(inner, { 'c.txt': 'c\n' });
      await git(['add', '.']);
      await git(['commit', '--quiet', '-m', 'inner']);
      await hostile.git(['add', 'inner']);
      await hostile.git(['commit', '--quiet', '-m', 'second']);
      await writeFiles(inner, { 'c.txt': 'd\n', ...filtered });
      await appendFile(join(inner, '.git/config'), filter(hostile).join('\n'));
      return ['add', '--all', '--dry-run'];
    },
  ],
  [
    'a clean filter of a folder that a `.git` file points to',
    async (hostile) => {
      await writeFiles(hostile.clone, filtered);
      await hostile.config(...filter(hostile));
      await hostile.git(['init', '--quiet', `--separate-git-dir=${join(hostile.home, 'elsewhere')}`]);
      return ['diff', '--quiet'];
    },
  ],
];

/** Programs that settings name. */
export const settings: readonly Trap[] = [
  [
    'a file system monitor',
    async (hostile) => {
      await hostile.config('[core]', `fsmonitor = ${hostile.program}`);
      return ['status'];
    },
  ],
  [
    'hooks of a folder that is named',
    async (hostile) => {
      const hooks = join(hostile.home, 'hooks');
      const all = ['post-index-change', 'reference-transaction', 'pre-commit', 'post-commit', 'pre-auto-gc'];
      await writeFiles(hooks, Object.fromEntries(all.map((name) => [name, `#!/bin/sh\nexec "${hostile.program}"\n`])));
      for (const name of all) await chmod(join(hooks, name), 0o755);
      await hostile.config('[core]', `hooksPath = ${hooks}`);
      return ['update-ref', 'refs/heads/other', 'HEAD'];
    },
  ],
  [
    'a program that checks signatures',
    async ({ git, config, program }) => {
      const commit = String(await git(['cat-file', 'commit', 'HEAD']));
      const signed = commit.replace(
        '\n\n',
        '\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\n',
      );
      const hash = await gitText(git, ['hash-object', '-t', 'commit', '-w', '--stdin'], { input: signed });
      await git(['reset', '--quiet', hash]);
      await config('[gpg]', `program = ${program}`, '[log]', 'showSignature = true', '[commit]', 'gpgSign = true');
      return ['log', '-1', '--format=%H'];
    },
  ],
  [
    'a program that shows differences',
    async ({ config, program }) => {
      await config('[diff]', `external = ${program}`);
      return ['diff'];
    },
  ],
  [
    'a program that makes files text',
    async ({ clone, config, program }) => {
      await writeFiles(clone, { '.gitattributes': '* diff=x\n' });
      await config('[diff "x"]', `textconv = ${program}`);
      return ['diff'];
    },
  ],
];

/** Programs between a partial clone and what it lacks. */
export const remotes: readonly Trap[] = [
  [
    'what answers for a remote on this machine',
    async (hostile) => {
      await lack(hostile, `url = file://${hostile.clone}`, `uploadpack = ${hostile.program}`);
      return ['cat-file', '-p', 'HEAD:b.txt'];
    },
  ],
  [
    'what opens a secure shell',
    async (hostile) => {
      await lack(hostile, 'url = ssh://localhost/x', '[core]', `sshCommand = ${hostile.program}`);
      return ['cat-file', '-p', 'HEAD:b.txt'];
    },
  ],
  [
    'what stands between us and a remote',
    async (hostile) => {
      await lack(hostile, 'url = git://localhost/x', '[core]', `gitProxy = ${hostile.program}`);
      return ['cat-file', '-p', 'HEAD:b.txt'];
    },
  ],
  [
    'a remote that is a program',
    async (hostile) => {
      await lack(hostile, `url = ext::${hostile.program}`, '[protocol "ext"]', 'allow = always');
      return ['cat-file', '-p', 'HEAD:b.txt'];
    },
  ],
];

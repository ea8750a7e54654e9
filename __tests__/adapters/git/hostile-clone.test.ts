import { appendFile, chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openLocalGit } from '../../../src/adapters/git/local-git.ts';
import { createGit } from '../../../src/adapters/git/run-git.ts';
import { gitText, type TestGit, testGit } from '../../helpers/fake-github/git.ts';
import { withGit } from '../../helpers/with-git.ts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A clone with an edited file, and a program beside it that leaves a trace wherever it is started. */
interface Hostile {
  readonly home: string;
  readonly clone: string;
  readonly program: string;
  readonly git: TestGit;
  config(...entries: readonly string[]): Promise<void>;
  readTrace(): Promise<string>;
}

async function makeHostile(): Promise<Hostile> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'hostile-')));
  folders.push(home);
  const [clone, program, trace] = [join(home, 'clone'), join(home, 'program'), join(home, 'trace')];
  await writeFile(program, `#!/bin/sh\necho "$0 $*" >> "${trace}"\nexit 1\n`);
  await chmod(program, 0o755);
  await mkdir(clone);
  const git = testGit(clone);
  await git(['init', '--quiet', '--initial-branch=main']);
  await write(clone, { 'a.txt': 'a\n', 'b.txt': 'b\n' });
  await git(['add', '.']);
  await git(['commit', '--quiet', '-m', 'first']);
  await write(clone, { 'a.txt': 'edited\n', 'new.txt': 'new\n' });
  return {
    home,
    clone,
    program,
    git,
    config: (...entries) => appendFile(join(clone, '.git/config'), `${entries.join('\n')}\n`),
    readTrace: () => readFile(trace, 'utf8').catch(() => ''),
  };
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Asks all that a command may ask of a clone; returns what could not be told. */
async function askAll(folder: string): Promise<readonly string[]> {
  const local = await openLocalGit(folder);
  const head = await local.resolveRef('HEAD');
  const asks = [
    () => local.readWorkingTree(),
    () => local.readSides(null, null),
    () => local.readSides('main', 'HEAD'),
    () => local.knowsPath('a.txt'),
    () => local.readOrigin(),
    () => local.readUserName(),
    async () =>
      local.readBlobs(
        [...(await local.readTree(head)).entries.values()].flatMap(({ mode, hash }) => (mode === '100644' ? hash : [])),
      ),
    () => local.branchStore.write('scores', new Map([['one', new Map([['a.json', '1']])]]), 'first'),
    () => local.branchStore.write('scores', new Map([['one', new Map([['a.json', '2']])]]), 'second'),
    () => local.branchStore.read('scores', 'one'),
  ];
  const faults: string[] = [];
  for (const ask of asks) await Promise.resolve(ask()).catch((error: Error) => faults.push(error.message));
  await local.close();
  return faults;
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

type Row = readonly [
  name: string,
  /** Lays the trap and returns a git command that falls into it. */
  lay: (hostile: Hostile) => Promise<readonly string[]>,
];

const filters: readonly Row[] = [
  [
    'a clean filter',
    async (hostile) => {
      await write(hostile.clone, filtered);
      await hostile.config(...filter(hostile));
      return ['diff', '--quiet'];
    },
  ],
  [
    'a filter process',
    async (hostile) => {
      await write(hostile.clone, filtered);
      await hostile.config(...filter(hostile, 'process'));
      return ['diff', '--quiet'];
    },
  ],
  [
    'a filter of an included file',
    async (hostile) => {
      await write(hostile.clone, filtered);
      await write(hostile.home, { settings: `${filter(hostile).join('\n')}\n` });
      await hostile.config('[include]', `path = ${join(hostile.home, 'settings')}`);
      return ['diff', '--quiet'];
    },
  ],
  [
    'a filter of a file that is included on a condition',
    async (hostile) => {
      await write(hostile.clone, filtered);
      await write(hostile.home, { settings: `${filter(hostile).join('\n')}\n` });
      await hostile.config('[includeIf "onbranch:**"]', `path = ${join(hostile.home, 'settings')}`);
      return ['diff', '--quiet'];
    },
  ],
  [
    "a filter of the worktree's settings",
    async (hostile) => {
      await write(hostile.clone, filtered);
      await hostile.git(['config', 'core.repositoryFormatVersion', '1']);
      await hostile.config('[extensions]', 'worktreeConfig = true');
      await write(hostile.clone, { '.git/config.worktree': `${filter(hostile).join('\n')}\n` });
      return ['diff', '--quiet'];
    },
  ],
  [
    'a filter for attributes beside the clone',
    async (hostile) => {
      await write(hostile.home, { attributes: '* filter=x\n' });
      await hostile.config(...filter(hostile), '[core]', `attributesFile = ${join(hostile.home, 'attributes')}`);
      return ['diff', '--quiet'];
    },
  ],
  [
    "a filter for attributes in git's folder",
    async (hostile) => {
      await write(hostile.clone, { '.git/info/attributes': '* filter=x\n' });
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
      await write(inner, { 'c.txt': 'c\n' });
      await git(['add', '.']);
      await git(['commit', '--quiet', '-m', 'inner']);
      await hostile.git(['add', 'inner']);
      await hostile.git(['commit', '--quiet', '-m', 'second']);
      await write(inner, { 'c.txt': 'd\n', ...filtered });
      await appendFile(join(inner, '.git/config'), filter(hostile).join('\n'));
      return ['add', '--all', '--dry-run'];
    },
  ],
  [
    'a clean filter of a folder that a `.git` file points to',
    async (hostile) => {
      await write(hostile.clone, filtered);
      await hostile.config(...filter(hostile));
      await hostile.git(['init', '--quiet', `--separate-git-dir=${join(hostile.home, 'elsewhere')}`]);
      return ['diff', '--quiet'];
    },
  ],
];

const settings: readonly Row[] = [
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
      await write(hooks, Object.fromEntries(all.map((name) => [name, `#!/bin/sh\nexec "${hostile.program}"\n`])));
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
      await write(clone, { '.gitattributes': '* diff=x\n' });
      await config('[diff "x"]', `textconv = ${program}`);
      return ['diff'];
    },
  ],
];

const remotes: readonly Row[] = [
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

describe('nothing that a clone names is started', () => {
  it.each([...filters, ...settings, ...remotes])('%s', async (name, lay) => {
    const hostile = await makeHostile();
    const fall = await lay(hostile);
    const faults = await askAll(hostile.clone);
    expect(await hostile.readTrace()).toBe('');
    expect(faults).toEqual(remotes.some(([one]) => one === name) ? [expect.stringContaining('partial clone')] : []);
    // The trap is one: git by itself falls into it.
    await hostile.git(fall).catch(() => {});
    expect(await hostile.readTrace()).not.toBe('');
  });

  it.each(remotes)('by a git that has no word against fetching on the way either: %s', async (_name, lay) => {
    const hostile = await makeHostile();
    const fall = await lay(hostile);
    const git = createGit(hostile.clone, { GIT_NO_LAZY_FETCH: '0' });
    expect(await git(fall)).toMatchObject({ code: 128, stderr: expect.stringContaining('not allowed') });
    expect(await hostile.readTrace()).toBe('');
  });
});

describe('what a clone says of itself is not believed', () => {
  it('neither replacements nor grafts change what is read', async () => {
    const { clone, git } = await makeHostile();
    await git(['commit', '--quiet', '--all', '-m', 'second']);
    const first = await gitText(git, ['rev-parse', 'HEAD~1']);
    const [old, other] = await Promise.all(
      ['HEAD:b.txt', 'HEAD:a.txt'].map((name) => gitText(git, ['rev-parse', name])),
    );
    await git(['replace', old ?? '', other ?? '']);
    await write(clone, { '.git/info/grafts': `${await gitText(git, ['rev-parse', 'HEAD'])}\n` });
    const local = await openLocalGit(clone);
    expect(String((await local.readBlobs([old ?? ''])).get(old ?? ''))).toBe('b\n');
    expect(await local.resolveRef('HEAD~1')).toBe(first);
    expect((await local.readSides(first, 'HEAD')).base.commit).toBe(first);
    await local.close();
    // Git by itself believes them.
    expect(String(await git(['cat-file', 'blob', old ?? '']))).toBe('edited\n');
    await expect(git(['rev-parse', '--verify', 'HEAD~1'])).rejects.toThrow();
  });

  it('files of another folder are not its own', async () => {
    const { home, clone, config } = await makeHostile();
    await write(home, { 'elsewhere/secret.txt': 'secret' });
    for (const other of [join(home, 'elsewhere'), home]) {
      await config('[core]', `worktree = ${other}`);
      await expect(openLocalGit(clone)).rejects.toThrow(`place its files elsewhere, in ${other}.`);
    }
  });

  it('a folder of another user is refused, whatever it says of itself', async () => {
    const { clone, config } = await makeHostile();
    await config('[safe]', 'directory = *');
    await withGit('export GIT_TEST_ASSUME_DIFFERENT_OWNER=1', async () => {
      await expect(openLocalGit(clone)).rejects.toThrow('its folder belongs to another user');
    });
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import type { BranchFiles, BranchStore, Tree } from '../../ports.ts';
import { appendLines } from '../../text/append-lines.ts';
import { createObjectReader, listTree, readObjects } from './objects.ts';
import { explainResult, type Git, ownIdentity, requireGit, requireLine } from './run-git.ts';

const maxTries = 30;

type Folders = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A local branch as a store, by plumbing: no file of the working tree is touched. Throws a UserError for a branch that is checked out. */
export function createLocalBranchStore(git: Git): BranchStore {
  const [list, readBlobs] = [createLister(git), createObjectReader(async () => git)];
  return {
    read: (branch, folder) => readFolder(list, readBlobs, branch, folder),
    requireWritable: async (branch) => {
      await refuseCheckedOut(git, branch);
      return null;
    },
    write: (branch, folders, message, appends = new Map()) => swapTip(git, branch, folders, message, appends),
  };
}

/** What a branch holds; null where it is not there. */
type Lister = (branch: string) => Promise<Tree | null>;

type BlobReader = (hashes: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;

/** Folders that are read at the same time share one look at their branch: a config may have a thousand suites. */
function createLister(git: Git): Lister {
  const underWay = new Map<string, Promise<Tree | null>>();
  const look = async (branch: string) => {
    const tip = await readTip(git, branch);
    return tip === null ? null : listTree(git, tip, tip);
  };
  return (branch) => {
    const known = underWay.get(branch);
    if (known !== undefined) return known;
    const listing = look(branch).finally(() => underWay.delete(branch));
    underWay.set(branch, listing);
    return listing;
  };
}

async function readFolder(list: Lister, read: BlobReader, branch: string, folder: string): Promise<BranchFiles> {
  const tree = await list(branch);
  if (tree === null) return { tip: null, files: new Map() };
  return { tip: tree.commit, files: await readTexts(read, tree, (path) => isBelow(path, folder)) };
}

async function readTip(git: Git, branch: string): Promise<string | null> {
  // Lists nothing for a branch that is not there, and fails for one that cannot be read.
  const name = `refs/heads/${branch}`;
  const lines = (await requireGit(git, ['for-each-ref', '--format=%(objectname) %(refname)', '--', name])).toString();
  const line = lines.split('\n').find((text) => text.endsWith(` ${name}`));
  return line?.slice(0, line.indexOf(' ')) ?? null;
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

async function readTexts(
  read: BlobReader,
  tree: Tree,
  isWanted: (path: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const entries = [...tree.entries.values()].filter(({ path }) => isWanted(path));
  const blobs = entries.length === 0 ? new Map<string, Uint8Array>() : await read(entries.map(({ hash }) => hash));
  return new Map(entries.map(({ path, hash }) => [path, decodeText(path, blobs.get(hash))]));
}

function decodeText(path: string, bytes: Uint8Array | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const where = { path, line: null, column: null };
    throw UserError.of('is not valid UTF-8.', 'Remove it from the branch.', where, { cause });
  }
}

async function swapTip(
  git: Git,
  branch: string,
  folders: Folders,
  message: string,
  appends: ReadonlyMap<string, string>,
): Promise<string> {
  await refuseCheckedOut(git, branch);
  for (let tries = 1; ; tries += 1) {
    const tip = await readTip(git, branch);
    const commit = await writeCommit(git, tip, folders, message, appends);
    // The old value makes it a swap: all zeros where the branch must not exist yet.
    const swap = ['update-ref', `refs/heads/${branch}`, commit, tip ?? '0'.repeat(commit.length)];
    const result = await git(swap);
    if (result.code === 0) return commit;
    if (!/cannot lock ref/.test(result.stderr) || tries >= maxTries) throw explainResult(swap, result);
    await wait(Math.random() * Math.min(2000, 50 * 2 ** tries));
  }
}

async function refuseCheckedOut(git: Git, branch: string): Promise<void> {
  const listing = (await requireGit(git, ['worktree', 'list', '--porcelain'])).toString('utf8');
  if (!listing.split('\n').includes(`branch refs/heads/${branch}`)) return;
  throw UserError.of(
    `The branch \`${branch}\` is checked out; writing it would make its files look changed.`,
    'Check out another branch.',
  );
}

async function writeCommit(
  git: Git,
  tip: string | null,
  folders: Folders,
  message: string,
  appends: ReadonlyMap<string, string>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'prompt-assay-'));
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    await requireGit(git, tip === null ? ['read-tree', '--empty'] : ['read-tree', tip], { env });
    const input = await buildIndexLines(git, tip, folders, appends);
    await requireGit(git, ['update-index', '-z', '--index-info'], { env, input });
    const tree = await requireLine(git, ['write-tree'], { env });
    if (tip !== null && tree === (await requireLine(git, ['rev-parse', `${tip}^{tree}`]))) return tip;
    const parents = tip === null ? [] : ['-p', tip];
    const signed = (await git(['var', 'GIT_COMMITTER_IDENT'])).code === 0 ? {} : ownIdentity;
    const text = `${message}\n\n[skip ci]\n`;
    return await requireLine(git, ['commit-tree', tree, ...parents], { input: text, env: signed });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Index lines for `update-index -z`: mode 0 removes a path. */
async function buildIndexLines(
  git: Git,
  tip: string | null,
  folders: Folders,
  appends: ReadonlyMap<string, string>,
): Promise<string> {
  const tree = tip === null ? null : await listTree(git, tip, tip);
  const known = [...(tree?.entries.keys() ?? [])];
  const old =
    tree === null
      ? new Map<string, string>()
      : await readTexts(
          (hashes) => readObjects(git, hashes),
          tree,
          (path) => appends.has(path),
        );
  const removed = known.filter((path) => [...folders.keys()].some((folder) => isBelow(path, folder)));
  // An object name of all zeros, as long as this repository's names are (SHA-1 or SHA-256).
  const nothing = '0'.repeat(tip?.length ?? 40);
  const lines = removed.map((path) => `0 ${nothing}\t${path}\0`);
  const files = new Map([...appends].map(([path, text]) => [path, appendLines(old.get(path) ?? '', text)]));
  for (const [folder, content] of folders) {
    for (const [path, text] of content) files.set(folder === '' ? path : `${folder}/${path}`, text);
  }
  for (const [path, input] of files) {
    const hash = await requireLine(git, ['hash-object', '-w', '--no-filters', '--stdin'], { input });
    lines.push(`100644 ${hash}\t${path}\0`);
  }
  return lines.join('');
}

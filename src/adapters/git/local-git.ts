import { copyFile, mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { BranchStore, Repository, Tree } from '../../ports.ts';
import { createLocalBranchStore } from './branch-store.ts';
import { createObjectReader, listTree } from './objects.ts';
import { readDefaultBase, readMergeBase, resolveRef } from './refs.ts';
import { createGit, explainResult, type Git, requireGit, requireLine } from './run-git.ts';

/** A clone on this machine, read as data; its files, index and refs stay as they are, except for what the branch store writes. */
export interface LocalGit extends Repository {
  /** The absolute path of the working tree. */
  readonly topLevel: string;
  /** The folder that it was opened from, as a repository path that ends in `/`; empty at the top. */
  readonly prefix: string;
  readonly branchStore: BranchStore;
  /** The absolute path of git's own folder, which all worktrees of a clone share. */
  readCommonFolder(): Promise<string>;
  /** The files as they lie on disk: changed and untracked ones, but not the ignored. Its blobs are readable until `close`. */
  readWorkingTree(): Promise<Tree>;
  resolveRef(ref: string): Promise<string>;
  mergeBase(a: string, b: string): Promise<string>;
  defaultBase(): Promise<string>;
  /** True for a path that HEAD or one of its ancestors held. */
  knowsPath(path: string): Promise<boolean>;
  /** Where `origin` is, without user name and password; null where there is none. */
  readOrigin(): Promise<string | null>;
  /** The name that git signs commits with; null where none is set. */
  readUserName(): Promise<string | null>;
  /** Removes what `readWorkingTree` put aside. */
  close(): Promise<void>;
}

/** Opens the clone around a folder; throws a UserError outside a repository, in a bare one, and where git is not installed. */
export async function openLocalGit(folder: string): Promise<LocalGit> {
  const outer = createGit(folder);
  const asked = ['rev-parse', '--is-bare-repository', '--show-prefix', '--show-toplevel'];
  const said = await outer(asked);
  const [isBare, prefix = '', topLevel = ''] = said.stdout.toString('utf8').split('\n');
  if (isBare === 'true')
    throw UserError.of('This is a bare repository without files.', 'Run the command inside a clone.');
  if (said.code !== 0) throw explainResult(asked, said);
  const git = createGit(topLevel);
  const overlay = new Overlay(git);
  return {
    topLevel,
    prefix,
    branchStore: createLocalBranchStore(git),
    readCommonFolder: () => requireLine(git, ['rev-parse', '--path-format=absolute', '--git-common-dir']),
    readTree: (commit) => listTree(git, commit, commit, overlay.env),
    readBlobs: createObjectReader(git, () => overlay.env),
    readWorkingTree: () => overlay.readWorkingTree(),
    resolveRef: (ref) => resolveRef(git, ref),
    mergeBase: (a, b) => readMergeBase(git, a, b),
    defaultBase: () => readDefaultBase(git),
    knowsPath: async (path) =>
      (await git(['log', '-1', '--format=%H', 'HEAD', '--', `:(literal)${path}`])).stdout.length > 0,
    readOrigin: async () => dropUser((await git(['config', 'remote.origin.url'])).stdout.toString().trim()) || null,
    readUserName: async () => (await git(['config', 'user.name'])).stdout.toString().trim() || null,
    close: () => overlay.close(),
  };
}

function dropUser(remote: string): string {
  return remote.replace(/^(\w+:\/\/)[^/]*@/, '$1');
}

/** An index and an object store beside the repository's own, so that hashing the working tree leaves no trace in it. */
class Overlay {
  /** Lets git see the objects put aside; empty before there are any. */
  env: Readonly<Record<string, string>> = {};
  private folder: string | null = null;
  private readonly git: Git;

  constructor(git: Git) {
    this.git = git;
  }

  async readWorkingTree(): Promise<Tree> {
    this.folder ??= await mkdtemp(join(tmpdir(), 'prompt-assay-'));
    const objects = await this.locate('objects');
    this.env = { GIT_OBJECT_DIRECTORY: this.folder, GIT_ALTERNATE_OBJECT_DIRECTORIES: quoteAlternate(objects) };
    const env = { ...this.env, GIT_INDEX_FILE: join(this.folder, 'index') };
    // The copy spares hashing files that git knows to be unchanged.
    await copyIndex(await this.locate('index'), env.GIT_INDEX_FILE);
    await requireGit(this.git, ['add', '--all'], { env });
    const tree = await requireLine(this.git, ['write-tree'], { env });
    return listTree(this.git, tree, tree, this.env);
  }

  async close(): Promise<void> {
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
    this.folder = null;
    this.env = {};
  }

  private locate(name: string): Promise<string> {
    return requireLine(this.git, ['rev-parse', '--path-format=absolute', '--git-path', name]);
  }
}

/** Copies an index with its time, floored to the second: git hashes files that changed in the index's own second, and a younger copy would make an edit of equal size look like no change (git's "racy" entries). */
async function copyIndex(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
    const seconds = Math.floor((await stat(from)).mtimeMs / 1000);
    await utimes(to, seconds, seconds);
  } catch (error) {
    // A repository without an index is hashed whole.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** The list of alternates is split at colons, unless a path is quoted as in C. */
function quoteAlternate(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

import type { BranchStore, Repository, Tree } from '../../ports.ts';
import { createLocalBranchStore } from './branch-store.ts';
import { locateClone } from './clone-places.ts';
import { createObjectReader, listTree } from './objects.ts';
import { findCommit, readDefaultBase, resolveRef } from './refs.ts';
import { createGit } from './run-git.ts';
import { createSealedGit, type SealedGit } from './sealed-git.ts';
import { readSides, type Sides } from './sides.ts';
import { hashWorkingTree } from './working-tree.ts';

/** A clone on this machine, read as data; its files, index and refs stay as they are, except for what the branch store writes. */
export interface LocalGit extends Repository {
  /** The absolute path of the working tree. */
  readonly topLevel: string;
  /** The folder that it was opened from, as a repository path that ends in `/`; empty at the top. */
  readonly prefix: string;
  readonly branchStore: BranchStore;
  /** The absolute path of git's own folder, which all worktrees of a clone share. */
  readonly commonFolder: string;
  /** The files as they lie on disk: changed and untracked ones, but not the ignored. Its blobs are readable until `close`. */
  readWorkingTree(): Promise<Tree>;
  resolveRef(ref: string): Promise<string>;
  /** What would be merged, against a base; null is `origin/HEAD`, else `main`, else `master`, and the working tree. */
  readSides(base: string | null, head: string | null): Promise<Sides>;
  /** True for a path that HEAD or one of its ancestors held. */
  knowsPath(path: string): Promise<boolean>;
  /** Where `origin` is, without user name and password; null where there is none. */
  readOrigin(): Promise<string | null>;
  /** The name that git signs commits with; null where none is set. */
  readUserName(): Promise<string | null>;
  /** Removes what was put aside. */
  close(): Promise<void>;
}

/** Opens the clone around a folder; throws a UserError in a bare one, and a ReadFault outside of any and where git is not installed. */
export async function openLocalGit(folder: string): Promise<LocalGit> {
  const places = await locateClone(folder);
  // In the clone itself git looks up names and settings and writes the store's branch; files and objects are read by the sealed one.
  const clone = createGit(places.topLevel);
  let sealed: Promise<SealedGit> | null = null;
  const seal = () => {
    sealed ??= createSealedGit(clone, places);
    return sealed;
  };
  return {
    topLevel: places.topLevel,
    prefix: places.prefix,
    commonFolder: places.commonFolder,
    branchStore: createLocalBranchStore(clone),
    readTree: async (commit) => listTree((await seal()).git, commit, commit),
    readBlobs: createObjectReader(async () => (await seal()).git),
    readWorkingTree: async () => {
      const tree = await hashWorkingTree(await seal(), places);
      return listTree((await seal()).git, tree, tree);
    },
    resolveRef: (ref) => resolveRef(clone, ref),
    readSides: async (base, head) => {
      const parent = { name: head ?? 'the working tree', commit: await resolveRef(clone, head ?? 'HEAD') };
      const named =
        base === null ? await readDefaultBase(clone) : { name: base, commit: await resolveRef(clone, base) };
      const tree = head === null ? await hashWorkingTree(await seal(), places) : null;
      return readSides((await seal()).git, named, { ...parent, tree });
    },
    knowsPath: async (path) => {
      const head = await findCommit(clone, 'HEAD');
      if (head === null) return false;
      const asked = ['rev-list', '--max-count=1', head, '--', `:(literal)${path}`];
      return (await (await seal()).git(asked)).stdout.length > 0;
    },
    readOrigin: async () => dropUser((await clone(['config', 'remote.origin.url'])).stdout.toString().trim()) || null,
    readUserName: async () => (await clone(['config', 'user.name'])).stdout.toString().trim() || null,
    close: async () => {
      await (await sealed)?.remove();
      sealed = null;
    },
  };
}

function dropUser(remote: string): string {
  return remote.replace(/^(\w+:\/\/)[^/]*@/, '$1');
}

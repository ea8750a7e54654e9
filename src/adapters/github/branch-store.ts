import { UserError } from '../../errors.ts';
import type { BranchFiles, BranchStore, Repository } from '../../ports.ts';
import { count } from '../../text/prose.ts';
import { decodeText, type Folders, listBelow, prepareFolders, writeCommit } from './branch-commit.ts';
import type { GithubClient } from './client.ts';
import { readDefaultBranch, readMergeBase, readTip } from './commits.ts';
import { GithubError } from './github-error.ts';
import { moveTip } from './move-tip.ts';
import { createGithubRepository, remember } from './repository.ts';
import { requireWritable } from './require-writable.ts';

/** Enough for twenty writers at once, each of whom has to write alone for some four seconds. */
const maxTries = 30;
const maxDurationMs = 300_000;
/** The longest pause that GitHub may ask for. */
const maxPauseMs = 60_000;

/**
 * A branch as a store, through the git data API. GitHub knows no expected-old value for a ref: a commit whose parent is the tip that
 * was read, and an update that must be a fast-forward, are the swap. Stale reads only cost a try. Throws a UserError where a rule
 * protects the branch, or after 30 tries or five minutes.
 */
export function createGithubBranchStore(client: GithubClient): BranchStore {
  const repository = createGithubRepository(client);
  const tips = new Map<string, Promise<string | null>>();
  return {
    // One tip for the whole run: the folders of one commit belong together.
    read: async (branch, folder) =>
      readFolder(repository, await remember(tips, branch, () => findTip(client, branch)), folder),
    requireWritable: (branch) => requireWritable(client, branch),
    write: async (branch, folders, message, appends = new Map()) => {
      const tip = await swapTip(client, branch, folders, message, appends);
      tips.delete(branch);
      return tip;
    },
  };
}

async function swapTip(
  client: GithubClient,
  branch: string,
  folders: Folders,
  message: string,
  appends: ReadonlyMap<string, string>,
): Promise<string> {
  const prepared = await prepareFolders(client, folders);
  const startMs = client.timing.nowMs();
  let doubtful: string | null = null;
  for (let tries = 1; ; tries += 1) {
    const tip = await findTip(client, branch);
    if (doubtful !== null && (await isOn(client, doubtful, tip))) return doubtful;
    const commit = await writeCommit(client, tip, prepared, message, appends);
    if (commit === tip) return tip;
    const move = await moveTip(client, branch, tip, commit);
    if (move.outcome === 'moved') return commit;
    if (move.outcome === 'in doubt') doubtful = commit;
    const backOffMs = Math.min(15_000, 1000 * 2 ** tries) * client.timing.random();
    const pauseMs = Math.max(backOffMs, move.pauseMs);
    const isLate = client.timing.nowMs() - startMs + pauseMs > maxDurationMs;
    if (tries >= maxTries || pauseMs > maxPauseMs || isLate) {
      if (doubtful !== null && (await isOn(client, doubtful, await findTip(client, branch)))) return doubtful;
      throw gaveUp(branch, tries, move.refusal);
    }
    await client.timing.sleep(pauseMs);
  }
}

/** The tip of a branch, null where there is none. */
export async function findTip(client: GithubClient, branch: string): Promise<string | null> {
  try {
    return await readTip(client, branch);
  } catch (error) {
    if (!(error instanceof GithubError && error.status === 404)) throw error;
    // A token that may not see the repository gets 404 too: an unreadable store must not look like an empty one.
    await readDefaultBranch(client);
    return null;
  }
}

async function readFolder(repository: Repository, tip: string | null, folder: string): Promise<BranchFiles> {
  if (tip === null) return { tip, files: new Map() };
  const entries = listBelow(await repository.readTree(tip), folder);
  const blobs = await repository.readBlobs(entries.map((entry) => entry.hash));
  return { tip, files: new Map(entries.map(({ path, hash }) => [path, decodeText(path, blobs.get(hash))])) };
}

/** True where a branch with this tip holds the commit. */
async function isOn(client: GithubClient, commit: string, tip: string | null): Promise<boolean> {
  if (tip === null || commit === tip) return commit === tip;
  return (await readMergeBase(client, commit, tip)) === commit;
}

function gaveUp(branch: string, tries: number, last: GithubError): UserError {
  return UserError.of(
    `The branch \`${branch}\` could not be updated in ${count(tries, 'try', 'tries')}. The last one: ${last.problems[0]?.message}`,
    'Run again; give baseline runs a `concurrency` group so that they wait for one another.',
    null,
    { cause: last },
  );
}

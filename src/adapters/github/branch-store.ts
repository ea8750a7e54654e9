import { UserError } from '../../errors.ts';
import type { BranchFiles, BranchStore, Repository } from '../../ports.ts';
import { createBlob, decodeText, type Folders, listBelow, writeCommit } from './branch-commit.ts';
import type { GithubClient } from './client.ts';
import { GithubError, type Purpose } from './github-error.ts';
import { createGithubRepository, remember } from './repository.ts';

const maxTries = 8;
const maxDurationMs = 60_000;

/**
 * A branch as a store, through the git data API. GitHub knows no expected-old value for a ref: a commit whose parent is the tip that
 * was read, and an update that must be a fast-forward, are the swap. Stale reads only cost a try. Throws a UserError where a rule
 * protects the branch, or after 8 tries or 60 s.
 */
export function createGithubBranchStore(client: GithubClient): BranchStore {
  const repository = createGithubRepository(client);
  const tips = new Map<string, Promise<string | null>>();
  return {
    // One tip for the whole run: the folders of one commit belong together.
    read: async (branch, folder) =>
      readFolder(repository, await remember(tips, branch, () => readTip(client, branch)), folder),
    requireWritable: async () => void (await createBlob(client, 'test the right to write', '')),
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
  const startMs = client.timing.nowMs();
  let doubtful: string | null = null;
  for (let tries = 1; ; tries += 1) {
    const tip = await readTip(client, branch);
    if (doubtful !== null && tip !== null && (await isAncestor(client, doubtful, tip))) return doubtful;
    const commit = await writeCommit(client, tip, folders, message, appends);
    if (commit === tip) return tip;
    const outcome = await moveTip(client, branch, tip, commit);
    if (outcome === 'moved') return commit;
    if (outcome === 'in doubt') doubtful = commit;
    const pauseMs = Math.min(10_000, 500 * 2 ** tries) * (0.5 + client.timing.random() / 2);
    if (tries >= maxTries || client.timing.nowMs() - startMs + pauseMs > maxDurationMs) throw gaveUp(branch, tries);
    await client.timing.sleep(pauseMs);
  }
}

async function readTip(client: GithubClient, branch: string): Promise<string | null> {
  const { owner, repo } = client;
  const purpose = storePurpose(`read the branch \`${branch}\``, branch, 'contents: read');
  try {
    const { data } = await client.attempt(purpose, ({ rest }) =>
      rest.git.getRef({ owner, repo, ref: `heads/${branch}` }),
    );
    return data.object.sha;
  } catch (error) {
    if (!(error instanceof GithubError && error.status === 404)) throw error;
    // A token that may not see the repository gets 404 too: an unreadable store must not look like an empty one.
    const visible = {
      action: 'read the repository',
      permission: 'contents: read',
      thing: `repository ${owner}/${repo}`,
    };
    await client.attempt(visible, ({ rest }) => rest.repos.get({ owner, repo }));
    return null;
  }
}

async function readFolder(repository: Repository, tip: string | null, folder: string): Promise<BranchFiles> {
  if (tip === null) return { tip, files: new Map() };
  const entries = listBelow(await repository.readTree(tip), folder);
  const blobs = await repository.readBlobs(entries.map((entry) => entry.hash));
  return { tip, files: new Map(entries.map(({ path, hash }) => [path, decodeText(path, blobs.get(hash))])) };
}

/** Moves the branch from `tip` to `commit`: `lost` where another writer was first, `in doubt` where no clear answer came. */
async function moveTip(
  client: GithubClient,
  branch: string,
  tip: string | null,
  sha: string,
): Promise<'moved' | 'lost' | 'in doubt'> {
  const { owner, repo } = client;
  // Retried only here, after a look: a blind repeat could push a second commit over somebody else's.
  const request = { retries: 0 };
  try {
    await client.attempt(
      storePurpose(`write the branch \`${branch}\``, branch, 'contents: write'),
      async ({ rest }) => {
        if (tip === null) await rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha, request });
        else await rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false, request });
      },
    );
    return 'moved';
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    if (error.isAmbiguous) return 'in doubt';
    if (error.status === 422 && /not a fast forward|already exists|does not exist/i.test(error.reason)) return 'lost';
    throw isRule(error) ? protectedBranch(client, branch, error) : error;
  }
}

function isRule(error: GithubError): boolean {
  return error.status === 409 || /rule violation|protected branch|protected ref|ruleset/i.test(error.reason);
}

function protectedBranch(client: GithubClient, branch: string, error: GithubError): UserError {
  return UserError.of(
    `A branch rule of the repository keeps \`${client.tokenName}\` from writing \`${branch}\` (${error.status}): ${error.reason}.`,
    'GITHUB_TOKEN cannot pass branch rules. Exempt the branch in the ruleset, or give `baseline-token` the token of an App that may bypass it.',
    null,
    { cause: error },
  );
}

async function isAncestor(client: GithubClient, commit: string, tip: string): Promise<boolean> {
  if (commit === tip) return true;
  const { owner, repo } = client;
  const purpose = { action: 'compare two commits', permission: 'contents: read', thing: `commit ${commit}` };
  const basehead = `${commit}...${tip}`;
  const { data } = await client.attempt(purpose, ({ rest }) =>
    rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1 }),
  );
  return data.merge_base_commit.sha === commit;
}

function storePurpose(action: string, thing: string, permission: string): Purpose {
  return { action, permission, thing: `\`${thing}\`` };
}

function gaveUp(branch: string, tries: number): UserError {
  return UserError.of(
    `The branch \`${branch}\` could not be updated in ${tries} tries: other runs keep writing to it, or GitHub does not answer.`,
    'Run again; give baseline runs a `concurrency` group so that they wait for one another.',
  );
}

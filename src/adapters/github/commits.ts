import type { GithubClient } from './client.ts';

/** The commit that a branch is at. */
export async function readTip(client: GithubClient, branch: string): Promise<string> {
  const { owner, repo } = client;
  const thing = `branch \`${branch}\``;
  const purpose = { action: `read the ${thing}`, permission: 'contents: read', thing };
  const { data } = await client.attempt(purpose, ({ rest }) =>
    rest.git.getRef({ owner, repo, ref: `heads/${branch}` }),
  );
  return data.object.sha;
}

/** The default branch of the repository. */
export async function readDefaultBranch(client: GithubClient): Promise<string> {
  const { owner, repo } = client;
  const purpose = { action: 'read the repository', permission: 'contents: read', thing: `repository ${owner}/${repo}` };
  const { data } = await client.attempt(purpose, ({ rest }) => rest.repos.get({ owner, repo }));
  return data.default_branch;
}

/** The parents of a commit, the first first. */
export async function readParents(client: GithubClient, commit: string): Promise<readonly string[]> {
  return (await readCommit(client, commit)).parents.map((parent) => parent.sha);
}

/** A commit of a branch: what it stands on, and when it was made there, ISO 8601. */
export interface CommitFacts {
  readonly parents: readonly string[];
  readonly date: string;
}

/** Reads what a commit stands on, and its date. */
export async function readCommitFacts(client: GithubClient, commit: string): Promise<CommitFacts> {
  const { parents, committer } = await readCommit(client, commit);
  return { parents: parents.map((parent) => parent.sha), date: committer.date };
}

/** The name of a commit's tree. */
export async function readTreeHash(client: GithubClient, commit: string): Promise<string> {
  return (await readCommit(client, commit)).tree.sha;
}

async function readCommit(client: GithubClient, commit: string) {
  const { owner, repo } = client;
  const purpose = { action: `read commit ${commit}`, permission: 'contents: read', thing: `commit ${commit}` };
  const { data } = await client.attempt(purpose, ({ rest }) => rest.git.getCommit({ owner, repo, commit_sha: commit }));
  return data;
}

/** The commit where two parted. */
export async function readMergeBase(client: GithubClient, base: string, head: string): Promise<string> {
  const { owner, repo } = client;
  const purpose = { action: `compare ${base} and ${head}`, permission: 'contents: read', thing: `commit ${head}` };
  const { data } = await client.attempt(purpose, ({ rest }) =>
    rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}`, per_page: 1 }),
  );
  return data.merge_base_commit.sha;
}

/** True for a commit that a branch holds. */
export async function isOnBranch(client: GithubClient, commit: string, branch: string): Promise<boolean> {
  return (await readMergeBase(client, commit, await readTip(client, branch))) === commit;
}

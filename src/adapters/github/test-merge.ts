import type { GithubClient } from './client.ts';
import { isOnBranch, readParents } from './commits.ts';
import { readMergeability } from './pull-request.ts';

/** About fifteen seconds. */
const maxMergeTries = 6;

/** GitHub's own merge of a head into its base branch. */
export interface TestMerge {
  readonly commit: string;
  /** Its first parent, a commit of the base branch. */
  readonly base: string;
}

/** The merge that a pull request has now, given the tip of its base branch. GitHub makes it when it is asked for the pull request, and takes some seconds. Null for a conflict, and for a merge of another head or base. */
export async function findTestMerge(
  client: GithubClient,
  pull: { readonly number: number; readonly baseRef: string; readonly headSha: string },
  tip: string,
): Promise<TestMerge | null> {
  for (let tries = 1; ; tries += 1) {
    const { commit, isMergeable } = await readMergeability(client, pull.number);
    if (isMergeable === null && tries < maxMergeTries) await client.timing.sleep(1000 * tries);
    else {
      const [base, merged] = commit === null || isMergeable === false ? [] : await readParents(client, commit);
      if (commit === null || base === undefined || merged !== pull.headSha) return null;
      return base === tip || (await isOnBranch(client, base, pull.baseRef)) ? { commit, base } : null;
    }
  }
}

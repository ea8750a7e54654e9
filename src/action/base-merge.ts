import type { GithubClient } from '../adapters/github/client.ts';
import { isOnBranch, readMergeBase, readParents } from '../adapters/github/commits.ts';
import type { Repository } from '../ports.ts';
import { isTrivialMerge } from '../select/trivial-merge.ts';

const longestWalk = 5;

/**
 * The head itself, then those it had before pushes that only merged the base branch in: a word about one of these is a
 * word about what stands here. Reads on only while asked for more.
 */
export async function* walkBaseMerges(
  client: GithubClient,
  repository: Repository,
  head: string,
  baseRef: string,
): AsyncGenerator<string> {
  let commit: string | null = head;
  for (let steps = 0; commit !== null && steps < longestWalk; steps += 1) {
    yield commit;
    commit = await readMergedHead(client, repository, commit, baseRef);
  }
}

/** The first parent of a commit that only merges the base branch; null for any other commit. */
async function readMergedHead(
  client: GithubClient,
  repository: Repository,
  commit: string,
  baseRef: string,
): Promise<string | null> {
  const [first, second, ...others] = await readParents(client, commit);
  if (first === undefined || second === undefined || others.length > 0) return null;
  if (!(await isOnBranch(client, second, baseRef))) return null;
  const commits = [await readMergeBase(client, first, second), first, second, commit];
  const [base, ours, theirs, merged] = await Promise.all(commits.map((one) => repository.readTree(one)));
  if (!base || !ours || !theirs || !merged) throw new Error('a tree is missing');
  return isTrivialMerge({ base, ours, theirs, merged }) ? first : null;
}

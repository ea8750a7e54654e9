import { createHash } from 'node:crypto';
import type { GithubClient } from '../../../src/adapters/github/client.ts';
import { explainFailure } from '../../../src/adapters/github/github-error.ts';

interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
}

/** One git object store with refs, as GitHub's API shows it; `requests` counts what was asked. */
export interface MemoryGithub {
  /** Octokit as far as a branch store needs it. */
  readonly octokit: unknown;
  requests(): number;
  /** The files of a branch's tip, and how many commits it has. */
  show(branch: string): { readonly files: ReadonlyMap<string, string>; readonly commits: number };
}

function refuse(status: number, message: string): never {
  throw Object.assign(new Error(message), { status, response: { headers: {}, data: { message } } });
}

/** Makes an empty one. Each write of a ref is followed by `staleReads` reads that still see the old value. */
export function createMemoryGithub(staleReads: number): MemoryGithub {
  const blobs = new Map<string, Buffer>();
  const trees = new Map<string, ReadonlyMap<string, string>>();
  const commits = new Map<string, Commit>();
  const refs = new Map<string, string>();
  let stale: { readonly sha: string | undefined; reads: number } = { sha: undefined, reads: 0 };
  let requests = 0;

  const hash = (kind: string, bytes: Buffer | string) =>
    createHash('sha1').update(`${kind} ${bytes.length}\0`).update(bytes).digest('hex');
  const keepBlob = (bytes: Buffer) => {
    const sha = hash('blob', bytes);
    blobs.set(sha, bytes);
    return sha;
  };
  const answer = <T>(data: T) => {
    requests += 1;
    return Promise.resolve({ data });
  };
  const isAncestor = (old: string, sha: string): boolean =>
    old === sha || (commits.get(sha)?.parents ?? []).some((parent) => isAncestor(old, parent));
  const moveRef = (ref: string, sha: string) => {
    stale = { sha: refs.get(ref), reads: staleReads };
    refs.set(ref, sha);
    return answer({});
  };
  const git = {
    getRef: ({ ref }: { ref: string }) => {
      const sha = stale.reads > 0 ? stale.sha : refs.get(ref);
      stale.reads -= 1;
      return sha === undefined ? refuse(404, 'Not Found') : answer({ object: { sha } });
    },
    getCommit: ({ commit_sha }: { commit_sha: string }) => answer({ tree: { sha: commits.get(commit_sha)?.tree } }),
    getTree: ({ tree_sha }: { tree_sha: string }) => {
      const files = trees.get(tree_sha) ?? refuse(404, 'Not Found');
      const tree = [...files].map(([path, sha]) => ({ path, mode: '100644', type: 'blob', sha, size: 1 }));
      return answer({ tree, truncated: false });
    },
    getBlob: ({ file_sha }: { file_sha: string }) =>
      answer({ content: blobs.get(file_sha)?.toString('base64'), encoding: 'base64' }),
    createTree: ({ base_tree, tree }: { base_tree?: string; tree: { path: string; content?: string }[] }) => {
      const files = new Map(trees.get(base_tree ?? ''));
      for (const { path, content } of tree) {
        if (content === undefined) files.delete(path);
        else files.set(path, keepBlob(Buffer.from(content)));
      }
      const sha = hash('tree', JSON.stringify([...files].sort()));
      trees.set(sha, files);
      return answer({ sha });
    },
    createCommit: (commit: Commit & { readonly message: string }) => {
      const sha = hash('commit', JSON.stringify(commit));
      commits.set(sha, commit);
      return answer({ sha });
    },
    createRef: ({ ref, sha }: { ref: string; sha: string }) => {
      const name = ref.replace('refs/', '');
      return refs.has(name) ? refuse(422, 'Reference already exists') : moveRef(name, sha);
    },
    updateRef: ({ ref, sha }: { ref: string; sha: string }) =>
      isAncestor(refs.get(ref) ?? '', sha) ? moveRef(ref, sha) : refuse(422, 'Update is not a fast forward'),
  };
  return {
    octokit: { rest: { git, repos: { get: () => answer({}) } } },
    requests: () => requests,
    show: (branch) => {
      const tip = refs.get(`heads/${branch}`) ?? '';
      const files = trees.get(commits.get(tip)?.tree ?? '') ?? new Map<string, string>();
      const count = (sha: string): number => {
        const parent = commits.get(sha)?.parents[0];
        return parent === undefined ? 1 : 1 + count(parent);
      };
      return { files: new Map([...files].map(([path, sha]) => [path, String(blobs.get(sha))])), commits: count(tip) };
    },
  };
}

/** A client of it; what it refuses comes as the real client would say it. */
export function connectTo(github: MemoryGithub, timing: GithubClient['timing']): GithubClient {
  return {
    owner: 'acme',
    repo: 'prompts',
    tokenName: 'github-token',
    timing,
    requestCount: () => 0,
    attempt: async (purpose, run) => {
      try {
        return await run(github.octokit as Parameters<typeof run>[0]);
      } catch (thrown) {
        throw explainFailure(thrown, purpose, { token: '', tokenName: 'github-token', host: 'a memory' });
      }
    },
  };
}

import { type TestGit, testGit } from './git.ts';
import { type Objects, openObjects } from './objects.ts';

export type Access = 'none' | 'read' | 'write';
export type Scope = 'contents' | 'pull_requests' | 'statuses' | 'metadata';

/** A token: who it acts for and what it may do. */
export interface FakeToken {
  readonly login: string;
  readonly type: 'Bot' | 'User';
  readonly permissions: Readonly<Record<Scope, Access>>;
}

/** What GITHUB_TOKEN is in a job with all the permissions that the recipes name. */
export const actionsToken: FakeToken = {
  login: 'github-actions[bot]',
  type: 'Bot',
  permissions: { contents: 'write', pull_requests: 'write', statuses: 'write', metadata: 'read' },
};

/** What GITHUB_TOKEN is in a run for a fork. */
export const readOnlyToken: FakeToken = {
  ...actionsToken,
  permissions: { contents: 'read', pull_requests: 'read', statuses: 'read', metadata: 'read' },
};

/** A pull request; its head and base SHAs are read from the repository's refs, so a push is a moved ref. */
export interface FakePull {
  readonly number: number;
  readonly base?: string;
  readonly head: string;
  readonly author?: string;
  /** `owner/name` of the head's repository where it is a fork. */
  readonly fork?: string | null;
  readonly title?: string;
  /** The commit on its base branch that its merge made; there is none before. */
  mergedAs?: string;
  /** What a rebase put below that commit. */
  mergedBelow?: readonly string[];
  draft?: boolean;
  state?: 'open' | 'closed';
  locked?: boolean;
  labels?: string[];
  /** True where it does not merge cleanly. */
  conflicts?: boolean;
  /** How many times GitHub is asked before it has made the test merge. */
  mergePolls?: number;
}

export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' };
  /** True for a comment an App wrote in a user's name. */
  readonly byApp?: boolean;
  body: string;
}

export interface FakeStatus {
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
}

export interface FakeGithubOptions {
  /** A bare git repository, such as `createRepository` makes. */
  readonly repoDir: string;
  /** How that repository is asked; by git itself where they are not given. */
  readonly git?: TestGit;
  readonly objects?: Objects;
  readonly owner?: string;
  readonly repo?: string;
  readonly defaultBranch?: string;
  readonly pulls?: readonly FakePull[];
  readonly comments?: readonly FakeComment[];
  /** By token; without it every token is `actionsToken`. */
  readonly tokens?: Readonly<Record<string, FakeToken>>;
  readonly collaborators?: Readonly<Record<string, 'admin' | 'write' | 'read'>>;
  /** Branches that a ruleset keeps from being written. */
  readonly protectedBranches?: readonly string[];
  /** What GitHub says whether the caller may pass that ruleset; null: it does not say. */
  readonly bypass?: 'always' | 'never' | null;
  /** Branches whose branch protection keeps everybody from pushing. */
  readonly lockedBranches?: readonly string[];
  /** Recursive listings beyond this many entries are truncated; GitHub's own limit is 100,000. */
  readonly treeLimit?: number;
  /** How many reads of a ref after a write still see the old value. */
  readonly staleRefReads?: number;
}

/** Everything the fake knows besides the git repository. */
export interface State {
  readonly git: TestGit;
  readonly objects: Objects;
  readonly owner: string;
  readonly repo: string;
  readonly defaultBranch: string;
  readonly pulls: Map<number, FakePull>;
  readonly comments: FakeComment[];
  readonly statuses: FakeStatus[];
  readonly collaborators: Readonly<Record<string, 'admin' | 'write' | 'read'>>;
  readonly protectedBranches: readonly string[];
  readonly bypass: 'always' | 'never' | null;
  readonly lockedBranches: readonly string[];
  readonly treeLimit: number;
  readonly staleRefReads: number;
  /** Old values of refs that were just written, with the reads that still see them. */
  readonly stale: Map<string, { readonly sha: string | null; reads: number }>;
}

export function createState(options: FakeGithubOptions): State {
  return {
    git: options.git ?? testGit(options.repoDir),
    objects: options.objects ?? openObjects(options.repoDir),
    owner: options.owner ?? 'acme',
    repo: options.repo ?? 'prompts',
    defaultBranch: options.defaultBranch ?? 'main',
    pulls: new Map((options.pulls ?? []).map((pull) => [pull.number, { ...pull }])),
    comments: (options.comments ?? []).map((comment) => ({ ...comment })),
    statuses: [],
    collaborators: options.collaborators ?? {},
    protectedBranches: options.protectedBranches ?? [],
    bypass: options.bypass === undefined ? 'never' : options.bypass,
    lockedBranches: options.lockedBranches ?? [],
    treeLimit: options.treeLimit ?? 100_000,
    staleRefReads: options.staleRefReads ?? 0,
    stale: new Map(),
  };
}

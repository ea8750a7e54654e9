import { createHash } from 'node:crypto';
import type { Json } from '../../src/json.ts';
import type { World } from '../../src/pipeline/world.ts';
import {
  type BranchStore,
  type Log,
  type Model,
  type ModelCall,
  type ModelResult,
  type NoiseStore,
  type Repository,
  type ResponseCache,
  type Tree,
  type TreeEntry,
  unknownRate,
} from '../../src/ports.ts';
import type { Progress } from '../../src/progress.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import { appendLines } from '../../src/text/append-lines.ts';

/** Files of a tree: a text is a regular file, a link is a symlink or a submodule. */
export interface FakeFiles {
  readonly [path: string]: string | Uint8Array | { readonly mode: '120000' | '160000'; readonly target: string };
}

/** A repository in memory. `plant` makes a tree; `blobReads` lists every batch of blobs that was read. */
export interface FakeRepository extends Repository {
  plant(files: FakeFiles): Tree;
  readonly blobReads: (readonly string[])[];
}

/** Makes an empty repository; equal content has equal hashes, as in git. */
export function createFakeRepository(): FakeRepository {
  const blobs = new Map<string, Uint8Array>();
  const trees = new Map<string, Tree>();
  const blobReads: (readonly string[])[] = [];
  const hash = (bytes: Uint8Array | string) => createHash('sha1').update(bytes).digest('hex');
  return {
    blobReads,
    plant: (files) => {
      const entries = Object.entries(files).map(([path, file]): readonly [string, TreeEntry] => {
        const isLink = typeof file === 'object' && 'mode' in file;
        const content = isLink ? file.target : file;
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        blobs.set(hash(bytes), bytes);
        return [path, { path, mode: isLink ? file.mode : '100644', hash: hash(bytes) }];
      });
      const commit = hash(JSON.stringify(entries));
      const tree = { commit, entries: new Map(entries) };
      trees.set(commit, tree);
      return tree;
    },
    readTree: async (commit) => {
      const tree = trees.get(commit);
      if (tree === undefined) throw new Error(`no tree ${commit}`);
      return tree;
    },
    readBlobs: async (hashes) => {
      blobReads.push(hashes);
      return new Map(
        hashes.map((id) => {
          const bytes = blobs.get(id);
          if (bytes === undefined) throw new Error(`no blob ${id}`);
          return [id, bytes] as const;
        }),
      );
    },
  };
}

/** A plain answer. */
export function answered(content: string, changes: Partial<Extract<ModelResult, { status: 'answered' }>> = {}) {
  return {
    status: 'answered' as const,
    output: { content, toolCalls: [], refusal: null, finishReason: 'stop' },
    usage: { inputTokens: 100, cachedInputTokens: 0, outputTokens: 10, reasoningTokens: 0 },
    model: 'some-model-2026-08-07',
    fingerprint: 'fp-1',
    latencyMs: 500,
    attempts: 1,
    ...changes,
  };
}

/** A 4xx about one request. */
export function rejected(httpStatus: number, reason: string): ModelResult {
  return { status: 'rejected', httpStatus, reason, latencyMs: 20, attempts: 1 };
}

/** An outage. */
export function unavailable(reason: string): ModelResult {
  return { status: 'unavailable', reason, latencyMs: 900, attempts: 5 };
}

/** What a fake model says to a call; a text is a plain answer, and what it says is final. It may throw, as `Model.attempt` may. */
export type Script = (call: ModelCall, signal: AbortSignal) => string | ModelResult | Promise<string | ModelResult>;

/** A model that follows a script and keeps every call it got; `peak` is the most calls in flight. */
export interface FakeModel extends Model {
  readonly calls: ModelCall[];
  peak(): number;
}

export function createFakeModel(script: Script): FakeModel {
  const calls: ModelCall[] = [];
  let inFlight = 0;
  let peak = 0;
  return {
    calls,
    peak: () => peak,
    endpoint: async () => 'a fake',
    attempt: async (call, signal) => {
      calls.push(call);
      inFlight += 1;
      peak = Math.max(peak, inFlight);
      try {
        await Promise.resolve();
        const answer = await script(call, signal);
        const result = typeof answer === 'string' ? answered(answer) : answer;
        return { result, again: 'never', rate: unknownRate };
      } finally {
        inFlight -= 1;
      }
    },
  };
}

/** A cache in memory. */
export interface FakeCache extends ResponseCache {
  readonly entries: Map<string, Json>;
}

export function createFakeCache(): FakeCache {
  const entries = new Map<string, Json>();
  return {
    entries,
    read: async (key) => entries.get(key) ?? null,
    write: async (key, value) => {
      entries.set(key, value);
    },
  };
}

/** A log that keeps its lines, `warning: ` before a warning, and the last word about each piece of work. */
export interface FakeLog extends Log {
  readonly lines: string[];
  readonly ended: Progress[];
}

export function createFakeLog(): FakeLog {
  const lines: string[] = [];
  const ended: Progress[] = [];
  return {
    lines,
    ended,
    info: (message) => void lines.push(message),
    warn: (message) => void lines.push(`warning: ${message}`),
    progress: (progress) => {
      if (progress.isOver) ended.push(progress);
    },
  };
}

/** A branch in memory; `files` can be damaged at will, `messages` has one line a commit. */
export interface FakeBranchStore extends BranchStore {
  readonly files: Map<string, string>;
  readonly messages: string[];
}

export function createFakeBranchStore(): FakeBranchStore {
  const files = new Map<string, string>();
  const messages: string[] = [];
  return {
    files,
    messages,
    read: async (branch, folder) => {
      const prefix = `${branch}:${folder}/`;
      const found = [...files].filter(([path]) => path.startsWith(prefix));
      return {
        tip: messages.length === 0 ? null : `tip-${messages.length}`,
        files: new Map(found.map(([path, text]) => [path.slice(branch.length + 1), text])),
      };
    },
    requireWritable: async () => null,
    write: async (branch, folders, message, appends = new Map()) => {
      for (const [folder, replacement] of folders) {
        const prefix = `${branch}:${folder}/`;
        const kept = (path: string) => appends.has(path.slice(branch.length + 1));
        for (const path of files.keys()) if (path.startsWith(prefix) && !kept(path)) files.delete(path);
        for (const [name, text] of replacement) files.set(prefix + name, text);
      }
      for (const [path, text] of appends) {
        const full = `${branch}:${path}`;
        files.set(full, appendLines(files.get(full) ?? '', text));
      }
      messages.push(message);
      return `tip-${messages.length}`;
    },
  };
}

/** A place for noise runs in memory; `folders` can be damaged at will. */
export interface FakeNoiseStore extends NoiseStore {
  readonly folders: Map<string, Map<string, string>>;
}

export function createFakeNoiseStore(): FakeNoiseStore {
  const folders = new Map<string, Map<string, string>>();
  return {
    folders,
    read: async (folder) => folders.get(folder) ?? new Map(),
    write: async (folder, files) => {
      folders.set(folder, new Map([...(folders.get(folder) ?? []), ...files]));
    },
  };
}

/** A world of fakes; tests look into its parts and move `nowMs`. */
export interface FakeWorld extends World {
  readonly repository: FakeRepository;
  readonly model: FakeModel;
  readonly cache: FakeCache;
  readonly log: FakeLog;
  readonly baselines: FakeBranchStore;
  readonly noise: FakeNoiseStore;
  nowMs: number;
  readonly opened: string[];
}

/** Makes a world whose every endpoint is one model with this script. The clock stands at 2026-11-25 unless moved. */
export function createFakeWorld(script: Script, parts: Partial<Pick<World, 'signal'>> = {}): FakeWorld {
  const model = createFakeModel(script);
  const world: FakeWorld = {
    repository: createFakeRepository(),
    model,
    cache: createFakeCache(),
    openCache: () => world.cache,
    log: createFakeLog(),
    baselines: createFakeBranchStore(),
    noise: createFakeNoiseStore(),
    nowMs: Date.parse('2026-11-25T12:00:00Z'),
    clock: { nowMs: () => world.nowMs },
    signal: new AbortController().signal,
    opened: [],
    openSpool: createMemorySpool,
    openModel: async (role) => {
      world.opened.push(role);
      return model;
    },
    ...parts,
  };
  return world;
}

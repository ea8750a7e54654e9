import { join } from 'node:path';
import { tidyCache } from '../adapters/files/cache-upkeep.ts';
import { createNoiseStore } from '../adapters/files/noise-store.ts';
import { createFileCache } from '../adapters/files/response-cache.ts';
import type { LocalGit } from '../adapters/git/local-git.ts';
import type { Config } from '../config/config.ts';
import type { Log, NoiseStore, ResponseCache } from '../ports.ts';

/** A folder of answers: the clone's own, which keeps to limits, or one that somebody named. */
export interface AnswerPlace {
  readonly folder: string;
  readonly isOwn: boolean;
}

/** Answers at hand for one command. */
export interface Answers {
  /** The cache under a config; null where none is kept. */
  open(config: Config): ResponseCache | null;
  /** Holds the clone's own folder to its limits. */
  tidy(): Promise<void>;
}

const limits = { maxBytes: 256 * 1024 * 1024, lifetimeMs: 30 * 24 * 60 * 60 * 1000 };

/** The clone's own place for answers, beside git's files: no working tree sees it, and all worktrees share it. */
export function ownPlace(git: LocalGit): AnswerPlace {
  return { folder: join(git.commonFolder, 'prompt-assay', 'cache'), isOwn: true };
}

/** The clone's own place for the scores of noise runs, beside its answers; no text of an answer is in it. */
export function openOwnNoise({ commonFolder }: Pick<LocalGit, 'commonFolder'>): NoiseStore {
  return createNoiseStore(join(commonFolder, 'prompt-assay', 'noise'));
}

/** Opens a place for answers; null keeps none. */
export function openAnswers(place: AnswerPlace | null, log: Log): Answers {
  if (place === null) return { open: () => null, tidy: async () => {} };
  const { folder, isOwn } = place;
  const cache = createFileCache(folder, log, isOwn ? limits.lifetimeMs : undefined);
  let hasGrown = false;
  const counted: ResponseCache = {
    read: cache.read,
    write: (key, value) => {
      hasGrown = true;
      return cache.write(key, value);
    },
  };
  return {
    open: (config) => (isOwn && !mayKeepOutputs(config) ? null : counted),
    tidy: async () => {
      // A folder that cannot be tidied costs space alone, and one that cannot be written was said.
      if (isOwn && hasGrown) await tidyCache(folder, limits).catch(() => {});
    },
  };
}

/** Who keeps outputs out of the repository does not find them in a clone that nobody asked to keep them. */
function mayKeepOutputs({ baseline, suites }: Config): boolean {
  return baseline.storeOutputs && suites.every((suite) => suite.baseline.storeOutputs);
}

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGit, requireGit, requireLine } from './run-git.ts';

/** A repository in a temporary folder; its commits are the same on every machine. */
export interface ThrowAwayRepository {
  readonly folder: string;
  /** Copies a folder over the working tree on a new branch off `main` (the first time: `main` itself), commits it and returns the commit. */
  commit(branch: string, source: string, message: string): Promise<string>;
  remove(): Promise<void>;
}

/** Fixed, so that the hashes a demonstration prints do not change from run to run. */
const who = {
  GIT_AUTHOR_NAME: 'Demo',
  GIT_AUTHOR_EMAIL: 'demo@prompt-assay.invalid',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Demo',
  GIT_COMMITTER_EMAIL: 'demo@prompt-assay.invalid',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

/** Makes an empty repository that `remove` deletes again. */
export async function createThrowAwayRepository(): Promise<ThrowAwayRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'prompt-assay-demo-'));
  const git = createGit(folder);
  await requireGit(git, ['init', '--quiet', '--initial-branch=main', '.']);
  return {
    folder,
    commit: async (branch, source, message) => {
      if (branch !== 'main') await requireGit(git, ['checkout', '--quiet', '-B', branch, 'main']);
      await cp(source, folder, { recursive: true });
      await requireGit(git, ['add', '--all']);
      await requireGit(git, ['commit', '--quiet', '--no-gpg-sign', '--message', message], { env: who });
      return requireLine(git, ['rev-parse', 'HEAD']);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitText, testGit } from '../../__tests__/helpers/fake-github/git.ts';
import { openObjects } from '../../__tests__/helpers/fake-github/objects.ts';
import { type FakeGithub, startFakeGithub } from '../../__tests__/helpers/fake-github/server.ts';
import { type Answers, type Refs, shareGit, shareObjects } from './shared-git.ts';
import { plantStories, type Story } from './stories.ts';

const branch = 'refs/heads/prompt-assay-baselines';

/** Where stories are told: one repository for all, and a GitHub of its own for each telling. */
export interface Stage {
  readonly stories: readonly Story[];
  /** For what runs leave on the disk. */
  readonly folder: string;
  /** Refs of a repository that nobody has re-baselined. */
  readonly untouched: Refs;
  /** Tells a story on a GitHub where the refs are these; they move with it. */
  withGithub<T>(refs: Refs, tell: (github: FakeGithub) => Promise<T>): Promise<T>;
  /** The texts on the baseline branch; none where there is no branch. */
  readBaseline(refs: Refs): Promise<ReadonlyMap<string, string>>;
  remove(): Promise<void>;
}

export async function buildStage(): Promise<Stage> {
  const { repository, stories } = await plantStories();
  const folder = await mkdtemp(join(tmpdir(), 'suite-faults-'));
  const answers: Answers = new Map();
  const { dir: repoDir } = repository;
  const objects = openObjects(repoDir);
  const share = (refs: Refs) => shareGit(testGit(repoDir), objects, answers, refs);
  return {
    stories,
    folder,
    untouched: new Map([[branch, null]]),
    withGithub: async (refs, tell) => {
      const pulls = [{ number: 7, head: 'feature', author: 'author' }];
      const repository = { repoDir, git: share(refs), objects: shareObjects(objects, refs) };
      const github = await startFakeGithub({ ...repository, pulls });
      try {
        return await tell(github);
      } finally {
        await github.close();
      }
    },
    readBaseline: async (refs) => {
      const tip = refs.get(branch) ?? null;
      if (tip === null) return new Map();
      const git = share(refs);
      const paths = (await gitText(git, ['ls-tree', '-r', '--name-only', tip])).split('\n');
      const texts = paths.map(async (path) => [path, await gitText(git, ['show', `${tip}:${path}`])] as const);
      return new Map(await Promise.all(texts));
    },
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      await repository.remove();
    },
  };
}

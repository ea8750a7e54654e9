import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openLocalGit } from '../../../src/adapters/git/local-git.ts';
import { createGit } from '../../../src/adapters/git/run-git.ts';
import { gitText } from '../../helpers/fake-github/git.ts';
import { withGit } from '../../helpers/with-git.ts';
import { removeFolders, writeFiles } from './folders.ts';
import { filters, makeHostile, remotes, settings } from './traps.ts';

afterEach(removeFolders);

/** Asks all that a command may ask of a clone; returns what could not be told. */
async function askAll(folder: string): Promise<readonly string[]> {
  const local = await openLocalGit(folder);
  const head = await local.resolveRef('HEAD');
  const asks = [
    () => local.readWorkingTree(),
    () => local.readSides(null, null),
    () => local.readSides('main', 'HEAD'),
    () => local.knowsPath('a.txt'),
    () => local.readOrigin(),
    () => local.readUserName(),
    async () =>
      local.readBlobs(
        [...(await local.readTree(head)).entries.values()].flatMap(({ mode, hash }) => (mode === '100644' ? hash : [])),
      ),
    () => local.branchStore.write('scores', new Map([['one', new Map([['a.json', '1']])]]), 'first'),
    () => local.branchStore.write('scores', new Map([['one', new Map([['a.json', '2']])]]), 'second'),
    () => local.branchStore.read('scores', 'one'),
  ];
  const faults: string[] = [];
  for (const ask of asks) await Promise.resolve(ask()).catch((error: Error) => faults.push(error.message));
  await local.close();
  return faults;
}

describe('nothing that a clone names is started', () => {
  it.each([...filters, ...settings, ...remotes])('%s', async (name, lay) => {
    const hostile = await makeHostile();
    const fall = await lay(hostile);
    const faults = await askAll(hostile.clone);
    expect(await hostile.readTrace()).toBe('');
    expect(faults).toEqual(remotes.some(([one]) => one === name) ? [expect.stringContaining('partial clone')] : []);
    // The trap is one: git by itself falls into it.
    await hostile.git(fall).catch(() => {});
    expect(await hostile.readTrace()).not.toBe('');
  });

  it("nor what the user's own settings name for what its attributes say", async () => {
    const { home, clone, program, readTrace } = await makeHostile();
    await writeFiles(clone, { '.gitattributes': '* filter=x\n' });
    await writeFiles(home, { '.gitconfig': `[filter "x"]\nclean = ${program}\n` });
    const before = process.env.HOME;
    process.env.HOME = home;
    try {
      await askAll(clone);
      expect(await readTrace()).toBe('');
      // Git by itself starts it.
      await createGit(clone)(['diff', '--quiet']);
      expect(await readTrace()).not.toBe('');
    } finally {
      process.env.HOME = before;
    }
  });

  it.each(remotes)('by a git that has no word against fetching on the way either: %s', async (_name, lay) => {
    const hostile = await makeHostile();
    const fall = await lay(hostile);
    const git = createGit(hostile.clone, { GIT_NO_LAZY_FETCH: '0' });
    expect(await git(fall)).toMatchObject({ code: 128, stderr: expect.stringContaining('not allowed') });
    expect(await hostile.readTrace()).toBe('');
  });
});

describe('what a clone says of itself is not believed', () => {
  it('neither replacements nor grafts change what is read', async () => {
    const { clone, git } = await makeHostile();
    await git(['commit', '--quiet', '--all', '-m', 'second']);
    const first = await gitText(git, ['rev-parse', 'HEAD~1']);
    const [old, other] = await Promise.all(
      ['HEAD:b.txt', 'HEAD:a.txt'].map((name) => gitText(git, ['rev-parse', name])),
    );
    await git(['replace', old ?? '', other ?? '']);
    await writeFiles(clone, { '.git/info/grafts': `${await gitText(git, ['rev-parse', 'HEAD'])}\n` });
    const local = await openLocalGit(clone);
    expect(String((await local.readBlobs([old ?? ''])).get(old ?? ''))).toBe('b\n');
    expect(await local.resolveRef('HEAD~1')).toBe(first);
    expect((await local.readSides(first, 'HEAD')).base.commit).toBe(first);
    await local.close();
    // Git by itself believes them.
    expect(String(await git(['cat-file', 'blob', old ?? '']))).toBe('edited\n');
    await expect(git(['rev-parse', '--verify', 'HEAD~1'])).rejects.toThrow();
  });

  it('files of another folder are not its own', async () => {
    const { home, clone, config } = await makeHostile();
    await writeFiles(home, { 'elsewhere/secret.txt': 'secret' });
    for (const other of [join(home, 'elsewhere'), home]) {
      await config('[core]', `worktree = ${other}`);
      await expect(openLocalGit(clone)).rejects.toThrow(`place its files elsewhere, in ${other}.`);
    }
  });

  it('a folder of another user is refused, whatever it says of itself', async () => {
    const { clone, config } = await makeHostile();
    await config('[safe]', 'directory = *');
    await withGit('export GIT_TEST_ASSUME_DIFFERENT_OWNER=1', async () => {
      await expect(openLocalGit(clone)).rejects.toThrow('its folder belongs to another user');
    });
  });
});

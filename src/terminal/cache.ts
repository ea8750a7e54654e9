import { clearCache, measureCache } from '../adapters/files/cache-upkeep.ts';
import { openLocalGit } from '../adapters/git/local-git.ts';
import { asError, UserError } from '../errors.ts';
import { count } from '../text/prose.ts';
import { ownPlace } from './answer-cache.ts';
import type { Command, Flags, Io, Outcome } from './command.ts';

/** `cache`: where this clone keeps answers, how many, and their removal. */
export const cache: Command = {
  name: 'cache',
  usage: '[clear]',
  about: `Says where this clone keeps the answers of earlier runs, how many they are and how much room they take. "clear" removes
them: the next run asks again.`,
  flags: { json: { help: 'print the result as JSON' } },
  positionals: ['clear'],
  run: lookAfterCache,
  buildFailure: (errors) => ({ path: null, entries: 0, bytes: 0, cleared: false, errors }),
};

async function lookAfterCache(_flags: Flags, [word]: readonly string[], io: Io): Promise<Outcome> {
  if (word !== undefined && word !== 'clear') throw UserError.of(`"${word}" is no part of cache.`, 'Write "clear".');
  const isCleared = word === 'clear';
  const git = await openLocalGit(io.cwd);
  const { folder: path } = ownPlace(git);
  const work = isCleared ? clearCache(path) : measureCache(path);
  const size = await work.catch((cause: unknown) => {
    const where = { path, line: null, column: null };
    throw UserError.of(`${asError(cause).message}.`, 'Mend its permissions, or remove it by hand.', where, { cause });
  });
  const megabytes = (size.bytes / 1_000_000).toFixed(1);
  const sum = `${count(size.entries, 'entry', 'entries')}, ${megabytes} MB`;
  return {
    document: { path, ...size, cleared: isCleared, errors: [] },
    text: `${path}\n${isCleared ? `removed ${sum}` : sum}\n`,
    exitCode: 0,
  };
}

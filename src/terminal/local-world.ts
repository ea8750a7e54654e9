import { rename, writeFile } from 'node:fs/promises';
import { readRecording, readRecordingIfThere } from '../adapters/files/read-recording.ts';
import { createFileSpool } from '../adapters/files/spool.ts';
import { type LocalGit, openLocalGit } from '../adapters/git/local-git.ts';
import { createModelOpener } from '../adapters/openai/open-endpoint.ts';
import { createRecorder, createReplayModel } from '../adapters/replay/replay-model.ts';
import { asError, UserError } from '../errors.ts';
import type { World } from '../pipeline/world.ts';
import { createHostGuard } from './allowed-hosts.ts';
import { type AnswerPlace, openAnswers, openOwnNoise, ownPlace } from './answer-cache.ts';
import { type Flags, type Io, listFlag, textFlag } from './command.ts';
import { createTerminalLog } from './terminal-log.ts';

/** How a terminal run reaches a model. */
export interface ModelFlags {
  readonly baseUrl: string | null;
  /** Hosts that the config may send requests to. */
  readonly allowedHosts: readonly string[];
  /** A recording to answer from; null asks the endpoint. */
  readonly replay: string | null;
  /** A recording to add to; null keeps none. */
  readonly record: string | null;
  /** Where answers are kept; null keeps none. */
  readonly cache: AnswerPlace | null;
}

/**
 * Does a command's work in the clone around its folder; what was recorded is kept and what was put aside is removed
 * whatever comes of it. A command that `keeps` answers has the clone's own cache where its flags say nothing else.
 */
export async function inLocalWorld<T>(
  flags: Flags,
  io: Io,
  keeps: 'answers' | 'nothing',
  work: (world: World, git: LocalGit) => Promise<T>,
): Promise<T> {
  const git = await openLocalGit(io.cwd);
  const world = await openLocalWorld(
    git,
    {
      baseUrl: textFlag(flags, 'base-url'),
      allowedHosts: listFlag(flags, 'allow-host'),
      replay: textFlag(flags, 'replay'),
      record: textFlag(flags, 'record'),
      cache: choosePlace(flags, git, keeps),
    },
    io,
  );
  try {
    return await work(world, git);
  } finally {
    await world.finish();
    await git.close();
  }
}

/** A recording that known answers were left out of would have holes; a replay asks for none. */
function choosePlace(flags: Flags, git: LocalGit, keeps: 'answers' | 'nothing'): AnswerPlace | null {
  const folder = textFlag(flags, 'cache');
  if (flags['no-cache'] === true) return null;
  if (folder !== null) return { folder, isOwn: false };
  const isRecorded = flags.replay !== undefined || flags.record !== undefined;
  return keeps === 'nothing' || isRecorded ? null : ownPlace(git);
}

/** A world over this clone. `finish` writes what was recorded and tidies what is kept, also after a failure. */
export interface LocalWorld extends World {
  finish(): Promise<void>;
}

/** Builds the world of a terminal run over a clone. */
export async function openLocalWorld(git: LocalGit, flags: ModelFlags, io: Io): Promise<LocalWorld> {
  if (flags.replay !== null && flags.record !== null) {
    throw UserError.of('--replay and --record exclude each other.', 'Give one of them.');
  }
  const log = createTerminalLog(io);
  const replay = flags.replay === null ? null : createReplayModel(await readRecording(flags.replay));
  const recorder = flags.record === null ? null : createRecorder(await readRecordingIfThere(flags.record));
  const save = async () => {
    if (recorder !== null && flags.record !== null) await writeWhole(flags.record, recorder.records());
  };
  const answers = openAnswers(flags.cache, log);
  const caller = { baseUrl: flags.baseUrl, apiKey: null, env: io.env };
  const admit = createHostGuard(flags, git, io);
  const openEndpoint = createModelOpener({ caller, log, admit });
  // A place that cannot be written is said before anything is paid for.
  await save();
  return {
    repository: git,
    baselines: git.branchStore,
    noise: openOwnNoise(git),
    openCache: answers.open,
    log,
    clock: { nowMs: () => Date.now() },
    signal: io.signal,
    openSpool: createFileSpool,
    openModel: async (role, models) => {
      const model = replay ?? (await openEndpoint(role, models));
      return recorder === null ? model : recorder.wrap(model);
    },
    finish: async () => {
      await save();
      await answers.tidy();
    },
  };
}

/** A half-written recording would be worse than none: the file appears whole or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (cause) {
    const where = { path, line: null, column: null };
    throw UserError.of(`cannot be written: ${asError(cause).message}.`, 'Name another file.', where, { cause });
  }
}

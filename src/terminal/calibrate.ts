import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asError, UserError } from '../errors.ts';
import type { CalibrationResult } from '../judges/calibration.ts';
import { type LabelKind, labelKinds } from '../judges/labels/lines.ts';
import { calibrateFile } from '../judges/read-calibration.ts';
import { type BoundCalibration, calibrateVersion } from '../pipeline/calibrate.ts';
import type { JudgeName } from '../read/find-judge.ts';
import { renderCalibrationText } from '../report/calibration-text.ts';
import { createLedger } from '../run/ledger.ts';
import { createMemorySpool } from '../run/spool.ts';
import { maxDatasetBytes, type SourceFile } from '../text/source-file.ts';
import { findConfigPath } from './clone-paths.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { choiceFlag } from './flags.ts';
import { inLocalWorld } from './local-world.ts';
import { answerFlags, configFlag, endpointFlags } from './model-flags.ts';
import { readSourceFile } from './read-file.ts';

/** Flags that say something about a named judge only. */
const judgeFlags = {
  write: { value: 'OUT', help: 'where to write the bound labels (default: the judge\'s "calibration")' },
  anew: { help: 'ask the judge about every output, also where the file has what it said' },
  ...configFlag,
  ...endpointFlags,
  ...answerFlags,
} as const;

/** `calibrate`: how far a judge agrees with people, and whether it may gate. */
export const calibrate: Command = {
  name: 'calibrate',
  usage: '--labels L.jsonl [--suite NAME --judge NAME] [options]',
  about: `Compares a judge with people; a line is {"item", "judge", "human", "human2"?}. The exit code is 0 whatever they say.
With a judge named, the labels are bound to it as this clone's config has it, and written. Where lines have no "judge",
it is asked first: they then carry "output", and "case" (and "prompt") or "variables".`,
  flags: {
    labels: { value: 'FILE', help: 'the labels (JSON Lines)' },
    kind: { value: 'WORD', help: 'binary, ordinal or nominal (default: found from the labels)' },
    suite: { value: 'NAME', help: "the judge's suite" },
    judge: { value: 'NAME', help: 'the judge' },
    ...judgeFlags,
    json: { help: 'print the result as JSON' },
  },
  positionals: [],
  run: calibrateInTerminal,
  buildFailure: (errors) => ({ ...emptyResult, errors }),
};

/** A judge of which nothing is known reports. */
const emptyResult = {
  items: 0,
  kind: null,
  kappa: null,
  kappaLower90: null,
  quadraticKappa: null,
  alpha: null,
  ac1: null,
  humanKappa: null,
  sensitivity: null,
  specificity: null,
  bias: null,
  abstained: 0,
  retest: null,
  state: 'report',
  reasons: [],
};

async function calibrateInTerminal(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const path = textFlag(flags, 'labels');
  if (path === null) throw UserError.of('--labels is missing.', 'Name a file of labels (JSON Lines).');
  const kind = choiceFlag(flags, 'kind', labelKinds);
  const name = parseJudgeName(flags);
  const file = await readSourceFile(path, maxDatasetBytes);
  const result =
    name === null
      ? { ...calibrateFile(file, kind), retest: null }
      : await calibrateInClone(flags, name, file, kind, io);
  return { document: result, text: renderCalibrationText(result), exitCode: 0 };
}

function parseJudgeName(flags: Flags): JudgeName | null {
  const [suite, judge] = [textFlag(flags, 'suite'), textFlag(flags, 'judge')];
  if (suite !== null && judge !== null) return { suite, judge };
  if (suite !== null || judge !== null) {
    throw UserError.of('--suite and --judge belong together.', 'Give both, or none.');
  }
  const idle = Object.keys(judgeFlags).find((name) => flags[name] !== undefined);
  if (idle === undefined) return null;
  throw UserError.of(`--${idle} is of no use without a judge.`, 'Name it by --suite and --judge.');
}

async function calibrateInClone(
  flags: Flags,
  name: JudgeName,
  labels: SourceFile,
  kind: LabelKind | null,
  io: Io,
): Promise<CalibrationResult & Pick<BoundCalibration, 'retest'>> {
  return inLocalWorld(flags, io, 'nothing', async (world, git) => {
    const out = textFlag(flags, 'write');
    const { result, retest, text, configuredPath } = await calibrateVersion(world, {
      tree: await git.readWorkingTree(),
      configPath: await findConfigPath(flags, git),
      name,
      labels,
      kind,
      out,
      anew: flags.anew === true,
      fresh: flags.fresh === true,
      ledger: createLedger(createMemorySpool()),
    });
    const path = configuredPath === null ? (out as string) : join(git.topLevel, configuredPath);
    await writeText(path, text);
    io.err(`${path} holds the labels, bound to judge "${name.judge}" of suite "${name.suite}" as it is now.\n`);
    return { ...result, retest };
  });
}

async function writeText(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (cause) {
    const where = { path, line: null, column: null };
    throw UserError.of(`cannot be written: ${asError(cause).message}.`, 'Name another file.', where, { cause });
  }
}

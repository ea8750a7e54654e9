import { writeFile } from 'node:fs/promises';
import { openLocalGit } from '../adapters/git/local-git.ts';
import { asError, UserError } from '../errors.ts';
import type { CalibrationResult } from '../judges/calibration.ts';
import { labelKinds } from '../judges/label-lines.ts';
import { calibrateFile } from '../judges/read-calibration.ts';
import { bindLabels } from '../pipeline/calibrate.ts';
import { renderCalibrationText } from '../report/calibration-text.ts';
import type { SourceFile } from '../text/source-file.ts';
import { type Command, type Flags, type Io, textFlag } from './command.ts';
import { choiceFlag } from './flags.ts';
import { readSourceFile } from './read-file.ts';

/** `calibrate`: how far a judge agrees with people, and whether it may gate. */
export const calibrate: Command = {
  name: 'calibrate',
  help: `Usage: prompt-assay calibrate --labels L.jsonl [options]

Compares a judge with people; a line is {"item", "judge", "human", "human2"?}. The exit code is 0 whatever they say.

  --labels FILE  the labels (JSON Lines)
  --kind WORD    binary, ordinal or nominal (default: found from the labels)
  --write OUT    write the labels bound to the judge as this clone's config has it; name OUT under "calibration"
  --suite NAME   with --write: the judge's suite
  --judge NAME   with --write: the judge
  --config FILE  with --write: the config file (default: prompt-assay.yml, .github/prompt-assay.yml)
  --json         print the result as JSON
`,
  options: {
    labels: { type: 'string' },
    kind: { type: 'string' },
    write: { type: 'string' },
    suite: { type: 'string' },
    judge: { type: 'string' },
    config: { type: 'string' },
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
  state: 'report',
  reasons: [],
};

async function calibrateInTerminal(flags: Flags, _positionals: readonly string[], io: Io): Promise<number> {
  const path = textFlag(flags, 'labels');
  if (path === null) throw UserError.of('--labels is missing.', 'Name a file of labels (JSON Lines).');
  const kind = choiceFlag(flags, 'kind', labelKinds);
  const target = parseTarget(flags);
  const file = await readSourceFile(path);
  const result = calibrateFile(file, kind);
  if (target !== null) await writeBound(target, file, result, io);
  io.out(flags.json === true ? `${JSON.stringify(result, null, 2)}\n` : renderCalibrationText(result));
  return 0;
}

/** Where to write which judge's labels. */
interface Target {
  readonly out: string;
  readonly suite: string;
  readonly judge: string;
  readonly config: string | null;
}

function parseTarget(flags: Flags): Target | null {
  const [out, suite, judge, config] = ['write', 'suite', 'judge', 'config'].map((name) => textFlag(flags, name));
  if (out == null && suite == null && judge == null && config == null) return null;
  if (out == null || suite == null || judge == null) {
    throw UserError.of('--write, --suite and --judge belong together.', 'Give all three, or none.');
  }
  return { out, suite, judge, config: config ?? null };
}

async function writeBound(target: Target, file: SourceFile, result: CalibrationResult, io: Io): Promise<void> {
  const { out, suite, judge, config } = target;
  const git = await openLocalGit(io.cwd);
  try {
    const text = await bindLabels(git, await git.readWorkingTree(), config, { suite, judge }, { file, result });
    await writeFile(out, text).catch((cause: unknown) => {
      const where = { path: out, line: null, column: null };
      throw UserError.of(`cannot be written: ${asError(cause).message}.`, 'Name another file.', where, { cause });
    });
  } finally {
    await git.close();
  }
  io.err(`${out} holds the labels, bound to judge "${judge}" of suite "${suite}" as it is now.\n`);
}

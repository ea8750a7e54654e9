import { writeFile } from 'node:fs/promises';
import { openOutputs } from '../adapters/files/read-outputs.ts';
import { asError, UserError } from '../errors.ts';
import { renderNeeded } from '../outputs/needed.ts';
import type { EvaluateResult } from '../pipeline/evaluate-request.ts';
import { createSuppliedOrigin } from '../pipeline/supplied-origin.ts';
import { listCredentials } from '../secrets.ts';
import { count } from '../text/prose.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { evaluateFailure, evaluateFlags, evaluateHere } from './evaluate-here.ts';

/** The exit code of a run whose verdict is not the last word: a second look is wanted. */
const secondLook = 4;

/** `outputs`: checks, judges and decides on outputs that others made. */
export const outputs: Command = {
  name: 'outputs',
  usage: '--candidate FILE [--baseline FILE] [options]',
  about: `Checks, judges and decides on outputs that your own application made: of the working tree, or --head, in --candidate,
of the base in --baseline, without which the stored baseline screens. What is missing for a first or a second look
is listed in needed.jsonl; with exit code 4 the verdict so far is printed, and a second look is wanted.`,
  flags: {
    candidate: {
      value: 'FILE',
      help: 'outputs of the change: lines of {"case", "sample", "output"}, or another tool\'s',
    },
    baseline: { value: 'FILE', help: 'outputs of the base' },
    needed: { value: 'FILE', help: 'where to list outputs that are missing (default: needed.jsonl)' },
    ...evaluateFlags,
  },
  positionals: [],
  run: judgeOutputs,
  ...evaluateFailure,
};

async function judgeOutputs(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const [candidate, baseline] = [textFlag(flags, 'candidate'), textFlag(flags, 'baseline')];
  if (candidate === null) {
    throw UserError.of('--candidate is missing.', 'Name the file of the outputs that the change made.');
  }
  const open = (path: string) => openOutputs(path, listCredentials(io.env));
  const files = { candidate: open(candidate), baseline: baseline === null ? null : open(baseline) };
  return evaluateHere(
    'outputs',
    flags,
    io,
    async (git, { base, decidingTree }) => {
      const head = textFlag(flags, 'head');
      const commits = {
        baseline: [base.tree.commit, decidingTree.commit],
        candidate: [await git.resolveRef(head ?? 'HEAD')],
      };
      return createSuppliedOrigin(files, commits);
    },
    (result, outcome) => listNeeded(result, outcome, textFlag(flags, 'needed') ?? 'needed.jsonl'),
  );
}

/** The file is always written: what an earlier run wanted must not be made again. */
async function listNeeded({ needed, report }: EvaluateResult, outcome: Outcome, path: string): Promise<Outcome> {
  await writeFile(path, renderNeeded(needed)).catch((cause: unknown) => {
    const where = { path, line: null, column: null };
    throw UserError.of(`cannot be written: ${asError(cause).message}.`, 'Name another file by --needed.', where, {
      cause,
    });
  });
  if (needed.length === 0) return outcome;
  const isFurther = report.verdict !== 'invalid';
  const what = isFurther ? 'A second look is wanted' : 'Outputs are missing';
  const text = `${outcome.text}${what}: ${path} lists ${count(needed.length, 'output')} to make.\n`;
  return { ...outcome, text, exitCode: isFurther ? secondLook : outcome.exitCode };
}

import { createInterface } from 'node:readline/promises';
import { UserError } from '../errors.ts';
import { count } from '../text/prose.ts';
import type { Flags, Io, Outcome } from './command.ts';
import { askExpected } from './fill-dialog.ts';
import { type FillFile, type OpenRow, openFillFile } from './fill-file.ts';

/** A terminal gives at most 4095 bytes of a line and drops what is beyond; blanks around them do not count here. */
const maxTypedBytes = 4000;

/** Walks a person through the rows of a dataset that have no expected answer. */
export async function fillExpected(path: string, flags: Flags, io: Io): Promise<Outcome> {
  const idle = Object.keys(flags).find((name) => !['dataset', 'json'].includes(name));
  if (idle !== undefined) throw UserError.of(`--${idle} is of no use with --dataset.`, 'Leave one of them out.');
  const file = await openFillFile(path);
  const open = file.listOpen();
  const tally = open.length === 0 ? { kept: 0, skipped: 0 } : await fillRows(file, open, flags.json === true, io);
  const left = file.listOpen().length;
  const { total } = file;
  const rest =
    left === 0 ? `${count(total, 'row')}: each has what is expected` : `${left} of ${count(total, 'row')} left`;
  const done = open.length === 0 ? '' : `\n${tally.kept} filled, ${tally.skipped} skipped; `;
  return {
    document: { filled: tally.kept, skipped: tally.skipped, left, total, errors: [] },
    text: `${done}${rest}, in ${path}.\n`,
    exitCode: io.signal.aborted ? 130 : 0,
  };
}

async function fillRows(file: FillFile, open: readonly OpenRow[], isJson: boolean, io: Io) {
  const lines = createInterface({ input: process.stdin, signal: io.signal });
  try {
    return await askExpected(open, {
      answers: lines[Symbol.asyncIterator](),
      show: isJson ? io.err : io.out,
      keep: file.keep,
      maxLineBytes: process.stdin.isTTY === true ? maxTypedBytes : Number.POSITIVE_INFINITY,
    });
  } finally {
    lines.close();
  }
}

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { asError, UserError } from '../../errors.ts';
import type { Spool } from '../../run/spool.ts';

/** So much is gathered before it is written. */
const chunkBytes = 1 << 20;
const chunkLines = 1000;

/**
 * Makes a spool in a temporary file that nobody else can read; it is gone with the process, however that ends. Throws a
 * UserError where the file cannot be made, and where the disk is full: what cannot be kept was not drawn.
 */
export function createFileSpool(): Spool {
  // What a run makes is nearly all garbage, and V8 would let it grow to four times what is alive. A flag that comes once
  // the run is known to be large comes too late: most is made before the first line, where the rows are read and their
  // requests rendered.
  setFlagsFromString('--optimize-for-size');
  const file = orExplain(openUnnamed);
  /** Where each line ends; grown by doubling. */
  let ends = new Float64Array(1024);
  let count = 0;
  let written = 0;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  const flush = () => {
    if (pendingBytes === 0) return;
    const bytes = Buffer.concat(pending);
    for (let from = 0; from < bytes.length; )
      from += orExplain(() => writeSync(file, bytes, from, bytes.length - from, written + from));
    written += bytes.length;
    pending = [];
    pendingBytes = 0;
  };
  const read = (from: number, to: number): string => {
    flush();
    const bytes = Buffer.allocUnsafe(to - from);
    let done = 0;
    while (done < bytes.length) {
      const got = readSync(file, bytes, done, bytes.length - done, from + done);
      if (got === 0) throw new Error('the temporary file of this run was cut off');
      done += got;
    }
    return bytes.toString('utf8');
  };
  const startOf = (place: number) => (place === 0 ? 0 : (ends[place - 1] as number));
  return {
    append: (line) => {
      const bytes = Buffer.from(`${line}\n`, 'utf8');
      if (count === ends.length) {
        const more = new Float64Array(2 * ends.length);
        more.set(ends);
        ends = more;
      }
      ends[count] = written + pendingBytes + bytes.length;
      pending.push(bytes);
      pendingBytes += bytes.length;
      if (pendingBytes >= chunkBytes) flush();
      count += 1;
      return count - 1;
    },
    read: (place) => {
      if (place < 0 || place >= count) throw new Error(`nothing was put down at ${place}`);
      return read(startOf(place), (ends[place] as number) - 1);
    },
    *lines() {
      for (let place = 0; place < count; place += chunkLines) {
        const last = Math.min(count, place + chunkLines);
        yield* read(startOf(place), (ends[last - 1] as number) - 1).split('\n');
      }
    },
  };
}

/** Opens a file that has no name any more: it stays for as long as it is open, and no kill leaves it behind. */
function openUnnamed(): number {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-assay-'));
  const file = openSync(join(folder, 'run.jsonl'), 'wx+', 0o600);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    remove();
  } catch {
    // Some systems keep the name of an open file.
    process.once('exit', () => {
      closeSync(file);
      remove();
    });
  }
  return file;
}

/** What the disk refuses is for the user to mend. */
function orExplain<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw UserError.of(
      `What the run draws cannot be kept in ${tmpdir()}: ${asError(cause).message}.`,
      'Free some space there, or name another folder in the environment variable TMPDIR.',
      null,
      { cause },
    );
  }
}

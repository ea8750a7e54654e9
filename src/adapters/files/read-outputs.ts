import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { asError, type Problem, UserError } from '../../errors.ts';
import { isOwnLine, readOwnLine } from '../../outputs/own-lines.ts';
import { decodeSource, readSource } from '../../outputs/sources.ts';
import type { Supplied, SuppliedFile, SuppliedOutput } from '../../outputs/supplied.ts';
import { createKeyHider } from '../../secrets.ts';
import { throwProblems } from '../../text/problems.ts';
import { maxDatasetBytes } from '../../text/source-file.ts';
import { readLines } from './read-lines.ts';

/** One output with all that an agent did. */
const maxLineBytes = 16 * 1024 * 1024;
const maxBytes = 1024 * 1024 * 1024;
/** So many mistakes of one file are told. */
const maxProblems = 50;

/** A file of outputs by its path: our own lines are read as they come, what another tool wrote is read whole. Credentials that an answer repeats are taken out. What cannot be read is a UserError, with the line where there is one. */
export function openOutputs(path: string, credentials: readonly string[]): SuppliedFile {
  const hideKeys = createKeyHider(credentials);
  const hide = (output: SuppliedOutput) => ({ ...output, result: hideKeys(output.result) });
  return {
    path,
    async *read() {
      await refusePipe(path);
      for await (const supplied of (await isOurs(path)) ? readOwn(path) : readForeign(path)) {
        yield { ...supplied, outputs: supplied.outputs.map(hide) };
      }
    },
  };
}

async function* readForeign(path: string): AsyncGenerator<Supplied> {
  yield readSource(decodeSource(path, await readWhole(path)));
}

/** By the first line that is not blank; an empty file is one of ours, of which everything is missing. */
async function isOurs(path: string): Promise<boolean> {
  try {
    for await (const [first] of readLines(path, { maxLineBytes, maxBytes })) {
      if (first !== undefined) return isOwnLine(first.text);
    }
  } catch (error) {
    // A document of another tool may be one line that is longer than any of ours, and says itself what it is.
    if (error instanceof UserError && (await isFile(path))) return false;
    throw error;
  }
  return true;
}

async function isFile(path: string): Promise<boolean> {
  return (await statOf(path))?.isFile() === true;
}

/** What can be read but once would seem empty the second time, and a pipe that nobody writes to has no end. */
async function refusePipe(path: string): Promise<void> {
  const found = await statOf(path);
  if (found === null || found.isFile() || found.isDirectory()) return;
  const where = { path, line: null, column: null };
  throw UserError.of('is a pipe or a device, not a file.', 'Write the outputs to a file, and name that.', where);
}

/** Null where nothing is there, which whoever opens it says. */
async function statOf(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}

async function* readOwn(path: string): AsyncGenerator<Supplied> {
  const problems: Problem[] = [];
  for await (const lines of readLines(path, { maxLineBytes, maxBytes })) {
    const outputs = lines.map((line) => readOwnLine(line, path, problems)).filter((output) => output !== null);
    if (problems.length >= maxProblems) break;
    if (problems.length === 0) yield { outputs, warnings: [] };
  }
  throwProblems(problems);
}

async function readWhole(path: string): Promise<Uint8Array> {
  const where = { path, line: null, column: null };
  const { size } = await stat(path);
  if (size > maxDatasetBytes) {
    const message = `is ${size} bytes; what another tool wrote can have ${maxDatasetBytes}.`;
    throw UserError.of(message, 'Write lines of {"case", "output"} in place of it.', where);
  }
  return readFile(path).catch((cause: unknown) => {
    throw UserError.of(`cannot be read: ${asError(cause).message}.`, 'Name a file that may be read.', where, { cause });
  });
}

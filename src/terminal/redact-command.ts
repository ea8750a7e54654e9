import { spawn } from 'node:child_process';
import { renderRow } from '../cases/row.ts';
import { parseRows } from '../datasets/rows.ts';
import { asError, UserError } from '../errors.ts';
import { isJsonObject, type JsonObject, parseJson } from '../json.ts';
import { maxDatasetBytes } from '../text/source-file.ts';
import type { Io } from './command.ts';

/**
 * Gives rows to a command of the user's, a line of JSON each, and reads them back from what it writes: as many, in the same
 * order, each with its id, and still rows of a dataset. Throws a UserError where it fails or gives anything else.
 */
export async function redactByCommand(
  command: string,
  rows: readonly JsonObject[],
  io: Io,
): Promise<readonly JsonObject[]> {
  const text = await runFilter(command, rows.map(renderRow).join(''), io);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length !== rows.length) {
    throw refuse(`gave ${lines.length} lines for ${rows.length} rows.`);
  }
  const given = rows.map((row, index) => {
    const value = parseJson(lines[index] ?? '');
    if (!isJsonObject(value)) throw refuse(`gave no JSON object on line ${index + 1}.`);
    if (value.id !== row.id) throw refuse(`changed the id of row ${index + 1}, or the order of the rows.`);
    return value;
  });
  const where = (index: number) => ({ path: 'what --redact-command gave', line: index + 1, column: null });
  parseRows(given.map((values, index) => ({ values, where: where(index) })));
  return given;
}

function refuse(what: string, cause?: unknown): UserError {
  const hint =
    'It gets one row a line on standard input, and writes each back in its place, with its id. Nothing was written.';
  return UserError.of(`The command of --redact-command ${what}`, hint, null, { cause });
}

/** What a command writes when it is given a text. */
function runFilter(command: string, input: string, io: Io): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, cwd: io.cwd, signal: io.signal, stdio: ['pipe', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxDatasetBytes) chunks.push(chunk);
      else child.kill();
    });
    child.stderr.setEncoding('utf8').on('data', (words: string) => io.err(words));
    child.on('error', (error) => reject(refuse(`could not be run: ${asError(error).message}.`, error)));
    child.on('close', (code, signal) => {
      if (bytes > maxDatasetBytes) reject(refuse(`gave more than ${maxDatasetBytes} bytes.`));
      else if (code !== 0)
        reject(refuse(signal === null ? `failed with exit code ${code}.` : `was ended by ${signal}.`));
      else resolve(Buffer.concat(chunks).toString('utf8'));
    });
    // A command that ends early closes the pipe: its exit code and its lines say what came of it.
    child.stdin.on('error', () => undefined).end(input);
  });
}

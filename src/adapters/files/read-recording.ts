import { readFile } from 'node:fs/promises';
import { asError, UserError } from '../../errors.ts';
import { decodeSourceFile, maxDatasetBytes, type SourceFile } from '../../text/source-file.ts';

/** Reads a recording of model answers; throws a UserError where it cannot be read. */
export async function readRecording(path: string): Promise<SourceFile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    const where = { path, line: null, column: null };
    throw UserError.of(`cannot be read: ${asError(cause).message}.`, 'Name a recording made with --record.', where, {
      cause,
    });
  });
  return decodeSourceFile(path, bytes, maxDatasetBytes);
}

/** As `readRecording`; null where the file does not exist yet. */
export async function readRecordingIfThere(path: string): Promise<SourceFile | null> {
  try {
    return await readRecording(path);
  } catch (error) {
    const { cause } = asError(error);
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw error;
  }
}

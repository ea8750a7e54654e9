import { UserError } from '../errors.ts';

/** A file's text as the parsers see it: UTF-8, without byte order mark, line ends as LF. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The most bytes a prompt, config, schema or rubric file may have: a prompt beyond it fits no model's window. */
export const maxTextBytes = 1024 * 1024;
/** The most bytes a dataset file may have. */
export const maxDatasetBytes = 100 * 1024 * 1024;

const lfsPointer = 'version https://git-lfs.github.com/spec/v1';

/** Decodes a file; throws a UserError for one that is too large, binary, not UTF-8, or a Git LFS pointer. */
export function decodeSourceFile(path: string, bytes: Uint8Array, maxBytes = maxTextBytes): SourceFile {
  const where = { path, line: null, column: null };
  if (bytes.byteLength > maxBytes) {
    throw UserError.of(`is ${bytes.byteLength} bytes; at most ${maxBytes} can be read.`, 'Split the file.', where);
  }
  if (bytes.includes(0)) throw UserError.of('is a binary file.', 'Name a UTF-8 text file.', where);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw UserError.of('is not valid UTF-8.', 'Save the file as UTF-8.', where, { cause });
  }
  if (text.startsWith(lfsPointer)) {
    throw UserError.of('is a Git LFS pointer, not the file itself.', 'Store this file in git without LFS.', where);
  }
  return { path, text: text.replaceAll('\r\n', '\n') };
}

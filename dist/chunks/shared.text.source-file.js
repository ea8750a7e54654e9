import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UserError
} from "./shared.errors.js";

// src/text/source-file.ts
var maxTextBytes = 1024 * 1024;
var maxDatasetBytes = 100 * 1024 * 1024;
var lfsPointer = "version https://git-lfs.github.com/spec/v1";
function decodeSourceFile(path, bytes, maxBytes = maxTextBytes) {
  const where = { path, line: null, column: null };
  if (bytes.byteLength > maxBytes) {
    throw UserError.of(`is ${bytes.byteLength} bytes; at most ${maxBytes} can be read.`, "Split the file.", where);
  }
  if (bytes.includes(0)) throw UserError.of("is a binary file.", "Name a UTF-8 text file.", where);
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw UserError.of("is not valid UTF-8.", "Save the file as UTF-8.", where, { cause });
  }
  if (text.startsWith(lfsPointer)) {
    throw UserError.of("is a Git LFS pointer, not the file itself.", "Store this file in git without LFS.", where);
  }
  return { path, text: text.replaceAll("\r\n", "\n") };
}

export {
  maxTextBytes,
  maxDatasetBytes,
  decodeSourceFile
};

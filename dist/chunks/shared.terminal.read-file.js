import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  decodeSourceFile,
  maxTextBytes
} from "./shared.text.source-file.js";
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/terminal/read-file.ts
import { readFile } from "node:fs/promises";
async function readSourceFile(path, maxBytes = maxTextBytes) {
  const where = { path, line: null, column: null };
  const bytes = await readFile(path).catch((cause) => {
    const { code } = cause;
    const what = { ENOENT: "does not exist.", EISDIR: "is a folder.", EACCES: "may not be read." }[String(code)];
    throw UserError.of(what ?? `cannot be read: ${asError(cause).message}.`, "Name a readable file.", where, { cause });
  });
  return decodeSourceFile(path, bytes, maxBytes);
}

export {
  readSourceFile
};

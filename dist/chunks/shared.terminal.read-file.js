import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  followDependencies
} from "./shared.checks.pattern.js";
import {
  decodeSourceFile,
  maxTextBytes
} from "./shared.text.source-file.js";
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/terminal/read-file.ts
import { readFile, stat } from "node:fs/promises";
async function readSourceFile(path, maxBytes = maxTextBytes) {
  return decodeSourceFile(path, await readBytes(path), maxBytes);
}
function readBytes(path) {
  const where = { path, line: null, column: null };
  return readFile(path).catch((cause) => {
    const { code } = cause;
    const what = { ENOENT: "does not exist.", EISDIR: "is a folder.", EACCES: "may not be read." }[String(code)];
    throw UserError.of(what ?? `cannot be read: ${asError(cause).message}.`, "Name a readable file.", where, { cause });
  });
}
function readIncludedFiles(files) {
  return followDependencies(files, async (asked) => {
    const read = asked.map(async ({ path }) => {
      const isThere = await stat(path).then(
        () => true,
        () => false
      );
      return isThere ? [[path, await readSourceFile(path)]] : [];
    });
    return new Map((await Promise.all(read)).flat());
  });
}

export {
  readSourceFile,
  readBytes,
  readIncludedFiles
};

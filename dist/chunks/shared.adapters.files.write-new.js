import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/adapters/files/write-new.ts
import { randomUUID } from "node:crypto";
import { link, lstat, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
async function requireNew(path) {
  const found = await lstat(path).catch((error) => explainUnless(path, "ENOENT", error));
  if (found !== null) throw exists(path);
  await lstat(dirname(path)).catch((error) => explainUnless(path, "", error));
}
async function writeNew(path, text) {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, text, { flag: "wx" });
    await link(draft, path);
  } catch (error) {
    if (error.code === "EEXIST") throw exists(path);
    throw cannotWrite(path, error);
  } finally {
    await rm(draft, { force: true });
  }
}
function explainUnless(path, code, error) {
  if (error.code === code) return null;
  throw cannotWrite(path, error);
}
function exists(path) {
  const where = { path, line: null, column: null };
  return UserError.of("is there already, and nothing is overwritten.", "Name another file.", where);
}
function cannotWrite(path, cause) {
  const where = { path, line: null, column: null };
  const hint = "Name a file in a folder that is there and may be written.";
  return UserError.of(`cannot be written: ${asError(cause).message}.`, hint, where, { cause });
}

export {
  requireNew,
  writeNew
};

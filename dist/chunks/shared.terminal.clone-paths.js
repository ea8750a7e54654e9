import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  textFlag
} from "./shared.terminal.command.js";

// src/terminal/clone-paths.ts
import { realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, posix, relative, sep } from "node:path";
async function locateInClone({ topLevel, prefix }, path) {
  const absolute = isAbsolute(path) ? await realpath(path).catch(() => path) : join(topLevel, prefix, path);
  const found = relative(topLevel, absolute).split(sep).join("/");
  return found === ".." || found.startsWith("../") || isAbsolute(found) ? null : found;
}
async function findConfigPath(flags, clone) {
  const named = textFlag(flags, "config");
  if (named === null) return null;
  const path = await locateInClone(clone, named);
  return path !== null && await isThere(join(clone.topLevel, path)) ? path : posix.normalize(named);
}
function isThere(path) {
  return stat(path).then(
    () => true,
    () => false
  );
}
async function isBelowGit(folder) {
  if (await isThere(join(folder, ".git"))) return true;
  return dirname(folder) !== folder && isBelowGit(dirname(folder));
}

export {
  locateInClone,
  findConfigPath,
  isThere,
  isBelowGit
};

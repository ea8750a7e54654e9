import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isThere
} from "./shared.terminal.clone-paths.js";
import {
  buildMatcher,
  followDependencies,
  require_picomatch
} from "./shared.checks.build-group.js";
import {
  decodeSourceFile,
  maxTextBytes
} from "./shared.text.source-file.js";
import {
  ReadFault,
  UserError,
  __toESM,
  asError
} from "./shared.errors.js";

// src/terminal/read-file.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { readFile as readFile2 } from "node:fs/promises";
import { sep as sep2 } from "node:path";

// src/adapters/files/folder-tree.ts
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
var skipped = /* @__PURE__ */ new Set(["node_modules", ".git"]);
async function listFolder(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFolder(path);
    if (entry.isSymbolicLink()) return [{ path, mode: "120000" }];
    return entry.isFile() ? [{ path, mode: "100644" }] : [];
  });
  return (await Promise.all(found)).flat();
}
function createFolderTree(root, files) {
  const entries = files.map(({ path: absolute, mode }) => {
    const path = relative(root, absolute).split(sep).join("/");
    return { path, mode, hash: path };
  });
  const tree = { commit: "", entries: new Map(entries.map((entry) => [entry.path, entry])) };
  const read = async (path) => {
    const bytes = await readFile(join(root, path)).catch((cause) => {
      throw ReadFault.of(`${path} cannot be read: ${asError(cause).message}.`, "Name readable files.", { cause });
    });
    return [path, bytes];
  };
  return {
    tree,
    readTree: async () => tree,
    readBlobs: async (hashes) => new Map(await Promise.all(hashes.map(read)))
  };
}

// src/terminal/read-file.ts
async function readSourceFile(path, maxBytes = maxTextBytes) {
  return decodeSourceFile(path, await readBytes(path), maxBytes);
}
function readBytes(path) {
  const where = { path, line: null, column: null };
  return readFile2(path).catch((cause) => {
    const { code } = cause;
    const what = { ENOENT: "does not exist.", EISDIR: "is a folder.", EACCES: "may not be read." }[String(code)];
    throw UserError.of(what ?? `cannot be read: ${asError(cause).message}.`, "Name a readable file.", where, { cause });
  });
}
function readIncludedFiles(files) {
  return followDependencies(files, async (asked) => {
    const paths = (await Promise.all(asked.map(findNamed))).flat();
    return new Map(await Promise.all(paths.map(async (path) => [path, await readSourceFile(path)])));
  });
}
async function findNamed({ path, isGlob }) {
  if (!isGlob) return await isThere(path) ? [path] : [];
  const folder = import_picomatch.default.scan(path).base || ".";
  const below = await isThere(folder) ? await listFolder(folder) : [];
  return below.map((file) => file.path.split(sep2).join("/")).filter(buildMatcher([path]));
}

export {
  listFolder,
  createFolderTree,
  readSourceFile,
  readBytes,
  readIncludedFiles,
  findNamed
};

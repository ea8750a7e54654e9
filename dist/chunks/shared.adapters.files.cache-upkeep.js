import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createFileCache,
  writeWhole
} from "./shared.adapters.files.response-cache.js";
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/adapters/files/cache-upkeep.ts
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
var draftLifetimeMs = 60 * 60 * 1e3;
async function measureCache(directory) {
  const files = (await listFiles(directory)).filter(isEntry);
  return { entries: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
async function tidyCache(directory, { maxBytes, lifetimeMs }) {
  const nowMs = Date.now();
  const files = await listFiles(directory);
  const isOver = (file) => nowMs - file.writtenMs > (isEntry(file) ? lifetimeMs : draftLifetimeMs);
  const over = files.filter(isOver);
  const kept = files.filter((file) => !isOver(file)).sort((a, b) => a.usedMs - b.usedMs);
  let excess = kept.reduce((sum, { bytes }) => sum + bytes, 0) - maxBytes;
  for (const file of kept) {
    if (excess <= 0) break;
    over.push(file);
    excess -= file.bytes;
  }
  for (const { path } of over) await rm(path, { force: true });
}
async function clearCache(directory) {
  const size = await measureCache(directory);
  for (const { path } of await listFiles(directory)) await rm(path, { force: true });
  return size;
}
function isEntry({ path }) {
  return path.endsWith(".json");
}
async function listFiles(directory) {
  const names = await readdir(directory, { recursive: true }).catch(unlessGone([]));
  const files = [];
  for (const name of names.filter((one) => /^v\d+[\\/].*\.(json|tmp)$/.test(one))) {
    const path = join(directory, name);
    const found = await stat(path).catch(unlessGone(null));
    if (found === null) continue;
    const { mtimeMs: writtenMs, atimeMs: usedMs } = found;
    files.push({ path, bytes: found.blocks ? found.blocks * 512 : found.size, writtenMs, usedMs });
  }
  return files;
}
function unlessGone(otherwise) {
  return (error) => {
    if (error.code === "ENOENT") return otherwise;
    throw error;
  };
}

// src/terminal/answer-cache.ts
import { join as join3 } from "node:path";

// src/adapters/files/noise-store.ts
import { mkdir, readdir as readdir2, readFile } from "node:fs/promises";
import { join as join2 } from "node:path";
function createNoiseStore(directory) {
  return {
    async read(folder) {
      try {
        const names = (await readdir2(join2(directory, folder))).filter((name) => /\.jsonl?$/.test(name));
        const texts = await Promise.all(names.map((name) => readFile(join2(directory, folder, name), "utf8")));
        return new Map(names.map((name, index) => [name, texts[index]]));
      } catch (cause) {
        if (cause.code === "ENOENT") return /* @__PURE__ */ new Map();
        throw explain(join2(directory, folder), "read", cause);
      }
    },
    async write(folder, files) {
      try {
        await mkdir(join2(directory, folder), { recursive: true, mode: 448 });
        for (const [name, text] of files) await writeWhole(join2(directory, folder, name), text);
      } catch (cause) {
        throw explain(join2(directory, folder), "written", cause);
      }
    }
  };
}
function explain(path, done, cause) {
  const where = { path, line: null, column: null };
  return UserError.of(`cannot be ${done}: ${asError(cause).message}.`, "Mend or remove it.", where, { cause });
}

// src/terminal/answer-cache.ts
var limits = { maxBytes: 256 * 1024 * 1024, lifetimeMs: 30 * 24 * 60 * 60 * 1e3 };
function ownPlace(git) {
  return { folder: join3(git.commonFolder, "prompt-assay", "cache"), isOwn: true };
}
function openOwnNoise({ commonFolder }) {
  return createNoiseStore(join3(commonFolder, "prompt-assay", "noise"));
}
function openAnswers(place, log) {
  if (place === null) return { open: () => null, tidy: async () => {
  } };
  const { folder, isOwn } = place;
  const cache = createFileCache(folder, log, isOwn ? limits.lifetimeMs : void 0);
  let hasGrown = false;
  const counted = {
    read: cache.read,
    write: (key, value) => {
      hasGrown = true;
      return cache.write(key, value);
    }
  };
  return {
    open: (config) => isOwn && !mayKeepOutputs(config) ? null : counted,
    tidy: async () => {
      if (isOwn && hasGrown) await tidyCache(folder, limits).catch(() => {
      });
    }
  };
}
function mayKeepOutputs({ baseline, suites }) {
  return baseline.storeOutputs && suites.every((suite) => suite.baseline.storeOutputs);
}

export {
  measureCache,
  clearCache,
  ownPlace,
  openOwnNoise,
  openAnswers
};

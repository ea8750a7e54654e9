import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createFileCache
} from "./shared.adapters.files.response-cache.js";

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
import { join as join2 } from "node:path";
var limits = { maxBytes: 256 * 1024 * 1024, lifetimeMs: 30 * 24 * 60 * 60 * 1e3 };
function ownPlace(git) {
  return { folder: join2(git.commonFolder, "prompt-assay", "cache"), isOwn: true };
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
  openAnswers
};

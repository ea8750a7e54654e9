import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  escapeJson
} from "./shared.text.unseen.js";
import {
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  asError
} from "./shared.errors.js";

// src/adapters/files/response-cache.ts
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
var formatRevision = 4;
function createFileCache(directory, log, lifetimeMs = Number.POSITIVE_INFINITY) {
  let warned = false;
  return {
    async read(key) {
      const { file } = pathOf(directory, key);
      try {
        const { mtime } = await stat(file);
        if (Date.now() - mtime.getTime() > lifetimeMs) return null;
        const entry = parseJson(await readFile(file, "utf8"));
        if (!isJsonObject(entry) || entry.key !== key) return null;
        await markUsed(file, mtime);
        return entry.value ?? null;
      } catch {
        return null;
      }
    },
    async write(key, value) {
      try {
        await writeWhole(pathOf(directory, key), escapeJson(writeJson({ key, value })));
      } catch (error) {
        if (!warned) log.warn(`answers are not kept in ${directory}: ${asError(error).message}`);
        warned = true;
      }
    }
  };
}
function pathOf(directory, key) {
  const name = createHash("sha256").update(key).digest("hex");
  const folder = join(directory, `v${formatRevision}`, name.slice(0, 2));
  return { folder, file: join(folder, `${name}.json`) };
}
async function markUsed(file, written) {
  await utimes(file, /* @__PURE__ */ new Date(), written).catch(() => {
  });
}
async function writeWhole({ folder, file }, text) {
  await mkdir(folder, { recursive: true, mode: 448 });
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { mode: 384 });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export {
  createFileCache
};

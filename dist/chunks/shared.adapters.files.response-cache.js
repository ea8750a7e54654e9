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
import { createHash } from "node:crypto";
import { mkdir, readFile, stat, utimes } from "node:fs/promises";
import { join } from "node:path";

// src/adapters/files/write-whole.ts
import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
async function writeWhole(file, text) {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { mode: 384 });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

// src/adapters/files/response-cache.ts
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
        const { folder, file } = pathOf(directory, key);
        await mkdir(folder, { recursive: true, mode: 448 });
        await writeWhole(file, escapeJson(writeJson({ key, value })));
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

export {
  writeWhole,
  createFileCache
};

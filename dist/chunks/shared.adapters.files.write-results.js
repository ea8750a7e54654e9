import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/adapters/files/write-results.ts
import { access, constants, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
async function writeResults(folder, files) {
  try {
    await mkdir(folder, { recursive: true });
    await Promise.all(
      [...files].map(async ([name, text]) => {
        const path = join(folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, typeof text === "string" ? text : gather(text));
      })
    );
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  return [...files.keys()].sort().map((name) => join(folder, name));
}
async function requireResultFolder(folder) {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}
function unwritable(folder, cause) {
  const message = `The report folder ${folder} cannot be written: ${asError(cause).message}.`;
  return UserError.of(message, "Name another folder.", null, { cause });
}
var chunkCharacters = 1 << 18;
function* gather(parts) {
  let chunk = "";
  for (const part of parts) {
    chunk += part;
    if (chunk.length < chunkCharacters) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

export {
  writeResults,
  requireResultFolder
};

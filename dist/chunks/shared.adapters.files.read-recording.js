import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  decodeSourceFile,
  maxDatasetBytes
} from "./shared.text.source-file.js";
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/adapters/files/read-recording.ts
import { readFile } from "node:fs/promises";
async function readRecording(path) {
  const bytes = await readFile(path).catch((cause) => {
    const where = { path, line: null, column: null };
    throw UserError.of(`cannot be read: ${asError(cause).message}.`, "Name a recording made with --record.", where, {
      cause
    });
  });
  return decodeSourceFile(path, bytes, maxDatasetBytes);
}
async function readRecordingIfThere(path) {
  try {
    return await readRecording(path);
  } catch (error) {
    const { cause } = asError(error);
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw error;
  }
}

export {
  readRecording,
  readRecordingIfThere
};

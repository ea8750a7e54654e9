import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/adapters/files/read-lines.ts
import { open } from "node:fs/promises";
var chunkBytes = 64 * 1024;
var newline = 10;
var otherKinds = [
  ["is a gzip archive.", "Unpack it first: `gunzip FILE`.", "1f8b"],
  ["is a zip archive.", "Unpack it first: `unzip FILE`.", "504b0304", "504b0506"],
  ["is a Zstandard archive.", "Unpack it first: `zstd -d FILE`.", "28b52ffd"],
  [
    "is an Apache Parquet file.",
    "Write its rows as JSON Lines first, as DuckDB does: `COPY (FROM 'FILE') TO 'FILE.jsonl' (FORMAT json)`.",
    "50415231"
  ],
  ["is UTF-16.", "Save the file as UTF-8.", "fffe", "feff"],
  [
    "is a Git LFS pointer, not the file itself.",
    "Fetch the file first: `git lfs pull`.",
    hexOf("version https://git-lfs")
  ]
];
async function* readLines(path, limits) {
  const splitter = new LineSplitter(path, limits.maxLineBytes);
  let bytes = 0;
  for await (const chunk of readChunks(path)) {
    if (bytes === 0) requireText(path, chunk);
    bytes += chunk.byteLength;
    if (bytes > (limits.maxBytes ?? Number.POSITIVE_INFINITY)) {
      throw UserError.of(`is more than ${limits.maxBytes} bytes.`, "Split the file.", whereOf(path));
    }
    yield splitter.split(chunk);
  }
  yield splitter.end();
}
async function* readChunks(path) {
  const refuse = (cause) => {
    const hint = "Name a file that is there and may be read.";
    throw UserError.of(`cannot be read: ${asError(cause).message}.`, hint, whereOf(path), { cause });
  };
  const file = await open(path).catch(refuse);
  try {
    if ((await file.stat()).isDirectory()) throw UserError.of("is a folder.", "Name the files in it.", whereOf(path));
    while (true) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes).catch(refuse);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
function requireText(path, chunk) {
  const start = chunk.toString("hex", 0, 32);
  const found = otherKinds.find(([, , ...kinds]) => kinds.some((kind) => start.startsWith(kind)));
  if (found !== void 0) throw UserError.of(found[0], found[1], whereOf(path));
}
var LineSplitter = class {
  #path;
  #maxLineBytes;
  // A mark is left out at the start of any line: files that were joined have some in the middle.
  #decoder = new TextDecoder("utf-8", { fatal: true });
  #waiting = [];
  #waitingBytes = 0;
  #number = 0;
  constructor(path, maxLineBytes) {
    this.#path = path;
    this.#maxLineBytes = maxLineBytes;
  }
  split(chunk) {
    const lines = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      const text = this.#take(chunk.subarray(start, end));
      if (text.trim() !== "") lines.push({ number: this.#number, text });
      start = end + 1;
    }
    this.#wait(chunk.subarray(start));
    return lines;
  }
  end() {
    const text = this.#take(Buffer.alloc(0));
    return text.trim() === "" ? [] : [{ number: this.#number, text, isOpen: true }];
  }
  #wait(rest) {
    this.#waiting.push(rest);
    this.#waitingBytes += rest.byteLength;
    if (this.#waitingBytes > this.#maxLineBytes) throw this.#refuseLength(this.#number + 1);
  }
  #take(rest) {
    this.#number += 1;
    if (this.#waitingBytes + rest.byteLength > this.#maxLineBytes) throw this.#refuseLength(this.#number);
    const bytes = this.#waitingBytes === 0 ? rest : Buffer.concat([...this.#waiting, rest]);
    this.#waiting = [];
    this.#waitingBytes = 0;
    const text = this.#decode(bytes);
    return text.endsWith("\r") ? text.slice(0, -1) : text;
  }
  #decode(bytes) {
    const where = whereOf(this.#path, this.#number);
    if (bytes.includes(0)) {
      throw UserError.of("holds NUL bytes, as binary files and UTF-16 do.", "Save the file as UTF-8 text.", where);
    }
    try {
      return this.#decoder.decode(bytes);
    } catch (cause) {
      throw UserError.of("is not valid UTF-8.", "Save the file as UTF-8.", where, { cause });
    }
  }
  #refuseLength(line) {
    const message = `is longer than ${this.#maxLineBytes} bytes.`;
    return UserError.of(message, "Write one object a line, and shorter ones.", whereOf(this.#path, line));
  }
};
function whereOf(path, line = null) {
  return { path, line, column: null };
}
function hexOf(text) {
  return Buffer.from(text).toString("hex");
}

export {
  readLines
};

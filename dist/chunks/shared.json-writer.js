import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/json.ts
import { createHash } from "node:crypto";

// src/json-writer.ts
function writeDigits(value, indent, margin = "\n") {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const inner = margin + " ".repeat(indent);
  if (Array.isArray(value)) {
    return bracket(
      value.map((item) => writeDigits(item, indent, inner)),
      "[]",
      indent,
      margin
    );
  }
  const colon = indent === 0 ? ":" : ": ";
  const members = Object.entries(value).filter(([, member]) => member !== void 0);
  const lines = members.map(([key, member]) => JSON.stringify(key) + colon + writeDigits(member, indent, inner));
  return bracket(lines, "{}", indent, margin);
}
function bracket(lines, [open, close], indent, margin) {
  if (indent === 0 || lines.length === 0) return `${open}${lines.join(",")}${close}`;
  const inner = margin + " ".repeat(indent);
  return `${open}${inner}${lines.join(`,${inner}`)}${margin}${close}`;
}

// src/json.ts
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isJsonNumber(value) {
  return typeof value === "number" || typeof value === "bigint";
}
function readDigits(digits) {
  const value = Number(digits);
  return /[.eE]/.test(digits) || Number.isSafeInteger(value) || !Number.isFinite(value) ? value : BigInt(digits);
}
var maxRepeated = 100;
var maxDepth = 100;
var JsonFault = class extends Error {
  kind;
  offset;
  constructor(kind, offset) {
    super(kind === "depth" ? `is nested more than ${maxDepth} levels deep.` : "is not valid JSON here.");
    this.kind = kind;
    this.offset = offset;
  }
};
function readJson(text) {
  const reader = new JsonReader(text);
  return { value: reader.readAll(), repeated: reader.repeated, items: reader.items };
}
function parseJson(text) {
  try {
    return readJson(text).value;
  } catch (error) {
    if (error instanceof JsonFault) return void 0;
    throw error;
  }
}
var JsonReader = class {
  repeated = [];
  items = /* @__PURE__ */ new Map();
  #text;
  #at = 0;
  constructor(text) {
    this.#text = text;
  }
  readAll() {
    const value = this.#readValue(0);
    if (this.#skipBlanks() !== void 0) throw this.#fault();
    return value;
  }
  #fault(offset = this.#at) {
    return new JsonFault("syntax", Math.min(offset, this.#text.length));
  }
  /** The next character, left where it is; undefined at the end. */
  #skipBlanks() {
    let next = this.#text[this.#at];
    while (next === " " || next === "\n" || next === "\r" || next === "	") {
      this.#at += 1;
      next = this.#text[this.#at];
    }
    return next;
  }
  #readValue(depth) {
    const next = this.#skipBlanks();
    if (next === '"') return this.#readString();
    if (next === "{" || next === "[") {
      if (depth === maxDepth) throw new JsonFault("depth", this.#at);
      return next === "{" ? this.#readObject(depth + 1) : this.#readList(depth + 1);
    }
    return next === "t" || next === "f" || next === "n" ? this.#readWord() : this.#readNumber();
  }
  #readWord() {
    const word = words.find(([name]) => this.#text.startsWith(name, this.#at));
    if (word === void 0) throw this.#fault();
    this.#at += word[0].length;
    return word[1];
  }
  #readList(depth) {
    const list = [];
    const offsets = [];
    while (this.#goesOn("]", list.length === 0)) {
      this.#skipBlanks();
      offsets.push(this.#at);
      list.push(this.#readValue(depth));
    }
    if (depth <= 2) this.items.set(list, offsets);
    return list;
  }
  #readObject(depth) {
    const members = {};
    let isFirst = true;
    while (this.#goesOn("}", isFirst)) {
      isFirst = false;
      if (this.#skipBlanks() !== '"') throw this.#fault();
      const offset = this.#at;
      const key = this.#readString();
      if (this.#skipBlanks() !== ":") throw this.#fault();
      this.#at += 1;
      if (Object.hasOwn(members, key) && this.repeated.length < maxRepeated) this.repeated.push({ key, offset });
      const value = this.#readValue(depth);
      if (key !== "__proto__") members[key] = value;
      else Object.defineProperty(members, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return members;
  }
  /** Passes the bracket or comma before a member; false, past the closing bracket, where there is none. */
  #goesOn(close, isFirst) {
    if (isFirst) this.#at += 1;
    const next = this.#skipBlanks();
    if (next !== close && isFirst) return true;
    if (next !== close && next !== ",") throw this.#fault();
    this.#at += 1;
    return next === ",";
  }
  #readNumber() {
    numeral.lastIndex = this.#at;
    const digits = numeral.exec(this.#text)?.[0];
    if (digits === void 0) throw this.#fault();
    this.#at += digits.length;
    return readDigits(digits);
  }
  #readString() {
    const start = this.#at;
    plainString.lastIndex = start;
    if (plainString.test(this.#text)) {
      this.#at = plainString.lastIndex;
      return this.#text.slice(start + 1, this.#at - 1);
    }
    let end = this.#text.indexOf('"', start + 1);
    while (end !== -1 && this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    const quoted = this.#text.slice(start, end === -1 ? void 0 : end + 1);
    this.#at = start + quoted.length;
    try {
      return JSON.parse(quoted);
    } catch {
      throw this.#fault(start + findBadCharacter(quoted));
    }
  }
  #isEscaped(offset) {
    let from = offset;
    while (this.#text[from - 1] === "\\") from -= 1;
    return (offset - from) % 2 === 1;
  }
};
var words = [
  ["true", true],
  ["false", false],
  ["null", null]
];
var numeral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var escapes = /\\u[\da-fA-F]{4}|\\["\\/bfnrt]|\\|[^ -\uffff]/g;
var plainString = /"[ !#-[\]-\uffff]*"/y;
function findBadCharacter(quoted) {
  for (const { 0: found, index } of quoted.matchAll(escapes)) if (found.length === 1) return index;
  return quoted.length;
}
function writeJson(value, indent = 0) {
  try {
    return JSON.stringify(value ?? null, null, indent);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return writeDigits(value, indent);
  }
}
function canonicalJson(value) {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isInteger(value) ? writeInteger(value) : JSON.stringify(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = value;
  let text = "";
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== void 0) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
function writeInteger(value) {
  return Number.isSafeInteger(value) ? JSON.stringify(value) : String(BigInt(value));
}
function contentHash(value) {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

export {
  isJsonObject,
  isJsonNumber,
  readDigits,
  maxDepth,
  JsonFault,
  readJson,
  parseJson,
  writeJson,
  canonicalJson,
  contentHash
};

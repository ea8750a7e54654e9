import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/json.ts
import { createHash } from "node:crypto";
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = value;
    let text = "";
    for (const key of Object.keys(members).sort()) {
      const member = members[key];
      if (member === void 0) continue;
      text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
    }
    return `{${text}}`;
  }
  return JSON.stringify(value ?? null);
}
function contentHash(value) {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

export {
  isJsonObject,
  parseJson,
  canonicalJson,
  contentHash
};

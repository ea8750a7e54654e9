import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/secrets.ts
var minEncodedLength = 8;
function listSecretForms(secret) {
  if (secret.length < minEncodedLength) return [secret];
  const bytes = Buffer.from(secret);
  const hex = bytes.toString("hex");
  const base64 = [0, 1, 2].flatMap((offset) => encodeAt(bytes, offset));
  const url = encodeURIComponent(secret);
  const lower = url.replaceAll(/%../g, (byte) => byte.toLowerCase());
  const forms = /* @__PURE__ */ new Set([secret, url, lower, ...base64, hex, hex.toUpperCase()]);
  return [...forms].sort((a, b) => b.length - a.length);
}
function encodeAt(bytes, offset) {
  const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
  const bits = 8 * (offset + bytes.length);
  const own = digits.slice(Math.ceil(8 * offset / 6), Math.floor(bits / 6));
  return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
}

export {
  listSecretForms
};

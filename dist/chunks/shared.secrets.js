import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/secrets.ts
var minEncodedLength = 8;
var minPartedLength = 16;
var partLength = 12;
var wordyPartLength = 20;
var stride = partLength / 2;
function createScrubber(secrets) {
  const forms = secrets.flatMap(listSecretForms).sort((a, b) => b.length - a.length);
  let starts = null;
  return (text) => {
    const whole = forms.reduce((scrubbed, form) => scrubbed.replaceAll(form, "***"), text);
    starts ??= indexStarts(secrets.flatMap(listVariants));
    return starts.size === 0 ? whole : hideParts(whole, starts);
  };
}
var minHiddenLength = 16;
function createKeyHider(credentials) {
  const scrub = createScrubber(credentials.filter(({ length }) => length >= minHiddenLength));
  const hide = (value) => {
    if (typeof value === "string") return scrub(value);
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [scrub(name), hide(member)]));
  };
  return (answer) => hide(answer);
}
var minCredentialLength = 12;
function listCredentials(env) {
  return Object.entries(env).flatMap(
    ([name, value = ""]) => /(?:KEY|TOKEN|SECRET|PASSWORD)$/i.test(name) && value.length >= minCredentialLength ? [value] : []
  );
}
function listSecretForms(secret) {
  if (secret.length < minEncodedLength) return [secret];
  const bytes = Buffer.from(secret);
  const hex = bytes.toString("hex");
  const base64 = listBase64(bytes);
  const url = encodeURIComponent(secret);
  const lower = url.replaceAll(/%../g, (byte) => byte.toLowerCase());
  const forms = /* @__PURE__ */ new Set([secret, url, lower, ...base64, hex, hex.toUpperCase()]);
  return [...forms].sort((a, b) => b.length - a.length);
}
function listBase64(bytes) {
  return [0, 1, 2].flatMap((offset) => {
    const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    const own = digits.slice(Math.ceil(8 * offset / 6), Math.floor(8 * (offset + bytes.length) / 6));
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
function listVariants(secret) {
  const { length } = fold(secret);
  if (length < minPartedLength) return [];
  const characters = [...secret];
  const code = (character) => character.codePointAt(0) ?? 0;
  const hex = (character) => code(character).toString(16).padStart(2, "0");
  const escapes = [
    (character) => `u${hex(character).padStart(4, "0")}`,
    (character) => `x${hex(character)}`,
    (character) => `0x${hex(character)}`,
    (character) => String(code(character)),
    hex
  ];
  const isPlain = (character) => letter.test(character);
  const written = [
    secret,
    characters.toReversed().join(""),
    ...listBase64(Buffer.from(secret)),
    Buffer.from(secret).toString("hex"),
    // Escaped letter by letter, or only where an escape is needed.
    ...escapes.flatMap((write) => [
      characters.map(write).join(""),
      characters.map((character) => isPlain(character) ? character : write(character)).join("")
    ])
  ].map(fold);
  return [...new Set(written)].map((text) => ({ text, width: Math.max(1, text.length / length) }));
}
function indexStarts(variants) {
  const starts = /* @__PURE__ */ new Map();
  for (const variant of variants) {
    for (let at = 0; at + stride <= variant.text.length; at += 1) {
      const begin = variant.text.slice(at, at + stride);
      const places = starts.get(begin);
      if (places === void 0) starts.set(begin, [{ variant, at }]);
      else places.push({ variant, at });
    }
  }
  return starts;
}
function hideParts(text, starts) {
  const letters = fold(text);
  const parts = [];
  let end = 0;
  for (let at = 0; at + stride <= letters.length; at += stride) {
    const part = at < end ? null : findPart(letters, at, end, starts);
    if (part === null) continue;
    parts.push(part);
    end = part.to;
  }
  if (parts.length === 0) return text;
  const places = [];
  for (let index = 0; index < text.length; index += 1) if (letter.test(text.charAt(index))) places.push(index);
  let shown = "";
  let shownTo = 0;
  for (const { from, to } of parts) {
    shown += `${text.slice(shownTo, places[from])}***`;
    shownTo = places[to - 1] + 1;
  }
  return shown + text.slice(shownTo);
}
function findPart(letters, place, after, starts) {
  let longest = null;
  for (const { variant, at } of starts.get(letters.slice(place, place + stride)) ?? []) {
    const { text, width } = variant;
    let before = 0;
    while (place - before > after && at > before && letters[place - before - 1] === text[at - before - 1]) before += 1;
    let behind = stride;
    while (at + behind < text.length && letters[place + behind] === text[at + behind]) behind += 1;
    const part = { from: place - before, to: place + behind };
    const length = part.to - part.from;
    const least = width * (/\d/.test(letters.slice(part.from, part.to)) ? partLength : wordyPartLength);
    if (length >= least && length > (longest === null ? 0 : longest.to - longest.from)) longest = part;
  }
  return longest;
}
var letter = /[a-z0-9]/i;
function fold(text) {
  return text.replace(/[^a-z0-9]+/gi, "").toLowerCase();
}

export {
  createScrubber,
  createKeyHider,
  listCredentials,
  listSecretForms
};

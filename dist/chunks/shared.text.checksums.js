import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/text/checksums.ts
function isCardNumber(digits) {
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) : 2 * Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
var minIbanDigits = 10;
function isIban(text) {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/i.test(text) || text.replace(/\D/g, "").length < minIbanDigits) return false;
  const turned = (text.slice(4) + text.slice(0, 4)).toUpperCase();
  let rest = 0;
  for (const character of turned) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
function isIpV6(text) {
  const halves = text.split("::");
  if (halves.length > 2 || !/[\da-f]/i.test(text)) return false;
  const groups = halves.flatMap((half) => half === "" ? [] : half.split(":"));
  const last = groups.at(-1) ?? "";
  const bits = groups.length * 16 + (last.includes(".") ? 16 : 0);
  const isWhole = (group) => /^[\da-f]{1,4}$/i.test(group) || group === last && /^\d+(?:\.\d+){3}$/.test(group);
  return groups.every(isWhole) && (halves.length === 2 ? bits < 128 : bits === 128);
}

// src/text/personal-data.ts
var has = (part) => (text) => text.includes(part);
var hasDigits = (text) => /\d\d/.test(text);
var keyStarts = [
  ...["sk-", "sk_live_", "sk_test_", "pk_live_", "rk_live_", "whsec_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
  ...["github_pat_", "glpat-", "npm_", "hf_", "gsk_", "r8_", "xai-", "xoxa-", "xoxb-", "xoxp-", "xoxs-", "lsv2_"]
];
var keys = [
  String.raw`(?:${keyStarts.join("|")})(?=[\w-]{0,100}\d)[\w-]{10,4000}`,
  String.raw`(?:AKIA|ASIA)[A-Z\d]{16}`,
  String.raw`AIza[\w-]{30,100}`,
  String.raw`SG\.[\w-]{16,100}\.[\w-]{16,100}`,
  // A signed token (RFC 7519): both of its first parts are objects, and begin with `{"` in base64.
  String.raw`eyJ[\w-]{4,4000}\.eyJ[\w-]{4,4000}(?:\.[\w-]{1,4000})?`
].join("|");
var octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
var personalData = [
  {
    kind: "key",
    mayBeIn: has("-----BEGIN "),
    pattern: /-----BEGIN [A-Z\d ]{1,40}-----[\s\S]*?(?:-----END [A-Z\d ]{1,40}-----|$)/g
  },
  { kind: "key", mayBeIn: has("://"), pattern: /(?<kept>:\/\/)[^\s/@:]{0,200}:[^\s/@]{1,200}(?=@)/g },
  {
    kind: "key",
    pattern: new RegExp(`(?<![\\w-])(?:${keys})`, "g")
  },
  {
    kind: "key",
    mayBeIn: (text) => /\b(?:bearer|basic)\s/i.test(text),
    pattern: /(?<kept>\b(?:bearer|basic)[ \t]{1,4})(?=[^\s\d]{0,200}\d)[\w.~+/-]{16,4000}={0,2}/gi
  },
  {
    kind: "key",
    mayBeIn: (text) => /(?:key|secret|token|passw|pwd)/i.test(text),
    pattern: /(?<kept>(?:api[_-]?key|access[_-]?key|secret|token|password|passwd|pwd)\\?["']?[ \t]{0,4}[:=][ \t]{0,4}\\?["']?)(?=[^\s\d]{0,200}\d)[^\s"'\\,;&<>[\]{}]{8,4000}/gi
  },
  {
    kind: "email",
    mayBeIn: has("@"),
    pattern: new RegExp("(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]{1,400}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,20}\\p{L}{2,63}", "gu")
  },
  {
    kind: "iban",
    mayBeIn: (text) => /[a-z]{2}\d\d/i.test(text),
    pattern: /(?<![A-Z\d])[A-Z]{2}\d\d(?:[ -]?[A-Z\d]){11,30}/gi,
    measure: measureBy(isIban)
  },
  {
    kind: "card",
    mayBeIn: hasDigits,
    pattern: /(?<![\w.])\d(?:[ -]?\d){12,18}/g,
    measure: measureBy(isCardNumber)
  },
  {
    kind: "ip",
    mayBeIn: (text) => text.includes("::") || /:[\da-f]{1,4}:[\da-f]{1,4}:/i.test(text),
    pattern: /(?<![\w:.])(?=[\da-f]{0,4}:[\da-f:])[\da-f:]{2,39}(?:\.\d{1,3}){0,3}(?!\w)/gi,
    measure: measureIpV6
  },
  {
    kind: "ip",
    mayBeIn: hasDigits,
    pattern: new RegExp(`(?<![\\w.])(?:${octet}\\.){3}${octet}(?!\\w|\\.\\d)`, "g")
  },
  {
    kind: "phone",
    mayBeIn: hasDigits,
    pattern: /(?<![\w+.-])(?!\d\d?[./-]\d\d?[./-]\d{4}(?!\d))(?:(?:\+|00)[1-9](?:[ ./()-]{0,3}\d){7,13}|(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])\d{3}[ .-]\d{4}|0[1-9]\d{7,10}|\(?0[1-9]\d{0,4}\)?(?:[ ./-]{1,3}\d{2,8}){1,4})(?![\w-])/g,
    measure: measurePhone
  }
];
function measureBy(isValid) {
  return (text, start, end) => {
    const groups = text.slice(start, end);
    let length = /[a-z\d]/i.test(text.charAt(end)) ? cutGroup(groups) : groups.length;
    while (length > 0 && !isValid(groups.slice(0, length).replace(/[ -]/g, ""))) {
      length = cutGroup(groups.slice(0, length));
    }
    return length;
  };
}
function cutGroup(groups) {
  return Math.max(0, groups.lastIndexOf(" "), groups.lastIndexOf("-"));
}
function measureIpV6(text, start, end) {
  const found = text.slice(start, end).replace(/(?<!:):$/, "");
  return isIpV6(found) ? found.length : 0;
}
function measurePhone(text, start, end) {
  const digits = text.slice(start, end).replace(/\D/g, "").length;
  return digits >= 9 && digits <= 15 ? end - start : 0;
}

export {
  personalData
};

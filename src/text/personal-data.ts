import { isCardNumber, isIban, isIpV6 } from './checksums.ts';

/**
 * One kind of text that must not leave a record, and how it is found: in linear time whatever the text holds, so that every
 * repeat has an end.
 */
export interface PersonalData {
  /** As it stands in a placeholder, `[email-1]`, and in the counts. */
  readonly kind: 'key' | 'email' | 'iban' | 'card' | 'ip' | 'phone';
  /** A look that says whether the pattern is worth trying, where it is cheaper than the pattern. */
  mayBeIn?(text: string): boolean;
  /** Global. What its group `kept` matches stays. */
  readonly pattern: RegExp;
  /** How many characters from `start` on are one, of those that the pattern matched, which end before `end`; 0 where they are none. Without it all are. */
  measure?(text: string, start: number, end: number): number;
}

const has = (part: string) => (text: string) => text.includes(part);
const hasDigits = (text: string) => /\d\d/.test(text);

/** How keys begin whose makers want them to be found where they leak. */
const keyStarts = [
  ...['sk-', 'sk_live_', 'sk_test_', 'pk_live_', 'rk_live_', 'whsec_', 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
  ...['github_pat_', 'glpat-', 'npm_', 'hf_', 'gsk_', 'r8_', 'xai-', 'xoxa-', 'xoxb-', 'xoxp-', 'xoxs-', 'lsv2_'],
];
const keys = [
  String.raw`(?:${keyStarts.join('|')})(?=[\w-]{0,100}\d)[\w-]{10,4000}`,
  String.raw`(?:AKIA|ASIA)[A-Z\d]{16}`,
  String.raw`AIza[\w-]{30,100}`,
  String.raw`SG\.[\w-]{16,100}\.[\w-]{16,100}`,
  // A signed token (RFC 7519): both of its first parts are objects, and begin with `{"` in base64.
  String.raw`eyJ[\w-]{4,4000}\.eyJ[\w-]{4,4000}(?:\.[\w-]{1,4000})?`,
].join('|');

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;

/** Every kind, in the order in which they are taken out: what a later one would find in an earlier one is gone by then. */
export const personalData: readonly PersonalData[] = [
  {
    kind: 'key',
    mayBeIn: has('-----BEGIN '),
    pattern: /-----BEGIN [A-Z\d ]{1,40}-----[\s\S]*?(?:-----END [A-Z\d ]{1,40}-----|$)/g,
  },
  { kind: 'key', mayBeIn: has('://'), pattern: /(?<kept>:\/\/)[^\s/@:]{0,200}:[^\s/@]{1,200}(?=@)/g },
  {
    kind: 'key',
    pattern: new RegExp(`(?<![\\w-])(?:${keys})`, 'g'),
  },
  {
    kind: 'key',
    mayBeIn: (text) => /\b(?:bearer|basic)\s/i.test(text),
    pattern: /(?<kept>\b(?:bearer|basic)[ \t]{1,4})(?=[^\s\d]{0,200}\d)[\w.~+/-]{16,4000}={0,2}/gi,
  },
  {
    kind: 'key',
    mayBeIn: (text) => /(?:key|secret|token|passw|pwd)/i.test(text),
    pattern:
      /(?<kept>(?:api[_-]?key|access[_-]?key|secret|token|password|passwd|pwd)\\?["']?[ \t]{0,4}[:=][ \t]{0,4}\\?["']?)(?=[^\s\d]{0,200}\d)[^\s"'\\,;&<>[\]{}]{8,4000}/gi,
  },
  {
    kind: 'email',
    mayBeIn: has('@'),
    pattern: /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,400}@(?:[\p{L}\p{N}-]{1,63}\.){1,20}\p{L}{2,63}/gu,
  },
  {
    kind: 'iban',
    mayBeIn: (text) => /[a-z]{2}\d\d/i.test(text),
    pattern: /(?<![A-Z\d])[A-Z]{2}\d\d(?:[ -]?[A-Z\d]){11,30}/gi,
    measure: measureBy(isIban),
  },
  {
    kind: 'card',
    mayBeIn: hasDigits,
    pattern: /(?<![\w.])\d(?:[ -]?\d){12,18}/g,
    measure: measureBy(isCardNumber),
  },
  {
    kind: 'ip',
    mayBeIn: (text) => text.includes('::') || /:[\da-f]{1,4}:[\da-f]{1,4}:/i.test(text),
    pattern: /(?<![\w:.])(?=[\da-f]{0,4}:[\da-f:])[\da-f:]{2,39}(?:\.\d{1,3}){0,3}(?!\w)/gi,
    measure: measureIpV6,
  },
  {
    kind: 'ip',
    mayBeIn: hasDigits,
    pattern: new RegExp(`(?<![\\w.])(?:${octet}\\.){3}${octet}(?!\\w|\\.\\d)`, 'g'),
  },
  {
    kind: 'phone',
    mayBeIn: hasDigits,
    pattern:
      /(?<![\w+.-])(?!\d\d?[./-]\d\d?[./-]\d{4}(?!\d))(?:(?:\+|00)[1-9](?:[ ./()-]{0,3}\d){7,13}|(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])\d{3}[ .-]\d{4}|0[1-9]\d{7,10}|\(?0[1-9]\d{0,4}\)?(?:[ ./-]{1,3}\d{2,8}){1,4})(?![\w-])/g,
    measure: measurePhone,
  },
];

/** The longest run from `start` on, whole groups of digits and letters, that is valid without the blanks and dashes in it. */
function measureBy(isValid: (compact: string) => boolean) {
  return (text: string, start: number, end: number): number => {
    const groups = text.slice(start, end);
    let length = /[a-z\d]/i.test(text.charAt(end)) ? cutGroup(groups) : groups.length;
    while (length > 0 && !isValid(groups.slice(0, length).replace(/[ -]/g, ''))) {
      length = cutGroup(groups.slice(0, length));
    }
    return length;
  };
}

/** The length of some groups without the last one; 0 where it is the only one. */
function cutGroup(groups: string): number {
  return Math.max(0, groups.lastIndexOf(' '), groups.lastIndexOf('-'));
}

/** A colon that ends a clause is none of the address. */
function measureIpV6(text: string, start: number, end: number): number {
  const found = text.slice(start, end).replace(/(?<!:):$/, '');
  return isIpV6(found) ? found.length : 0;
}

function measurePhone(text: string, start: number, end: number): number {
  const digits = text.slice(start, end).replace(/\D/g, '').length;
  return digits >= 9 && digits <= 15 ? end - start : 0;
}

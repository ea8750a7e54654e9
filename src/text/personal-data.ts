/** What is found in a text, in the order in which one that holds another wins: a key may hold the digits of a card, a card those of a phone number. */
export const personalDataKinds = ['key', 'email', 'iban', 'card', 'phone'] as const;

/** A kind of data that belongs to a person, or that opens a door. */
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** One piece of such data; `start` and `end` are offsets in UTF-16 units, the end is not in it. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** The shapes of keys, each with what its issuer puts in front, so that no word is one. A shape without a bound begins where a word does: a run is read once. */
const keyShapes = [
  // OpenAI, Anthropic and those who write theirs alike; words with hyphens have no digit.
  '(?:sk|pk)-(?=[A-Za-z_-]{0,99}\\d)[\\w-]{20,}',
  // Stripe
  '[rsp]k_(?:live|test)_[A-Za-z0-9]{16,}',
  // GitHub, GitLab
  'gh[opsur]_[A-Za-z0-9]{36,}|github_pat_\\w{22,}|glpat-[\\w-]{20,}',
  // npm, Hugging Face
  'npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,}',
  // AWS, Google, Slack
  'A[KS]IA[A-Z0-9]{16}(?!\\w)|AIza[\\w-]{35}|xox[abeoprs]-[A-Za-z0-9-]{10,}',
  // JSON Web Tokens
  'eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]*',
].join('|');
/** The end may be lacking: a key that was cut off is still most of one. */
const privateKey =
  '-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:(?!-----)[^]){0,10000}(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?';

const patterns: Readonly<Record<PersonalDataKind, RegExp>> = {
  key: new RegExp(`(?<![\\w-])(?:${keyShapes})|(?<=(?<!\\w)[Bb]earer )[\\w.~+/-]{20,}=*|${privateKey}`, 'g'),
  // Searched for by its @: what stands before one is looked at there alone.
  email:
    /(?<=(?<before>[\p{L}\p{N}._%+'-]{1,64}))@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:xn--[a-z\d-]{1,59}|\p{L}{2,63})/giu,
  iban: /(?<![A-Z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![A-Z\d])/g,
  card: /(?<!\d)(?:\d{4}([ \u00A0-]?)\d{4}\1\d{4}\1\d{4}|\d{4}([ \u00A0-]?)\d{6}\2\d{4,5}|\d{13,19})(?!\d)/g,
  phone: new RegExp(
    [
      // With the code of its country, 8 to 15 digits (E.164).
      '(?<![\\w+])\\+\\d(?:[ \\u00A0().\\/-]{0,3}\\d){7,14}(?!\\d)',
      // With the 0 of a long-distance call: in groups, or 10 to 12 digits in one.
      '(?<![\\w.,:/+-])(?:\\(0\\d{1,4}\\)|0\\d{1,4})[ \\u00A0/-]{1,3}\\d{2,8}(?:[ \\u00A0-]\\d{2,8}){0,4}(?![\\d.,:-]\\d|\\d)',
      '(?<![\\w.,:/+-])0\\d(?:[ .\\u00A0]\\d\\d){4}(?!\\d)|(?<![\\w.,:/+-])0\\d{9,11}(?!\\w)',
      // North America
      '(?<![\\w.,:/+-])(?:\\([2-9]\\d\\d\\) ?|[2-9]\\d\\d[ .-])[2-9]\\d\\d[ .-]\\d{4}(?!\\w)',
    ].join('|'),
    'g',
  ),
};

/**
 * Finds e-mail addresses, phone numbers, card numbers (by their check digit), IBANs (likewise) and keys, in order; none reaches
 * into another. In linear time. A pattern knows no meaning: a number may look like a phone's, and a name is not found at all.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  const found: PersonalData[] = [];
  for (const kind of personalDataKinds) {
    const taken = [...found].sort(byStart);
    let next = 0;
    for (const one of findKind(kind, text)) {
      while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= one.start) next += 1;
      if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) >= one.end) found.push(one);
    }
  }
  return found.sort(byStart);
}

function byStart(one: PersonalData, other: PersonalData): number {
  return one.start - other.start;
}

function* findKind(kind: PersonalDataKind, text: string): Generator<PersonalData> {
  if (kind === 'email' ? !text.includes('@') : kind !== 'key' && !/\d/.test(text)) return;
  const pattern = new RegExp(patterns[kind]);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const length = measureValid(kind, match[0]);
    if (length > 0) {
      const before = match.groups?.before?.length ?? 0;
      yield { kind, start: match.index - before, end: match.index + length };
    }
    // What begins inside a number that is none may be one.
    pattern.lastIndex = match.index + Math.max(1, length);
  }
}

/** How much of what a pattern matched is of its kind; 0 for nothing. */
function measureValid(kind: PersonalDataKind, matched: string): number {
  if (kind === 'iban') return measureIban(matched);
  const digits = matched.replace(/\D/g, '');
  if (kind === 'card') return /^(?:2[2-7]|[3-6])/.test(digits) && passesLuhn(digits) ? matched.length : 0;
  if (kind === 'phone') return digits.length >= 8 && digits.length <= 15 ? matched.length : 0;
  return matched.length;
}

/** ISO/IEC 7812-1, annex B: every second digit from the right counts twice, and the sum ends in 0. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: with its first four characters behind the others and letters as 10 to 35, the number is 1 modulo 97. Words that follow it are no part of it. */
function measureIban(matched: string): number {
  for (let iban = matched; ; iban = iban.slice(0, iban.lastIndexOf(' '))) {
    const plain = iban.replaceAll(' ', '');
    if (plain.length < 15) return 0;
    const moved = plain.slice(4) + plain.slice(0, 4);
    let rest = 0;
    for (const letter of moved) {
      const value = Number.parseInt(letter, 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    if (rest === 1 && plain.length <= 34) return iban.length;
    if (!iban.includes(' ')) return 0;
  }
}

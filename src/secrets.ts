/** Shorter ones are words, whose encodings would hide what is no secret. */
const minEncodedLength = 8;
/** Letters and digits of a secret from which on a part of it is looked for. */
const minPartedLength = 16;
/** A run of so many letters and digits of a secret is a part of it where a digit is among them; without one, words may agree by chance for longer. */
const partLength = 12;
const wordyPartLength = 20;
/** Every part has so many letters that begin at a multiple of their number. */
const stride = partLength / 2;

/** Makes a function that takes secrets out of a text: whole, in every form; and every part of a long one, whatever stands between its letters, in any case, encoded, escaped or reversed. */
export function createScrubber(secrets: readonly string[]): (text: string) => string {
  // Longest first: a secret inside another one must not leave the rest behind.
  const forms = secrets.flatMap(listSecretForms).sort((a, b) => b.length - a.length);
  let starts: Starts | null = null;
  return (text) => {
    const whole = forms.reduce((scrubbed, form) => scrubbed.replaceAll(form, '***'), text);
    starts ??= indexStarts(secrets.flatMap(listVariants));
    return starts.size === 0 ? whole : hideParts(whole, starts);
  };
}

/** The shortest key that is looked for in answers: what local servers take for one, such as `ollama`, is a word. */
const minHiddenLength = 16;

/** Makes a function that takes the credentials out of what an answer was read as, member names too: a model, or a server in between, may repeat what it was sent. */
export function createKeyHider(credentials: readonly string[]): <T>(answer: T) => T {
  const scrub = createScrubber(credentials.filter(({ length }) => length >= minHiddenLength));
  const hide = (value: unknown): unknown => {
    if (typeof value === 'string') return scrub(value);
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [scrub(name), hide(member)]));
  };
  return <T>(answer: T) => hide(answer) as T;
}

/** Shorter values of an environment are words, whatever they are called. */
const minCredentialLength = 12;

/** The values of an environment that are called as keys are: whatever an application was given may stand in what it answered or recorded. */
export function listCredentials(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(env).flatMap(([name, value = '']) =>
    /(?:KEY|TOKEN|SECRET|PASSWORD)$/i.test(name) && value.length >= minCredentialLength ? [value] : [],
  );
}

/** A secret as it may come back to us: as it is, in URLs, in base64 (also inside a longer text that was encoded whole) and in hex; longest first, since one may hold another. */
export function listSecretForms(secret: string): readonly string[] {
  if (secret.length < minEncodedLength) return [secret];
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const base64 = listBase64(bytes);
  const url = encodeURIComponent(secret);
  const lower = url.replaceAll(/%../g, (byte) => byte.toLowerCase());
  const forms = new Set([secret, url, lower, ...base64, hex, hex.toUpperCase()]);
  return [...forms].sort((a, b) => b.length - a.length);
}

/** The base64 of bytes that start 0, 1 or 2 into a group of three: those digits that no neighbour has a share in, in both alphabets. */
function listBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const own = digits.slice(Math.ceil((8 * offset) / 6), Math.floor((8 * (offset + bytes.length)) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** One way to write a secret, as letters and digits alone, and how many of them stand for one of its own. */
interface Variant {
  readonly text: string;
  readonly width: number;
}

/** Every place of every variant, by the first letters there. */
type Starts = ReadonlyMap<string, readonly { readonly variant: Variant; readonly at: number }[]>;

function listVariants(secret: string): readonly Variant[] {
  const { length } = fold(secret);
  if (length < minPartedLength) return [];
  const characters = [...secret];
  const code = (character: string) => character.codePointAt(0) ?? 0;
  const hex = (character: string) => code(character).toString(16).padStart(2, '0');
  const escapes: readonly ((character: string) => string)[] = [
    (character) => `u${hex(character).padStart(4, '0')}`,
    (character) => `x${hex(character)}`,
    (character) => `0x${hex(character)}`,
    (character) => String(code(character)),
    hex,
  ];
  const isPlain = (character: string) => letter.test(character);
  const written = [
    secret,
    characters.toReversed().join(''),
    ...listBase64(Buffer.from(secret)),
    Buffer.from(secret).toString('hex'),
    // Escaped letter by letter, or only where an escape is needed.
    ...escapes.flatMap((write) => [
      characters.map(write).join(''),
      characters.map((character) => (isPlain(character) ? character : write(character))).join(''),
    ]),
  ].map(fold);
  return [...new Set(written)].map((text) => ({ text, width: Math.max(1, text.length / length) }));
}

function indexStarts(variants: readonly Variant[]): Starts {
  const starts = new Map<string, { variant: Variant; at: number }[]>();
  for (const variant of variants) {
    for (let at = 0; at + stride <= variant.text.length; at += 1) {
      const begin = variant.text.slice(at, at + stride);
      const places = starts.get(begin);
      if (places === undefined) starts.set(begin, [{ variant, at }]);
      else places.push({ variant, at });
    }
  }
  return starts;
}

function hideParts(text: string, starts: Starts): string {
  const letters = fold(text);
  const parts: Part[] = [];
  let end = 0;
  for (let at = 0; at + stride <= letters.length; at += stride) {
    const part = at < end ? null : findPart(letters, at, end, starts);
    if (part === null) continue;
    parts.push(part);
    end = part.to;
  }
  if (parts.length === 0) return text;
  const places: number[] = [];
  for (let index = 0; index < text.length; index += 1) if (letter.test(text.charAt(index))) places.push(index);
  let shown = '';
  let shownTo = 0;
  for (const { from, to } of parts) {
    shown += `${text.slice(shownTo, places[from])}***`;
    shownTo = (places[to - 1] as number) + 1;
  }
  return shown + text.slice(shownTo);
}

/** A run of letters. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** The longest part of a secret that a place lies in, and that begins behind an earlier one; null where it lies in none. */
function findPart(letters: string, place: number, after: number, starts: Starts): Part | null {
  let longest: Part | null = null;
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

const letter = /[a-z0-9]/i;

/** Letters and digits alone, in lower case: what an alphabet, an escape or a blank puts between them is gone. */
function fold(text: string): string {
  return text.replace(/[^a-z0-9]+/gi, '').toLowerCase();
}

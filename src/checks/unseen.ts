import { foldText, type Normalization, normalizeText } from './normalize.ts';

const remedies: readonly (readonly Normalization[])[] = [
  ['unicode'],
  ['whitespace'],
  ['case'],
  ['unicode', 'whitespace'],
  ['unicode', 'case'],
  ['whitespace', 'case'],
  ['unicode', 'whitespace', 'case'],
];

const names: Readonly<Record<string, string>> = {
  '\t': 'tab',
  '\n': 'line break',
  '\r': 'carriage return',
  '\u00A0': 'no-break space',
  '\u00AD': 'soft hyphen',
  '\u2002': 'en space',
  '\u2003': 'em space',
  '\u2007': 'figure space',
  '\u2009': 'thin space',
  '\u200A': 'hair space',
  '\u200B': 'zero-width space',
  '\u202F': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\u3000': 'ideographic space',
  '\uFEFF': 'byte order mark',
};

/** Where a text that is expected should stand in another. */
export type Place = 'whole' | 'start' | 'end' | 'anywhere';

/** How an expected text, which is not there, would be but for a difference that is hard to see, and which `normalize` overlooks it; null for every other difference. Both texts are as the steps in use left them. */
export function explainUnseen(
  text: string,
  expected: string,
  place: Place,
  used: ReadonlySet<Normalization>,
): string | null {
  for (const remedy of remedies) {
    if (remedy.some((step) => used.has(step))) continue;
    const steps = new Set(remedy);
    const at = locate(text, expected, place, steps);
    if (at === null) continue;
    const onlyCase = remedy.length === 1 && remedy[0] === 'case';
    const what = onlyCase ? 'case' : nameDifference(text, expected, at, steps.has('case'));
    return `differs only in ${what}; ${advise([...used, ...remedy])}`;
  }
  return null;
}

/** The same of a text that a test refuses. */
export function explainRefusal(
  text: string,
  used: ReadonlySet<Normalization>,
  test: (text: string) => boolean,
): string | null {
  const remedy = remedies.find((steps) => {
    const isNew = !steps.includes('case') && steps.every((step) => !used.has(step));
    const normalized = isNew ? normalizeText(text, new Set(steps)) : text;
    // A pattern takes long on a long text: the same text is not tried again.
    return normalized !== text && test(normalized);
  });
  if (remedy === undefined) return null;
  const normalized = foldText(text, new Set(remedy));
  const what = nameDifference(text, normalized, { start: 0, end: text.length }, false);
  return `it would but for ${what}; ${advise([...used, ...remedy])}`;
}

/** A reason with what is hard to see in it, where there is such a thing. */
export function withUnseen(reason: string, unseen: string | null): string {
  return unseen === null ? reason : `${reason}: ${unseen}`;
}

function advise(steps: readonly Normalization[]): string {
  return `normalize: [${steps.join(', ')}] ignores it`;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where in a text the expected one stands once both are normalized; null where it does not. */
function locate(text: string, expected: string, place: Place, steps: ReadonlySet<Normalization>): Span | null {
  const wanted = normalizeText(expected, steps);
  if (place === 'whole') return normalizeText(text, steps) === wanted ? { start: 0, end: text.length } : null;
  const folded = foldText(text, steps);
  const trims = steps.has('whitespace');
  const lead = trims ? folded.length - folded.trimStart().length : 0;
  const trail = trims ? folded.trimEnd().length : folded.length;
  const at = {
    start: folded.startsWith(wanted, lead) ? lead : -1,
    end: folded.slice(0, trail).endsWith(wanted) ? trail - wanted.length : -1,
    anywhere: folded.indexOf(wanted),
  }[place];
  if (at < 0) return null;
  const start = place === 'start' ? 0 : findLength(text, at, steps);
  return { start, end: place === 'end' ? text.length : findLength(text, at + wanted.length, steps) };
}

/** The longest beginning of a text that is at most so long once it is folded. */
function findLength(text: string, length: number, steps: ReadonlySet<Normalization>): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (foldText(text.slice(0, middle), steps).length <= length) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Names the first code points in which a part of a text and the expected one differ. */
function nameDifference(text: string, expected: string, { start, end }: Span, ignoresCase: boolean): string {
  const fold = (part: string) => [...(ignoresCase ? part.toLowerCase() : part)];
  const [actual, wanted] = [fold(text.slice(start, end)), fold(expected)];
  let index = actual.findIndex((point, position) => point !== wanted[position]);
  if (index < 0) index = actual.length;
  const [ours, theirs] = [actual[index], wanted[index]];
  const place = `at character ${[...text.slice(0, start)].length + index + 1}`;
  if (isBlank(ours) && isBlank(theirs)) return `${namePoint(ours)} for ${namePoint(theirs)} ${place}`;
  if (isBlank(ours)) return `an extra ${namePoint(ours, 'blank')} ${place}`;
  if (isBlank(theirs)) return `a missing ${namePoint(theirs, 'blank')} ${place}`;
  // A mark belongs to the letter before it, which may be composed on the other side.
  const from = [ours, theirs].some((point) => /^\p{M}$/u.test(point ?? '')) ? Math.max(0, index - 1) : index;
  return `${nameCluster(actual, from)} for ${nameCluster(wanted, from)} at character ${[...text.slice(0, start)].length + from + 1}`;
}

function isBlank(point: string | undefined): point is string {
  return point !== undefined && /^[\s\u0085\u00AD\u200B\u2060\uFEFF]$/.test(point);
}

function namePoint(point: string, plain = 'a blank'): string {
  if (point === ' ') return plain;
  const name = names[point];
  return name === undefined ? renderPoint(point) : `${renderPoint(point)} (${name})`;
}

/** A letter with the marks that follow it. */
function nameCluster(points: readonly string[], from: number): string {
  const marks = points.slice(from + 1).findIndex((point) => !/^\p{M}$/u.test(point));
  const own = points.slice(from, marks < 0 ? undefined : from + 1 + marks);
  return own.length === 0 ? 'nothing' : own.map(renderPoint).join(' ');
}

function renderPoint(point: string): string {
  return `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

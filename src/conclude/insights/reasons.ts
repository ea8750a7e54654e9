import { parseJson } from '../../json.ts';
import { cutText } from '../../report/escape.ts';
import type { CauseReport } from '../../report/metric-report.ts';

/** What one reason of a check says; reasons with an equal key say the same of different answers. */
export interface ReadReason {
  readonly key: string;
  readonly what: Said;
}

/** What an answer is in place of another, or a text in pieces: every second one is a number. */
export type Said =
  | { readonly kind: 'answer'; readonly from: string; readonly to: string }
  | { readonly kind: 'pieces'; readonly pieces: readonly string[] };

const maxLength = 200;
/** Longer than any reason but those that list hundreds of names. */
const maxRead = 2000;

const quoted = '"(?:[^"\\\\]|\\\\.)*"';
const value = `(?:the JSON )?${quoted}|(?:the number )?-?\\d[\\d.eE+-]*(?: ± [\\d.eE+-]+)?|true|false|null`;
const called = `(?:[\\w.:/-]+|${quoted})`;
const calls = `no tool|${called}(?:, ${called})*`;

/** Says of which call, or of which check of a group, the rest is: how that broke is the same for all. */
const opening =
  /^(?:call \d+ of \d+: |\d+ of \d+ hold; check \d+ \([\w-]+\): |the answer was cut off at its token limit; )+/;
/** What a check finds to be in the way says more than the answer that it is in the way of. */
const advice =
  /(?:(?:differs only in|it would but for) [^"]+; normalize: \[[^"]+\] ignores it|from: fenced takes [^"]+)$/;
const pairs = [
  new RegExp(`^is (${value}), expected (${value})(?:, the nearest of \\d+ that would do)?$`),
  new RegExp(`^called (${calls}), expected (${calls})$`),
];
const number = /(\d+(?:\.\d+)?)/;

/** Takes a reason of a check apart. Texts in it may be anybody's. */
export function readReason(reason: string): ReadReason {
  const text = reason.slice(0, maxRead).replace(opening, '');
  const [told] = advice.exec(text) ?? [];
  return told === undefined ? (readPair(text) ?? readPieces(text)) : readPieces(told);
}

/** What several reasons of one key say together, and how many of them: nothing of none. */
export function joinReasons(said: readonly Said[]): readonly Pick<CauseReport, 'what' | 'cases'>[] {
  const pieces = said.flatMap((one) => (one.kind === 'pieces' ? [one.pieces] : []));
  const answers = said.flatMap((one) => (one.kind === 'answer' ? [one] : []));
  return [...joinPieces(pieces), ...joinAnswers(answers)];
}

/** Numbers that stand alone as a span, what else differs as `…`. */
function joinPieces(texts: readonly (readonly string[])[]): ReturnType<typeof joinReasons> {
  const [first] = texts;
  if (first === undefined) return [];
  const joined = first.map((piece, place) =>
    place % 2 === 0 ? piece : joinNumbers(first, place, new Set(texts.map((pieces) => pieces[place] ?? ''))),
  );
  return [{ cases: texts.length, what: { kind: 'reason', reason: cutText(joined.join(''), maxLength) } }];
}

/** Answers that are the same: by what was expected of them, unless no such thing is behind half of them. */
function joinAnswers(answers: readonly Extract<Said, { readonly kind: 'answer' }>[]): ReturnType<typeof joinReasons> {
  const counts = new Map<string, number>();
  for (const { from } of answers) counts.set(from, (counts.get(from) ?? 0) + 1);
  const [first] = answers;
  if (first === undefined) return [];
  const { kind, to } = first;
  if (2 * Math.max(...counts.values()) < answers.length)
    return [{ cases: answers.length, what: { kind, to, from: null } }];
  return [...counts].map(([from, cases]) => ({ cases, what: { kind, to, from } }));
}

function readPair(text: string): ReadReason | null {
  const [, to, from] = pairs.map((pair) => pair.exec(text)).find((match) => match !== null) ?? [];
  if (to === undefined || from === undefined) return null;
  const [wanted, got] = [showValue(from), showValue(to)];
  // The number 4 and the text "4" look alike.
  if (wanted === got) return null;
  return { key: got, what: { kind: 'answer', from: wanted, to: got } };
}

function showValue(written: string): string {
  const plain = written.replace(/^the (?:JSON|number) /, '');
  const text = plain.startsWith('"') ? parseJson(plain) : plain;
  return cutText(typeof text === 'string' ? text : plain, maxLength);
}

function readPieces(text: string): ReadReason {
  const pieces = cutText(text, maxLength).split(number);
  const key = pieces.map((piece, place) => (place % 2 === 0 ? piece : '#')).join('\n');
  return { key, what: { kind: 'pieces', pieces } };
}

function joinNumbers(pieces: readonly string[], place: number, numbers: ReadonlySet<string>): string {
  const [only] = numbers;
  if (only !== undefined && numbers.size === 1) return only;
  const before = pieces.slice(0, place).join('');
  const isAlone = /(?:^|[\s(])$/.test(before) && /^(?:$|[\s),;:])/.test(pieces[place + 1] ?? '');
  const isQuoted = (before.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
  if (!isAlone || isQuoted) return '…';
  const sorted = [...numbers].sort((a, b) => Number(a) - Number(b));
  return `${sorted[0]}–${sorted.at(-1)}`;
}

import { RE2JS } from 're2js';

/** The most instructions of a compiled pattern; what people write has some dozens. */
const maxSize = 20_000;
/** The most instructions times characters of one search, a second's work at worst. */
const maxWork = 20_000_000;

/** A compiled pattern. */
export interface Pattern {
  /** Whether it matches somewhere in a text; null for a text that is too long to search it for this pattern. */
  test(text: string): boolean | null;
}

/** Compiles a JavaScript-style pattern for matching in linear time (RE2: no look-around, no back-references); `flags` are RE2JS's. Throws an Error that names the fault. */
export function compilePattern(pattern: string, flags = 0): Pattern {
  if (reckonSize(pattern) > maxSize) throw new Error(`its repeats come to more than ${maxSize} steps`);
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern), flags);
  const size = compiled.programSize();
  return { test: (text) => (size * text.length > maxWork ? null : compiled.test(text)) };
}

/** Escapes, classes, counted repeats, groups, characters. */
const pieces = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d+)(?:,(\d*))?\}|[()]|./gsu;

/** About how many instructions a pattern compiles to, every repeat written out; reckoned before it is, which takes memory and time. */
function reckonSize(pattern: string): number {
  const outer: number[] = [];
  let size = 0;
  /** What a repeat would repeat. */
  let last = 0;
  for (const { 0: piece, 1: least, 2: most } of pattern.matchAll(pieces)) {
    if (least !== undefined) {
      const repeated = last * Math.max(1, Number(least), Number(most ?? 0));
      size += repeated - last;
      last = repeated;
    } else if (piece === '(') {
      outer.push(size);
      size = 0;
    } else if (piece === ')') {
      last = size + 1;
      size = last + (outer.pop() ?? 0);
    } else {
      last = 1;
      size += last;
    }
  }
  return outer.reduce((sum, open) => sum + open, size);
}

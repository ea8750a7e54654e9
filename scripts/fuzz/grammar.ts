import type { Draw } from './draw.ts';

/** Pieces that mean something to nearly every reader and renderer. */
export const signs: readonly string[] = [
  ...[
    '\n',
    '\r\n',
    ' ',
    '\t',
    '  ',
    '"',
    "'",
    '`',
    '```',
    '\\',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
    ':',
    ': ',
    '- ',
    '# ',
    '|',
    '>',
    '<',
    '&',
    '*',
    '_',
    '~',
    '$',
    '@',
  ],
  ...[
    '{{',
    '}}',
    '{{a}}',
    '{{ b.c }}',
    '\\{{',
    '{a}',
    '{%',
    '%}',
    '{#',
    '#}',
    '{{> a.md}}',
    '---\n',
    '...',
    '<<: ',
    '&x ',
    '*x',
    '!t ',
    '? ',
    '%Y 1\n',
  ],
  ...[
    '<!--',
    '-->',
    '<img src=x>',
    '</details>',
    '</code>',
    ']]>',
    '::error::',
    '##[group]',
    '@octocat',
    '#1',
    'GH-7',
    'https://x.example',
    'www.x.example',
    ':tada:',
    '$x$',
    '[a](b)',
    '![i](j)',
    '[^1]',
    'a@b.example',
  ],
  ...[
    '0',
    '1',
    '-1',
    '1e999',
    '99999999999999999999',
    '0.1',
    '.nan',
    '.inf',
    'null',
    'true',
    '__proto__',
    'constructor',
    'id',
    'a',
    'b',
    'é',
    'e\u0301',
    '𝒳',
    '😀',
    '\u200B',
    '\u202E',
    '\u2028',
    '\u0000',
    '\u001B[31m',
    '\u0085',
    '\uFEFF',
    '\uD800',
    '\uFFFE',
  ],
  ...[
    '<think>',
    '</think>',
    'system:',
    '# user:\n',
    '<!-- prompt-assay:record {} -->',
    '> [!TIP]',
    '1. ',
    '===',
    '+',
    'x',
  ],
];

/** Short text with signs in it. */
export function drawText(draw: Draw, pieces: readonly string[] = signs): string {
  return draw.some(6, () => draw.pick(draw.isOnce(3) ? signs : pieces)).join('');
}

/** A word as people write one, now and then a hostile one. */
export function drawWord(draw: Draw, words: readonly string[]): string {
  return draw.isWild && draw.isOnce(12) ? drawText(draw) : draw.pick(words);
}

/** A value of JSON; keys are mostly the given ones. */
export function drawValue(draw: Draw, words: readonly string[], depth = 3): unknown {
  const kind = draw.below(depth === 0 ? 5 : 8);
  if (kind === 0) return drawText(draw);
  if (kind === 1) return drawWord(draw, words);
  if (kind === 2) return draw.pick([0, 1, -1, 0.5, 3, 1e21, 9007199254740993n]);
  if (kind === 3) return draw.pick([true, false, null]);
  if (kind === 4) return draw.pick(words);
  if (kind === 5) return draw.some(4, () => drawValue(draw, words, depth - 1));
  return drawMapping(draw, words, (key) => (key === '' ? '' : drawValue(draw, words, depth - 1)));
}

/** A mapping of some of the words. */
export function drawMapping(
  draw: Draw,
  words: readonly string[],
  make: (key: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(draw.some(5, () => drawWord(draw, words)).map((key) => [key, make(key)]));
}

/** A few edits of a text: pieces put in, parts taken out, doubled or repeated many times, the end cut off. */
export function mutate(draw: Draw, text: string, pieces: readonly string[] = signs): string {
  let result = text;
  for (let edits = draw.isWild ? draw.below(4) : 0; edits > 0; edits--) {
    const from = draw.below(result.length + 1);
    const to = Math.min(result.length, from + draw.below(draw.isOnce(4) ? 40 : 6));
    const part = result.slice(from, to);
    const edit = draw.below(5);
    if (edit === 0) result = result.slice(0, from) + result.slice(to);
    else if (edit === 1) result = result.slice(0, from) + part + result.slice(from);
    else if (edit === 2 && draw.isOnce(8)) result = result.slice(0, from);
    else if (edit === 3 && draw.isOnce(60))
      result =
        result.slice(0, from) + (part || draw.pick(pieces)).repeat(draw.pick([50, 500, 5000])) + result.slice(to);
    else result = result.slice(0, from) + draw.pick(pieces) + result.slice(from);
  }
  return result;
}

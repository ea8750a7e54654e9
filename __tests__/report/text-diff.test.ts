import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { showDiff } from '../../src/report/diff/clip-diff.ts';
import { renderDiffLines, wrapLine } from '../../src/report/diff/diff-block.ts';
import { diffTexts } from '../../src/report/diff/text-diff.ts';

const room = { lines: 30, characters: 440 };
const show = (before: string, after: string, clues: readonly string[] = []) =>
  renderDiffLines(showDiff(before, after, [clues], room));
const sentence = 'The parcel left our warehouse on Monday morning, and we are sorry for the trouble. ';
const numbered = (count: number, word: string) => Array.from({ length: count }, (_, index) => `${word} ${index}`);

/** Texts that share much, as two answers of one model do. */
const texts = fc
  .array(fc.constantFrom('a', 'b', 'c\n', '\n', ' ', 'word ', sentence, 'ü', '😀', '\t', '\r\n'), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('diffTexts', () => {
  it('is true to both texts', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const rows = diffTexts(before, after);
        const side = (kind: 'removed' | 'added') =>
          rows
            .filter((row) => row.kind === 'same' || row.kind === kind)
            .map(({ text }) => text)
            .join('\n');
        if (before === after) expect(rows).toEqual([]);
        else expect([side('removed'), side('added')]).toEqual([before, after]);
      }),
    );
  });
});

describe('showDiff', () => {
  it.each([
    ['equal texts', 'a', 'a', ''],
    ['lines with their neighbours', 'a\nb\nc\nd\ne', 'a\nb\nc\nD\ne', '  a\n  b\n  c\n- d\n+ D\n  e'],
    [
      'how much is left out',
      `${numbered(9, 'n').join('\n')}\nx`,
      `${numbered(9, 'n').join('\n')}\ny`,
      '@@ 7 equal lines @@\n  n 7\n  n 8\n- x\n+ y',
    ],
    ['blanks that nobody sees', 'yes  sir', 'yes sir ', '- yes␠␠sir\n+ yes␠sir␠'],
    ['a last line end', 'yes', 'yes\n', '  yes\n+ ⏎'],
    ['a line end of Windows', 'a\r\nb', 'a\nb', '- a␍\n+ a\n  b'],
  ])('shows %s', (_name, before, after, expected) => {
    expect(show(before, after)).toBe(expected);
  });

  it('invents nothing: every shown line is of the text that its sign says', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        for (const { kind, text } of showDiff(before, after, [['word']], room)) {
          if (kind === 'gap' || /[␠⇥␍⏎⍽]/.test(text)) continue;
          const sources = kind === 'removed' ? [before] : kind === 'added' ? [after] : [before, after];
          for (const piece of text.split(/ ?\[…\s[\d,]+\scharacters?\s…\] ?/)) {
            for (const source of sources) expect(source).toContain(piece);
          }
        }
      }),
    );
  });

  it('shows a difference wherever texts differ, in bounded length', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(60), (left, right, repeat) => {
        fc.pre(left !== right);
        const lines = showDiff(sentence.repeat(repeat) + left, sentence.repeat(repeat) + right, [], room);
        expect(lines.some(({ kind }) => kind === 'removed' || kind === 'added')).toBe(true);
        expect(renderDiffLines(lines).length).toBeLessThan(6000);
      }),
    );
  });

  it('shows the line that broke the case although another one changed before it', () => {
    const letter = numbered(60, sentence.trim());
    const before = [...letter, '', 'Kind regards', 'The team', ...numbered(60, 'Small print')].join('\n');
    const after = [
      ...letter.map((line, index) => (index < 40 ? `Well: ${line}` : line)),
      '',
      'The team',
      ...numbered(60, 'Small print'),
    ].join('\n');
    expect(show(before, after)).not.toContain('Kind regards');
    const text = show(before, after, ['Kind regards']);
    expect(text).toContain('\n- Kind regards\n');
    expect(text).toMatch(/lines(, \d+ of them)? removed or added @@/);
    expect(text.match(/^\+ .*Monday morning.$/gm)).toBeNull();
  });

  it('shows how the texts end where that differs, however much does before it', () => {
    const before = [...numbered(100, 'before'), ...numbered(20, 'same'), 'The end.'].join('\n');
    const after = [...numbered(100, 'after'), ...numbered(20, 'same'), 'To be continued.'].join('\n');
    expect(show(before, after, ['before 7'])).toMatch(/- before 7\n[\s\S]*- The end\.\n\+ To be continued\.$/);
  });

  it('shows the words that changed in a long line', () => {
    const text = show(`${sentence.repeat(40)}We will pay. Bye.`, `${sentence.repeat(40)}We may pay. Bye.`);
    expect(text).toMatch(/^- \[…\s[\d,]+\scharacters\s…\] .*We will pay\. Bye\.\n\+ \[…\s.*We may pay\. Bye\.$/);
  });

  it.each([
    [
      'one line of 100 kB that differs at its end',
      `${'x'.repeat(100_000)} a`,
      `${'x'.repeat(100_000)} b`,
      /x a\n\+ [\s\S]*x b$/,
    ],
    [
      'lines that all differ',
      numbered(15_000, 'old').join('\n'),
      numbered(15_000, 'new').join('\n'),
      /- old 0\n[\s\S]*\+ new 14999$/,
    ],
    [
      'words that all differ',
      numbered(15_000, 'old').join(' '),
      numbered(15_000, 'new').join(' '),
      /^- old 0 [\s\S]*\n\+ new 0 /,
    ],
    ['characters without a blank', 'ab'.repeat(100_000), 'ba'.repeat(100_000), /^- abab[\s\S]*\n\+ baba/],
  ])('takes no long time for %s', (_name, before, after, expected) => {
    const start = performance.now();
    const text = show(before, after);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(text).toMatch(expected);
    expect(text.length).toBeLessThan(6000);
  });
});

describe('wrapLine', () => {
  it('loses nothing and stays narrow', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (line) => {
        const pieces = wrapLine(line);
        expect(pieces.join('')).toBe(line);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(110);
        expect(pieces.join('\n')).not.toMatch(/[\uD800-\uDBFF]\n/);
      }),
    );
  });
});

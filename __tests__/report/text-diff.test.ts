import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diffTexts, renderDiffLines, wrapLine } from '../../src/report/text-diff.ts';

const filler = 'Thank you for writing to us. '.repeat(40);

describe('diffTexts', () => {
  it.each([
    ['equal texts', 'a', 'a', ''],
    [
      'short lines as a whole',
      '{"label": "refund"}',
      '{"label": "billing"}',
      '- {"label": "refund"}\n+ {"label": "billing"}',
    ],
    ['lines with their neighbours', 'a\nb\nc\nd\ne', 'a\nb\nc\nD\ne', '  b\n  c\n- d\n+ D\n  e'],
    ['a blank at the end by a sign', 'yes', 'yes \n', '- yes\n+ yes␠⏎'],
  ])('%s', (_name, before, after, expected) => {
    expect(renderDiffLines(diffTexts(before, after))).toBe(expected);
  });

  it('shows the words that changed in a long line', () => {
    const text = renderDiffLines(diffTexts(`${filler}We will pay. Bye.`, `${filler}We may pay. Bye.`));
    expect(text).toContain('\n- will\n+ may\n  pay. Bye.');
    expect(text.length).toBeLessThan(300);
  });

  it('marks a difference wherever texts differ, in bounded length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), fc.nat(3), (left, right, repeat) => {
        fc.pre(left !== right);
        const [before, after] = [filler.repeat(repeat) + left, filler.repeat(repeat) + right];
        const lines = diffTexts(before, after);
        expect(renderDiffLines(lines).length).toBeLessThan(6000);
        if (before.trim() !== after.trim()) {
          expect(lines.some(({ kind }) => kind === 'removed' || kind === 'added')).toBe(true);
        }
      }),
    );
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

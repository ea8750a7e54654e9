import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitSections, type Section } from '../../src/report/comment/fit.ts';

const section = (name: string, ...steps: readonly (readonly [keep: number, text: string])[]): Section => ({
  name,
  steps: steps.map(([keep, text]) => ({ keep, render: () => text })),
});
const length = (text: string) => text.length;

describe('fitSections', () => {
  const sections = [section('a', [90, 'aaaa']), section('b', [10, 'bbbbbbbb'], [50, 'bb']), section('c', [30, 'cccc'])];

  it.each([
    ['everything', 100, ['aaaa', 'bbbbbbbb', 'cccc'], []],
    ['the least important in short', 12, ['aaaa', 'bb', 'cccc'], ['b']],
    ['then without the next', 8, ['aaaa', 'bb'], ['b', 'c']],
    ['then without it', 5, ['aaaa'], ['b', 'c']],
  ])('%s', (_name, limit, texts, cut) => {
    expect(fitSections(sections, limit, length, 0)).toEqual({ texts, cut });
  });

  it('keeps the order and the limit unless only fixed sections are left', () => {
    const arbitrary = fc.array(
      fc.record({ keep: fc.integer({ min: 0, max: 99 }), size: fc.nat(30), fixed: fc.boolean() }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(arbitrary, fc.nat(120), (specs, limit) => {
        const made = specs.map(({ keep, size, fixed }, index) => ({
          ...section(String(index), [keep, `${index}${'x'.repeat(size)}`]),
          fixed,
        }));
        const { texts } = fitSections(made, limit, length, 2);
        const total = texts.reduce((sum, text) => sum + text.length + 2, 0);
        const isFixed = (text: string) => specs[Number(text[0])]?.fixed === true;
        expect(total <= limit || texts.every(isFixed)).toBe(true);
        expect(texts.map((text) => text[0])).toEqual(texts.map((text) => text[0]).sort());
      }),
    );
  });
});

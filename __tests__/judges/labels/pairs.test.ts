import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentHash } from '../../../src/json.ts';
import { identifyOutput, type LabelSource } from '../../../src/judges/labels/items.ts';
import { chooseLabelPairs } from '../../../src/judges/labels/pairs.ts';

const source = (number: number, arm: LabelSource['arm'], parts: Partial<LabelSource> = {}): LabelSource => ({
  suite: 's',
  prompt: 'p',
  case: `c-${number}`,
  arm,
  sample: 0,
  input: `question ${number}`,
  output: { content: `${arm} answer ${number}` },
  judge: number % 2,
  ...parts,
});
const sources = Array.from({ length: 30 }, (_, number) => [source(number, 'base'), source(number, 'candidate')]).flat();
const none = new Set<string>();
const casesOf = (items: readonly { readonly case: string }[]) => [...new Set(items.map((item) => item.case))];

describe('chooseLabelPairs', () => {
  it('takes whole cases, both outputs of each', () => {
    const items = chooseLabelPairs(sources, none, 10);
    expect(items).toHaveLength(10);
    for (const name of casesOf(items)) {
      const texts = items.filter((item) => item.case === name).map(({ text }) => text.split(' ')[0]);
      expect(texts.sort()).toEqual(['base', 'candidate']);
    }
  });

  it('ends a case that it began', () => {
    expect(chooseLabelPairs(sources, none, 9)).toHaveLength(10);
  });

  it('draws cases whatever the judge said of them, the same in any order of the file', () => {
    const drawn = casesOf(chooseLabelPairs(sources, none, 20));
    const shuffled = fc.shuffledSubarray(sources, { minLength: sources.length });
    fc.assert(
      fc.property(
        shuffled,
        fc.array(fc.double({ min: 0, max: 1 }), { minLength: 60, maxLength: 60 }),
        (order, scores) => {
          const judged = order.map((one, index) => ({ ...one, judge: scores[index] as number }));
          expect(casesOf(chooseLabelPairs(judged, none, 20))).toEqual(drawn);
        },
      ),
    );
  });

  it('does not tell by the order which side an output is of', () => {
    const sides = chooseLabelPairs(sources, none, 60).map(({ text }) => text.startsWith('base'));
    const first = sides.filter((isBase, index) => index % 2 === 0 && isBase).length;
    expect(first).toBeGreaterThan(5);
    expect(first).toBeLessThan(25);
  });

  it('goes on where labelling stopped, also within a case', () => {
    const all = chooseLabelPairs(sources, none, 60).map(({ id }) => id);
    const rest = chooseLabelPairs(sources, new Set(all.slice(0, 7)), 60).map(({ id }) => id);
    expect(rest).toEqual(all.slice(7));
  });

  it('asks once for equal outputs, and not for a case that one side lacks, or for later samples', () => {
    const equal = { output: { content: 'the same' } };
    const given = [
      source(1, 'base', equal),
      source(1, 'candidate', equal),
      source(2, 'base'),
      source(3, 'base'),
      source(3, 'candidate', { output: { status: 'unavailable' } }),
      source(1, 'candidate', { sample: 1 }),
    ];
    expect(chooseLabelPairs(given, none, 9).map(({ id }) => id)).toEqual([
      identifyOutput({ suite: 's', prompt: 'p', case: 'c-1', ...equal }),
    ]);
    expect(contentHash(['s', 'p', 'c-1', 'the same']).slice(0, 12)).toBe(chooseLabelPairs(given, none, 9)[0]?.id);
  });
});

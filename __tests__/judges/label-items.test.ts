import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseLabelItems, type LabelSource } from '../../src/judges/label-items.ts';

const source = (number: number, parts: Partial<LabelSource> = {}): LabelSource => ({
  suite: 's',
  prompt: 'p',
  case: `c-${number}`,
  arm: 'candidate',
  sample: 0,
  input: `question ${number}`,
  output: { content: `answer ${number}` },
  judge: (number % 5) / 4,
  ...parts,
});
const sources = Array.from({ length: 40 }, (_, number) => source(number));
const none = new Set<string>();

describe('chooseLabelItems', () => {
  it('takes the judge scale in turn, the low end first', () => {
    expect(chooseLabelItems(sources, none, 10).map((item) => item.judge)).toEqual([
      0, 0.25, 0.5, 0.75, 1, 0, 0.25, 0.5, 0.75, 1,
    ]);
  });

  it('goes on where labelling stopped', () => {
    const first = chooseLabelItems(sources, none, 15).map((item) => item.id);
    const rest = chooseLabelItems(sources, new Set(first), 100).map((item) => item.id);
    expect(new Set([...first, ...rest]).size).toBe(40);
    expect(rest).toHaveLength(25);
  });

  it('chooses the same whatever the order of the file', () => {
    const expected = chooseLabelItems(sources, none, 12);
    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: 40, maxLength: 40 }), (shuffled) => {
        expect(chooseLabelItems(shuffled, none, 12)).toEqual(expected);
      }),
    );
  });

  it('asks once for equal outputs of both arms, and says nothing of the arm', () => {
    const items = chooseLabelItems([source(1), source(1, { arm: 'baseline' })], none, 9);
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain('baseline');
  });

  it('leaves out what was never answered', () => {
    const silent = source(1, { output: { status: 'unavailable', reason: '503' } });
    expect(chooseLabelItems([silent], none, 9)).toEqual([]);
  });
});

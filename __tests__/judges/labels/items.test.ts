import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseLabelItems, identifyOutput, type LabelSource, readText } from '../../../src/judges/labels/items.ts';

const source = (number: number, parts: Partial<LabelSource> = {}): LabelSource => ({
  suite: 's',
  prompt: 'p',
  case: `c-${number}`,
  arm: 'base',
  sample: 0,
  input: `question ${number}`,
  output: { content: `answer ${number}` },
  judge: (number % 5) / 4,
  ...parts,
});
const sources = Array.from({ length: 40 }, (_, number) => source(number));
const none = new Set<string>();

describe('chooseLabelItems', () => {
  const scoresOf = (from: readonly LabelSource[], count: number) =>
    chooseLabelItems(from, none, count).map((item) => item.judge ?? -1);

  it('takes as many from each fifth of the judge scale, wherever a person stops', () => {
    for (const count of [5, 10, 20]) {
      const scores = scoresOf(sources, count).sort((a, b) => a - b);
      expect(scores).toEqual([0, 0.25, 0.5, 0.75, 1].flatMap((score) => Array(count / 5).fill(score)));
    }
  });

  it('finds the few bad outputs among many good ones', () => {
    const few = Array.from({ length: 100 }, (_, number) => source(number, { judge: number < 3 ? 0 : 1 }));
    expect(scoresOf(few, 10).filter((score) => score === 0)).toHaveLength(3);
  });

  it('does not tell by the order what the judge said', () => {
    const turns = Array.from({ length: 8 }, (_, turn) =>
      scoresOf(sources, 40)
        .slice(turn * 5, turn * 5 + 5)
        .join(),
    );
    expect(new Set(turns).size).toBeGreaterThan(4);
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

  it('asks once for equal outputs of both arms', () => {
    expect(chooseLabelItems([source(1), source(1)], none, 9)).toHaveLength(1);
  });

  it('names an item as identifyOutput does', () => {
    expect(chooseLabelItems([source(1)], none, 1)[0]?.id).toBe(identifyOutput(source(1)));
    expect(identifyOutput(source(1, { suite: 'other' }))).not.toBe(identifyOutput(source(1)));
  });

  it('leaves out what was never answered', () => {
    const silent = source(1, { output: { status: 'unavailable', reason: '503' } });
    expect(chooseLabelItems([silent], none, 9)).toEqual([]);
  });
});

describe('an output with tool calls', () => {
  it('is shown to people with its calls and steps', () => {
    const plain = { content: 'Done.', refusal: null, finishReason: 'stop' };
    expect(readText({ ...plain, toolCalls: [{ name: 'refund', arguments: { order: 7 } }] })).toBe(
      'Done.\ncalls refund(order: 7)',
    );
    const trajectory = [
      { role: 'assistant', content: '', toolCalls: [{ id: '1', name: 'refund', arguments: '{"order": 7}' }] },
      { role: 'tool', content: 'ok', toolCallId: '1' },
      { role: 'assistant', content: 'Done.' },
    ];
    expect(readText({ ...plain, toolCalls: [], trajectory })).toBe(
      '1. calls refund(order: 7)\n2. refund answered: ok\n3. assistant: Done.',
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { readLabelEvidence } from '../../src/judges/label-evidence.ts';

const identity = { hash: 'hash', model: 'm' };
const file = (header: object | null, ...lines: object[]) => ({
  path: 'l.jsonl',
  text: [...(header === null ? [] : [header]), ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''),
});
const bound = (kind: string) => ({ judgeHash: 'hash', judge: 'j', model: 'm', kind });
const binary = file(
  bound('binary'),
  { item: 'a', judge: 1, human: 1 },
  { item: 'b', judge: 0, human: 1 },
  { item: 'c', judge: 0, human: 0 },
  { item: 'd', judge: 1, human: 0 },
  { item: 'e', judge: 0, human: 0, human2: 1 },
  { item: 'f', judge: null, human: 0 },
);

describe('what a label file says of outputs', () => {
  it('is a score by item, and how the judge did on good and bad', () => {
    expect(readLabelEvidence(identity, binary, binary)).toEqual({
      scores: new Map([
        ['a', 1],
        ['b', 1],
        ['c', 0],
        ['d', 0],
        ['e', 0.5],
        ['f', 0],
      ]),
      proposed: new Set(),
      detection: { good: 2, goodFound: 1, bad: 3, badFound: 2 },
      without: null,
    });
  });

  it('puts levels on the scale of scores, and says nothing of good and bad there', () => {
    const ordinal = file(
      bound('ordinal'),
      { item: 'a', judge: 5, human: 4 },
      { item: 'b', judge: 1, human: 1, human2: 2 },
    );
    expect(readLabelEvidence(identity, ordinal, undefined)).toEqual({
      scores: new Map([
        ['a', 0.75],
        ['b', 0.125],
      ]),
      proposed: new Set(),
      detection: null,
      without: null,
    });
  });

  it('keeps what people said where the judge has changed since', () => {
    const other = readLabelEvidence({ ...identity, hash: 'another' }, binary, binary);
    expect(other?.scores.size).toBe(6);
    expect(other?.detection).toBeNull();
  });

  it('adds labels that only the change has, and lets it turn none of the base', () => {
    const proposed = file(bound('binary'), { item: 'a', judge: 1, human: 0 }, { item: 'z', judge: 0, human: 1 });
    const both = readLabelEvidence(identity, binary, proposed);
    expect(both?.scores.get('a')).toBe(1);
    expect(both?.scores.get('z')).toBe(1);
    expect(both?.proposed).toEqual(new Set(['z']));
    expect(both?.detection).toMatchObject({ good: 2, bad: 3 });
    const alone = readLabelEvidence(identity, undefined, proposed);
    expect(alone).toMatchObject({ proposed: new Set(['a', 'z']), detection: null });
  });

  it('is nothing where there is no file, or where labels are names', () => {
    const nominal = file(bound('nominal'), { item: 'a', judge: 'A', human: 'B' });
    expect(readLabelEvidence(identity, undefined, undefined)).toBeNull();
    expect(readLabelEvidence(identity, nominal, nominal)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { readLabelEvidence } from '../../../src/judges/labels/evidence.ts';

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
      items: new Set([...'abcdef']),
      detection: { labels: 5, good: 2, goodFound: 1, bad: 3, badFound: 2 },
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
      items: new Set(['a', 'b']),
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

  it('leaves out of the corrected figures what was chosen for what the judge said of it', () => {
    const drawn = (stratum: string, of: number) => ({ drawn: { stratum, of } });
    const chosen = file(
      bound('binary'),
      { item: 'a', judge: 1, human: 1, ...drawn('fifth 5', 80) },
      { item: 'b', judge: 1, human: 0, ...drawn('fifth 5', 80) },
      { item: 'c', judge: 0, human: 0, ...drawn('fifth 1', 10) },
      { item: 'd', judge: 0, human: 0, ...drawn('fifth 1', 10) },
      { item: 'e', judge: 1, human: 1, ...drawn('all', 90) },
      { item: 'f', judge: 1, human: 0, drawn: null },
    );
    const evidence = readLabelEvidence(identity, chosen, undefined);
    expect([...(evidence?.scores.keys() ?? [])]).toEqual(['e']);
    expect([...(evidence?.items ?? [])].join('')).toBe('abcdef');
    // Bad ones: b speaks for 40 outputs, c and d for 5 each: 10 of 50 found, as precise as (50²)/(40² + 2·5²) labels.
    expect(evidence?.detection).toMatchObject({ labels: 5, good: 130 ** 2 / (40 ** 2 + 90 ** 2) });
    expect((evidence?.detection?.badFound ?? 0) / (evidence?.detection?.bad ?? 1)).toBeCloseTo(0.2, 12);
    expect(evidence?.detection?.bad).toBeCloseTo(2500 / 1650, 12);
  });

  it('is nothing where there is no file, or where labels are names', () => {
    const nominal = file(bound('nominal'), { item: 'a', judge: 'A', human: 'B' });
    expect(readLabelEvidence(identity, undefined, undefined)).toBeNull();
    expect(readLabelEvidence(identity, nominal, nominal)).toBeNull();
  });
});

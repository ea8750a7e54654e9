import { describe, expect, it } from '@jest/globals';
import { acceptGrounds, acceptNames, isGreenFor } from '../../src/gate/acceptance.ts';
import type { WeighedGround } from '../../src/gate/ground.ts';

const aGround = (changes: Partial<WeighedGround> = {}): WeighedGround => ({
  ...{ kind: 'comparison', suite: 'triage', prompt: 'reply', subject: 'label', verdict: 'fail', blocks: true },
  ...changes,
});

describe('an acceptance of grounds', () => {
  const lost = aGround({ kind: 'prompt', subject: null });

  it('covers those that it lists, and no new one', () => {
    const acceptance = acceptGrounds('@grace', [aGround(), lost]);
    expect(isGreenFor(acceptance, [aGround(), lost])).toBe(true);
    for (const other of [
      { suite: 'other' },
      { prompt: 'other' },
      { subject: 'other' },
      { kind: 'threshold' as const },
    ]) {
      expect(isGreenFor(acceptance, [aGround(), lost, aGround(other)])).toBe(false);
    }
  });

  it.each([
    { accepted: 'fail', found: 'fail', covers: true },
    { accepted: 'fail', found: 'inconclusive', covers: true },
    { accepted: 'inconclusive', found: 'inconclusive', covers: true },
    { accepted: 'inconclusive', found: 'fail', covers: false },
    { accepted: 'invalid', found: 'invalid', covers: false },
    { accepted: 'fail', found: 'invalid', covers: false },
  ] as const)('of what was $accepted covers what is $found: $covers', ({ accepted, found, covers }) => {
    expect(acceptGrounds('@grace', [aGround({ verdict: accepted })]).covers(aGround({ verdict: found }))).toBe(covers);
  });

  it('is asked about what blocks alone', () => {
    expect(isGreenFor(null, [aGround({ verdict: 'inconclusive', blocks: false })])).toBe(true);
    expect(isGreenFor(null, [aGround({ verdict: 'inconclusive' })])).toBe(false);
  });
});

describe('an acceptance of names', () => {
  it.each([
    ['a dataset', aGround({ kind: 'rows', prompt: null, subject: 'evals/triage.jsonl' }), 'evals/triage.jsonl', true],
    ['a suite whose rows stand in the config', aGround({ kind: 'rows', prompt: null, subject: null }), 'triage', true],
    ['a prompt', aGround({ kind: 'prompt', subject: null }), 'reply', true],
    ['a column', aGround({ kind: 'answer-key', subject: 'expected' }), 'expected', true],
    ['the suite of a dataset', aGround({ kind: 'rows', prompt: null, subject: 'evals/triage.jsonl' }), 'triage', true],
    ['another name', aGround({ kind: 'prompt', subject: null }), 'triage', false],
    ['a regression', aGround(), 'reply', false],
  ])('%s', (_what, ground, name, covers) => {
    expect(acceptNames('--accept', [name]).covers(ground)).toBe(covers);
  });
});

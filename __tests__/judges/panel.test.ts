import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PanelConfig } from '../../src/config/config.ts';
import { combineScores, type PanelSeat, seatPanel } from '../../src/judges/panel.ts';
import { compileJudge } from '../../src/judges/registry.ts';
import { aJudge, filesOf } from './judge-builders.ts';

const where = { path: 'prompt-assay.yml', line: 9, column: 9 };

function aPanel(changes: Partial<PanelConfig> = {}): PanelConfig {
  const shared = { role: 'gate', minScore: null } as const;
  return { kind: 'panel', name: 'all', members: ['a', 'b', 'c'], combine: 'mean', ...shared, where, ...changes };
}

function aCandidate(name: string, changes: Partial<PanelSeat> = {}, type = 'rubric'): PanelSeat {
  const files = filesOf({ 'r.md': '1: a\n2: b\n3: c\n4: d\n5: e\n' });
  const judge = compileJudge(aJudge({ name, type, rubric: 'r.md' }), files);
  return { name, judge, direction: 'higher', hash: `hash of ${name}`, qualifies: true, refused: false, ...changes };
}

describe('the seats of a panel', () => {
  it('go to all that qualify', () => {
    expect(
      seatPanel(
        aPanel(),
        ['a', 'b', 'c'].map((name) => aCandidate(name)),
      ),
    ).toMatchObject({
      panel: { members: ['a', 'b', 'c'], absent: [], combine: 'mean', sees: 'output' },
      direction: 'higher',
      held: null,
    });
  });

  it('go to none that does not, where two others do', () => {
    const seated = seatPanel(aPanel(), [aCandidate('a'), aCandidate('b', { qualifies: false }), aCandidate('c')]);
    expect(seated).toMatchObject({ panel: { members: ['a', 'c'], absent: ['b'] }, held: null });
  });

  it.each([
    [1, 'only 1 of its 3 judges may'],
    [0, 'none of its 3 judges may'],
  ])('go to all where only %d qualify, and the panel cannot gate', (count, words) => {
    const candidates = ['a', 'b', 'c'].map((name, index) => aCandidate(name, { qualifies: index < count }));
    const { panel, held } = seatPanel(aPanel(), candidates);
    expect(panel.members).toEqual(['a', 'b', 'c']);
    expect(held).toBe(`panel "all" cannot gate: ${words}, and 2 are the least`);
  });

  it('never go to one that is refused', () => {
    const refused = { qualifies: false, refused: true };
    const seated = seatPanel(aPanel(), [
      aCandidate('a', refused),
      aCandidate('b'),
      aCandidate('c', { qualifies: false }),
    ]);
    expect(seated.panel).toMatchObject({ members: ['b', 'c'], absent: ['a'] });
    expect(seated.held).toContain('only 1 of its 3');
  });

  it('make the hash: another member, another version or another way to combine is another panel', () => {
    const hashOf = (config: PanelConfig, ...candidates: PanelSeat[]) => seatPanel(config, candidates).hash;
    const [a, b] = [aCandidate('a'), aCandidate('b')];
    const hashes = [
      hashOf(aPanel(), a, b),
      hashOf(aPanel({ combine: 'majority' }), a, b),
      hashOf(aPanel(), a, aCandidate('b', { hash: 'another' })),
      hashOf(aPanel(), a, b, aCandidate('c')),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(hashOf(aPanel(), a, b, aCandidate('c', { qualifies: false }))).toBe(hashes[0]);
  });

  it.each([
    ['outputs and pairs', aCandidate('b', {}, 'pairwise'), '"a" sees single outputs, "b" pairs of outputs'],
    ['directions', aCandidate('b', { direction: 'lower' }), '"a" is higher, "b" lower'],
  ])('are not for a mixture of %s', (_what, other, words) => {
    expect(() => seatPanel(aPanel(), [aCandidate('a'), other])).toThrow(words);
  });
});

describe('what a panel says', () => {
  it.each([
    ['mean', [1, 0, 0.5], 0.5],
    ['mean', [1, 1, 0], 2 / 3],
    ['majority', [1, 1, 0], 1],
    ['majority', [0, 1, 0], 0],
    ['majority', [1, 0], 0.5],
    ['majority', [1, 1, 0, 0.5], 0.75],
    ['majority', [0.25, 1, 0.5], 0.5],
    ['mean', [1, null, 0], null],
    ['majority', [1, undefined, 1], null],
    ['mean', [], null],
  ] as const)('by %s of %j is %p', (combine, scores, expected) => {
    expect(combineScores(scores, combine)).toBe(expected);
  });

  it.each(['mean', 'majority'] as const)(
    'by %s lies among its members, mirrors with them, and is theirs where they agree',
    (combine) => {
      const score = fc.double({ min: 0, max: 1, noNaN: true });
      fc.assert(
        fc.property(fc.array(score, { minLength: 1, maxLength: 9 }), (scores) => {
          const said = combineScores(scores, combine) as number;
          expect(said).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-12);
          expect(said).toBeLessThanOrEqual(Math.max(...scores) + 1e-12);
          expect(
            combineScores(
              scores.map((one) => 1 - one),
              combine,
            ),
          ).toBeCloseTo(1 - said, 10);
          expect(
            combineScores(
              scores.map(() => 0.25),
              combine,
            ),
          ).toBe(0.25);
        }),
      );
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import { buildCell, nameCell, type Tally } from '../../scripts/simulate/cell.ts';
import { checkPromises, listDoubted, listPromisedCells } from '../../scripts/simulate/promises.ts';
import { scales } from '../../scripts/simulate/scale.ts';

/** Results of every promised cell alike, but for some. */
function resultsWith(counts: Tally['counts'], others: { readonly [name: string]: Tally['counts'] } = {}) {
  return new Map(
    listPromisedCells(scales.full).map((cell) => {
      const name = nameCell(cell);
      return [name, { runs: 1000, counts: others[name] ?? counts, perBaseline: [0.04] }] as const;
    }),
  );
}

const labelled = nameCell(buildCell({ cases: 50, kept: 5 }));
const kept = { pass: 0, fail: 0, rounds: 700, 'squared rounds': 490 };

describe('the promises', () => {
  it('rest on cells that can be told apart by name', () => {
    const names = listPromisedCells(scales.full).map(nameCell);
    expect(names).toContain(labelled);
    expect(new Set(names).size).toBeGreaterThan(400);
  });

  it('measure anew what came out above its limit in a grid, and nothing else', () => {
    const doubted = listDoubted(resultsWith(kept, { [labelled]: { ...kept, fail: 51 } }), scales.full);
    expect(doubted.map(nameCell)).toEqual([labelled]);
    expect(listDoubted(resultsWith(kept, { [labelled]: { ...kept, fail: 50 } }), scales.full)).toEqual([]);
    expect(listDoubted(resultsWith({ ...kept, fail: 500 }), scales.quick)).toEqual([]);
  });

  it('are broken by one cell of a grid above its limit', () => {
    const broken = (counts: Tally['counts']) =>
      checkPromises(resultsWith(kept, { [labelled]: counts }), scales.full).flatMap(({ what, isKept }) =>
        isKept ? [] : [what],
      );
    const grid = 'Noisy cases and `settle`, all populations and ways: a harmless change is blocked';
    expect(broken({ ...kept, fail: 51 })).toContain(grid);
    expect(broken({ ...kept, fail: 50 })).not.toContain(grid);
  });

  it('are broken by too few green ticks and by too many calls', () => {
    const wanted = (counts: Tally['counts']) =>
      checkPromises(resultsWith(counts), scales.full).filter(({ what }) => what.startsWith('A harmless change passes'));
    expect(wanted({ ...kept, pass: 960 }).every(({ isKept }) => isKept)).toBe(true);
    expect(wanted({ ...kept, pass: 680 }).some(({ isKept }) => isKept)).toBe(false);
    expect(wanted({ ...kept, pass: 960, rounds: 2900, 'squared rounds': 8410 }).some(({ isKept }) => isKept)).toBe(
      false,
    );
  });

  it('hold blocks of real drops, and of trades, against one draw of every case', () => {
    const gate = { cases: 50, kept: 5 };
    const drop = nameCell(buildCell({ ...gate, change: { kind: 'break', drop: 0.1, by: 'case' } }));
    const trade = { kind: 'trade', losses: 'few-big' } as const;
    const worse = nameCell(buildCell({ ...gate, change: trade, settings: { margin: 0.05 } }));
    const blocked = { ...kept, fail: 500 };
    const judge = (others: { readonly [name: string]: Tally['counts'] }) =>
      checkPromises(resultsWith(blocked, others), scales.full).filter(
        ({ what }) => what.startsWith('Trades') || what.includes('a drop of 10 points is blocked as often'),
      );
    expect(judge({}).every(({ isKept }) => isKept)).toBe(true);
    expect(judge({ [drop]: { ...blocked, fail: 400 } }).filter(({ isKept }) => !isKept)).toHaveLength(1);
    expect(judge({ [worse]: { ...blocked, fail: 600 } }).filter(({ isKept }) => !isKept)).toHaveLength(1);
  });
});

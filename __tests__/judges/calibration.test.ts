import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readMeasured } from '../../scripts/public-data.mjs';
import { calibrateJudge } from '../../src/judges/calibration.ts';
import type { LabelKind } from '../../src/judges/labels/lines.ts';
import type { Rating } from '../../src/judges/labels/scale.ts';

type Block = readonly [times: number, judge: number | null, human: number, human2?: number | null];

const items = (blocks: readonly Block[]): readonly Rating[] =>
  blocks.flatMap(([times, judge, human, human2 = null]) =>
    Array.from({ length: times }, () => ({ judge, human, human2, weight: 1 })),
  );
const calibrate = (kind: LabelKind, ...blocks: readonly Block[]) => calibrateJudge({ kind, items: items(blocks) });

describe('the state of a judge', () => {
  const good: readonly Block[] = [
    [25, 1, 1, 1],
    [22, 0, 0, 0],
    [2, 1, 0, 0],
    [1, 0, 1, 1],
  ];

  it('is gate where it agrees with two people', () => {
    const result = calibrate('binary', ...good, [3, null, 1, 1]);
    expect(result).toMatchObject({
      state: 'gate',
      reasons: [],
      items: 53,
      abstained: 3,
      quadraticKappa: null,
      humanKappa: 1,
    });
    // By hand: 47 of 50 agree; by chance (27·26 + 23·24) / 2500 = .5016.
    expect(result.kappa).toBeCloseTo((0.94 - 0.5016) / (1 - 0.5016), 12);
    expect(result.sensitivity).toBeCloseTo(25 / 26, 12);
    expect(result.specificity).toBeCloseTo(22 / 24, 12);
    expect(result.bias?.mean).toBeCloseTo(1 / 50, 12);
    expect(result.kappaLower90).toBeLessThan(result.kappa as number);
  });

  it('may be gate with one person, and says so', () => {
    const alone = good.map(([times, judge, human]): Block => [times, judge, human]);
    const { state, reasons, humanKappa } = calibrate('binary', ...alone);
    expect({ state, humanKappa }).toEqual({ state: 'gate', humanKappa: null });
    expect(reasons.join()).toMatch(/one person labelled/);
  });

  it.each([
    [
      'report at a κ between .40 and .60',
      'binary',
      [
        [20, 1, 1],
        [20, 0, 0],
        [5, 1, 0],
        [5, 0, 1],
        [3, 1, 0],
        [3, 0, 1],
      ],
      'report',
      /κ between judge and people is \.42, below \.60/,
    ],
    [
      'gate at a κ of exactly .60',
      'binary',
      [
        [40, 1, 1],
        [40, 0, 0],
        [10, 1, 0],
        [10, 0, 1],
      ],
      'gate',
      /one person/,
    ],
    [
      'refuse below .40',
      'binary',
      [
        [15, 1, 1],
        [15, 0, 0],
        [10, 1, 0],
        [10, 0, 1],
      ],
      'refuse',
      /\.20, below \.40/,
    ],
    [
      'report with 29 labels, whatever they say',
      'binary',
      [
        [15, 1, 0],
        [14, 0, 1],
      ],
      'report',
      /only 29 labels/,
    ],
    [
      'report with 29 judged labels of 40',
      'binary',
      [
        [15, 1, 1],
        [14, 0, 0],
        [11, null, 0],
      ],
      'report',
      /only 29 labels/,
    ],
    [
      'report where it misses bad outputs',
      'binary',
      [
        [60, 1, 1],
        [13, 0, 0],
        [7, 1, 0],
      ],
      'report',
      /bad outputs that the judge finds is \.65, below \.70/,
    ],
    [
      'report where the bootstrap is too wide',
      'binary',
      [
        [24, 1, 1],
        [3, 0, 0],
        [1, 1, 0],
        [2, 0, 1],
      ],
      'report',
      /lower bound of κ.*below \.40/,
    ],
    [
      'refuse where people disagree',
      'binary',
      [
        [12, 1, 1, 0],
        [12, 0, 0, 1],
        [6, 1, 1, 1],
        [6, 0, 0, 0],
      ],
      'refuse',
      /people agree with each other only at -\.34.*mend the rubric/,
    ],
    [
      'report where only few people disagree',
      'binary',
      [
        [20, 1, 1],
        [20, 0, 0],
        [2, 1, 1, 0],
        [2, 0, 0, 1],
      ],
      'report',
      /people agree with each other/,
    ],
    ['report where all is of one class', 'binary', [[40, 1, 1]], 'report', /undefined.*κ.*AC1.*specificity/],
    [
      'report where two people only ever say one thing',
      'binary',
      [
        [20, 1, 1],
        [20, 0, 0],
        [2, 1, 1, 1],
      ],
      'report',
      /undefined.*the agreement of people/,
    ],
    [
      'gate where ordinal levels are close',
      'ordinal',
      [
        [12, 1, 1],
        [6, 2, 1],
        [8, 3, 3],
        [10, 4, 4],
        [6, 5, 4],
        [12, 5, 5],
      ],
      'gate',
      /one person/,
    ],
    [
      'report where ordinal levels are loose',
      'ordinal',
      [
        [9, 1, 3],
        [8, 1, 1],
        [8, 3, 3],
        [10, 3, 4],
        [9, 5, 3],
        [12, 5, 5],
        [6, 2, 4],
      ],
      'report',
      /quadratic κ between/,
    ],
    [
      'gate where names agree, without specificity',
      'nominal',
      [
        [15, 0, 0],
        [15, 1, 1],
        [15, 2, 2],
        [4, 0, 1],
      ],
      'gate',
      /one person/,
    ],
    [
      'report where AC1 is high and bad outputs are few',
      'binary',
      [
        [118, 1, 1],
        [4, 0, 1],
        [3, 1, 0],
      ],
      'report',
      /with 3 bad outputs; 10 are the least/,
    ],
    [
      'gate where AC1 stands in and bad outputs are enough',
      'binary',
      [
        [138, 1, 1],
        [2, 0, 1],
        [10, 0, 0],
        [1, 1, 0],
      ],
      'gate',
      /AC1 stands in for κ/,
    ],
    [
      'report where AC1 is high and κ shows no skill',
      'binary',
      [
        [139, 1, 1],
        [1, 0, 1],
        [11, 1, 0],
      ],
      'report',
      /lower bound of κ/,
    ],
    [
      'report where nearly all levels are good ones',
      'ordinal',
      [
        [30, 3, 3],
        [30, 4, 4],
        [30, 5, 5],
        [4, 1, 1],
      ],
      'report',
      /with 4 bad outputs/,
    ],
    ['report of nothing but abstentions', 'ordinal', [[40, null, 3]], 'report', /only 0 labels/],
  ] as const)('is %s', (_name, kind, blocks, state, reason) => {
    const result = calibrate(kind, ...(blocks as readonly Block[]));
    expect(result.reasons.join('; ')).toMatch(reason);
    expect(result.state).toBe(state);
  });

  it('counts AC1 of 118 in 125, where κ says nothing', () => {
    const { kappa, ac1 } = calibrate('binary', [118, 1, 1], [4, 0, 1], [3, 1, 0]);
    expect(kappa).toBeCloseTo(-0.028, 3);
    expect(ac1).toBeCloseTo(0.941, 3);
  });

  it('is not refused for people of whom κ says nothing either', () => {
    const { state, humanKappa } = calibrate('binary', [118, 1, 1, 1], [4, 1, 1, 0], [3, 1, 0, 1]);
    expect(humanKappa).toBeLessThan(0);
    expect(state).toBe('report');
  });

  it('never comes with an undefined figure, or with too few labels, as gate', () => {
    const rating = fc.record({
      judge: fc.option(fc.constantFrom(0, 1), { freq: 9 }),
      human: fc.constantFrom(0, 1),
      human2: fc.option(fc.constantFrom(0, 1)),
      weight: fc.constantFrom(1, 1, 3),
    });
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 60 }), fc.boolean(), (some, echoes) => {
        const rated = echoes ? some.map((one) => ({ ...one, judge: one.human, human2: one.human })) : some;
        const result = calibrateJudge({ kind: 'binary', items: rated });
        const { kappa, kappaLower90, alpha, ac1, sensitivity, specificity } = result;
        const isUnknown = [kappa, kappaLower90, alpha, ac1, sensitivity, specificity].includes(null);
        if (isUnknown || result.items - result.abstained < 30) expect(result.state).not.toBe('gate');
        if (result.state !== 'gate') expect(result.reasons).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('judges on 999 pairs that three people labelled', () => {
  const data = readMeasured('pandalm-labels.json');
  const compare = (judge: string, human: string, human2: string) =>
    calibrateJudge({
      kind: 'nominal',
      items: (data.human1 ?? []).map((_, index) => ({
        judge: data[judge]?.[index] ?? null,
        human: data[human]?.[index] as number,
        human2: data[human2]?.[index] as number,
        weight: 1,
      })),
    });

  it.each([
    ['human1', 'human2'],
    ['human1', 'human3'],
    ['human2', 'human3'],
  ])('%s and %s agree', (human, human2) => {
    const { humanKappa } = compare('gpt35', human, human2);
    expect(humanKappa).toBeGreaterThan(0.845);
    expect(humanKappa).toBeLessThan(0.885);
  });

  it.each([
    ['gpt35', 0.493],
    ['pandalm7b', 0.435],
  ])('%s agrees with the majority of them as far as scikit-learn says', (judge, kappa) => {
    const votes = (index: number) => [data.human1, data.human2, data.human3].map((labels) => labels?.[index]);
    const items = (data.human1 ?? []).flatMap((_, index) => {
      const all = votes(index);
      const human = all.find((vote, place) => all.indexOf(vote) !== place);
      return human == null ? [] : [{ judge: data[judge]?.[index] ?? null, human, human2: null, weight: 1 }];
    });
    expect(calibrateJudge({ kind: 'nominal', items }).kappa).toBeCloseTo(kappa, 3);
  });

  it.each([
    ['gpt35', 0.49],
    ['pandalm7b', 0.44],
  ])('%s is shown and cannot gate', (judge, kappa) => {
    for (const [human, human2] of [
      ['human1', 'human2'],
      ['human2', 'human3'],
      ['human3', 'human1'],
    ] as const) {
      const result = compare(judge, human, human2);
      expect(Math.abs((result.kappa ?? 0) - kappa)).toBeLessThan(0.03);
      expect(result.state).toBe('report');
    }
  });
});

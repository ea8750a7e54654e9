import { describe, expect, it } from '@jest/globals';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { calibrateJudge } from '../../../src/judges/calibration.ts';
import { chooseLabelItems, type LabelSource } from '../../../src/judges/labels/items.ts';
import { parseLabelLines } from '../../../src/judges/labels/lines.ts';
import { scaleLabels } from '../../../src/judges/labels/scale.ts';
import { isDrawnAtRandom, weighLabels } from '../../../src/judges/labels/weights.ts';

const drawn = (stratum: string, of: number) => ({ drawn: { stratum, of } });

describe('weighLabels', () => {
  it('lets each label speak for its part of the outputs like it', () => {
    const lines = [drawn('fifth 1', 10), drawn('fifth 5', 90), drawn('fifth 5', 90), drawn('fifth 5', 90)];
    expect(weighLabels(lines)).toEqual([10, 30, 30, 30]);
  });

  it('lets a label that was picked by hand speak for none', () => {
    expect(weighLabels([drawn('all', 40), { drawn: null }, drawn('all', 40)])).toEqual([20, 0, 20]);
  });

  it('keeps two reports apart', () => {
    expect(weighLabels([drawn('fifth 1', 10), drawn('fifth 1', 50)])).toEqual([10, 50]);
  });

  it('counts every label once where a line does not say how it was chosen', () => {
    expect(weighLabels([drawn('fifth 1', 10), { drawn: undefined }, { drawn: null }])).toEqual([1, 1, 1]);
  });
});

it('a label is taken for random unless the file says otherwise', () => {
  expect([{ drawn: undefined }, drawn('all', 9), drawn('fifth 2', 9), { drawn: null }].map(isDrawnAtRandom)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it.each([[{ stratum: 'fifth 1' }], [{ of: 3 }], [{ stratum: 'all', of: 0 }], ['all'], [[]]])(
  '%j does not say how a label was drawn',
  (value) => {
    const text = `${JSON.stringify({ item: 'a', judge: 1, human: 1, drawn: value })}\n`;
    expect(() => parseLabelLines({ path: 'l.jsonl', text })).toThrow(/l\.jsonl:1 "drawn" must have a "stratum"/);
  },
);

describe('a draw by the score of the judge, weighted back', () => {
  /** Outputs of which one in five is bad, and a judge that finds 70 % of the bad and 90 % of the good ones. */
  const outputs = (seed: number) => {
    const generator = xoroshiro128plus(seed);
    const draw = () => uniformFloat64(generator);
    return Array.from({ length: 1000 }, (_, number) => {
      const human = draw() < 0.2 ? 0 : 1;
      const judge = draw() < (human === 1 ? 0.9 : 0.3) ? 1 : 0;
      const source: LabelSource = {
        ...{ suite: 's', prompt: 'p', case: `c-${seed}-${number}`, arm: 'base', sample: 0, input: null },
        output: { content: `${number}` },
        judge,
      };
      return { source, human };
    });
  };
  const specificityOf = (seed: number, isWeighted: boolean): number => {
    const population = outputs(seed);
    const humans = new Map(population.map(({ source, human }) => [source.case, human]));
    const lines = chooseLabelItems(
      population.map(({ source }) => source),
      new Set(),
      100,
    ).map((item) => ({
      item: item.id,
      judge: item.judge,
      human: humans.get(item.case),
      ...(isWeighted ? { drawn: item.drawn } : {}),
    }));
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const ratings = scaleLabels('l', parseLabelLines({ path: 'l', text }).lines, 'binary');
    return calibrateJudge(ratings).specificity as number;
  };
  const mean = (isWeighted: boolean) =>
    Array.from({ length: 60 }, (_, seed) => specificityOf(seed + 1, isWeighted)).reduce((sum, one) => sum + one, 0) /
    60;

  it('has the specificity of all outputs, where the draw alone flatters the judge', () => {
    expect(mean(false)).toBeGreaterThan(0.85);
    expect(Math.abs(mean(true) - 0.7)).toBeLessThan(0.04);
  });
});

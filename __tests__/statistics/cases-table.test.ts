import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { predictPass, predictSettledPass, type UndrawnRound } from '../../src/statistics/predict-pass.ts';

const sizes: readonly (readonly [number, readonly number[]])[] = [
  [0.1, [30, 50, 75, 99]],
  [0.05, [100, 150, 200, 300, 500]],
];
const flakiness = [0.05, 0.1, 0.15, 0.2];

/** Noise of five draws that agree, where pass rates weighed by their noise are as likely as each other: 2·∫p⁵ dp. */
const unseen = 1 / 3;

/** Cases that stand alone and differ so often between two draws; `left` is what is left of their noise. */
function roundOf(cases: number, differing: number, left: number): UndrawnRound {
  return { cases, clusters: cases, pseudoSize: 1, squares: cases * differing * left };
}

function cell(cases: number, differing: number, margin: number): string {
  const one = roundOf(cases, differing, 1);
  const chances = [
    predictPass(one, { margin, alpha: 0.05 }),
    predictPass(roundOf(cases, differing, unseen + (1 - unseen) / 3), { margin, alpha: 0.05 }),
    predictSettledPass(one, roundOf(cases, differing, 1 / 3), { margin, alpha: 0.01 }, { margin, alpha: 0.04 }),
  ];
  return chances.map((chance) => Math.round(100 * chance)).join(' / ');
}

it('the tables of docs/statistics.md are what the predictor says today', async () => {
  const text = await readFile(join(import.meta.dirname, '../../docs/statistics.md'), 'utf8');
  const [, block = ''] = /<!-- cases:start -->\n([\s\S]*?)<!-- cases:end -->/.exec(text) ?? [];
  const rows = sizes.flatMap(([margin, sizesOfMargin]) => [
    [`A margin of ${Math.round(100 * margin)} points:`],
    ...sizesOfMargin.map((cases) => [String(cases), ...flakiness.map((differing) => cell(cases, differing, margin))]),
  ]);
  const written = block
    .split('\n')
    .filter((line) => /^(?:\| +\d|A margin)/.test(line))
    .map((line) => line.replaceAll(/^\| | \|$/g, '').split(' | '));
  expect(written).toEqual(rows);
});

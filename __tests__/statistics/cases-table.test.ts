import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { predictPass, predictSettledPass, type UndrawnRound } from '../../src/statistics/predict-pass.ts';

const sizes: readonly (readonly [number, number])[] = [
  [0.1, 30],
  [0.1, 50],
  [0.1, 75],
  [0.1, 99],
  [0.05, 100],
  [0.05, 150],
  [0.05, 200],
  [0.05, 300],
  [0.05, 500],
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

it('the table of docs/statistics.md is what the predictor says today', async () => {
  const text = await readFile(join(import.meta.dirname, '../../docs/statistics.md'), 'utf8');
  const [, block = ''] = /<!-- cases:start -->\n([\s\S]*?)<!-- cases:end -->/.exec(text) ?? [];
  const rows = sizes.map(([margin, cases]) => [
    String(cases),
    `${Math.round(100 * margin)} points`,
    ...flakiness.map((differing) => cell(cases, differing, margin)),
  ]);
  const written = block
    .split('\n')
    .filter((line) => /^\| +\d/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((one) => one.trim()),
    );
  expect(written).toEqual(rows);
});

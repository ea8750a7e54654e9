import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type CaseSamples, casePermutationMidP, theseCasesReach } from '../../src/statistics/case-permutation.ts';
import { casesForUnchangedPass, differenceBounds } from '../../src/statistics/difference-bounds.ts';
import { casesToDetect, detectableDrop, powerToDetect } from '../../src/statistics/planning.ts';
import { signFlipMidP } from '../../src/statistics/sign-flip.ts';
import { storedMeanError } from '../../src/statistics/stored-error.ts';
import { studentLowerP } from '../../src/statistics/student.ts';
import { wilsonInterval } from '../../src/statistics/wilson.ts';

interface Reference {
  signFlip: { values: number[]; p: number }[];
  bounds: {
    differences: number[];
    clusters: number[];
    alpha: number;
    lower: number;
    upper: number;
    effectiveClusters: number;
  }[];
  permutation: { cases: CaseSamples[]; p: number; unit: CaseSamples[]; reach: number }[];
  student: { values: number[]; p: number }[];
  wilson: { mean: number; count: number; alpha: number; lower: number; upper: number }[];
  planning: {
    sd: number;
    cases: number;
    alpha: number;
    drop: number;
    detectableDrop: number;
    casesToDetect: number;
    power: number;
  }[];
  storedError: { samples: number[][]; error: number }[];
  unchangedPass: { margin: number; alpha: number; cases: number }[];
}

const reference: Reference = JSON.parse(
  readFileSync(new URL('../../fixtures/statistics/reference.json', import.meta.url), 'utf8'),
);

// Made by scripts/reference-statistics.py with exact fractions and scipy.
describe('against reference values', () => {
  it.each(reference.signFlip)('sign flip of $values gives $p', ({ values, p }) => {
    expect(signFlipMidP(values)).toBeCloseTo(p, 12);
  });

  it.each(reference.bounds)('bounds of $differences.length differences at $alpha', (row) => {
    const bounds = differenceBounds(row.differences, row.clusters, row.alpha);
    expect(bounds.lower).toBeCloseTo(row.lower, 11);
    expect(bounds.upper).toBeCloseTo(row.upper, 11);
    expect(bounds.effectiveClusters).toBeCloseTo(row.effectiveClusters, 9);
  });

  it.each(reference.permutation)('permutation of $cases.length cases gives $p', ({ cases, p, unit, reach }) => {
    expect(casePermutationMidP(cases)).toBeCloseTo(p, 12);
    expect(theseCasesReach(unit, 0.05)).toBeCloseTo(reach, 12);
  });

  it.each(reference.student)('Student of $values.length values gives $p', ({ values, p }) => {
    expect(studentLowerP(values)).toBeCloseTo(p, 11);
  });

  it.each(reference.wilson)('Wilson interval of $mean in $count', ({ mean, count, alpha, lower, upper }) => {
    expect(wilsonInterval(mean, count, alpha).lower).toBeCloseTo(lower, 11);
    expect(wilsonInterval(mean, count, alpha).upper).toBeCloseTo(upper, 11);
  });

  it.each(reference.planning)('planning with sd $sd and $cases cases', (row) => {
    expect(detectableDrop(row.sd, row.cases, row.alpha)).toBeCloseTo(row.detectableDrop, 12);
    expect(casesToDetect(row.sd, row.drop, row.alpha)).toBe(row.casesToDetect);
    expect(powerToDetect(row.drop, row.sd, row.cases, row.alpha)).toBeCloseTo(row.power, 11);
  });

  it.each(reference.storedError)('error of stored means $samples', ({ samples, error }) => {
    expect(storedMeanError(samples)).toBeCloseTo(error, 12);
  });

  it.each(reference.unchangedPass)('$cases unchanged cases clear $margin', ({ margin, alpha, cases }) => {
    expect(casesForUnchangedPass(margin, alpha)).toBe(cases);
  });
});

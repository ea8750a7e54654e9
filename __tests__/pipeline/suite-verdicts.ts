import { expect } from '@jest/globals';
import { combineVerdicts } from '../../src/gate/verdict.ts';
import type { Report } from '../../src/report/report.ts';

/** Holds for every report: the run's verdict is that of its suites together, so that of one suite alone is the run's. */
export function expectSuitesToAgree({ verdict, suites }: Report): void {
  const own = suites.flatMap((suite) => suite.verdict ?? []);
  if (own.length > 0) expect(combineVerdicts(own)).toBe(verdict);
  const [only, ...others] = suites;
  if (only?.status === 'run' && others.length === 0) expect(only.verdict).toBe(verdict);
}

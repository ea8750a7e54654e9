import { buildFailedReport } from '../../src/conclude/short-reports.ts';
import { buildProblem } from '../../src/errors.ts';
import type { Report } from '../../src/report/report.ts';
import { aHostileReport } from './hostile.ts';
import {
  aBrokenConfig,
  aFailure,
  aFirstContact,
  aMixedRun,
  anOpenQuestion,
  anOutage,
  aPass,
  aQuietChange,
} from './scenarios.ts';

/** A report of every kind, by name. */
export const everyReport: readonly (readonly [string, Report])[] = [
  ['fail', aFailure()],
  ['pass', aPass()],
  ['inconclusive', anOpenQuestion()],
  ['config', aBrokenConfig()],
  ['outage', anOutage()],
  ['first contact', aFirstContact()],
  ['quiet', aQuietChange()],
  ['mixed', aMixedRun()],
  ['bad usage', buildFailedReport([buildProblem('Unknown option.', 'See --help.')])],
  ['hostile', aHostileReport()],
];

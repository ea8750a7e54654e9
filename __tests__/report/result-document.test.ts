import { describe, expect, it } from '@jest/globals';
import { buildProblem } from '../../src/errors.ts';
import type { Verdict } from '../../src/gate/comparison.ts';
import { renderBaselineSummary } from '../../src/report/baseline-text.ts';
import { buildResult, decideWork, exitCodeOf, gateExitCodes, workExitCodes } from '../../src/report/result-document.ts';
import { noCalls } from '../../src/run/totals.ts';

describe('the exit code', () => {
  it.each<[Verdict, boolean, number]>([
    ['pass', true, 0],
    ['inconclusive', true, 0],
    ['inconclusive', false, 1],
    ['fail', false, 1],
    ['fail', true, 0],
    ['invalid', false, 2],
    ['invalid', true, 2],
  ])('of %s, green %j, is %d', (verdict, green, code) => {
    expect(exitCodeOf(gateExitCodes, { verdict, green })).toBe(code);
  });

  it.each([
    ['nothing went wrong', [], 0],
    ['something did', [buildProblem('bad.', 'Mend it.')], 2],
  ])('of work where %s (%j) is %d', (_, errors, code) => {
    expect(exitCodeOf(workExitCodes, decideWork(errors))).toBe(code);
  });
});

it('shows the mistakes of a re-baseline in one alert', () => {
  const errors = [buildProblem('No answer came.', 'Run again.'), buildProblem('No key.', 'Set it.')];
  const document = { ...buildResult(noCalls, errors), ...decideWork(errors) };
  const report = { ...document, commit: 'a'.repeat(40), branch: 'prompt-assay-baselines', tip: null, suites: [] };
  expect(renderBaselineSummary(report)).toContain(
    '\n\n> [!IMPORTANT]\n> No answer came. Run again.\n> No key. Set it.\n\n',
  );
});

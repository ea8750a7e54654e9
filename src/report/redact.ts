import type { CaseReport, Report } from './report.ts';

/** The report as `examples` allows it to be shown: `none` has no cases, `redacted` has ids and scores without texts. Every renderer starts here. */
export function redactReport(report: Report): Report {
  if (report.examples === 'full') return report;
  return {
    ...report,
    cases: report.examples === 'none' ? [] : report.cases.map(redactCase),
    metrics: report.metrics.map((metric) => ({ ...metric, pattern: null })),
  };
}

function redactCase(entry: CaseReport): CaseReport {
  return { ...entry, input: null, expected: null, baselineOutput: null, candidateOutput: null, reason: null };
}

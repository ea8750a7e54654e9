import type { CaseReport } from './case-report.ts';
import type { MetricReport } from './metric-report.ts';
import type { PageCase, PageSide } from './page/page-run.ts';
import type { PromptReport } from './prompt-report.ts';
import type { Report } from './report.ts';
import type { WholeAnswer, WholeCase } from './whole-case.ts';

/** The report as `examples` allows it to be shown: `none` has no cases, `redacted` has ids and scores without texts, which leaves nothing to label. What is read by programs starts here. */
export function redactReport(report: Report): Report {
  if (report.examples === 'full') return report;
  return {
    ...report,
    cases: report.examples === 'none' ? [] : report.cases.map(withoutTexts),
    suites: report.suites.map((suite) => ({ ...suite, prompts: suite.prompts.map(withoutTypicalCase) })),
    metrics: report.metrics.map((metric) => ({ ...metric, pattern: null, causes: [], tags: [], labelNext: [] })),
  };
}

/** The same for people: a refused judge keeps its row and its reason, without the figures that would only mislead. What is read by people starts here. */
export function redactForPeople(full: Report): Report {
  const report = redactReport(full);
  return { ...report, metrics: report.metrics.map((metric) => (metric.refused ? withoutFigures(metric) : metric)) };
}

/** A case of the page as `examples` allows it to be shown: null where there are to be none. */
export function redactPageCase(entry: PageCase, examples: Report['examples']): PageCase | null {
  if (examples === 'none') return null;
  if (examples === 'full') return entry;
  const side = (own: PageSide | null) => own && { ...own, fault: null, messages: null };
  return { ...withoutTexts(entry), baseline: side(entry.baseline), candidate: side(entry.candidate) };
}

/** Cases that were asked for by name, as `examples` allows them to be shown: without their texts, or not at all. */
export function redactWhole({ examples }: Report, cases: readonly WholeCase[]): readonly WholeCase[] {
  if (examples === 'full') return cases;
  const withoutTexts = ({ fault, scores }: WholeAnswer): WholeAnswer => ({
    output: null,
    fault,
    scores: scores.map((score) => ({ ...score, reason: null })),
  });
  return (examples === 'none' ? [] : cases).map((entry) => ({
    ...entry,
    ...{ tags: [], input: null, expected: null },
    baseline: entry.baseline.map(withoutTexts),
    candidate: entry.candidate.map(withoutTexts),
  }));
}

function withoutFigures(metric: MetricReport): MetricReport {
  return {
    ...metric,
    baselineMean: null,
    candidateMean: null,
    difference: null,
    lowerBound: null,
    upperBound: null,
    detectableDrop: null,
    repeats: null,
    casesToSettle: null,
    sentence: 'Its figures are left out.',
    remark: null,
    reason: null,
    pattern: null,
    causes: [],
    tags: [],
    corrections: null,
  };
}

function withoutTexts<T extends CaseReport | PageCase>(entry: T): T {
  const metrics = entry.metrics.map((metric) => ({ ...metric, baselineReason: null, candidateReason: null }));
  return { ...entry, tags: [], input: null, expected: null, baselineOutput: null, candidateOutput: null, metrics };
}

/** A case's messages hold the texts of its row. */
function withoutTypicalCase(prompt: PromptReport): PromptReport {
  return { ...prompt, changes: prompt.changes && { ...prompt.changes, typical: null } };
}

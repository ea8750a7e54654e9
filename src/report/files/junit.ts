import { renderProblem } from '../../errors.ts';
import type { CaseReport } from '../case-report.ts';
import { escapeXml } from '../escape.ts';
import type { MetricReport } from '../metric-report.ts';
import { redactForPeople } from '../redact.ts';
import type { Report } from '../report.ts';
import { groupMetrics, nameSide } from '../words/grouping.ts';
import { describeScores } from '../words/words.ts';

interface TestCase {
  readonly className: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly message: string;
}

/** The report as JUnit XML: a test suite per suite and prompt, a test case per comparison and per case that got worse in it. */
export function renderJunit(full: Report): string {
  const report = redactForPeople(full);
  const suites = groupMetrics(report).map(({ suite, promptId, metrics }) => ({
    name: [suite, promptId].filter((part) => part !== null).join(' / '),
    cases: metrics.flatMap((metric) => [buildComparison(metric), ...buildWorse(report, metric)]),
  }));
  const problems = report.errors.map(
    (problem): TestCase => ({
      className: 'prompt-assay',
      name: [problem.path, problem.line].filter((part) => part !== null).join(':') || 'problem',
      outcome: 'error',
      message: renderProblem(problem),
    }),
  );
  const own = { name: 'prompt-assay', cases: [buildRun(report), ...problems] };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts([own, ...suites].flatMap(({ cases }) => cases))} time="${report.durationMs / 1000}">\n${[own, ...suites].map(renderSuite).join('')}</testsuites>\n`;
}

function buildRun(report: Report): TestCase {
  const outcome = { pass: 'passed', fail: 'failure', inconclusive: 'skipped', invalid: 'error' } as const;
  const message = [report.title, ...report.details].join(' ');
  return { className: 'prompt-assay', name: 'verdict', outcome: outcome[report.verdict], message };
}

/** Only a gating comparison can fail; a missed threshold is the user's own gate. */
function buildComparison(metric: MetricReport): TestCase {
  const outcome = { pass: 'passed', fail: 'failure', inconclusive: 'skipped', invalid: 'error' } as const;
  return {
    className: nameClass(metric),
    name: metric.metric,
    outcome: metric.belowMinScore ? 'failure' : metric.gates ? outcome[metric.verdict] : 'passed',
    message: metric.sentence,
  };
}

/** The cases that got worse in a comparison, each with its scores and what the metric said of its answer. */
function buildWorse(report: Report, metric: MetricReport): readonly TestCase[] {
  const isOwn = ({ suite, prompt }: CaseReport) => prompt === metric.prompt && suite === metric.suite;
  return report.cases.filter(isOwn).flatMap((entry): readonly TestCase[] => {
    const own = entry.metrics.find((one) => one.metric === metric.metric);
    if (own === undefined || (own.label !== 'regressed' && own.label !== 'worse')) return [];
    const sides = `${nameSide(report.base, 'baseline')} → ${nameSide(report.head, 'candidate')}`;
    const scores = `${describeScores(own.baselineScores, metric)} → ${describeScores(own.candidateScores, metric)}`;
    return [
      {
        className: `${nameClass(metric)}.${metric.metric}`,
        name: entry.case,
        outcome: metric.gates && metric.verdict === 'fail' ? 'failure' : 'passed',
        message: [`${sides}: ${scores}`, own.candidateReason].filter((part) => part !== null).join('; '),
      },
    ];
  });
}

function nameClass(metric: MetricReport): string {
  return [metric.suite, metric.prompt].filter((part) => part !== null).join('.') || 'compare';
}

function renderSuite({ name, cases }: { readonly name: string; readonly cases: readonly TestCase[] }): string {
  return `  <testsuite name="${escapeXml(name)}"${counts(cases)}>\n${cases.map(renderTestCase).join('')}  </testsuite>\n`;
}

function renderTestCase({ className, name, outcome, message }: TestCase): string {
  const text = escapeXml(message);
  const body = outcome === 'passed' ? `<system-out>${text}</system-out>` : `<${outcome} message="${text}"/>`;
  return `    <testcase classname="${escapeXml(className)}" name="${escapeXml(name)}">${body}</testcase>\n`;
}

function counts(cases: readonly TestCase[]): string {
  const count = (outcome: TestCase['outcome']) => cases.filter((entry) => entry.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

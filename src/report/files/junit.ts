import { renderProblem } from '../../errors.ts';
import { escapeXml } from '../escape.ts';
import type { MetricReport } from '../metric-report.ts';
import { redactForPeople } from '../redact.ts';
import type { Report } from '../report.ts';
import { groupMetrics } from '../words/grouping.ts';
import { listBroken, renderBroken } from './case-text.ts';
import { describeRun, listToldGrounds, type Outcome, tellComparison } from './told.ts';

interface TestCase {
  readonly className: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly message: string;
  /** What there is to see beside the message; empty for nothing. */
  readonly evidence: string;
}

const elements = { pass: 'system-out', fail: 'failure', inconclusive: 'skipped', invalid: 'error' } as const;

/**
 * The report as JUnit XML: a test suite per suite and prompt, a test case per comparison. A regression is one failure,
 * that of its comparison; the cases that got worse are its text. What else keeps the verdict from being pass has a test case
 * in a suite of our own.
 */
export function renderJunit(full: Report): string {
  const report = redactForPeople(full);
  const suites = groupMetrics(report).map(({ suite, promptId, metrics }) => ({
    name: [suite, promptId].filter((part) => part !== null).join(' / ') || 'compare',
    cases: metrics.map((metric) => buildComparison(report, metric)),
  }));
  const own = { name: 'prompt-assay', cases: buildOwn(report) };
  const all = [own, ...suites];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${count(all.flatMap(({ cases }) => cases))} time="${report.durationMs / 1000}">\n${all.map(renderSuite).join('')}</testsuites>\n`;
}

/** The verdict passes where something below it says why it is none. */
function buildOwn(report: Report): readonly TestCase[] {
  const grounds = listToldGrounds(report).map((ground) => buildCase(ground.name, ground.outcome, ground.message));
  const problems = report.errors.map((problem) => {
    const place = [problem.path, problem.line, problem.column].filter((part) => part !== null).join(':');
    return buildCase(place || 'problem', 'invalid', renderProblem(problem));
  });
  const isTold = grounds.some(({ name }) => name === 'verdict');
  return [...(isTold ? [] : [buildCase('verdict', 'pass', describeRun(report))]), ...grounds, ...problems];
}

function buildCase(name: string, outcome: Outcome, message: string): TestCase {
  return { className: 'prompt-assay', name, outcome, message, evidence: '' };
}

function buildComparison(report: Report, metric: MetricReport): TestCase {
  const { suite, prompt, metric: name } = metric;
  return {
    className: [suite, prompt].filter((part) => part !== null).join('.') || 'compare',
    name,
    ...tellComparison(metric),
    evidence: renderBroken(report, listBroken(report, metric)),
  };
}

function renderSuite({ name, cases }: { readonly name: string; readonly cases: readonly TestCase[] }): string {
  const skipped = cases.filter(({ outcome }) => outcome === 'inconclusive').length;
  return `  <testsuite name="${escapeXml(name)}"${count(cases)} skipped="${skipped}">\n${cases.map(renderTestCase).join('')}  </testsuite>\n`;
}

/** The text repeats the message: GitLab shows only one of the two, the text. */
function renderTestCase({ className, name, outcome, message, evidence }: TestCase): string {
  const element = elements[outcome];
  const attribute = outcome === 'pass' ? '' : ` message="${escapeXml(message)}"`;
  const text = renderText(evidence === '' ? message : `${message}\n\n${evidence}`);
  return `    <testcase classname="${escapeXml(className)}" name="${escapeXml(name)}"><${element}${attribute}>${text}</${element}></testcase>\n`;
}

/** Between tags a line end may stand as it is. */
function renderText(text: string): string {
  return escapeXml(text).replaceAll('&#10;', '\n');
}

function count(cases: readonly TestCase[]): string {
  const of = (outcome: Outcome) => cases.filter((entry) => entry.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${of('fail')}" errors="${of('invalid')}"`;
}

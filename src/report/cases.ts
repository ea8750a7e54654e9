import { cutText, escapeHtml, escapeInline, renderCode, renderFence, renderHtmlCode } from './escape.ts';
import { renderFold } from './fold.ts';
import { buildGroupNames, findMetric, type NameGroup, nameSide } from './grouping.ts';
import { formatNoun } from './numbers.ts';
import { renderJsonText, renderOutputText } from './output-text.ts';
import type { CaseReport, Report } from './report.ts';
import { diffTexts, renderDiffLines, wrapLine } from './text-diff.ts';
import { describeScores } from './words.ts';

/** Cases shown on their own where there are many; the others share one fold. */
const maxLeading = 3;
const fewCases = 5;
const maxText = 1200;

/** What a case's line has to name because it differs within the report. */
interface Names {
  readonly group: NameGroup;
  readonly metricsDiffer: boolean;
}

/** The cases worth showing, at most `max` with their texts; empty where there are none. */
export function renderCases(report: Report, max: number): string {
  if (report.cases.length === 0) return '';
  const metricsDiffer = new Set(report.cases.map(({ metric }) => metric)).size > 1;
  const names = { group: buildGroupNames(report), metricsDiffer };
  const shown = report.cases.slice(0, max);
  const leading = shown.length <= fewCases ? shown.length : maxLeading;
  const later = shown.slice(leading).map((entry) => renderCase(report, entry, names));
  return [
    renderHeading(report),
    '',
    ...shown.slice(0, leading).map((entry) => renderCase(report, entry, names)),
    ...(later.length === 0 ? [] : [renderFold(describeRest(shown.slice(leading)), later.join('\n'))]),
    ...(report.cases.length > max
      ? ['', `*${formatNoun(report.cases.length - max, 'more case')}: see the full report.*`]
      : []),
  ].join('\n');
}

/** Only the ids of the worst cases, at most `max`. */
export function renderCaseIds(report: Report, max: number): string {
  if (report.cases.length === 0) return '';
  const ids = report.cases.slice(0, max).map((entry) => renderCode(cutText(entry.case, 80)));
  const rest = report.cases.length - ids.length;
  return `${renderHeading(report)} ${ids.join(', ')}${rest > 0 ? ` and ${formatNoun(rest, 'more', 'more')}` : ''}`;
}

function isGood({ label }: CaseReport): boolean {
  return label === 'better' || label === 'improved';
}

function renderHeading(report: Report): string {
  if (report.cases.every(isGood)) return '**What got better**';
  const heading = report.verdict === 'fail' ? '**Where it broke**' : '**Cases that changed**';
  const pattern = report.metrics.find((metric) => metric.gates && metric.pattern !== null)?.pattern ?? null;
  return pattern === null ? heading : `${heading} — ${escapeInline(pattern)}.`;
}

function describeRest(rest: readonly CaseReport[]): string {
  const good = rest.filter(isGood).length;
  const bad = rest.length - good;
  if (bad === 0) return `${good} that got better`;
  return good === 0 ? `${bad} more` : `${bad} more, and ${good} that got better`;
}

function renderCase(report: Report, entry: CaseReport, names: Names): string {
  return renderFold(renderSummary(report, entry, names), renderBody(report, entry) || '*No texts are shown.*');
}

function renderSummary(report: Report, entry: CaseReport, names: Names): string {
  const metric = findMetric(report, entry);
  const group = names.group(entry.suite, entry.prompt);
  const expected = shortExpected(entry);
  return [
    `<b>${renderHtmlCode(cutText(entry.case, 80))}</b>`,
    entry.critical ? '<b>critical</b>' : '',
    group === null ? '' : escapeHtml(cutText(group, 100)),
    names.metricsDiffer ? escapeHtml(cutText(entry.metric, 60)) : '',
    expected === null ? '' : `expected ${renderHtmlCode(expected)}`,
    `${escapeHtml(nameSide(report.base, 'baseline'))} ${describeScores(entry.baselineScores, metric)}`,
    `${escapeHtml(nameSide(report.head, 'candidate'))} ${describeScores(entry.candidateScores, metric)}`,
    entry.label === 'flaky' ? 'flaky' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function renderBody(report: Report, entry: CaseReport): string {
  const expected = entry.expected === null || shortExpected(entry) !== null ? '' : renderJsonText(entry.expected);
  return [
    entry.input === null ? '' : renderField('Input', renderJsonText(entry.input)),
    expected === '' ? '' : renderField('Expected', expected),
    renderOutputs(report, entry),
    entry.reason === null ? '' : renderField('Reason', entry.reason),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderOutputs(report: Report, { baselineOutput, candidateOutput }: CaseReport): string {
  const [before, after] = [renderOutputText(baselineOutput), renderOutputText(candidateOutput)];
  const only = (name: string, text: string) =>
    `${escapeInline(name)} answered:\n\n${renderFence(cutText(text, maxText).split('\n').flatMap(wrapLine).join('\n'), 'text')}`;
  if (baselineOutput === null && candidateOutput === null) return '';
  if (candidateOutput === null) return only(nameSide(report.base, 'baseline'), before);
  if (baselineOutput === null) return only(nameSide(report.head, 'candidate'), after);
  const lines = diffTexts(before, after);
  return lines.length === 0 ? only('Both sides', before) : renderFence(renderDiffLines(lines), 'diff');
}

/** One line stays in the text, which wraps; several lines get a block, which does not. */
function renderField(name: string, text: string): string {
  const cut = cutText(text.trim(), maxText);
  if (!cut.includes('\n')) return `*${name}:* ${escapeInline(cut)}`;
  return `*${name}:*\n\n${renderFence(cut.split('\n').flatMap(wrapLine).join('\n'), 'text')}`;
}

function shortExpected({ expected }: CaseReport): string | null {
  if (expected === null) return null;
  const text = renderJsonText(expected);
  return text.length <= 60 && !text.includes('\n') ? text : null;
}

import { count } from '../../text/prose.ts';
import type { CaseReport } from '../case-report.ts';
import type { Room } from '../diff/clip-diff.ts';
import { clipLine } from '../diff/clip-line.ts';
import { renderJsonText } from '../diff/output-text.ts';
import { cutText, escapeHtml, escapeInline, renderCode, renderFence, renderHtmlCode } from '../escape.ts';
import type { Report } from '../report.ts';
import { compareAnswers, listCaseScores, listReasons, shortExpected } from '../words/case-evidence.ts';
import { buildGroupNames, type NameGroup, nameSide } from '../words/grouping.ts';
import { renderDiffLines, wrapLine } from './diff-block.ts';
import { renderFold } from './fold.ts';

/** Cases shown on their own where there are many; the others share one fold. */
const maxLeading = 3;
const fewCases = 5;
const maxText = 1200;
const maxMetrics = 6;
const room: Room = { lines: 30, characters: 440 };

/** What a case's line has to name because it differs within the report. */
interface Names {
  readonly group: NameGroup;
  readonly metricsDiffer: boolean;
}

/** The cases worth showing, at most `max` with their texts; empty where there are none. */
export function renderCases(report: Report, max: number): string {
  if (report.cases.length === 0) return '';
  const metricsDiffer = new Set(report.cases.flatMap(({ metrics }) => metrics.map(({ metric }) => metric))).size > 1;
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
      ? ['', `*${count(report.cases.length - max, 'more case')}: see the full report.*`]
      : []),
  ].join('\n');
}

/** Only the ids of the worst cases, at most `max`. */
export function renderCaseIds(report: Report, max: number): string {
  if (report.cases.length === 0) return '';
  const ids = report.cases.slice(0, max).map((entry) => renderCode(cutText(entry.case, 80)));
  const rest = report.cases.length - ids.length;
  return `${renderHeading(report)} ${ids.join(', ')}${rest > 0 ? ` and ${count(rest, 'more', 'more')}` : ''}`;
}

function isGood({ label }: CaseReport): boolean {
  return label === 'better' || label === 'improved';
}

function renderHeading(report: Report): string {
  if (report.cases.every(isGood)) return '**What got better**';
  // Thresholds and datasets fail a change in which no case broke.
  const broken = report.metrics.filter((metric) => metric.gates && metric.verdict === 'fail');
  const heading = broken.length > 0 ? '**Where it broke**' : '**Cases that changed**';
  const pattern = broken.find((metric) => metric.pattern !== null)?.pattern ?? null;
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
  const group = names.group(entry.suite, entry.prompt);
  const expected = shortExpected(entry);
  return [
    `<b>${renderHtmlCode(cutText(entry.case, 80))}</b>`,
    entry.critical ? '<b>critical</b>' : '',
    group === null ? '' : escapeHtml(cutText(group, 100)),
    expected === null ? '' : `expected ${renderHtmlCode(expected)}`,
    renderScores(report, entry, names),
    entry.label === 'flaky' ? 'flaky' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function renderScores(report: Report, entry: CaseReport, { metricsDiffer }: Names): string {
  const scores = listCaseScores(report, entry);
  if (metricsDiffer) {
    const shown = scores
      .slice(0, maxMetrics)
      .map(({ metric, baseline, candidate }) => `${renderHtmlCode(cutText(metric, 60))} ${baseline} → ${candidate}`);
    return [...shown, ...(scores.length > maxMetrics ? [`${scores.length - maxMetrics} more`] : [])].join(', ');
  }
  return scores
    .map(({ baseline, candidate }) => {
      const [base, head] = [nameSide(report.base, 'baseline'), nameSide(report.head, 'candidate')].map(escapeHtml);
      return `${base} ${baseline} · ${head} ${candidate}`;
    })
    .join(' · ');
}

function renderBody(report: Report, entry: CaseReport): string {
  const expected = entry.expected === null || shortExpected(entry) !== null ? '' : renderJsonText(entry.expected);
  return [
    entry.input === null ? '' : renderField('Input', renderJsonText(entry.input)),
    expected === '' ? '' : renderField('Expected', expected),
    renderReasons(report, entry),
    renderOutputs(report, entry),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderReasons(report: Report, entry: CaseReport): string {
  return listReasons(report, entry)
    .slice(0, maxMetrics)
    .map(({ name, reason }) => renderField(escapeInline(cutText(name, 80)), reason))
    .join('\n\n');
}

function renderOutputs(report: Report, entry: CaseReport): string {
  const evidence = compareAnswers(report, entry, room);
  if (evidence.kind === 'none') return '';
  const who = escapeInline(evidence.who ?? '');
  if (evidence.kind !== 'diff') {
    return `*${who} answered${evidence.kind === 'equal' ? ' the same' : ''}:*\n\n${renderText(evidence.text)}`;
  }
  const diff = renderFence(renderDiffLines(evidence.lines), 'diff');
  return who === '' ? diff : `*${who}:*\n\n${diff}`;
}

/** One line stays in the text, which wraps; several lines get a block, which does not. */
function renderField(name: string, text: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes('\n')) return `*${name}:* ${escapeInline(clip(trimmed))}`;
  return `*${name}:*\n\n${renderText(trimmed)}`;
}

function renderText(text: string): string {
  return renderFence(clip(text).split('\n').flatMap(wrapLine).join('\n'), 'text');
}

/** The beginning and the end of a long text. */
function clip(text: string): string {
  return text.length > maxText ? clipLine(text, [], maxText) : text;
}

import { count } from '../../text/prose.ts';
import type { CaseReport } from '../case-report.ts';
import type { Room } from '../diff/clip-diff.ts';
import { clipLine } from '../diff/clip-line.ts';
import { renderDiffLines, wrapLine } from '../diff/diff-block.ts';
import { renderJsonText } from '../diff/output-text.ts';
import { cutText, escapeHtml, escapeInline, escapeUrl, renderCode, renderFence, renderHtmlCode } from '../escape.ts';
import { fileUrl, renderLink } from '../links.ts';
import type { Report } from '../report.ts';
import { anchorOf } from '../words/anchor.ts';
import { compareAnswers, listCaseScores, listReasons, shortExpected } from '../words/case-evidence.ts';
import { buildGroupNames, type NameGroup, nameSide } from '../words/grouping.ts';
import { renderFold } from './fold.ts';

/** Cases shown on their own where there are many; the others share one fold. */
const maxLeading = 3;
const fewCases = 5;
const maxText = 1200;
const maxMetrics = 6;
const maxReasons = 3;
const maxIds = 8;
const room: Room = { lines: 30, characters: 440 };

/** What a case's line has to name because it differs within the report. */
interface Names {
  readonly group: NameGroup;
  readonly metricsDiffer: boolean;
}

/** The cases worth showing, at most `max` with their texts, and those without an answer in a line; empty where there are none. */
export function renderCases(report: Report, max: number): string {
  const told = report.cases.filter(({ label }) => label !== 'unscored');
  return [renderTold(report, told, max), renderUnscored(report)].filter((part) => part !== '').join('\n\n');
}

function renderTold(report: Report, cases: readonly CaseReport[], max: number): string {
  if (cases.length === 0) return '';
  const metricsDiffer = new Set(cases.flatMap(({ metrics }) => metrics.map(({ metric }) => metric))).size > 1;
  const names = { group: buildGroupNames(report), metricsDiffer };
  const shown = cases.slice(0, max);
  const leading = shown.length <= fewCases ? shown.length : maxLeading;
  // Folds are HTML, which a blank line ends; items of a list have none between them.
  const gap = report.examples === 'full' ? '\n\n' : '\n';
  const show = (entries: readonly CaseReport[]) => entries.map((entry) => renderCase(report, entry, names)).join(gap);
  const later = shown.slice(leading);
  return [
    renderHeading(report, cases),
    show(shown.slice(0, leading)),
    ...(later.length === 0 ? [] : [renderFold(describeRest(later), show(later))]),
    ...(cases.length > max ? [`*${count(cases.length - max, 'more case')}: ${renderPlace(report)}.*`] : []),
  ].join('\n\n');
}

/** Cases that were not scored have nothing to show but why, which many of them share. */
function renderUnscored(report: Report): string {
  const unscored = report.cases.filter(({ label }) => label === 'unscored');
  const reasonOf = (entry: CaseReport) => listReasons(report, entry)[0]?.reason ?? '';
  return [...new Set(unscored.map(reasonOf))]
    .slice(0, maxReasons)
    .map((reason) => {
      const own = unscored.filter((entry) => reasonOf(entry) === reason);
      const why = reason === '' ? '' : ` (${escapeInline(cutText(reason, 200))})`;
      return `${count(own.length, 'case')} without a score${why}: ${listIds(own, maxIds)}`;
    })
    .join('\n\n');
}

function renderPlace({ github }: Report): string {
  return renderLink('see `report.html`', github?.pageUrl == null ? null : escapeUrl(`${github.pageUrl}/report.html`));
}

/** Only the ids of the worst cases, at most `max`. */
export function renderCaseIds(report: Report, max: number): string {
  return report.cases.length === 0 ? '' : `${renderHeading(report, report.cases)} ${listIds(report.cases, max)}`;
}

function listIds(cases: readonly CaseReport[], max: number): string {
  const rest = cases.length - max;
  const ids = cases.slice(0, max).map((entry) => renderCode(cutText(entry.case, 80)));
  return `${ids.join(', ')}${rest > 0 ? ` and ${count(rest, 'more', 'more')}` : ''}`;
}

function isGood({ label }: CaseReport): boolean {
  return label === 'better' || label === 'improved';
}

function renderHeading(report: Report, cases: readonly CaseReport[]): string {
  if (cases.every(isGood)) return '**What got better**';
  // Thresholds and datasets fail a change in which no case broke.
  const isBroken = report.metrics.some((metric) => metric.gates && metric.verdict === 'fail');
  return isBroken ? '**Where it broke**' : '**Cases that changed**';
}

function describeRest(rest: readonly CaseReport[]): string {
  const good = rest.filter(isGood).length;
  const bad = rest.length - good;
  if (bad === 0) return `${good} that got better`;
  return good === 0 ? `${bad} more` : `${bad} more, and ${good} that got better`;
}

/** A case of which no text may be shown has nothing to unfold. */
function renderCase(report: Report, entry: CaseReport, names: Names): string {
  const summary = renderSummary(report, entry, names);
  const body = renderBody(report, entry);
  if (body === '') return `- ${summary}`;
  return renderFold(summary, [body, renderLinks(report, entry)].filter((part) => part !== '').join('\n\n'));
}

/** Where the row stands, and where the case is on the page. */
function renderLinks(report: Report, { suite, prompt, case: id, place }: CaseReport): string {
  const row = fileUrl(report, place.side, place.path, place.line);
  const page = report.github?.pageUrl ?? null;
  const links = [
    row === null ? '' : renderLink(`the row in ${renderCode(cutText(place.path, 120))}`, row),
    page === null ? '' : renderLink('in the report', escapeUrl(`${page}/report.html${anchorOf(suite, prompt, id)}`)),
  ].filter((part) => part !== '');
  return links.length === 0 ? '' : `<sub>${links.join(' · ')}</sub>`;
}

function renderSummary(report: Report, entry: CaseReport, names: Names): string {
  const group = names.group(entry.suite, entry.prompt);
  const expected = shortExpected(entry);
  return [
    `<b>${renderHtmlCode(cutText(entry.case, 80))}</b>`,
    entry.critical ? '<b>critical</b>' : '',
    group === null ? '' : renderHtmlCode(cutText(group, 100)),
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

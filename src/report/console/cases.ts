import { isJsonObject, type Json } from '../../json.ts';
import { count } from '../../text/prose.ts';
import type { CaseReport } from '../case-report.ts';
import type { DiffLine, Room } from '../diff/clip-diff.ts';
import { clipLine } from '../diff/clip-line.ts';
import { renderJsonText } from '../diff/output-text.ts';
import { cutText, oneLine } from '../escape.ts';
import type { Report } from '../report.ts';
import { anchorOf } from '../words/anchor.ts';
import { compareAnswers, listCaseScores, listReasons } from '../words/case-evidence.ts';
import { buildGroupNames, findMetric, type NameGroup, nameSide } from '../words/grouping.ts';
import { cutMiddle, measure, wrap } from './cells.ts';
import type { PageLink } from './page-link.ts';
import type { Screen, Style } from './screen.ts';
import { plainSigns } from './signs.ts';

const maxCases = 5;
const maxMetrics = 6;
const maxTags = 8;
/** Characters of a text that is not compared. */
const maxText = 240;
const indent = '    ';

const signs: Readonly<Record<CaseReport['label'], readonly [Style, string]>> = {
  regressed: ['red', '✗'],
  worse: ['red', '✗'],
  unscored: ['yellow', '!'],
  flaky: ['yellow', '~'],
  better: ['green', '✓'],
  improved: ['green', '✓'],
};

/** The five worst cases, how many more there are, and how to look at one again. */
export function renderWorst(
  report: Report,
  { page, look }: { readonly page: PageLink | null; readonly look: ((id: string) => string) | null },
  screen: Screen,
): readonly string[] {
  const [worst] = report.cases;
  const rest = report.cases.length - maxCases;
  const nameGroup = buildGroupNames(report);
  const where = page === null ? '' : `: ${oneLine(page.path)}`;
  return [
    ...report.cases.slice(0, maxCases).flatMap((entry) => renderCase(report, entry, nameGroup, page, screen)),
    ...[
      ...(rest > 0 ? [`and ${rest} more${where}`] : []),
      ...(worst === undefined || look === null ? [] : [`One case again, whole: ${oneLine(look(worst.case))}`]),
    ].flatMap((line) => wrap(line, screen.width, '  ').map((shown) => screen.paint('dim', shown))),
  ];
}

function renderCase(
  report: Report,
  entry: CaseReport,
  nameGroup: NameGroup,
  page: PageLink | null,
  screen: Screen,
): readonly string[] {
  const { tags, expected, input } = entry;
  const field = (name: string, text: string) => renderField(name, text, screen);
  return [
    ...renderTitle(entry, nameGroup(entry.suite, entry.prompt), page, screen),
    ...renderScores(report, entry, screen),
    ...(expected === null ? [] : field('expected', renderValue(expected))),
    ...listBothReasons(report, entry).flatMap(({ name, reason }) => field(name, reason)),
    ...(tags.length === 0 ? [] : field('tags', tags.slice(0, maxTags).join(', '))),
    ...(input === null ? [] : field('input', renderValue(input))),
    ...renderAnswers(report, entry, screen),
  ];
}

/** `✗ refund-017  critical · triage`; the id leads to the case in the page. */
function renderTitle(entry: CaseReport, group: string | null, page: PageLink | null, screen: Screen) {
  const [style, sign] = signs[entry.label];
  const id = cutMiddle(oneLine(entry.case), screen.width - 2);
  const address = page === null ? null : page.address + anchorOf(entry.suite, entry.prompt, entry.case);
  const shown = screen.link(screen.paint('bold', id), address);
  const facts = [entry.label, ...(entry.critical ? ['critical'] : []), ...(group === null ? [] : [group])];
  const [first = '', ...more] = wrap(oneLine(facts.join(' · ')), screen.width, `  ${id}  `, indent);
  const isBeside = measure(first) <= screen.width && more.length === 0;
  const begin = `${screen.paint(style, sign)} ${shown}`;
  if (isBeside) return [begin + first.slice(2 + id.length)];
  return [begin, ...wrap(oneLine(facts.join(' · ')), screen.width, indent)];
}

/** Metrics that saw the same in a line: `label, tier: main ✓ → this PR ✗`. */
function renderScores(report: Report, entry: CaseReport, screen: Screen): readonly string[] {
  const [base, head] = [nameSide(report.base, 'baseline'), nameSide(report.head, 'candidate')];
  const scores = listCaseScores(report, entry).slice(0, maxMetrics);
  const rest = entry.metrics.length - scores.length;
  const seen = new Map<string, string[]>();
  for (const { metric, baseline, candidate } of scores) {
    const what = `${base} ${plainSigns(baseline)} → ${head} ${plainSigns(candidate)}`;
    seen.set(what, [...(seen.get(what) ?? []), cutText(metric, 60)]);
  }
  return [
    ...[...seen].map(([what, metrics]) => `${metrics.join(', ')}: ${what}`),
    ...(rest > 0 ? [count(rest, 'more metric')] : []),
  ].flatMap((line) => wrap(oneLine(line), screen.width, indent, `${indent}  `));
}

/** Why the answers that are shown fell short; what a judge said of both sides, which is read side by side. */
function listBothReasons(report: Report, entry: CaseReport): ReturnType<typeof listReasons> {
  const judged = entry.metrics.flatMap(({ metric, baselineReason, candidateReason }) => {
    const isChecked = (findMetric(report, entry, metric)?.kind ?? 'check') === 'check';
    if (isChecked || baselineReason === null || candidateReason === null) return [];
    return [{ name: `Reason, ${metric}, ${nameSide(report.base, 'baseline')}`, reason: baselineReason }];
  });
  return [...listReasons(report, entry), ...judged].slice(0, maxMetrics);
}

/** Members of a value stand on one line here. */
function renderValue(value: Json): string {
  const text = renderJsonText(value);
  return isJsonObject(value) ? text.replaceAll('\n', ', ') : text;
}

function renderField(name: string, text: string, screen: Screen): readonly string[] {
  const begin = `${cutText(oneLine(name.charAt(0).toLowerCase() + name.slice(1)), 60)}: `;
  const clipped = text.length > maxText ? clipLine(text, [], maxText) : text;
  return wrap(`${begin}${oneLine(clipped)}`, screen.width, indent, `${indent}  `);
}

function renderAnswers(report: Report, entry: CaseReport, screen: Screen): readonly string[] {
  const evidence = compareAnswers(report, entry, roomOf(screen));
  if (evidence.kind === 'none') return [];
  if (evidence.kind !== 'diff') {
    const both = evidence.kind === 'equal' ? ' the same' : '';
    return renderField(`${evidence.who} answered${both}`, evidence.text, screen);
  }
  const who = evidence.who === null ? [] : wrap(oneLine(evidence.who), screen.width, indent);
  return [
    ...who.map((line) => screen.paint('dim', line)),
    ...evidence.lines.flatMap((line) => renderLine(line, screen)),
  ];
}

/** A line of a difference has room for two lines of the screen, and for what tells it apart in any case. */
function roomOf({ width }: Screen): Room {
  return { lines: 10, characters: Math.max(120, 2 * (width - 6)) };
}

/** Indentation is kept: in JSON it tells what belongs where. */
function renderLine({ kind, text }: DiffLine, screen: Screen): readonly string[] {
  const own = /^ */.exec(text)?.[0] ?? '';
  const deep = own.slice(0, Math.floor(screen.width / 3));
  if (kind === 'gap')
    return wrap(`… ${oneLine(text)} …`, screen.width, `${indent}  `).map((line) => screen.paint('dim', line));
  const sign = { removed: '-', added: '+', same: ' ' }[kind];
  const style = ({ removed: 'red', added: 'green', same: 'dim' } as const)[kind];
  const lines = wrap(oneLine(text), screen.width, `${indent}${sign} ${deep}`, `${indent}${deep}    `);
  return lines.map((line) => screen.paint(style, line));
}

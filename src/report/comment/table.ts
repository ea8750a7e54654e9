import { markdownTable } from 'markdown-table';
import { listFirst } from '../../text/prose.ts';
import { cutText, escapeInline, renderHtmlCode } from '../escape.ts';
import { commitOf, commitUrl, promptUrl, renderLink } from '../links.ts';
import type { MetricReport } from '../metric-report.ts';
import type { Report } from '../report.ts';
import { type ArmFigures, describeFigures, type Figures, listArmFigures } from '../words/figures.ts';
import { buildGroupNames, type Group, groupMetrics, type NameGroup, nameSide } from '../words/grouping.ts';
import { unknown } from '../words/numbers.ts';
import { titleOf } from '../words/prompt-words.ts';
import {
  collectFootnotes,
  describeCounts,
  describeEnding,
  describeKind,
  describeLimit,
  type Ending,
  renderFootnoteMark,
} from '../words/words.ts';
import { renderFold } from './fold.ts';

/** A cell with the sign first, so that it stays on the screen of a phone; then the two sides, how they differ, and the cases. */
type Row = readonly [name: string, sides: string, change: string, counts: string];

/** So many prompts share one table; of more, those that passed are folded. */
const fewGroups = 3;
/** So many names of what passed are told. */
const maxFine = 12;
const order: readonly Ending['sign'][] = ['❌', '⛔', '⚠️', '✅', '–'];

/** One row a comparison, what is worst first, and one a limit of cost or latency; what passed is folded where there is much. Empty where nothing was compared. */
export function renderTable(report: Report): string {
  const groups = [...groupMetrics(report)].sort((a, b) => rankGroup(a) - rankGroup(b));
  const isFine = (group: Group) => rankGroup(group) >= order.indexOf('✅');
  if (groups.length <= fewGroups) return renderRows(report, groups);
  const fine = groups.filter(isFine);
  const rest = groups.filter((group) => !isFine(group));
  const passed = renderRows(report, fine);
  return [renderRows(report, rest), passed === '' ? '' : renderFold(nameFine(fine, buildGroupNames(report)), passed)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Only the rows that a verdict rests on, at most `max`. */
export function renderOpenRows(report: Report, max: number): string {
  const isOpen = (metric: MetricReport) => metric.belowMinScore || (metric.gates && metric.verdict !== 'pass');
  const groups = groupMetrics(report).map((group) => ({
    ...group,
    prompt: null,
    metrics: group.metrics.filter(isOpen),
  }));
  return renderRows(report, groups, max);
}

/** What an answer takes on both sides where no limit is set for it: a small line, or a fold of one line for each prompt. */
export function renderExpenses(report: Report): string {
  const nameGroup = buildGroupNames(report);
  const lines = groupMetrics(report).flatMap((group) => {
    const figures = listArmFigures(group.prompt).filter(({ verdict }) => verdict === null);
    if (figures.length === 0) return [];
    const name = nameGroup(group.suite, group.promptId);
    return [`${name === null ? '' : `${escapeInline(cutText(name, 120))}: `}${figures.map(renderExpense).join(' · ')}`];
  });
  const small = (text: string) => `<sub>${text}</sub>`;
  if (lines.length <= 1) return [renderSides(report), ...lines].map(small).join('<br>');
  const fold = renderFold('Cost, latency and tokens', lines.map((line) => `- ${line}`).join('\n'));
  return `${small(renderSides(report))}\n\n${fold}`;
}

/** Both sides with the commits that people know. */
export function renderSides(report: Report): string {
  return (['base', 'head'] as const)
    .map((side) => {
      const label = escapeInline(nameOf(report, side));
      const commit = commitOf(report, side);
      return commit === null ? label : `${label} ${renderLink(`\`${commit.slice(0, 7)}\``, commitUrl(report, side))}`;
    })
    .join(' → ');
}

function renderRows(report: Report, groups: readonly Group[], max = Number.POSITIVE_INFINITY): string {
  const footnotes = collectFootnotes(report.metrics);
  const nameGroup = buildGroupNames(report);
  const body = groups.flatMap((group) => renderGroup(report, group, nameGroup, footnotes)).slice(0, max);
  if (body.length === 0) return '';
  const sides = `${escapeInline(nameOf(report, 'base'))} → ${escapeInline(nameOf(report, 'head'))}`;
  const header = ['metric', sides, 'change (between)', 'worse / better / same'];
  return markdownTable([header, ...body], { align: ['l', 'l', 'l', 'l'], alignDelimiters: false });
}

function rankGroup({ metrics, prompt }: Group): number {
  const limits = listArmFigures(prompt).map(({ verdict }) =>
    verdict === 'fail' ? '❌' : verdict === null ? '–' : '✅',
  );
  const signs = [...metrics.map((metric) => describeEnding(metric).sign), ...limits];
  return Math.min(order.length, ...signs.map((sign) => order.indexOf(sign)));
}

function nameFine(groups: readonly Group[], nameGroup: NameGroup): string {
  const names = groups.map(({ suite, promptId }) => renderHtmlCode(cutText(nameGroup(suite, promptId) ?? '', 80)));
  return `✅ ${groups.length} with nothing against ${groups.length === 1 ? 'it' : 'them'}: ${listFirst(names, maxFine)}`;
}

function renderGroup(report: Report, group: Group, nameGroup: NameGroup, footnotes: readonly string[]): readonly Row[] {
  const rank = (metric: MetricReport) => order.indexOf(describeEnding(metric).sign);
  const metrics = [...group.metrics].sort((a, b) => rank(a) - rank(b));
  const limits = listArmFigures(group.prompt).filter(({ verdict }) => verdict !== null);
  const rows = [...metrics.map((metric) => renderMetric(metric, footnotes)), ...limits.map(renderLimit)];
  const name = nameGroup(group.suite, group.promptId);
  if (name === null || rows.length === 0) return rows;
  return [[nameGroupRow(report, name, group.prompt), '', '', ''], ...rows];
}

/** What a group is called, and the file of its prompt where the name does not say it. */
function nameGroupRow(report: Report, name: string, prompt: Group['prompt']): string {
  const strong = `**${escapeInline(cutText(name, 120))}**`;
  if (prompt === null || name.includes(titleOf(prompt))) return strong;
  return `${strong} · ${renderLink(escapeInline(cutText(titleOf(prompt), 120)), promptUrl(report, prompt))}`;
}

function renderMetric(metric: MetricReport, footnotes: readonly string[]): Row {
  const name = escapeInline(cutText(metric.metric, 80));
  const { sign, words } = describeEnding(metric);
  const { baseline, candidate, change, note } = describeChange(metric);
  const isBroken = metric.verdict === 'fail' && metric.gates;
  const facts = [words.replace(/ (?=(?:pts?|%)$)/, '\u00A0'), describeKind(metric)].filter((part) => part !== '');
  return [
    `${sign === '–' ? '' : `${sign} `}${[metric.gates ? `**${name}**` : name, ...facts].join(' · ')}${renderFootnoteMark(metric, footnotes)}`,
    renderPair(baseline, candidate),
    `${isBroken ? `**${unbroken(change)}**` : unbroken(change)}${note === null ? '' : ` (${unbroken(note)})`}`,
    describeCounts(metric),
  ];
}

/** What could not be judged did not change by anything. */
function describeChange(metric: MetricReport): Figures {
  const figures = describeFigures(metric);
  return metric.gates && metric.verdict === 'invalid' ? { ...figures, change: unknown, note: null } : figures;
}

function renderLimit({ name, baseline, candidate, change, note, verdict }: ArmFigures): Row {
  const [sign = '', ...words] = describeLimit(verdict).split(' ');
  return [
    `${sign} **${name}** · ${words.join(' ')}`,
    renderPair(baseline, candidate),
    unbroken(change) + (note === null ? '' : ` (${note.replace(/ (?=%)/g, '\u00A0')})`),
    '',
  ];
}

function renderExpense({ name, baseline, candidate, change, note }: ArmFigures): string {
  if (baseline === candidate && note === null) return unbroken(`${name} ${baseline}`);
  const changes = [change, ...(note === null ? [] : [note])].map(unbroken).join('; ');
  return `${unbroken(name)}\u00A0${renderPair(baseline, candidate)} (${changes})`;
}

function renderPair(baseline: string, candidate: string): string {
  if (baseline === unknown && candidate === unknown) return unknown;
  // A phone has room for one number a line.
  return `${unbroken(`${baseline} →`)} ${unbroken(candidate)}`;
}

function nameOf(report: Report, side: 'base' | 'head'): string {
  return nameSide(report[side], side === 'base' ? 'baseline' : 'candidate');
}

/** Keeps numbers and their units on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00A0');
}

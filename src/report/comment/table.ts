import { markdownTable } from 'markdown-table';
import { cutText, escapeInline } from '../escape.ts';
import type { MetricReport } from '../metric-report.ts';
import type { Report, SideReport } from '../report.ts';
import { describeFigures, listArmFigures } from '../words/figures.ts';
import { buildGroupNames, type Group, groupMetrics, type NameGroup, nameSide, shortCommit } from '../words/grouping.ts';
import {
  collectFootnotes,
  describeCounts,
  describeLimit,
  describeRole,
  describeVerdict,
  renderFootnoteMark,
} from '../words/words.ts';

type Row = readonly [name: string, base: string, candidate: string, change: string, counts: string, verdict: string];

/** One row a comparison, with cost and latency of each prompt; empty where nothing was compared. `open` leaves out what passed or cannot gate. */
export function renderTable(report: Report, rows: 'all' | 'open' = 'all', max = Number.POSITIVE_INFINITY): string {
  const groups = groupMetrics(report).map((group) => (rows === 'all' ? group : keepOpen(group)));
  const footnotes = collectFootnotes(report.metrics);
  const nameGroup = buildGroupNames(report);
  const body = groups.flatMap((group) => renderGroup(group, nameGroup, footnotes)).slice(0, max);
  if (body.length === 0) return '';
  const header = [
    '',
    renderSide(report.base, 'baseline'),
    renderSide(report.head, 'candidate'),
    'change (between)',
    'worse / better / same',
    '',
  ];
  return markdownTable([header, ...body], { align: ['l', 'r', 'r', 'r', 'l', 'l'], alignDelimiters: false });
}

function keepOpen(group: Group): Group {
  const isOpen = (metric: MetricReport) => metric.belowMinScore || (metric.gates && metric.verdict !== 'pass');
  return { ...group, prompt: null, metrics: group.metrics.filter(isOpen) };
}

function renderGroup(group: Group, nameGroup: NameGroup, footnotes: readonly string[]): readonly Row[] {
  const rows = [...group.metrics.map((metric) => renderMetric(metric, footnotes)), ...renderArms(group)];
  const name = nameGroup(group.suite, group.promptId);
  if (name === null || rows.length === 0) return rows;
  return [[`**${escapeInline(cutText(name, 120))}**`, '', '', '', '', ''], ...rows];
}

function renderMetric(metric: MetricReport, footnotes: readonly string[]): Row {
  const name = escapeInline(cutText(metric.metric, 80));
  const { baseline, candidate, change, note } = describeFigures(metric);
  const strong = (text: string) => (metric.verdict === 'fail' && metric.gates ? `**${text}**` : text);
  return [
    `${metric.gates ? `**${name}**` : name} · ${describeRole(metric)}${renderFootnoteMark(metric, footnotes)}`,
    unbroken(baseline),
    unbroken(candidate),
    strong(unbroken(change)) + (note === null ? '' : ` (${unbroken(note)})`),
    describeCounts(metric),
    describeVerdict(metric).replace(/ (?=(?:pts?|%)$)/, '\u00A0'),
  ];
}

function renderArms({ prompt }: Group): readonly Row[] {
  return listArmFigures(prompt).map(({ name, baseline, candidate, change, note, verdict }) => [
    name,
    unbroken(baseline),
    unbroken(candidate),
    unbroken(change) + (note === null ? '' : ` (${note.replace(/ (?=%)/g, '\u00A0')})`),
    '',
    describeLimit(verdict),
  ]);
}

/** Keeps a number and its unit on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00A0');
}

function renderSide(side: SideReport | null, otherwise: string): string {
  const label = escapeInline(nameSide(side, otherwise));
  const commit = shortCommit(side);
  return commit === null ? label : `${label} \`${commit}\``;
}

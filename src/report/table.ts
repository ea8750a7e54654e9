import { markdownTable } from 'markdown-table';
import { cutText, escapeInline } from './escape.ts';
import { buildGroupNames, type Group, groupMetrics, type NameGroup, nameSide, shortCommit } from './grouping.ts';
import {
  formatCount,
  formatDifference,
  formatDuration,
  formatInterval,
  formatRatio,
  formatRelative,
  formatScore,
  formatUsd,
  unknown,
} from './numbers.ts';
import type { ArmReport, MetricReport, Report, SideReport } from './report.ts';
import {
  collectFootnotes,
  describeCounts,
  describeLimit,
  describeRole,
  describeVerdict,
  renderFootnoteMark,
} from './words.ts';

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
  const change = formatDifference(metric.difference, metric.binary);
  const interval = formatInterval(metric.lowerBound, metric.upperBound, metric.binary);
  const strong = (text: string) => (metric.verdict === 'fail' && metric.gates ? `**${text}**` : text);
  return [
    `${metric.gates ? `**${name}**` : name} · ${describeRole(metric)}${renderFootnoteMark(metric, footnotes)}`,
    unbroken(formatScore(metric.baselineMean, metric.binary)),
    unbroken(formatScore(metric.candidateMean, metric.binary)),
    strong(unbroken(change)) + (interval === null ? '' : ` (${unbroken(interval)})`),
    describeCounts(metric),
    describeVerdict(metric).replace(/ (?=(?:pts?|%)$)/, '\u00A0'),
  ];
}

function renderArms({ prompt }: Group): readonly Row[] {
  const { baseline = null, candidate = null } = prompt ?? {};
  const compare = (name: string, pick: 'costPerThousandMicroUsd' | 'latencyMedianMs'): readonly Row[] => {
    const [from, to] = [baseline?.[pick] ?? null, candidate?.[pick] ?? null];
    if (from === null && to === null) return [];
    const format = (value: number | null) =>
      pick === 'latencyMedianMs' ? formatDuration(value) : formatUsd(value === null ? null : value / 1e6);
    const isTime = pick === 'latencyMedianMs';
    const ratio = isTime ? prompt?.latencyRatio : prompt?.costRatio;
    const verdict = (isTime ? prompt?.latencyVerdict : prompt?.costVerdict) ?? null;
    const change = ratio ? formatRatio(ratio) : formatRelative(from, to);
    return [[name, unbroken(format(from)), unbroken(format(to)), unbroken(change), '', describeLimit(verdict)]];
  };
  const tokens = renderTokens(baseline, candidate);
  return [
    ...tokens,
    ...compare('cost per 1,000', 'costPerThousandMicroUsd'),
    ...compare('latency, median', 'latencyMedianMs'),
  ];
}

/** Tokens of an answer, in and out: what a change to a prompt costs or saves whatever the price. */
function renderTokens(baseline: ArmReport | null, candidate: ArmReport | null): readonly Row[] {
  const [from, to] = [tokensPerAnswer(baseline), tokensPerAnswer(candidate)];
  if (from === null && to === null) return [];
  const format = (tokens: number | null) => (tokens === null ? unknown : formatCount(Math.round(tokens)));
  return [['tokens per answer', format(from), format(to), unbroken(formatRelative(from, to)), '', '–']];
}

function tokensPerAnswer(arm: ArmReport | null): number | null {
  if (arm === null || arm.answered === 0 || arm.inputTokens + arm.outputTokens === 0) return null;
  return (arm.inputTokens + arm.outputTokens) / arm.answered;
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

import { listFirst } from '../../text/prose.ts';
import { oneLine } from '../escape.ts';
import type { MetricReport } from '../metric-report.ts';
import type { Report } from '../report.ts';
import { type ArmFigures, describeFigures, type Figures, listArmFigures } from '../words/figures.ts';
import { buildGroupNames, groupMetrics, nameSide } from '../words/grouping.ts';
import { unknown } from '../words/numbers.ts';
import { collectFootnotes, describeCounts, describeLimit, describeRole, describeVerdict } from '../words/words.ts';
import { cutEnd, cutMiddle, measure, pad, wrap } from './cells.ts';
import type { Screen } from './screen.ts';
import { type Signed, splitSign } from './signs.ts';

/** One line of figures: what it is, both sides, and how it ended. */
export interface FigureRow extends Signed {
  readonly name: string;
  readonly base: string;
  readonly head: string;
  readonly change: string;
  /** Where the change lies; empty where nothing is known. */
  readonly between: string;
  readonly counts: string;
  /** The counts as a clause. */
  readonly told: string;
  /** What is left out first. */
  readonly note: string;
}

/** Rows that belong together; a title is null where there is one such group. */
export interface RowGroup {
  readonly title: string | null;
  readonly rows: readonly FigureRow[];
}

type Column = 'name' | 'base' | 'head' | 'change' | 'between' | 'counts' | 'words';

/** What a table has, the widest first. Where not even the last fits, every row takes some lines of its own. */
const layouts: readonly (readonly Column[])[] = [
  ['name', 'base', 'head', 'change', 'between', 'counts', 'words'],
  ['name', 'base', 'head', 'change', 'counts', 'words'],
  ['name', 'base', 'head', 'change', 'words'],
];
const numbers: ReadonlySet<Column> = new Set(['base', 'head', 'change', 'between']);
const longestName = 36;
const shortestName = 22;
const longestSide = 16;
const maxNamed = 3;
const gap = '  ';

/** The comparisons of a report, and what an answer takes. */
export function listRowGroups(report: Report): readonly RowGroup[] {
  const nameGroup = buildGroupNames(report);
  return groupMetrics(report).map((group) => {
    const title = nameGroup(group.suite, group.promptId);
    const arms = listArmFigures(group.prompt).map(buildArmRow);
    return { title: title === null ? null : oneLine(title), rows: [...group.metrics.map(buildMetricRow), ...arms] };
  });
}

function buildMetricRow(metric: MetricReport): FigureRow {
  const name = `${metric.metric} · ${describeRole(metric)}`;
  return buildFigureRow(name, describeFigures(metric), splitSign(describeVerdict(metric)), metric);
}

/** The row of one comparison; names are foreign text. */
export function buildFigureRow(
  name: string,
  { baseline, candidate, change, note }: Figures,
  signed: Signed,
  counted: Parameters<typeof describeCounts>[0],
): FigureRow {
  const counts = describeCounts(counted);
  const { worse, better, same, unscored } = counted;
  const told = `${worse} worse, ${better} better, ${same} same${unscored > 0 ? `, ${unscored} unscored` : ''}`;
  return {
    ...{ name: oneLine(name), base: baseline, head: candidate, change, between: note ?? '' },
    ...{ counts, told: counts.includes('/') ? told : counts.replace(unknown, ''), note: '', ...signed },
  };
}

function buildArmRow({ name, baseline, candidate, change, note, verdict }: ArmFigures): FigureRow {
  const signed = splitSign(verdict === null ? '' : describeLimit(verdict));
  const figures = { name, base: baseline, head: candidate, change };
  return { ...figures, between: '', counts: '', told: '', note: note ?? '', ...signed };
}

/** Rows under the names of the sides, as a table where one fits the screen. */
export function renderRows(groups: readonly RowGroup[], sides: readonly [string, string], screen: Screen) {
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length === 0) return [];
  const header = buildHeader(sides);
  for (const columns of layouts) {
    const isWhole = columns === layouts[0];
    const widths = fitColumns(columns, [header, ...rows], isWhole, screen.width);
    if (widths === null) continue;
    const render = (row: FigureRow) => renderRow(row, columns, widths, isWhole, screen);
    return [
      screen.paint('dim', renderRow(header, columns, widths, isWhole, null)),
      ...groups.flatMap((group) => [...renderTitle(group, screen), ...group.rows.map(render)]),
    ];
  }
  return groups.flatMap((group) => [
    ...renderTitle(group, screen),
    ...group.rows.flatMap((row) => stackRow(row, screen)),
  ]);
}

/** Why metrics are held to report or refused, each reason once. */
export function renderHeld({ metrics }: Report, screen: Screen): readonly string[] {
  return collectFootnotes(metrics).flatMap((held) => {
    const names = [...new Set(metrics.filter((metric) => metric.held === held).map(({ metric }) => metric))];
    const text = oneLine(`${listFirst(names, maxNamed)}: ${held}`);
    return wrap(text, screen.width, '  ').map((line) => screen.paint('dim', line));
  });
}

/** The names of the sides of a report, as a column has them. */
export function nameSides({ base, head }: Pick<Report, 'base' | 'head'>): readonly [string, string] {
  return [oneLine(nameSide(base, 'baseline')), oneLine(nameSide(head, 'candidate'))];
}

function buildHeader([base, head]: readonly [string, string]): FigureRow {
  const figures = { base: cutMiddle(base, longestSide), head: cutMiddle(head, longestSide), change: 'change' };
  const counts = { between: 'between', counts: 'worse / better / same', told: '' };
  return { name: '', ...figures, ...counts, words: '', note: '', sign: ' ', style: null };
}

/** The cells of each column, where all of them fit; names give way in the narrowest table. */
function fitColumns(
  columns: readonly Column[],
  rows: readonly FigureRow[],
  isWhole: boolean,
  width: number,
): ReadonlyMap<Column, number> | null {
  const widest = (column: Column) => Math.max(...rows.map((row) => measure(cellOf(row, column, isWhole))));
  const others = columns.filter((column) => column !== 'name').map((column) => [column, widest(column)] as const);
  const taken = others.reduce((sum, [, cells]) => sum + gap.length + cells, 2);
  const name = Math.min(longestName, widest('name'));
  const isLast = columns === layouts.at(-1);
  const room = Math.min(name, width - taken);
  return room < (isLast ? Math.min(name, shortestName) : name) ? null : new Map([['name', room], ...others]);
}

function cellOf(row: FigureRow, column: Column, isWhole: boolean): string {
  if (column !== 'words') return row[column];
  return [row.words, isWhole ? row.note : ''].filter((part) => part !== '').join(' · ');
}

function renderRow(
  row: FigureRow,
  columns: readonly Column[],
  widths: ReadonlyMap<Column, number>,
  isWhole: boolean,
  screen: Screen | null,
): string {
  const cells = columns.map((column) => {
    const width = widths.get(column) ?? 0;
    const text = cutEnd(cellOf(row, column, isWhole), width);
    return pad(text, width, numbers.has(column) ? 'right' : 'left');
  });
  return `${paintSign(row, screen)} ${cells.join(gap)}`.trimEnd();
}

function paintSign({ sign, style }: Signed, screen: Screen | null): string {
  return style === null || screen === null ? sign : screen.paint(style, sign);
}

function renderTitle({ title }: RowGroup, screen: Screen): readonly string[] {
  return title === null ? [] : [screen.paint('bold', cutMiddle(title, screen.width))];
}

/** A row where no table fits: its name and how it ended, then the figures. */
function stackRow(row: FigureRow, screen: Screen): readonly string[] {
  const { name, words, base, head, change, between, told, note } = row;
  const ended = words === '' ? '' : `: ${words}`;
  const [first = '', ...more] = wrap(`${cutMiddle(name, screen.width - 4)}${ended}`, screen.width, '  ');
  const changed = between === '' ? change : `${change} (${between})`;
  const figures = [`${base} → ${head}`, changed, note].filter((part) => part !== '' && part !== unknown).join(', ');
  return [
    paintSign(row, screen) + first.slice(1),
    ...more,
    ...[figures, told].filter((part) => part !== '').flatMap((part) => wrap(part, screen.width, '    ')),
  ];
}

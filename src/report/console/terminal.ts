import { oneLine } from '../escape.ts';
import { redactForPeople } from '../redact.ts';
import type { Report } from '../report.ts';
import { describeFigures, listArmFigures } from '../words/figures.ts';
import { buildGroupNames, type Group, groupMetrics, nameSide, shortCommit } from '../words/grouping.ts';
import { describeRun, groupSkipped } from '../words/run-line.ts';
import { describeCounts, describeLimit, describeRole, describeVerdict } from '../words/words.ts';
import { type Paint, renderWorst } from './cases.ts';

/** How the terminal shows a report. */
export interface TerminalOptions {
  readonly colour: boolean;
  /** Files that hold the whole report, as the user can open them. */
  readonly files: readonly string[];
}

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;
const colours = { fail: 'red', pass: 'green', inconclusive: 'yellow', invalid: 'yellow' } as const;

/** The report for a terminal: verdict, table, the five worst cases, problems, where the files are. Ends in a line end. */
export function renderTerminal(full: Report, { colour, files }: TerminalOptions): string {
  const report = redactForPeople(full);
  const paint: Paint = (style, text) => (colour ? `\u001B[${codes[style][0]}m${text}\u001B[${codes[style][1]}m` : text);
  const skipped = report.suites.filter(({ status }) => status !== 'run');
  const blocks = [
    [
      paint('bold', paint(colours[report.verdict], `${report.verdict.toUpperCase()}  ${oneLine(report.title)}`)),
      // An error says the same with its place.
      ...(report.errors.length > 0 ? [] : report.details).map((detail) => `  ${oneLine(detail)}`),
      ...report.notices.map((notice) => `  ${oneLine(notice)}`),
    ],
    report.errors.map((problem) => `${paint('red', 'error')}  ${renderProblem(problem)}`),
    renderRows(report, paint),
    renderWorst(report, paint),
    report.warnings.map((problem) => `${paint('yellow', 'warning')}  ${renderProblem(problem)}`),
    groupSkipped(skipped).map(({ names, reason }) => paint('dim', `not run: ${oneLine(names)} (${oneLine(reason)})`)),
    [...report.notes.map(oneLine), describeRun(report), ...files.map((file) => `  ${oneLine(file)}`)].map((line) =>
      paint('dim', line),
    ),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function renderProblem({ path, line, column, message, hint }: Report['errors'][number]): string {
  const place = [path, line, column].filter((part) => part !== null).join(':');
  return oneLine([place, message, hint].filter((part) => part !== '').join(' '));
}

function renderRows(report: Report, paint: Paint): readonly string[] {
  const nameGroup = buildGroupNames(report);
  const rows = groupMetrics(report).flatMap((group): readonly (readonly string[])[] => {
    const name = nameGroup(group.suite, group.promptId);
    const title = name === null ? [] : [[oneLine(name)]];
    const metrics = group.metrics.map((metric) => {
      const { baseline, candidate, change, note } = describeFigures(metric);
      const name = `${oneLine(metric.metric)} · ${describeRole(metric)}`;
      return [name, baseline, candidate, change, note ?? '', describeCounts(metric), describeVerdict(metric)];
    });
    return [...title, ...metrics, ...renderArms(group)];
  });
  if (rows.length === 0) return [];
  const side = (index: 'base' | 'head', name: string) =>
    oneLine([nameSide(report[index], name), shortCommit(report[index])].filter((part) => part !== null).join(' '));
  const header = [
    '',
    side('base', 'baseline'),
    side('head', 'candidate'),
    'change',
    'between',
    'worse / better / same',
    '',
  ];
  const all = [header, ...rows];
  return alignColumns(all).map((line, index) => {
    if (index === 0) return paint('dim', line);
    return all[index]?.length === 1 ? paint('bold', line) : line;
  });
}

function renderArms({ prompt }: Group): readonly (readonly string[])[] {
  return listArmFigures(prompt).map(({ name, baseline, candidate, change, note, verdict }) => {
    const words = [verdict === null ? null : describeLimit(verdict), note].filter((part) => part !== null);
    return [name, baseline, candidate, change, '', '', words.join(' · ')];
  });
}

/** Columns 1 to 4 are numbers and end together; the others begin together. Widths count code points. */
function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (text: string) => [...text].length;
  const columns = rows[0]?.map((_cell, column) =>
    Math.max(...rows.map((row) => (row.length === 1 ? 0 : width(row[column] ?? '')))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat(Math.max(0, (columns?.[column] ?? 0) - width(cell)));
        return column >= 1 && column <= 4 ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd(),
  );
}

import type { Verdict } from '../gate/comparison.ts';
import { revealText } from './escape.ts';
import { buildGroupNames, findMetric, groupMetrics, nameSide, shortCommit } from './grouping.ts';
import { formatDifference, formatDuration, formatInterval, formatRelative, formatScore, formatUsd } from './numbers.ts';
import { renderJsonText, renderOutputText } from './output-text.ts';
import { redactForPeople } from './redact.ts';
import type { CaseReport, Report } from './report.ts';
import { describeRun } from './run-facts.ts';
import { groupSkipped } from './skipped.ts';
import { diffTexts } from './text-diff.ts';
import { describeCounts, describeLimit, describeRole, describeScores, describeVerdict } from './words.ts';

/** How the terminal shows a report. */
export interface TerminalOptions {
  readonly colour: boolean;
  /** Files that hold the whole report, as the user can open them. */
  readonly files: readonly string[];
}

type Paint = (style: 'bold' | 'dim' | 'red' | 'green' | 'yellow', text: string) => string;

const maxCases = 5;
const maxDiffLines = 8;
const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;
const colours = { fail: 'red', pass: 'green', inconclusive: 'yellow', invalid: 'yellow' } as const;

/** The report for a terminal: verdict, table, the five worst cases, problems, where the files are. Ends in a line end. */
export function renderTerminal(full: Report, { colour, files }: TerminalOptions): string {
  const report = redactForPeople(full);
  const paint: Paint = (style, text) => (colour ? `\u001B[${codes[style][0]}m${text}\u001B[${codes[style][1]}m` : text);
  const skipped = report.suites.filter(({ status }) => status !== 'run');
  const blocks = [
    [
      paint('bold', paint(colours[report.verdict], `${report.verdict.toUpperCase()}  ${clean(report.title)}`)),
      // An error says the same with its place.
      ...(report.errors.length > 0 ? [] : report.details).map((detail) => `  ${clean(detail)}`),
      ...report.notices.map((notice) => `  ${clean(notice)}`),
    ],
    report.errors.map((problem) => `${paint('red', 'error')}  ${renderProblem(problem)}`),
    renderRows(report, paint),
    renderWorst(report, paint),
    report.warnings.map((problem) => `${paint('yellow', 'warning')}  ${renderProblem(problem)}`),
    groupSkipped(skipped).map(({ names, reason }) => paint('dim', `not run: ${clean(names)} (${clean(reason)})`)),
    [...report.notes.map(clean), describeRun(report), ...files.map((file) => `  ${clean(file)}`)].map((line) =>
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
  return clean([place, message, hint].filter((part) => part !== '').join(' '));
}

function renderRows(report: Report, paint: Paint): readonly string[] {
  const nameGroup = buildGroupNames(report);
  const rows = groupMetrics(report).flatMap((group): readonly (readonly string[])[] => {
    const name = nameGroup(group.suite, group.promptId);
    const title = name === null ? [] : [[clean(name)]];
    const metrics = group.metrics.map((metric) => [
      `${clean(metric.metric)} · ${describeRole(metric)}`,
      formatScore(metric.baselineMean, metric.binary),
      formatScore(metric.candidateMean, metric.binary),
      formatDifference(metric.difference, metric.binary),
      formatInterval(metric.lowerBound, metric.upperBound, metric.binary) ?? '',
      describeCounts(metric),
      describeVerdict(metric),
    ]);
    return [...title, ...metrics, ...renderArms(group.prompt)];
  });
  if (rows.length === 0) return [];
  const side = (index: 'base' | 'head', name: string) =>
    clean([nameSide(report[index], name), shortCommit(report[index])].filter((part) => part !== null).join(' '));
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

function renderArms(prompt: Report['suites'][number]['prompts'][number] | null): readonly (readonly string[])[] {
  const { baseline = null, candidate = null } = prompt ?? {};
  const [cost, costAfter] = [baseline?.costPerThousandMicroUsd ?? null, candidate?.costPerThousandMicroUsd ?? null];
  const [latency, latencyAfter] = [baseline?.latencyMedianMs ?? null, candidate?.latencyMedianMs ?? null];
  const usd = (micro: number | null) => formatUsd(micro === null ? null : micro / 1e6);
  const limit = (verdict: Verdict | null = null) => (verdict === null ? [] : ['', '', describeLimit(verdict)]);
  return [
    ...(cost === null && costAfter === null
      ? []
      : [
          ['cost per 1,000', usd(cost), usd(costAfter), formatRelative(cost, costAfter), ...limit(prompt?.costVerdict)],
        ]),
    ...(latency === null && latencyAfter === null
      ? []
      : [
          [
            'latency, median',
            formatDuration(latency),
            formatDuration(latencyAfter),
            formatRelative(latency, latencyAfter),
            ...limit(prompt?.latencyVerdict),
          ],
        ]),
  ];
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

function renderWorst(report: Report, paint: Paint): readonly string[] {
  const rest = report.cases.length - maxCases;
  return [
    ...report.cases.slice(0, maxCases).flatMap((entry) => renderCase(report, entry, paint)),
    ...(rest > 0 ? [paint('dim', `and ${rest} more`)] : []),
  ];
}

function renderCase(report: Report, entry: CaseReport, paint: Paint): readonly string[] {
  const metric = findMetric(report, entry);
  const scores = [
    `${nameSide(report.base, 'baseline')} ${describeScores(entry.baselineScores, metric)}`,
    `${nameSide(report.head, 'candidate')} ${describeScores(entry.candidateScores, metric)}`,
  ];
  const facts = [entry.label + (entry.critical ? ', critical' : ''), entry.metric, ...scores].map(clean);
  const { baselineOutput, candidateOutput } = entry;
  const hasBoth = baselineOutput !== null && candidateOutput !== null;
  const lines = hasBoth ? diffTexts(renderOutputText(baselineOutput), renderOutputText(candidateOutput)) : [];
  const diff = lines.slice(0, maxDiffLines).map(({ kind, text }) => {
    if (kind === 'removed') return paint('red', `  - ${clean(text)}`);
    return kind === 'added' ? paint('green', `  + ${clean(text)}`) : paint('dim', `    ${clean(text)}`);
  });
  const input = entry.input === null ? [] : [`  ${clean(renderJsonText(entry.input)).slice(0, 160)}`];
  return [`${paint('bold', clean(entry.case))}  ${facts.join(' · ')}`, ...input, ...diff];
}

/** One line without control characters: foreign text could otherwise steer the terminal. */
function clean(text: string): string {
  return revealText(text).replace(/\s+/g, ' ').trim();
}

import type { CaseReport } from '../case-report.ts';
import type { DiffLine, Room } from '../diff/clip-diff.ts';
import { renderJsonText } from '../diff/output-text.ts';
import { cutText, oneLine } from '../escape.ts';
import type { Report } from '../report.ts';
import { compareAnswers, listCaseScores, listReasons, shortExpected } from '../words/case-evidence.ts';
import { buildGroupNames, type NameGroup, nameSide } from '../words/grouping.ts';

/** Gives a text a colour or weight, or none. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'green' | 'yellow', text: string) => string;

const maxCases = 5;
const maxText = 160;
const room: Room = { lines: 10, characters: 220 };

/** The five worst cases as lines of a terminal, and how many more there are. */
export function renderWorst(report: Report, paint: Paint): readonly string[] {
  const rest = report.cases.length - maxCases;
  const nameGroup = buildGroupNames(report);
  return [
    ...report.cases.slice(0, maxCases).flatMap((entry) => renderCase(report, entry, nameGroup, paint)),
    ...(rest > 0 ? [paint('dim', `and ${rest} more`)] : []),
  ];
}

function renderCase(report: Report, entry: CaseReport, nameGroup: NameGroup, paint: Paint): readonly string[] {
  const expected = shortExpected(entry);
  const facts = [
    entry.label + (entry.critical ? ', critical' : ''),
    nameGroup(entry.suite, entry.prompt) ?? '',
    expected === null ? '' : `expected ${expected}`,
    describeMetrics(report, entry),
  ].filter((fact) => fact !== '');
  const field = (name: string, text: string) => `  ${oneLine(name)}: ${cutText(oneLine(text), maxText)}`;
  return [
    `${paint('bold', oneLine(entry.case))}  ${facts.map(oneLine).join(' · ')}`,
    ...(entry.input === null ? [] : [field('Input', renderJsonText(entry.input))]),
    ...listReasons(report, entry).map(({ name, reason }) => field(name, reason)),
    ...renderAnswers(report, entry, paint),
  ];
}

function describeMetrics(report: Report, entry: CaseReport): string {
  const scores = listCaseScores(report, entry).map(
    ({ metric, baseline, candidate }) => `${metric} ${baseline} → ${candidate}`,
  );
  return `${nameSide(report.base, 'baseline')} → ${nameSide(report.head, 'candidate')}: ${scores.join(', ')}`;
}

function renderAnswers(report: Report, entry: CaseReport, paint: Paint): readonly string[] {
  const evidence = compareAnswers(report, entry, room);
  if (evidence.kind === 'none') return [];
  const who = evidence.who === null ? [] : [paint('dim', `  ${oneLine(evidence.who)}`)];
  if (evidence.kind === 'diff') return [...who, ...evidence.lines.map((line) => renderLine(line, paint))];
  const answered = `${oneLine(evidence.who)} answered${evidence.kind === 'equal' ? ' the same' : ''}`;
  return [`  ${answered}: ${cutText(oneLine(evidence.text), maxText)}`];
}

/** Indentation is kept: in JSON it tells what belongs where. */
function renderLine({ kind, text }: DiffLine, paint: Paint): string {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const line = indent + oneLine(text);
  if (kind === 'removed') return paint('red', `  - ${line}`);
  if (kind === 'added') return paint('green', `  + ${line}`);
  return paint('dim', kind === 'gap' ? `    … ${line} …` : `    ${line}`);
}

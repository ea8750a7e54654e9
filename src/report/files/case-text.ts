import { isWorse } from '../../gate/case-label.ts';
import { count } from '../../text/prose.ts';
import type { CaseReport } from '../case-report.ts';
import type { Room } from '../diff/clip-diff.ts';
import { clipLine } from '../diff/clip-line.ts';
import { renderDiffLines } from '../diff/diff-block.ts';
import { renderJsonText } from '../diff/output-text.ts';
import type { MetricReport } from '../metric-report.ts';
import type { Report } from '../report.ts';
import { compareAnswers, listCaseScores, listReasons } from '../words/case-evidence.ts';
import { nameSide } from '../words/grouping.ts';

/** Cases of one comparison whose texts are shown; of some more the names. */
const maxShown = 10;
const maxNamed = 100;
const maxText = 1200;
const room: Room = { lines: 30, characters: 440 };

/** The cases that got worse in a comparison, re-run or not, the worst first, each with what this one metric says. */
export function listBroken(report: Report, { suite, prompt, metric }: MetricReport): readonly CaseReport[] {
  return report.cases.flatMap((entry) => {
    if ((suite ?? entry.suite) !== entry.suite || (prompt ?? entry.prompt) !== entry.prompt) return [];
    const own = entry.metrics.filter((one) => one.metric === metric && isWorse(one.label));
    return own.length === 0 ? [] : [{ ...entry, metrics: own }];
  });
}

/** The cases as plain text, a paragraph each: scores, what was expected, the reason, and how the answers differ; empty for none. */
export function renderBroken(report: Report, cases: readonly CaseReport[]): string {
  const more = cases.slice(maxShown);
  const names = more.slice(0, maxNamed).map((entry) => entry.case);
  const rest = more.length > maxNamed ? ', …' : '';
  return [
    ...cases.slice(0, maxShown).map((entry) => renderCase(report, entry)),
    ...(more.length === 0 ? [] : [`and ${count(more.length, 'more case')}: ${names.join(', ')}${rest}`]),
  ].join('\n\n');
}

/** The scores of a case on both sides in one line. */
export function describeSides(report: Report, entry: CaseReport): string {
  const [base, head] = [nameSide(report.base, 'baseline'), nameSide(report.head, 'candidate')];
  return listCaseScores(report, entry)
    .map(({ metric, baseline, candidate }) => `${metric}: ${base} ${baseline} → ${head} ${candidate}`)
    .join(', ');
}

function renderCase(report: Report, entry: CaseReport): string {
  const { path, line } = entry.place;
  const critical = entry.critical ? ' (critical)' : '';
  return [
    `${entry.case}${critical}  ${line === null ? path : `${path}:${line}`}`,
    `  ${describeSides(report, entry)}`,
    ...(entry.input === null ? [] : renderField('Input', renderJsonText(entry.input))),
    ...(entry.expected === null ? [] : renderField('Expected', renderJsonText(entry.expected))),
    ...listReasons(report, entry).flatMap(({ name, reason }) => renderField(name, reason)),
    ...renderAnswers(report, entry),
  ].join('\n');
}

function renderAnswers(report: Report, entry: CaseReport): readonly string[] {
  const evidence = compareAnswers(report, entry, room);
  if (evidence.kind === 'none') return [];
  if (evidence.kind !== 'diff') {
    return renderField(`${evidence.who} answered${evidence.kind === 'equal' ? ' the same' : ''}`, evidence.text);
  }
  const who = evidence.who ?? `− ${nameSide(report.base, 'baseline')}, + ${nameSide(report.head, 'candidate')}`;
  return [`  ${who}:`, ...indent(renderDiffLines(evidence.lines))];
}

/** Several lines begin below the name. */
function renderField(name: string, text: string): readonly string[] {
  const shown = text.length > maxText ? clipLine(text, [], maxText) : text;
  return shown.includes('\n') ? [`  ${name}:`, ...indent(shown)] : [`  ${name}: ${shown}`];
}

function indent(text: string): readonly string[] {
  return text.split('\n').map((line) => `    ${line}`.trimEnd());
}

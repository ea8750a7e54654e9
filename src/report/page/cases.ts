import { count } from '../../text/prose.ts';
import type { CaseReport } from '../case-report.ts';
import type { DiffLine, Room } from '../diff/clip-diff.ts';
import { renderJsonText, renderOutputText } from '../diff/output-text.ts';
import type { Report } from '../report.ts';
import { compareAnswers, describeAnswer, listCaseScores, listReasons } from '../words/case-evidence.ts';
import { buildGroupNames, nameSide } from '../words/grouping.ts';
import { block, diffLine, field, text } from './parts.ts';

const room: Room = { lines: 400, characters: 4000 };
/** Characters of one answer, and of all answers of a page: a browser has to open it. */
const maxAnswer = 1_000_000;
const maxPage = 64_000_000;

/** Every case with all its metrics, how its answers differ, and both answers whole; what is beyond 1,000,000 characters is counted. */
export function renderHtmlCases(report: Report): string {
  const nameGroup = buildGroupNames(report);
  let left = maxPage;
  return report.cases
    .map((entry) => {
      const answers = renderAnswers(report, entry, left);
      left = Math.max(0, left - answers.length);
      const group = nameGroup(entry.suite, entry.prompt);
      return `${renderSummary(report, entry, group)}${renderFields(report, entry)}${renderDifference(report, entry)}${answers}</details>`;
    })
    .join('\n');
}

function renderSummary(report: Report, entry: CaseReport, group: string | null): string {
  const scores = listCaseScores(report, entry)
    .map(({ metric, baseline, candidate }) => `${metric} ${baseline} → ${candidate}`)
    .join(', ');
  const sides = `${nameSide(report.base, 'baseline')} → ${nameSide(report.head, 'candidate')}: ${scores}`;
  const facts = [entry.label + (entry.critical ? ', critical' : ''), group, sides].filter((fact) => fact !== null);
  return `<details><summary><b>${text(entry.case)}</b> · ${text(facts.join(' · '))}</summary>\n`;
}

function renderFields(report: Report, entry: CaseReport): string {
  const { input, expected } = entry;
  return [
    field('Input', input === null ? null : renderJsonText(input)),
    field('Expected', expected === null ? null : renderJsonText(expected)),
    ...listReasons(report, entry).map(({ name, reason }) => field(name, reason)),
  ].join('');
}

function renderDifference(report: Report, entry: CaseReport): string {
  const evidence = compareAnswers(report, entry, room);
  if (evidence.kind === 'equal') return `<p>${text(evidence.who)} answered the same</p>`;
  if (evidence.kind !== 'diff') return '';
  const who = evidence.who === null ? 'Outputs' : `Outputs: ${evidence.who}`;
  return `<p>${text(who)}</p>${block(evidence.lines.map(renderLine).join('\n'))}`;
}

function renderLine({ kind, text: line }: DiffLine): string {
  const signs = { removed: '-', added: '+', same: ' ' } as const;
  return kind === 'gap' ? `<small>… ${text(line)} …</small>` : diffLine(`${signs[kind]} ${line}`);
}

function renderAnswers(report: Report, entry: CaseReport, left: number): string {
  return (['baseline', 'candidate'] as const)
    .map((side) => {
      const output = side === 'baseline' ? entry.baselineOutput : entry.candidateOutput;
      if (output === null) return '';
      const whole = renderOutputText(output);
      const shown = whole.slice(0, Math.min(maxAnswer, left));
      const cut = whole.length - shown.length;
      const rest = cut === 0 ? '' : `<p>${count(cut, 'more character')}: see outputs.jsonl.</p>`;
      const summary = `${describeAnswer(report, entry, side)} answered, ${count(whole.length, 'character')}`;
      return `<details><summary>${text(summary)}</summary>${block(text(shown))}${rest}</details>`;
    })
    .join('');
}

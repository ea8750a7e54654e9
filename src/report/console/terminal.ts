import { oneLine } from '../escape.ts';
import { redactForPeople, redactWhole } from '../redact.ts';
import type { Report } from '../report.ts';
import type { WholeCase } from '../whole-case.ts';
import { describeRun, groupSkipped } from '../words/run-line.ts';
import { renderWorst } from './cases.ts';
import { wrap } from './cells.ts';
import { type HeadFacts, renderHead } from './head.ts';
import { isNotRun } from './next-step.ts';
import { renderProblemLines } from './problems.ts';
import { openScreen, type TerminalFacts } from './screen.ts';
import { listRowGroups, nameSides, renderHeld, renderRows } from './table.ts';
import { renderWholeCases } from './whole-cases.ts';

/** What stands beside a report in a terminal. */
export interface Beside extends HeadFacts {
  /** The command that looks at one case again; null where there is none. */
  readonly look: ((id: string) => string) | null;
  /** The cases that somebody named, in place of the worst; null where nobody did. */
  readonly whole: readonly WholeCase[] | null;
}

const nothing: Beside = { page: null, words: [], look: null, whole: null };

/** The report for a terminal, no line wider than it: what happened and what now, problems, figures, the five worst cases, and what it took. Ends in a line end. */
export function renderTerminal(full: Report, terminal: TerminalFacts, beside: Beside = nothing): string {
  const report = redactForPeople(full);
  const screen = openScreen(terminal);
  const dim = (text: string) => wrap(oneLine(text), screen.width, '', '  ').map((line) => screen.paint('dim', line));
  const skipped = report.suites.filter(({ status }) => status !== 'run');
  const blocks = [
    renderHead(report, beside, screen),
    report.errors.flatMap((problem) => renderProblemLines('error', problem, screen)),
    [...renderRows(listRowGroups(report), nameSides(report), screen), ...renderHeld(report, screen)],
    beside.whole === null
      ? renderWorst(report, beside, screen)
      : renderWholeCases(report, redactWhole(report, beside.whole), beside.page, screen),
    report.warnings.flatMap((problem) => renderProblemLines('warning', problem, screen)),
    groupSkipped(skipped).flatMap(({ names, reason }) => dim(`not run: ${names} (${reason})`)),
    [...report.notes, describeTaken(report)].flatMap(dim),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function describeTaken(report: Report): string {
  return isNotRun(report) ? 'Nothing was asked, and nothing was scored.' : describeRun(report);
}

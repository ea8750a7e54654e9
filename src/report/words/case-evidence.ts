import type { CaseReport } from '../case-report.ts';
import { type DiffLine, type Room, showDiff } from '../diff/clip-diff.ts';
import { findClues } from '../diff/clues.ts';
import { renderJsonText, renderOutputPair, renderOutputText } from '../diff/output-text.ts';
import type { Report } from '../report.ts';
import { findMetric, nameSide } from './grouping.ts';
import { formatCount } from './numbers.ts';
import { describeScores } from './words.ts';

/** How one metric saw a case on both sides, without markup. */
export interface CaseScoresText {
  readonly metric: string;
  readonly baseline: string;
  readonly candidate: string;
}

/** Why an answer that is shown did not get the best score of a metric; `name` says of which metric and whose answer, where that is not plain. */
export interface CaseReason {
  readonly name: string;
  readonly reason: string;
}

/** What there is to see of a case's answers: nothing, one of them, both the same, or how they differ. `who` is null where each side gave one answer. */
export type Evidence =
  | { readonly kind: 'none' }
  | { readonly kind: 'one' | 'equal'; readonly who: string; readonly text: string }
  | { readonly kind: 'diff'; readonly who: string | null; readonly lines: readonly DiffLine[] };

/** Every metric in which the case differs, the one that matters most first. */
export function listCaseScores(report: Report, entry: CaseReport): readonly CaseScoresText[] {
  return entry.metrics.map(({ metric, baselineScores, candidateScores }) => {
    const row = findMetric(report, entry, metric);
    return {
      metric,
      baseline: describeScores(baselineScores, row),
      candidate: describeScores(candidateScores, row),
    };
  });
}

/** What the metrics said of the answers that are shown, each reason once: of the candidate's, or of the baseline's where only that one was found wanting. */
export function listReasons(report: Report, entry: CaseReport): readonly CaseReason[] {
  const isAlone = entry.metrics.length === 1;
  const found = entry.metrics.flatMap(({ metric, baselineReason, candidateReason }) => {
    const reason = candidateReason ?? baselineReason;
    const side = candidateReason === null ? [nameSide(report.base, 'baseline')] : [];
    return reason === null ? [] : [{ metric: isAlone ? [] : [metric], side, reason }];
  });
  const keys = [...new Set(found.map(({ side, reason }) => JSON.stringify([side, reason])))];
  return keys.map((key) => {
    const own = found.filter(({ side, reason }) => JSON.stringify([side, reason]) === key);
    const parts = ['Reason', ...own.flatMap(({ metric }) => metric), ...(own[0]?.side ?? [])];
    return { name: parts.join(', '), reason: own[0]?.reason ?? '' };
  });
}

/** The answers of a case as they are compared, within a room. */
export function compareAnswers(report: Report, entry: CaseReport, room: Room): Evidence {
  const { baselineOutput, candidateOutput } = entry;
  const [base, head] = [describeAnswer(report, entry, 'baseline'), describeAnswer(report, entry, 'candidate')];
  if (baselineOutput === null && candidateOutput === null) return { kind: 'none' };
  if (baselineOutput === null) return { kind: 'one', who: head, text: renderOutputText(candidateOutput) };
  if (candidateOutput === null) return { kind: 'one', who: base, text: renderOutputText(baselineOutput) };
  const [before, after] = renderOutputPair(baselineOutput, candidateOutput);
  if (before === after) return { kind: 'equal', who: `${base} and ${head}`, text: before };
  const clues = findClues(
    listReasons(report, entry).map(({ reason }) => reason),
    entry.expected,
  );
  const who = entry.metrics.some(hasSeveral) ? `− ${base}, + ${head}` : null;
  return { kind: 'diff', who, lines: showDiff(before, after, clues, room) };
}

function hasSeveral({ baselineScores, candidateScores }: CaseReport['metrics'][number]): boolean {
  return Math.max(baselineScores.length, candidateScores.length) > 1;
}

/** Whose answer it is, and which of how many where there are several: `main (1 of 3 answers)`. */
export function describeAnswer(report: Report, entry: CaseReport, side: 'baseline' | 'candidate'): string {
  const name = nameSide(side === 'baseline' ? report.base : report.head, side);
  const counts = entry.metrics.map((one) => (side === 'baseline' ? one.baselineScores : one.candidateScores).length);
  const answers = Math.max(0, ...counts);
  return answers > 1 ? `${name} (1 of ${formatCount(answers)} answers)` : name;
}

/** An expected value that fits the line of its case, or null. */
export function shortExpected({ expected }: CaseReport): string | null {
  if (expected === null) return null;
  const text = renderJsonText(expected);
  return text.length <= 60 && !text.includes('\n') ? text : null;
}

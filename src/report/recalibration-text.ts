import { markdownTable } from 'markdown-table';
import { renderProblem } from '../errors.ts';
import { cutText, escapeInline, renderCode } from './escape.ts';
import { formatCount, formatScore, formatUsd } from './numbers.ts';
import type { JudgeRecalibration, RecalibrationReport } from './recalibration-report.ts';

const header = ['judge', 'may now', 'by the committed file', 'κ', 'bad outputs found', 'labels'];

/** Judges asked anew, as Markdown for the job summary: what each may do now and before, and why not more. */
export function renderRecalibrationSummary(report: RecalibrationReport): string {
  const { judges, errors, calls, cacheHits, costUsd } = report;
  const cost = costUsd === null ? 'cost unknown' : formatUsd(costUsd);
  const problems = errors.map((problem) => `> ${escapeInline(renderProblem(problem))}`);
  return [
    `**Judges of \`${report.commit.slice(0, 12)}\` asked anew about what people labelled**`,
    ...(problems.length > 0 ? [['> [!IMPORTANT]', ...problems].join('\n')] : []),
    markdownTable([header, ...judges.map(renderRow)]),
    ...judges.flatMap(renderReasons),
    `To keep what was found, commit the files of the report folder in place of those that the config names under \`calibration\`. ${formatCount(calls)} calls, ${formatCount(cacheHits)} from cache, ${cost}`,
  ].join('\n\n');
}

function renderRow({ suite, judge, before, result }: JudgeRecalibration): string[] {
  const name = escapeInline(cutText(`${suite} / ${judge}`, 160));
  if (result === null) return [name, '⛔ not known', before, '–', '–', '–'];
  const { state, kappa, specificity, items } = result;
  const sign = { gate: '✅', report: '⚠️', refuse: '❌' }[state];
  return [name, `${sign} ${state}`, before, formatScore(kappa, false), formatScore(specificity, true), String(items)];
}

function renderReasons({ judge, path, result }: JudgeRecalibration): readonly string[] {
  if (result === null || result.reasons.length === 0) return [];
  const reasons = result.reasons.map((reason) => `- ${escapeInline(reason)}`);
  return [`${escapeInline(cutText(judge, 80))} (${renderCode(cutText(path, 160))}):\n\n${reasons.join('\n')}`];
}

import { markdownTable } from 'markdown-table';
import { cutText, escapeInline, renderCode } from './escape.ts';
import type { JudgeRecalibration, RecalibrationReport } from './recalibration-report.ts';
import { describeCost, renderMistakes } from './result-text.ts';
import { formatScore } from './words/numbers.ts';

const header = ['judge', 'may now', 'by the committed file', 'κ', 'bad outputs found', 'labels'];

/** Judges asked anew, as Markdown for the job summary: what each may do now and before, and why not more. */
export function renderRecalibrationSummary(report: RecalibrationReport): string {
  const { judges, errors } = report;
  return [
    `**Judges of \`${report.commit.slice(0, 12)}\` asked anew about what people labelled**`,
    ...renderMistakes(errors),
    markdownTable([header, ...judges.map(renderRow)]),
    ...judges.flatMap(renderReasons),
    `To keep what was found, commit the files of the report folder in place of those that the config names under \`calibration\`. ${describeCost(report)}`,
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

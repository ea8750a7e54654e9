import { count } from '../text/prose.ts';
import type { BaselineReport, SuiteBaselineReport } from './baseline-report.ts';
import { escapeInline, revealText } from './escape.ts';
import { describeNoise, nameNoise } from './noise-text.ts';
import { describeCost, renderMistakes } from './result-text.ts';
import { formatScore } from './words/numbers.ts';
import { tellProblem } from './words/place.ts';

/** A baseline run in plain lines for the terminal. */
export function renderBaselineText(report: BaselineReport): string {
  const lines = [
    `baseline of ${report.commit.slice(0, 12)} on branch ${report.branch}: ${describeTip(report)}`,
    ...report.suites.flatMap((suite) => [
      `  ${describeSuite(suite)}`,
      ...listMeans(suite).map((mean) => `    ${mean}`),
      ...suite.noise.flatMap((metric) => [
        `    noise of ${nameNoise(metric)}`,
        ...describeNoise(metric).map((line) => `      ${line}`),
      ]),
    ]),
    ...report.errors.map((problem) => `error  ${tellProblem(problem)}`),
    describeCost(report),
  ];
  return `${lines.map(revealText).join('\n')}\n`;
}

/** A baseline run as Markdown for the job summary. */
export function renderBaselineSummary(report: BaselineReport): string {
  const suites = report.suites.flatMap((suite) => [
    `- ${escapeInline(describeSuite(suite))}`,
    ...listMeans(suite).map((mean) => `  - ${escapeInline(mean)}`),
    ...suite.noise.flatMap((metric) => [
      `  - noise of ${escapeInline(nameNoise(metric))}`,
      ...describeNoise(metric).map((line) => `    - ${escapeInline(line)}`),
    ]),
  ]);
  return [
    `**Baseline of \`${report.commit.slice(0, 12)}\`**: ${describeTip(report)}`,
    ...renderMistakes(report.errors),
    suites.join('\n'),
    describeCost(report),
  ].join('\n\n');
}

function describeTip({ tip, suites }: BaselineReport): string {
  const written = suites.filter((suite) => suite.status === 'written').length;
  return tip === null ? 'nothing was written' : `${count(written, 'suite')} written in ${tip.slice(0, 12)}`;
}

function describeSuite({ name, status, reason, cases, samples }: SuiteBaselineReport): string {
  const size = status === 'written' ? ` (${count(cases, 'case')} × ${count(samples, 'sample')})` : '';
  return `${name}: ${status}, ${reason}${size}`;
}

function listMeans({ means }: SuiteBaselineReport): readonly string[] {
  return Object.entries(means).map(([metric, mean]) => `${metric}: ${formatScore(mean, false)}`);
}

import { type MetricNoise, renderNoise } from '../gate/noise.ts';
import { renderPoints } from '../gate/reason.ts';
import { count } from '../text/prose.ts';
import { revealText } from './escape.ts';
import type { NoiseReport, PromptNoise } from './noise-report.ts';
import { describeCost } from './result-text.ts';
import { formatCount } from './words/numbers.ts';
import { describeProposal } from './words/proposal-text.ts';

/** Main against itself in plain lines for the terminal. */
export function renderNoiseText(report: NoiseReport): string {
  const { commit, samples, metrics, proposals, recorded } = report;
  const lines = [
    `${commit.slice(0, 12)} against itself, ${count(samples, 'draw')} of each case`,
    ...metrics.flatMap((metric) => [`  ${nameNoise(metric)}`, ...describeNoise(metric).map((line) => `    ${line}`)]),
    ...proposals.flatMap((proposal) => [
      `  how to run ${proposal.suite}`,
      ...describeProposal(proposal).map((line) => `    ${line}`),
    ]),
    ...(samples < 3 ? ['with fewer than 3 draws no case is known to be noisy, and none is drawn more often'] : []),
    ...(recorded ? ['the scores are recorded in this clone: run and validate know this noise now'] : []),
    describeCost(report),
  ];
  return `${lines.map(revealText).join('\n')}\n`;
}

/** Whose noise it is. */
export function nameNoise({ suite, prompt, metric, gates }: PromptNoise): string {
  return `${[...new Set([suite, prompt, metric])].join(' / ')}${gates ? '' : ' (report)'}`;
}

/** What is known of a metric's noise, a line each. */
export function describeNoise({ noise, reason }: PromptNoise): readonly string[] {
  if (noise === null) return [`not measured: ${reason ?? 'no reason given'}`];
  const { cases, unscored, meanDifference, falseAlarms, swaps } = noise;
  const missing = unscored === 0 ? '' : `, ${formatCount(unscored)} more lack scores`;
  return [
    `${renderNoise(noise, noise)} (${count(cases, 'case')}${missing})`,
    `two runs differ by ${renderPoints(meanDifference)} a case on average`,
    falseAlarms === null
      ? 'false alarms: no rate is tested on so few cases'
      : `false alarms: ${Math.round(1000 * falseAlarms) / 10} % of ${formatCount(swaps)} random label swaps were blocked`,
    ...describePower(noise),
    describeNeed(noise),
  ];
}

function describePower({ powerAtMargin, margin }: MetricNoise): readonly string[] {
  if (powerAtMargin === null) return [];
  const percent = Math.floor(100 * powerAtMargin);
  return [
    `a drop of the margin, ${renderPoints(margin)}, is found in ${percent} of 100 runs where every case falls alike`,
  ];
}

function describeNeed({ cases, margin, casesForMargin, samplesForMargin, unscored }: MetricNoise): string {
  const size = renderPoints(margin);
  if (casesForMargin <= cases + unscored)
    return `the margin of ${size} is within reach: it takes ${count(casesForMargin, 'case')}`;
  const samples =
    samplesForMargin === null
      ? 'no number of samples is enough with so few cases'
      : `or ${count(samplesForMargin, 'sample')} a case, where the change is the same on every case`;
  return `the margin of ${size} takes ${count(casesForMargin, 'case')}, ${samples}`;
}

import { type Problem, renderProblem } from '../errors.ts';
import type { Comparison, Verdict } from '../gate/comparison.ts';
import { revealText } from './escape.ts';
import { formatDifference, formatInterval, formatScore } from './words/numbers.ts';

/** What `compare` found, as far as the terminal shows it. */
export interface ComparedFiles {
  readonly verdict: Verdict;
  readonly metrics: readonly (Pick<
    Comparison,
    | 'metric'
    | 'verdict'
    | 'cases'
    | 'worse'
    | 'better'
    | 'same'
    | 'unscored'
    | 'baselineMean'
    | 'candidateMean'
    | 'difference'
    | 'lowerBound'
    | 'upperBound'
    | 'margin'
  > & { readonly suite?: string; readonly prompt?: string })[];
  readonly reasons: readonly string[];
  readonly errors?: readonly Problem[];
}

/** The result of `compare` in plain lines: verdict, reasons, one paragraph a metric. */
export function renderCompareText({ verdict, metrics, reasons, errors = [] }: ComparedFiles): string {
  const lines = [
    verdict.toUpperCase(),
    ...reasons.map((reason) => `  ${reason}`),
    ...errors.map((error) => `error  ${renderProblem(error)}`),
    ...metrics.flatMap((metric) => [
      '',
      `${[metric.suite, metric.prompt, metric.metric].filter((part) => part !== undefined).join(' / ')}: ${metric.verdict}`,
      `  ${formatScore(metric.baselineMean, false)} → ${formatScore(metric.candidateMean, false)}, change ${formatDifference(metric.difference, false)} ${formatInterval(metric.lowerBound, metric.upperBound, false) ?? ''}, margin ${metric.margin}`,
      `  ${metric.worse} worse, ${metric.better} better, ${metric.same} same of ${metric.cases} cases; ${metric.unscored} unscored`,
    ]),
  ];
  return `${lines.map(revealText).join('\n')}\n`;
}

import { cutText, escapeInline, renderHtmlCode } from '../escape.ts';
import type { MetricReport } from '../metric-report.ts';
import type { Report } from '../report.ts';
import { buildGroupNames, nameSide } from '../words/grouping.ts';
import { formatScore, formatScoreChange } from '../words/numbers.ts';
import { renderFold } from './fold.ts';

const maxTags = 12;

/** How each comparison that decides did by the tags of its rows, folded; empty where no row has any. */
export function renderTags(report: Report): string {
  const nameGroup = buildGroupNames(report);
  return report.metrics
    .filter((metric) => metric.gates && isOpen(metric) && metric.tags.length > 1)
    .map((metric) => {
      const group = nameGroup(metric.suite, metric.prompt);
      const name = [group ?? '', metric.metric].filter((part) => part !== '').join(' · ');
      return renderFold(`By tag: ${renderHtmlCode(cutText(name, 120))}`, renderMetric(report, metric));
    })
    .join('\n');
}

function isOpen({ verdict }: MetricReport): boolean {
  return verdict === 'fail' || verdict === 'inconclusive';
}

function renderMetric(report: Report, metric: MetricReport): string {
  const sides = `${nameSide(report.base, 'baseline')} → ${nameSide(report.head, 'candidate')}`;
  const rows = metric.tags.slice(0, maxTags).map(({ tag, cases, worse, better, baselineMean, candidateMean }) => {
    const [from, to] = [baselineMean, candidateMean].map((mean) => formatScore(mean, metric.binary));
    const change = formatScoreChange(baselineMean, candidateMean, metric);
    return `| ${escapeInline(cutText(tag, 60))} | ${from} → ${to} | ${change} | ${worse} / ${better} / ${cases - worse - better} |`;
  });
  return [`| tag | ${escapeInline(sides)} | change | worse / better / same |`, '| :- | :- | :- | :- |', ...rows].join(
    '\n',
  );
}

import type { MetricReport } from '../metric-report.ts';
import { describeFigures } from '../words/figures.ts';

const width = 160;
const edge = 6;

/** Where the difference lies as inline SVG: no change in the middle, the margin dashed, the interval as a bar. Empty where unknown. */
export function renderIntervalPlot(metric: MetricReport): string {
  const { difference, lowerBound, upperBound, margin } = metric;
  if (difference === null || lowerBound === null || upperBound === null) return '';
  const reach = Math.max(Math.abs(lowerBound), Math.abs(upperBound), margin * 1.2);
  const x = (value: number) => Math.round(width / 2 + (value / reach) * (width / 2 - edge));
  const { change, note } = describeFigures(metric);
  const label = note === null ? change : `${change}, from ${note}`;
  return `<svg viewBox="0 0 ${width} 24" role="img" aria-label="${label}"><line class="axis" x1="${x(0)}" y1="2" x2="${x(0)}" y2="22"/><line class="margin" x1="${x(-margin)}" y1="2" x2="${x(-margin)}" y2="22"/><line class="span" x1="${x(lowerBound)}" y1="12" x2="${x(upperBound)}" y2="12"/><circle class="point" cx="${x(difference)}" cy="12" r="5"/></svg>`;
}

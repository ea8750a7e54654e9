import type { MetricReport } from '../metric-report.ts';
import { describeFigures } from '../words/figures.ts';
import { formatDifference } from '../words/numbers.ts';

const width = 240;
const edge = 22;
const height = 26;

/** One scale for all comparisons of a section, so that they can be held against each other. */
export interface Scale {
  /** The largest change that it shows, either way. */
  readonly reach: number;
  /** Places with a number, no change among them. */
  readonly ticks: readonly number[];
  /** Whether changes are told in points; a section of graded metrics alone tells them as scores. */
  readonly inPoints: boolean;
}

/** The scale of some comparisons; null where none of them has an interval. */
export function chooseScale(metrics: readonly MetricReport[]): Scale | null {
  const known = metrics.filter(hasInterval);
  if (known.length === 0) return null;
  const ends = known.flatMap(({ lowerBound, upperBound, margin }) => [lowerBound, upperBound, margin * 1.25]);
  const needed = Math.min(1, Math.max(...ends.map((end) => Math.abs(end ?? 0)), 0.01));
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((one) => needed / one <= 2) ?? 0.5;
  const reach = Math.min(1, Math.ceil(needed / step - 1e-9) * step);
  const places = Math.floor(reach / step + 1e-9);
  const ticks = Array.from({ length: 2 * places + 1 }, (_, index) => (index - places) * step);
  return { reach, ticks, inPoints: known.some(({ binary }) => binary) };
}

/** The numbers above the plots of a section. */
export function renderAxis({ reach, ticks, inPoints }: Scale): string {
  const labels = ticks.map((tick) => {
    const words = tick === 0 ? '0' : formatDifference(tick, inPoints).replace(/ pts?$/, '');
    return `<text x="${place(tick, reach)}" y="14">${words}</text><line class="tick" x1="${place(tick, reach)}" y1="18" x2="${place(tick, reach)}" y2="${height}"/>`;
  });
  return `<svg class="plot" viewBox="0 0 ${width} ${height}" aria-hidden="true">${labels.join('')}</svg>`;
}

/** Where a difference lies: what would be a regression shaded, the margin dashed, the interval as a bar, what was seen as a dot. Empty where unknown. */
export function renderIntervalPlot(metric: MetricReport, scale: Scale | null): string {
  const { difference, lowerBound, upperBound, margin } = metric;
  if (scale === null || difference === null || lowerBound === null || upperBound === null) return '';
  const at = (value: number) => place(value, scale.reach);
  const { change, note } = describeFigures(metric);
  const label = note === null ? change : `${change}, from ${note}`;
  const grid = scale.ticks.map((tick) => vertical(tick === 0 ? 'zero' : 'tick', at(tick)));
  const margins = margin === 0 ? '' : vertical('margin', at(-margin));
  return `<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><rect class="beyond" x="${edge}" y="0" width="${Math.max(0, at(-margin) - edge)}" height="${height}"/>${grid.join('')}${margins}<line class="span" x1="${at(lowerBound)}" y1="13" x2="${at(upperBound)}" y2="13"/><circle class="point" cx="${at(difference)}" cy="13" r="4.5"/></svg>`;
}

/** What the signs of the plots mean, in words. */
export function describePlots({ inPoints }: Scale): string {
  return `${inPoints ? 'In points of 100' : 'In scores'}. Dot: the change that was seen, on average. Bar: where the true one lies. Dashed: the margin; only a drop beyond it, in the shaded part, is a regression. Left is worse.`;
}

function hasInterval({ difference, lowerBound, upperBound }: MetricReport): boolean {
  return difference !== null && lowerBound !== null && upperBound !== null;
}

function vertical(kind: string, x: number): string {
  return `<line class="${kind}" x1="${x}" y1="0" x2="${x}" y2="${height}"/>`;
}

function place(value: number, reach: number): number {
  const kept = Math.max(-reach, Math.min(reach, value));
  return Math.round((width / 2 + (kept / reach) * (width / 2 - edge)) * 10) / 10;
}

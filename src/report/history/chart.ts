import type { Series, SeriesPoint } from '../../history/series.ts';
import { text } from '../page/parts.ts';
import { formatScore } from '../words/numbers.ts';
import { showInterval, showMean } from './words.ts';

const size = { width: 360, height: 150 };
const edge = { left: 46, right: 10, top: 10, bottom: 22 };
/** A scale that shows less would make noise look like news. */
const leastSpan = 0.1;

/** What all charts of a suite share: its baselines from left to right. */
export interface ChartFrame {
  /** The day of each baseline. */
  readonly days: readonly string[];
  /** True for the baselines that a person set by hand. */
  readonly anchors: readonly boolean[];
  /** True for those whose models are not those of the one before. */
  readonly modelChanges: readonly boolean[];
}

/** Mean scores with their intervals over the baselines of a suite, as inline SVG. */
export function renderScoreChart(frame: ChartFrame, series: Series): string {
  const { points, measure } = series;
  const scale = spread(points.flatMap(({ mean, measure: own }) => [mean, own?.lower ?? mean, own?.upper ?? mean]));
  const [x, y] = [placeX(frame), placeY(scale)];
  const isBinary = measure?.binary === true;
  const spans = points.flatMap(({ at, measure: own }) =>
    own === null
      ? []
      : [
          `<line class="span" stroke-width="${thin(frame, 5)}" x1="${x(at)}" x2="${x(at)}" y1="${y(own.lower)}" y2="${y(own.upper)}"/>`,
        ],
  );
  const lines = splitAtBreaks(points).map(
    (run) => `<polyline class="line" points="${run.map(({ at, mean }) => `${x(at)},${y(mean)}`).join(' ')}"/>`,
  );
  const marks = points.map((point) => renderPoint(frame, series, point, x(point.at), y(point.mean)));
  const ticks = [scale.low, (scale.low + scale.high) / 2, scale.high].map((value) => ({
    at: y(value),
    label: formatScore(value, isBinary),
  }));
  return renderFrame(frame, describeScores(frame, series), ticks, [...spans, ...lines, ...marks]);
}

/** Amounts over the baselines of a suite as bars from zero; what is not known has none. */
export function renderAmountChart(
  frame: ChartFrame,
  name: string,
  amounts: readonly (number | null)[],
  show: (amount: number) => string,
): string {
  const known = amounts.filter((amount) => amount !== null);
  const scale = { low: 0, high: Math.max(...known) || 1 };
  const [x, y] = [placeX(frame), placeY(scale)];
  const bars = amounts.flatMap((amount, at) => {
    if (amount === null) return [];
    const title = `<title>${text(`${frame.days[at]}: ${show(amount)}`)}</title>`;
    return [
      `<line class="bar" stroke-width="${thin(frame, 8)}" x1="${x(at)}" x2="${x(at)}" y1="${y(0)}" y2="${y(amount)}">${title}</line>`,
    ];
  });
  const ticks = [scale.low, scale.high].map((value) => ({ at: y(value), label: show(value) }));
  const newest = known.at(-1);
  const label = `${name}: ${newest === undefined ? 'not known' : `${show(newest)} last, ${show(scale.high)} at most`}`;
  return renderFrame(frame, label, ticks, bars);
}

interface Tick {
  readonly at: number;
  readonly label: string;
}

function renderFrame(frame: ChartFrame, label: string, ticks: readonly Tick[], inner: readonly string[]): string {
  const { days, modelChanges } = frame;
  const x = placeX(frame);
  const right = size.width - edge.right;
  const grid = ticks.map(
    ({ at, label: name }) =>
      `<line class="grid" x1="${edge.left}" x2="${right}" y1="${at}" y2="${at}"/><text x="${edge.left - 6}" y="${at + 4}" text-anchor="end">${text(name)}</text>`,
  );
  const changes = modelChanges.flatMap((isChange, at) =>
    isChange
      ? [`<line class="model" x1="${x(at)}" x2="${x(at)}" y1="${edge.top}" y2="${size.height - edge.bottom}"/>`]
      : [],
  );
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const base = size.height - 6;
  const dates =
    days.length < 2
      ? `<text x="${x(0)}" y="${base}" text-anchor="middle">${text(first)}</text>`
      : `<text x="${edge.left}" y="${base}">${text(first)}</text><text x="${right}" y="${base}" text-anchor="end">${text(last)}</text>`;
  const parts = [...grid, ...changes, ...inner, dates];
  return `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${text(label)}">${parts.join('')}</svg>`;
}

/** A point; one that was set by hand is a diamond. */
function renderPoint({ days, anchors }: ChartFrame, series: Series, point: SeriesPoint, x: number, y: number): string {
  const interval = showInterval(point);
  const isAnchor = anchors[point.at] === true;
  const words = [
    `${days[point.at]}: ${showMean(series, point)}`,
    interval === null ? '' : `(${interval})`,
    isAnchor ? 'set by hand' : '',
  ];
  const title = `<title>${text(words.filter((word) => word !== '').join(' '))}</title>`;
  if (!isAnchor) return `<circle class="point" cx="${x}" cy="${y}" r="3.5">${title}</circle>`;
  return `<path class="point" d="M${x} ${round(y - 6)}L${round(x + 6)} ${y}L${x} ${round(y + 6)}L${round(x - 6)} ${y}Z">${title}</path>`;
}

function describeScores({ days }: ChartFrame, series: Series): string {
  const [first, last] = [series.points[0], series.points.at(-1)];
  if (first === undefined || last === undefined) return series.name;
  const say = (point: SeriesPoint) => `${showMean(series, point)} on ${days[point.at]}`;
  return `${series.name}: ${first === last ? say(last) : `from ${say(first)} to ${say(last)}`}`;
}

function splitAtBreaks(points: readonly SeriesPoint[]): readonly (readonly SeriesPoint[])[] {
  const runs: SeriesPoint[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run === undefined || point.isBreak) runs.push([point]);
    else run.push(point);
  }
  return runs;
}

interface Scale {
  readonly low: number;
  readonly high: number;
}

/** The values with some room around them, inside 0..1 where they are. */
function spread(values: readonly number[]): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.1, (leastSpan - (high - low)) / 2, 0);
  const [bottom, top] = [low - room, high + room];
  return { low: low >= 0 ? Math.max(0, bottom) : bottom, high: high <= 1 ? Math.min(1, top) : top };
}

function placeX({ days }: ChartFrame): (at: number) => number {
  const [left, right] = [edge.left + 8, size.width - edge.right - 8];
  return (at) => round(days.length < 2 ? (left + right) / 2 : left + (at / (days.length - 1)) * (right - left));
}

/** How wide a bar is: at most so many pixels, less where there are many. */
function thin({ days }: ChartFrame, most: number): number {
  return round(Math.min(most, (0.7 * (size.width - edge.left - edge.right)) / days.length));
}

function placeY({ low, high }: Scale): (value: number) => number {
  const [top, bottom] = [edge.top, size.height - edge.bottom];
  return (value) => round(bottom - ((value - low) / (high - low)) * (bottom - top));
}

const round = (value: number) => Math.round(value * 10) / 10;

import type { History } from '../../history/history.ts';
import { isGreenMerge, wordOf } from '../../history/merge-word.ts';
import { listSeries } from '../../history/series.ts';
import { escapeXml } from '../escape.ts';
import { formatScore } from '../words/numbers.ts';

const label = 'prompts';
const colours = { good: '#1a7f37', bad: '#cf222e', open: '#9a6700', unknown: '#57606a' } as const;

/** A badge as an SVG file: the mean of what may block in the newest baselines, in the colour of the last merge. */
export function renderBadge(history: History): string {
  const score = meanOfGate(history);
  const last = history.merges.at(-1);
  const word = last === undefined ? null : wordOf(last);
  const shown = score === null ? (word ?? 'no data') : formatScore(score, true);
  const colour = last === undefined ? 'unknown' : isGreenMerge(last) ? 'good' : word === 'fail' ? 'bad' : 'open';
  const says = [`${label}: ${shown}`, ...(score === null || word === null ? [] : [`last merge: ${word}`])].join(', ');
  return draw(shown, colours[colour], says);
}

/** Over all metrics that may block and of which more is better; null where no baseline says so of any. */
function meanOfGate({ suites }: History): number | null {
  const means = suites.flatMap(({ baselines }) => {
    const newest = baselines.slice(-1);
    const gating = listSeries(newest).filter(
      ({ measure }) => measure?.role === 'gate' && measure.direction === 'higher',
    );
    return gating.flatMap(({ points }) => points.map(({ mean }) => mean));
  });
  return means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

function draw(shown: string, colour: string, says: string): string {
  const [left, right] = [measureText(label) + 12, measureText(shown) + 12];
  const width = left + right;
  const write = (words: string, start: number, room: number) =>
    `<text x="${start + room / 2}" y="14" textLength="${room - 12}">${escapeXml(words)}</text>`;
  const name = escapeXml(says);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${name}"><title>${name}</title>
<clipPath id="round"><rect width="${width}" height="20" rx="3"/></clipPath>
<g clip-path="url(#round)"><rect width="${left}" height="20" fill="#424a53"/><rect x="${left}" width="${right}" height="20" fill="${colour}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${write(label, 0, left)}${write(shown, left, right)}</g></svg>
`;
}

/** About how wide a text is in Verdana at 11 pixels; `textLength` makes it fit. */
function measureText(words: string): number {
  return Math.ceil([...words].reduce((sum, letter) => sum + widthOf(letter), 0));
}

function widthOf(letter: string): number {
  if ('ijlftr.,: '.includes(letter)) return 4.2;
  return 'mwMW%–'.includes(letter) ? 10.6 : 6.9;
}

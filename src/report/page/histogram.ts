import { count } from '../../text/prose.ts';
import { formatCount, formatDifference } from '../words/numbers.ts';
import type { ScoreChanges } from './page-run.ts';
import { fold, table, text } from './parts.ts';

const barWidth = 14;
const gap = 2;
const tallest = 72;
const labels = 18;

/** How the scores of a graded metric changed from case to case: a bar for each twentieth, worse on the left, and the same as a table. */
export function renderHistogram({ metric, bins }: ScoreChanges): string {
  const most = Math.max(...bins);
  if (most === 0) return '';
  const middle = (bins.length - 1) / 2;
  const width = bins.length * (barWidth + gap);
  const bars = bins.map((cases, bin) => {
    const height = cases === 0 ? 0 : Math.max(2, Math.round((cases / most) * tallest));
    const kind = bin < middle ? 'worse' : bin > middle ? 'better' : 'same';
    return `<rect class="${kind}" x="${bin * (barWidth + gap)}" y="${tallest - height}" width="${barWidth}" height="${height}"/>`;
  });
  const ticks = [0, middle / 2, middle, middle * 1.5, 2 * middle].map((bin) => {
    const x = Math.round(bin * (barWidth + gap) + barWidth / 2);
    return `<text x="${x}" y="${tallest + labels - 4}">${describeBin(bin, middle)}</text>`;
  });
  const sum = (from: number, to: number) => bins.slice(from, to).reduce((total, cases) => total + cases, 0);
  const words = `${count(sum(0, middle), 'case')} lower, ${count(sum(middle, middle + 1), 'case')} about the same, ${formatCount(sum(middle + 1, bins.length))} higher`;
  const rows = bins.flatMap((cases, bin) =>
    cases === 0 ? [] : [`<tr><th scope="row">${describeBin(bin, middle)}</th><td class="number">${cases}</td></tr>`],
  );
  const numbers = fold('As numbers', table(`Score changes of ${metric}`, ['change', 'cases'], rows));
  return `<figure><figcaption><b>${text(metric)}</b>: how the score of each case changed. ${words}.</figcaption><svg class="histogram" viewBox="-12 0 ${width + 24} ${tallest + labels}" role="img" aria-label="${words}">${bars.join('')}<line class="zero" x1="-12" y1="${tallest}" x2="${width + 12}" y2="${tallest}"/>${ticks.join('')}</svg>${numbers}</figure>`;
}

function describeBin(bin: number, middle: number): string {
  return bin === middle ? '0' : formatDifference(bin / middle - 1, false);
}

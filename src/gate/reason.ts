import { casesForUnchangedPass } from '../statistics/difference-bounds.ts';
import { count, inCode } from '../text/prose.ts';
import type { Comparison, ComparisonId } from './comparison.ts';

/** The comparison's name in a sentence: suite, prompt and metric, without those that are not given or repeat another. */
export function nameComparison({ suite, prompt, metric }: ComparisonId): string {
  return inCode([...new Set([suite, prompt, metric])].filter((part) => part !== null).join(' / '));
}

/** A prompt's name in a sentence: its suite's, and its own where that is another. */
export function namePrompt({ suite, id }: { readonly suite: string; readonly id: string }): string {
  return inCode([...new Set([suite, id])].join(' / '));
}

/** A difference on the 0..1 scale in points of 100, without sign: `12 points`, `1 point`, `2.3 points`. */
export function renderPoints(difference: number): string {
  const points = roundPoints(difference);
  return points === 1 ? '1 point' : `${points} points`;
}

/** A difference on the 0..1 scale in points with its sign: `−16`, `+5`, `0`. */
export function renderSignedPoints(difference: number): string {
  const points = roundPoints(difference);
  if (points === 0) return '0';
  return `${difference < 0 ? '−' : '+'}${points}`;
}

/** `14 of 100 cases got worse and 2 got better`. */
export function renderCounts({ worse, better, cases }: Pick<Comparison, 'worse' | 'better' | 'cases'>): string {
  return `${worse} of ${count(cases, 'case')} got worse and ${better} got better`;
}

/** What was seen of a comparison that stays open; `isWaiting` where its differing cases could be run again and have not been. */
export function explainOpen(comparison: Comparison, isWaiting: boolean): string {
  const { difference, looks } = comparison;
  if (difference === null || difference >= 0 || roundPoints(difference) === 0) return 'no regression found';
  const rerun = isWaiting ? ' (the cases that differ have not been run again)' : looks === 2 ? ' after a re-run' : '';
  return `a drop of ${renderPoints(difference)} was seen and is not proven${rerun}`;
}

/** The drops that the data leave open; where a pass may spend a part of the error rate alone and it would take more; and where no result could have passed, not even one identical to the baseline. */
export function explainNotRuledOut(comparison: Comparison): string {
  const { lowerBound, margin, alpha, baselineSource, settled } = comparison;
  if (baselineSource === 'fresh' && lowerBound !== null && lowerBound > -margin) {
    const part = settled ? 'is left for that round' : 'the first look may spend';
    const level = Math.round(1000 * alpha) / 10;
    return `drops of ${renderPoints(margin)} or more are ruled out at an error rate of ${level} %, and not at the part of it that ${part}`;
  }
  const open = `drops up to ${renderPoints(Math.min(lowerBound ?? -1, 0))} not ruled out`;
  if (mayPass(comparison)) return open;
  const needed = casesForUnchangedPass(margin, alpha);
  return `${open}; at a margin of ${renderPoints(margin)} nothing can pass with fewer than ${needed} cases`;
}

/** False where not even a result identical to the baseline could pass. */
export function mayPass({ cases, clusters, margin, alpha }: Comparison): boolean {
  return clusters !== null || cases >= casesForUnchangedPass(margin, alpha);
}

function roundPoints(difference: number): number {
  return Math.round(Math.abs(difference) * 1000) / 10;
}

import { formatScore } from '../../words/numbers.ts';
import type { MetricName } from './page-data.ts';

/** Scores of one metric in one side as a few characters, and whether they are good; null where nobody can say. */
export interface ScoreText {
  readonly text: string;
  readonly isGood: boolean | null;
}

/** `✓` or `✕` of one answer that is right or wrong, `4 of 5` of several, else the mean. */
export function tellScores(scores: readonly (number | null)[], { binary, direction }: MetricName): ScoreText {
  const known = scores.filter((score) => score !== null);
  if (known.length === 0) return { text: scores.length === 0 ? '–' : 'unscored', isGood: null };
  const sum = known.reduce((total, score) => total + score, 0);
  if (binary !== true) return { text: formatScore(sum / known.length, false), isGood: null };
  const good = direction === 'lower' ? known.length - sum : sum;
  const isGood = 2 * good > known.length;
  return { text: known.length === 1 ? (isGood ? '✓' : '✕') : `${good} of ${known.length}`, isGood };
}

/** Every score by sample: `1, 0, –`. */
export function listSamples(scores: readonly (number | null)[]): string {
  return scores.map((score) => (score === null ? '–' : String(Math.round(score * 1000) / 1000))).join(', ');
}

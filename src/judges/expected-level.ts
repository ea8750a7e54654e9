import type { TokenChoice } from '../ports.ts';

/**
 * The mean of the distribution over levels 1 to 5 at the last token that states the score, since reasoning may come before it: Σ k·p(k), the probabilities of the five digits scaled to 1
 * (Wang et al. 2025, arXiv 2503.03064; Liu et al. 2023, arXiv 2303.16634). Null where no single-digit token follows `"score":`, or none of the five is listed.
 */
export function expectedLevel(tokens: readonly TokenChoice[]): number | null {
  let text = '';
  let level: number | null = null;
  for (const { token, alternatives } of tokens) {
    if (/"score"\s*:\s*$/.test(text) && /^\s*[1-5]$/.test(token)) level = averageLevels(alternatives);
    text += token;
  }
  return level;
}

function averageLevels(alternatives: TokenChoice['alternatives']): number | null {
  let mass = 0;
  let sum = 0;
  for (const { token, logprob } of alternatives) {
    const level = /^\s*([1-5])$/.exec(token)?.[1];
    if (level === undefined || !Number.isFinite(logprob)) continue;
    const probability = Math.exp(logprob);
    mass += probability;
    sum += Number(level) * probability;
  }
  return mass > 0 ? sum / mass : null;
}

import { type Problem, renderProblem } from '../errors.ts';
import { escapeInline } from './escape.ts';
import type { ResultDocument } from './result-document.ts';
import { formatCount, formatUsd } from './words/numbers.ts';

/** What a result cost, in one line. */
export function describeCost({
  calls,
  cacheHits,
  costUsd,
}: Pick<ResultDocument, 'calls' | 'cacheHits' | 'costUsd'>): string {
  const cost = costUsd === null ? 'cost unknown' : formatUsd(costUsd);
  return `${formatCount(calls)} calls, ${formatCount(cacheHits)} from cache, ${cost}`;
}

/** The mistakes of a result as one Markdown alert; an empty list where there is none, so that it can be spread. */
export function renderMistakes(errors: readonly Problem[]): readonly string[] {
  if (errors.length === 0) return [];
  return [['> [!IMPORTANT]', ...errors.map((problem) => `> ${escapeInline(renderProblem(problem))}`)].join('\n')];
}

import type { Output } from '../ports.ts';
import { finalCalls } from './story.ts';

/** How an answer failed to be one: it has no text and calls no tool, the model or its provider's filter refused, or it was cut off at its token limit. */
export type BrokenAnswer = 'empty' | 'refused' | 'truncated';

/** How an answer is broken; null where it is whole. A refusal is told before the empty text that mostly comes with it, and an empty text before the limit that it ran into. */
export function findBreak(output: Output): BrokenAnswer | null {
  const { content, refusal, finishReason } = output;
  if ((refusal !== null && refusal !== '') || finishReason === 'content_filter') return 'refused';
  if (content.trim() === '' && finalCalls(output).length === 0) return 'empty';
  return finishReason === 'length' ? 'truncated' : null;
}

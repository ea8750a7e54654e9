import type { ModelResult } from '../ports.ts';

const opening = /^\s*<(think|thinking|reasoning)>/;

/**
 * A text without the block of reasoning that it begins with: `<think>`, `<thinking>` or `<reasoning>` up to its end, once, and the blanks around
 * it. A block without an end is all there is, which leaves the empty text; null where the text begins with none.
 */
export function cutReasoning(text: string): string | null {
  const name = opening.exec(text)?.[1];
  if (name === undefined) return null;
  const end = `</${name}>`;
  const at = text.indexOf(end);
  return at < 0 ? '' : text.slice(at + end.length).trimStart();
}

/** An answer as it is stored, checked and judged: without the reasoning that it begins with, of which a mark remains. Anything else stays as it is, and so does an answer with the mark: what follows the block is the answer. */
export function dropReasoning(result: ModelResult): ModelResult {
  if (result.status !== 'answered' || result.reasoningDropped === true) return result;
  const content = cutReasoning(result.output.content);
  return content === null ? result : { ...result, output: { ...result.output, content }, reasoningDropped: true };
}

import type { Message, ModelResult } from '../ports.ts';

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

/** An answer as it is stored, checked and judged: without the reasoning that it and the steps before it begin with, of which a mark remains. Anything else stays as it is, and so does an answer with the mark: what follows the block is the answer. */
export function dropReasoning(result: ModelResult): ModelResult {
  if (result.status !== 'answered' || result.reasoningDropped === true) return result;
  const { output } = result;
  const content = cutReasoning(output.content);
  const trajectory = output.trajectory?.map(withoutReasoning);
  const isCut = content !== null || trajectory?.some((message, index) => message !== output.trajectory?.[index]);
  if (!isCut) return result;
  const kept = { ...output, content: content ?? output.content, ...(trajectory === undefined ? {} : { trajectory }) };
  return { ...result, output: kept, reasoningDropped: true };
}

/** Of parts remains what people read of them. */
function withoutReasoning(message: Message): Message {
  const content = message.role === 'assistant' ? cutReasoning(message.content) : null;
  if (content === null) return message;
  const { parts: _, ...rest } = message;
  return { ...rest, content };
}

import { dialectOf } from './dialects.ts';
import type { Prompt } from './prompt.ts';

const comments = /<!--[\s\S]*?-->/;

/** The literal texts of a prompt's messages, between its placeholders, directives and comments, without white space. */
export function listLiterals({ messages, dialect }: Prompt): ReadonlySet<string> {
  const parts = messages.flatMap(({ content }) => content.split(comments)).flatMap(dialectOf(dialect).listLiterals);
  return new Set(parts.map(dropSpace).filter((text) => text !== ''));
}

/** A text without its white space. */
export function dropSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

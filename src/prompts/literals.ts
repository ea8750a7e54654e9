import type { Prompt } from './prompt.ts';

/** Placeholders, directives and comments of any template dialect. */
const tags = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}|<!--[\s\S]*?-->/;

/** The literal texts of a prompt's messages, between its placeholders, directives and comments, without white space. */
export function listLiterals(prompt: Prompt): ReadonlySet<string> {
  const texts = prompt.messages.flatMap(({ content }) => content.split(tags).map(dropSpace));
  return new Set(texts.filter((text) => text !== ''));
}

/** A text without its white space. */
export function dropSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

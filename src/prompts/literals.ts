import { dialectOf } from './dialects.ts';
import type { Prompt } from './prompt.ts';

/** The literal texts of a prompt's messages, between its placeholders, directives and comments, without white space. */
export function listLiterals({ messages, dialect }: Prompt): ReadonlySet<string> {
  const parts = messages.flatMap(({ content }) => splitAtComments(content)).flatMap(dialectOf(dialect).listLiterals);
  return new Set(parts.map(dropSpace).filter((text) => text !== ''));
}

function splitAtComments(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', start)) {
    const end = text.indexOf('-->', open + 4);
    if (end === -1) break;
    parts.push(text.slice(start, open));
    start = end + 3;
  }
  return [...parts, text.slice(start)];
}

/** A text without its white space. */
export function dropSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

import { revealText } from '../escape.ts';

/** Foreign text in HTML: harmless as content and in an attribute, with its line ends. */
export function text(value: string): string {
  const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return revealText(value).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A sentence of ours, with foreign text in it: what it has in backticks becomes code. */
export function prose(sentence: string): string {
  return text(sentence).replace(/(?<!`)`([^`\n]+)`(?!`)/g, '<code>$1</code>');
}

/** A heading and its body, which is HTML; nothing where the body is empty. */
export function section(title: string, body: string): string {
  return body === '' ? '' : `<section><h2>${title}</h2>\n${body}</section>`;
}

/** Sentences as a list; nothing where there are none. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${prose(item)}</li>`).join('')}</ul>`;
}

/** A named block of foreign text; nothing for null. */
export function field(name: string, value: string | null): string {
  return value === null ? '' : `<p>${text(name)}</p>${block(text(value))}`;
}

/** A block of HTML whose blanks and line ends count. Its first line end would not be shown: an own one stands before it. */
export function block(html: string): string {
  return `<pre>\n${html}</pre>`;
}

/** A line of a diff, coloured by its first character. */
export function diffLine(line: string): string {
  if (line.startsWith('-')) return `<del>${text(line)}</del>`;
  return line.startsWith('+') ? `<ins>${text(line)}</ins>` : text(line);
}

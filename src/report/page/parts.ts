import { revealText } from '../escape.ts';
import { unknown } from '../words/numbers.ts';

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

/** What opens on a click; both are HTML. */
export function fold(summary: string, body: string, isOpen = false): string {
  return `<details${isOpen ? ' open=""' : ''}><summary>${summary}</summary>${body}</details>`;
}

/** Foreign words as a link to an address of links.ts; the words alone where there is none. */
export function link(url: string | null, words: string, tag: 'span' | 'code' = 'span'): string {
  const shown = tag === 'span' ? text(words) : `<code>${text(words)}</code>`;
  return url === null ? shown : `<a href="${text(url)}" rel="noreferrer">${shown}</a>`;
}

/** A table that scrolls in a frame of its own; `label` says what it is, a column without a heading is an empty text. Rows are HTML. */
export function table(label: string, columns: readonly string[], rows: readonly string[]): string {
  const header = columns.map((name) => (name === '' ? '<td></td>' : `<th scope="col">${name}</th>`)).join('');
  return `<div class="scroll" role="region" tabindex="0" aria-label="${text(label)}"><table><thead><tr>${header}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** How something ended, in words that begin with a sign of theirs: a quieter one and a colour take its place. */
export function ruling(words: string): string {
  const [, sign = '', rest = words] = /^(❌|✅|⚠️|⛔) (.*)$/su.exec(words) ?? [];
  const quiet = signs[sign];
  const shown = quiet === undefined ? text(words) : `${quiet[0]} ${text(rest)}`;
  return words === '' || words === unknown ? '' : `<span class="ruling ${quiet?.[1] ?? 'soft'}">${shown}</span>`;
}

const signs: { readonly [sign: string]: readonly [sign: string, tone: string] } = {
  '❌': ['✕', 'bad'],
  '✅': ['✓', 'good'],
  '⚠️': ['?', 'warn'],
  '⛔': ['!', 'note'],
};

/** A cell for a number. */
export function number(value: string): string {
  return `<td class="number">${text(value)}</td>`;
}

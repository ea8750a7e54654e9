import { escapeJson, escapeUnits, replaceUnseen } from '../text/unseen.ts';

/**
 * The one place where text that a model, a file or a person outside produced is made harmless. GitHub links mentions, issues and
 * addresses after Markdown is parsed, so escaping them is not enough: a zero-width space is set inside them, which nobody sees.
 */
const gap = '\u200B';

/** Text without characters that hide, reorder or break: line ends become `\n`, invisible and control characters are shown as `⟨U+202E⟩`. */
export function revealText(text: string): string {
  const plain = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/\p{Surrogate}/gu, '\uFFFD');
  return replaceUnseen(plain, nameCharacter);
}

/** The same as one line: blanks are single, and nothing steers a terminal. */
export function oneLine(text: string): string {
  return revealText(text).replace(/\s+/g, ' ').trim();
}

function nameCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Text of at most `max` characters; a longer one ends in `…`. Never cuts a surrogate pair. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, Math.max(0, max - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Foreign text for a Markdown line or table cell: one line of plain text without markup, links, mentions, references or breaks. */
export function escapeInline(text: string): string {
  const line = breakLinks(oneLine(text))
    .replace(/[\\`*_[\]~]/g, '\\$&')
    .replace(/[&<>|$]/g, toEntity);
  return line
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replaceAll(gap, '&#8203;');
}

/** A sentence of ours, with foreign text in it, for a Markdown line: what it has in backticks becomes code, all else plain text. */
export function renderProse(text: string): string {
  return oneLine(text)
    .split(/((?<!`)`[^`]+`(?!`))/)
    .map((part, index) => {
      if (index % 2 === 1) return renderCode(part.slice(1, -1));
      const [before = '', after = ''] = [/^\s/, /\s$/].map((blank) =>
        blank.test(part) && part.trim() !== '' ? ' ' : '',
      );
      return part.trim() === '' ? part : `${before}${escapeInline(part)}${after}`;
    })
    .join('');
}

/** Foreign text between HTML tags, as in a summary line, where Markdown is not parsed but formulas are found. */
export function escapeHtml(text: string): string {
  return breakLinks(oneLine(text))
    .replace(/[&<>"'$]/g, toEntity)
    .replaceAll(gap, '&#8203;');
}

/** Foreign text in an HTML code element, where GitHub links nothing. */
export function renderHtmlCode(text: string): string {
  return `<code>${defuseMarkers(oneLine(text)).replace(/[&<>"'$]/g, toEntity)}</code>`;
}

/** Foreign text as a code span; not for table cells, where a pipe ends even a code span. An empty text is said to be empty. */
export function renderCode(text: string): string {
  const line = defuseMarkers(oneLine(text));
  if (line === '') return '*(empty)*';
  const ticks = '`'.repeat(longestRun(line) + 1);
  const blank = /^`|`$/.test(line) ? ' ' : '';
  return `${ticks}${blank}${line}${blank}${ticks}`;
}

/** Foreign text as a fenced block whose fence is longer than any run of backticks inside. The language is ours. */
export function renderFence(text: string, language: 'diff' | 'text'): string {
  const body = defuseMarkers(revealText(text)).replace(/\n$/, '');
  const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${ticks}${language}\n${body}\n${ticks}`;
}

/** JSON for a hidden HTML comment: nothing in it can end the comment, call a person or turn the text around, and it still parses to the same value. */
export function escapeCommentJson(json: string): string {
  return escapeJson(json).replace(/[<>@]|(?<=-)-/g, escapeUnits);
}

/** JSON for a script element of data: nothing in it can end the element, and it still parses to the same value. */
export function escapeScriptJson(json: string): string {
  return escapeJson(json).replaceAll('<', '\\u003c');
}

/** An address that may stand in a Markdown link, or null where it is none of http(s) or has characters that end a link. */
export function escapeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(url) ? url : null;
}

/** Foreign text in XML content or an attribute; what XML 1.0 forbids is shown as what cannot be seen is. */
export function escapeXml(text: string): string {
  return revealText(text)
    .replace(/[\uFFFE\uFFFF]/g, nameCharacter)
    .replace(/[&<>"']/g, toEntity)
    .replace(/[\t\n]/g, toEntity);
}

function toEntity(character: string): string {
  const names: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return names[character] ?? `&#${character.codePointAt(0)};`;
}

/** Mentions, issue references, commits, addresses and emoji names, each with a gap where the linker looks. */
function breakLinks(text: string): string {
  return text
    .replaceAll('@', `@${gap}`)
    .replace(/#(?=\d)/g, `#${gap}`)
    .replace(/\bGH-(?=\d)/gi, `$&${gap}`)
    .replace(/\b[\da-f]{4}(?=[\da-f]{36}(?:[\da-f]{24})?\b)/gi, `$&${gap}`)
    .replaceAll('://', `${gap}://`)
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}${gap}.`)
    .replace(/:(?=[\w+-]+:)/g, `:${gap}`);
}

/** Inside code the text stays as it is, except for what would look like one of our own hidden lines to a search. */
function defuseMarkers(text: string): string {
  return text.replace(/<!--(?=\s*prompt-assay)/gi, '<! --');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

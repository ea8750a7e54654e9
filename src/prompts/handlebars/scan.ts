import type { TemplateFault } from '../dialect.ts';

/** The most characters of a template, tags and bracketed names in it, and round brackets one in the other: beyond them its parser takes minutes. */
const maxLength = 256 * 1024;
const maxTags = 2000;
const maxBrackets = 50;

/** The tokens of a tag that decide where it ends, as the parser cuts them; a quote or bracket alone is never closed. */
const tokens = /"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|\[(?:\\\]|[^\]])*\]|["'[()]|\}\}/g;
const commentEnds = { short: /\}\}/g, long: /--~?\}\}/g };

/** What of a template must not reach the parser: a raw block, and more than it can read in seconds; null where there is none. */
export function findExcess(template: string): TemplateFault | null {
  if (template.length > maxLength) {
    return tooMuch(`has ${template.length} characters; at most ${maxLength} are read as Handlebars.`, maxLength);
  }
  let tags = 0;
  for (let open = template.indexOf('{{'); open !== -1; ) {
    const { end, bracketed, deepest, isRaw } = measureTag(template, open);
    tags += 1 + bracketed;
    if (isRaw) {
      const hint = 'Write "\\{{" for braces that are text.';
      return { message: 'has a raw block, which is not read.', hint, offset: open };
    }
    if (tags > maxTags) return tooMuch(`has more than ${maxTags} tags and names in brackets.`, open);
    if (deepest > maxBrackets) return tooMuch(`has more than ${maxBrackets} brackets one in the other.`, open);
    open = template.indexOf('{{', end);
  }
  return null;
}

function tooMuch(message: string, offset: number): TemplateFault {
  return { message, hint: 'Write less into one template.', offset };
}

function measureTag(template: string, open: number) {
  const plain = { bracketed: 0, deepest: 0, isRaw: false };
  if (template[open - 1] === '\\' && template[open - 2] !== '\\') return { ...plain, end: open + 2 };
  if (template.startsWith('{{{{', open)) return { ...plain, end: open + 4, isRaw: true };
  const comment = /^\{\{~?!(--)?/.exec(template.slice(open, open + 6));
  if (comment !== null) {
    const closing = commentEnds[comment[1] === undefined ? 'short' : 'long'];
    closing.lastIndex = open + comment[0].length;
    return { ...plain, end: closing.test(template) ? closing.lastIndex : template.length };
  }
  let bracketed = 0;
  let depth = 0;
  let deepest = 0;
  tokens.lastIndex = open + 2;
  for (let token = tokens.exec(template); token !== null; token = tokens.exec(template)) {
    const [text] = token;
    if (text === '}}') return { bracketed, deepest, isRaw: false, end: tokens.lastIndex };
    if (text === '(') deepest = Math.max(deepest, ++depth);
    else if (text === ')') depth -= 1;
    else if (text.length === 1) break;
    else if (text.startsWith('[')) bracketed += 1;
  }
  return { bracketed, deepest, isRaw: false, end: template.length };
}

// The list of contents of a long page, made of its headings between the markers `<!-- contents:start -->` and `<!-- contents:end -->`.
import { findHeadings } from './markdown.mjs';
import { hasTable, renewBlock } from './tables.mjs';

/** Pages with more lines than this have a list of contents. */
export const longPage = 150;

/** A link inside of a heading, of which the list takes the words. */
const innerLink = /\[([^\]]*)\]\([^)]*\)/g;

/** text with its list of contents renewed; one without markers comes back as it is. */
export function renewContents(text) {
  return hasTable(text, 'contents') ? renewBlock(text, 'contents', `\n${renderContents(text)}\n`) : text;
}

/** Whether a page is so long that it needs a list of contents, and has none. */
export function lacksContents(text) {
  return text.split('\n').length > longPage && !hasTable(text, 'contents');
}

/** A line for each chapter with parts; neighbours without parts share one. */
function renderContents(text) {
  const chapters = [];
  for (const { level, source, anchor } of findHeadings(text)) {
    const link = `[${source.replaceAll(innerLink, '$1')}](#${anchor})`;
    if (level === 2 || (level === 3 && chapters.length === 0)) chapters.push({ link, parts: [] });
    else if (level === 3) chapters.at(-1).parts.push(link);
  }
  const lines = [];
  for (const [index, { link, parts }] of chapters.entries()) {
    if (parts.length > 0) lines.push(`${link}: ${parts.join(' · ')}`);
    else if (index === 0 || chapters[index - 1].parts.length > 0) lines.push(link);
    else lines.push(`${lines.pop()} · ${link}`);
  }
  return lines.length === 1 ? lines[0] : lines.map((line) => `- ${line}`).join('\n');
}

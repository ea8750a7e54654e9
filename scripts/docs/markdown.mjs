// What a page of Markdown points at, and what can be pointed at in it. Fenced code is skipped: it shows other people's files.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { slugOf } from './slug.mjs';

const FENCE = /^\s*(?:`{3,}|~{3,})/;
const LINKS = [
  /\]\(\s*<?([^)\s>]+)>?(?:\s+["'][^)]*)?\)/g,
  /^\s*\[[^\]]+\]:\s+<?([^\s>]+)/g,
  /\b(?:href|src)="([^"]+)"/g,
];
const OUR_PATH = /`((?:src|docs|schemas|scripts|fixtures|__tests__|\.ci|\.github)\/[^`\s]*)`/g;
const PLACEHOLDER = /[*<>{}…$]|NNNN|\.\.\./;

/** Relative links as {line, target}; line counts from 1. Addresses with a scheme are left out. */
export function findLinks(text) {
  return scan(text, (line) => {
    const prose = line.replaceAll(/`[^`]*`/g, '');
    const targets = LINKS.flatMap((pattern) => [...prose.matchAll(pattern)].map((match) => match[1]));
    return targets.filter((target) => !/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(target));
  });
}

/** Paths of this repository in backticks, as {line, target}. Patterns and placeholders (`docs/adr/NNNN-title.md`) are left out. */
export function findPaths(text) {
  return scan(text, (line) =>
    [...line.matchAll(OUR_PATH)].map((match) => match[1]).filter((path) => !PLACEHOLDER.test(path)),
  ).map(({ line, target }) => ({ line, target: target.replace(/:\d+$/, '') }));
}

/** The headings as {level, text, source, anchor}: what is read, its Markdown, and GitHub's anchor, where a repeated one gets -1, -2 … */
export function findHeadings(text) {
  const seen = new Map();
  const { children } = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return children
    .filter(({ type }) => type === 'heading')
    .map((heading) => {
      const read = readText(heading);
      const slug = slugOf(read);
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      const [first, last] = [heading.children[0], heading.children.at(-1)];
      const source = first === undefined ? '' : text.slice(first.position.start.offset, last.position.end.offset);
      return { level: heading.depth, text: read, source, anchor: count === 0 ? slug : `${slug}-${count}` };
    });
}

const readText = ({ value, children = [] }) => value ?? children.map(readText).join('');

function scan(text, find) {
  let fenced = false;
  return text.split('\n').flatMap((line, index) => {
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced || FENCE.test(line)) return [];
    return find(line).map((target) => ({ line: index + 1, target }));
  });
}

// What a page of Markdown points at. Fenced code is skipped: it shows other people's files.

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

/** The anchors GitHub makes of the headings; a repeated one gets -1, -2 … */
export function findAnchors(text) {
  const seen = new Map();
  return scan(text, (line) => [...line.matchAll(/^#{1,6}\s+(.*?)\s*#*$/g)].map((match) => match[1])).map(
    ({ target }) => {
      const slug = target
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
        .replaceAll(' ', '-');
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      return count === 0 ? slug : `${slug}-${count}`;
    },
  );
}

function scan(text, find) {
  let fenced = false;
  return text.split('\n').flatMap((line, index) => {
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced || FENCE.test(line)) return [];
    return find(line).map((target) => ({ line: index + 1, target }));
  });
}

import { must } from './suite.mjs';

/** What GitHub's sanitiser lets through, without what shows a foreign picture: ours must not need even that. */
const kept = new Set(
  `a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i input
  ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th thead time tr tt
  ul var wbr`.split(/\s+/),
);
const keptAttributes = new Set([
  'align',
  'checked',
  'class',
  'colspan',
  'disabled',
  'href',
  'open',
  'rowspan',
  'start',
  'type',
]);
const unclosed = new Set(['br', 'hr', 'input', 'wbr']);

/** What GitHub links in text after Markdown is parsed: mentions, issues, addresses, emoji names. */
const linkable = /@[\w-]|#\d|\bGH-\d|\w:\/\/|\bwww\.|:[\w+-]+:/i;

/** A comment's Markdown as the HTML that GitHub's own renderer makes of it, before it is sanitised. */
export async function renderMarkdown(path) {
  const extensions = ['table', 'autolink', 'strikethrough', 'tasklist', 'tagfilter', 'footnotes'];
  return must('cmark-gfm', ['--unsafe', ...extensions.flatMap((name) => ['-e', name]), path]);
}

/** Parses HTML with htmlparser2 into what the checks look at: `{ tags, texts, comments, tables, mismatches }`. */
export function readHtml(html, { Parser }) {
  const found = { tags: [], texts: [], comments: [], tables: [], mismatches: [] };
  const open = [];
  const counts = new Map();
  const parser = new Parser({
    onopentag(name, attributes) {
      found.tags.push({ name, attributes });
      open.push(name);
      if (name === 'table') found.tables.push([]);
      if (name === 'tr') found.tables.at(-1)?.push(0);
      if (name === 'td' || name === 'th')
        found.tables.at(-1).push(found.tables.at(-1).pop() + Number(attributes.colspan ?? 1));
    },
    onclosetag(name, isImplied) {
      open.pop();
      if (isImplied && !unclosed.has(name)) found.mismatches.push(`<${name}> is not closed`);
    },
    ontext(text) {
      if (!open.some((name) => ['code', 'pre', 'a'].includes(name))) found.texts.push(text);
    },
    oncomment: (text) => found.comments.push(text.trim()),
  });
  parser.end(html);
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    counts.set(name, (counts.get(name) ?? 0) + (slash === '' ? 1 : -1));
  }
  for (const [name, count] of counts) {
    if (count !== 0 && !unclosed.has(name)) found.mismatches.push(`<${name}>: ${count} more opened than closed`);
  }
  return found;
}

/** What GitHub's sanitiser would take away. */
export function listForbidden({ tags }) {
  return tags.flatMap(({ name, attributes }) => [
    ...(kept.has(name) ? [] : [`<${name}>`]),
    ...Object.keys(attributes).flatMap((attribute) =>
      keptAttributes.has(attribute) ? [] : [`<${name} ${attribute}>`],
    ),
  ]);
}

/** Addresses that links lead to. */
export function listLinks({ tags }) {
  return tags.flatMap(({ attributes }) => (attributes.href === undefined ? [] : [attributes.href]));
}

/** Texts outside code that GitHub would turn into a link, a mention or a picture. */
export function listLinkable({ texts }) {
  return texts.filter((text) => linkable.test(text));
}

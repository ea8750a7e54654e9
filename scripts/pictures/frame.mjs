import { readFile } from 'node:fs/promises';
import { must } from '../suites/suite.mjs';

const alerts = { note: 'info', tip: 'light-bulb', important: 'report', warning: 'alert', caution: 'stop' };
const frame = `:root{color-scheme:light dark;--page:#fff;--head:#f6f8fa;--line:#d1d9e0;--soft:#59636e}
@media(prefers-color-scheme:dark){:root{--page:#0d1117;--head:#151b23;--line:#3d444d;--soft:#9198a1}}
body{margin:16px;background:var(--page)}
.comment{max-width:846px;border:1px solid var(--line);border-radius:6px;overflow:hidden}
.comment>header{padding:8px 16px;background:var(--head);border-bottom:1px solid var(--line);font:14px/21px sans-serif;color:var(--soft)}
.markdown-body{padding:16px;font-size:14px}`;
const page = (title, style, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>${body}</body></html>`;

/** A comment's Markdown as the HTML that GitHub makes of it: line ends break lines in comments, as in no file. */
export async function renderComment(path) {
  const extensions = ['table', 'autolink', 'strikethrough', 'tasklist', 'tagfilter', 'footnotes'];
  return must('cmark-gfm', ['--unsafe', '--hardbreaks', ...extensions.flatMap((name) => ['-e', name]), path]);
}

/** A page with a comment in a box like GitHub's, light or dark as its reader's system is. */
export async function frameComment(html, load) {
  const css = await readFile(load.resolve('github-markdown-css/github-markdown.css'), 'utf8');
  const icons = new Map();
  for (const name of Object.values(alerts)) {
    icons.set(name, await readFile(load.resolve(`@primer/octicons/build/svg/${name}-16.svg`), 'utf8'));
  }
  const body = `<main class="comment"><header><b>github-actions</b> bot commented</header><article class="markdown-body">${decorate(html, icons)}</article></main>`;
  return page('A comment', css + frame, body);
}

/** What GitHub adds after Markdown: alerts, colours in diffs, and the keyboard's way into a table that scrolls. */
function decorate(html, icons) {
  const kinds = { '-': 'pl-md', '+': 'pl-mi1', '@': 'pl-mdr' };
  const colour = (line) => (kinds[line[0]] === undefined ? line : `<span class="${kinds[line[0]]}">${line}</span>`);
  return html
    .replaceAll('<table>', '<table tabindex="0">')
    .replace(/<blockquote>\s*<p>\[!(\w+)\](?:<br \/>)?\s*([\s\S]*?)<\/blockquote>/g, (_all, kind, rest) => {
      const name = kind.toLowerCase();
      const icon = icons.get(alerts[name]).replace('<svg ', '<svg class="octicon mr-2" aria-hidden="true" ');
      const title = `<p class="markdown-alert-title">${icon}${name[0].toUpperCase()}${name.slice(1)}</p>`;
      return `<div class="markdown-alert markdown-alert-${name}">${title}<p>${rest}</div>`;
    })
    .replace(/<pre><code class="language-diff">([\s\S]*?)<\/code><\/pre>/g, (_all, lines) => {
      return `<div class="highlight"><pre>${lines.split('\n').map(colour).join('\n')}</pre></div>`;
    });
}

const terminalStyle = `:root{--page:#fff;--text:#24292f;--30:#24292f;--31:#cf222e;--32:#116329;--33:#7d4e00;--34:#0550ae;--35:#8250df;--36:#1b7c83;--37:#6e7781;--90:#57606a}
@media(prefers-color-scheme:dark){:root{--page:#0d1117;--text:#e6edf3;--30:#484f58;--31:#ff7b72;--32:#3fb950;--33:#d29922;--34:#58a6ff;--35:#bc8cff;--36:#39c5cf;--37:#b1bac4;--90:#8b949e}}
body{margin:16px;background:var(--page);color:var(--text)}pre{margin:0;width:80ch;font:14px/20px monospace;white-space:pre}`;

/** A page with what a terminal of eighty columns shows. */
export function frameTerminal(text) {
  return page('A terminal', terminalStyle, `<main><pre>${renderAnsi(text)}</pre></main>`);
}

/** Text with a terminal's colours as HTML. */
function renderAnsi(text) {
  let state = {};
  // Links and window titles are not to be seen.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const parts = text.replace(/\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)/g, '').split(/\u001B\[([\d;]*)m/);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return part === '' ? '' : `<span style="${renderStyle(state)}">${escapeHtml(part)}</span>`;
      for (const code of part.split(';').map(Number)) state = step(state, code);
      return '';
    })
    .join('');
}

function step(state, code) {
  if (code === 0) return {};
  if (code === 1) return { ...state, bold: true };
  if (code === 2) return { ...state, dim: true };
  if (code === 4) return { ...state, underlined: true };
  if (code === 22) return { ...state, bold: false, dim: false };
  if (code === 24) return { ...state, underlined: false };
  return { ...state, colour: code === 39 ? null : code };
}

function renderStyle({ bold, dim, underlined, colour }) {
  return [
    bold ? 'font-weight:700' : '',
    dim ? 'opacity:.75' : '',
    underlined ? 'text-decoration:underline' : '',
    colour ? `color:var(--${colour})` : '',
  ]
    .filter((rule) => rule !== '')
    .join(';');
}

function escapeHtml(text) {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]);
}

// Renders a comment's Markdown the way GitHub would: node scripts/preview-comment.mjs <tools> <comment.md> <out.png> [--open|--open=1]
// <tools> is a folder outside the project where `npm i playwright-core github-markdown-css` was run; cmark-gfm and chromium come from
// the system's packages. `--open` unfolds everything, `--open=1` the first fold. A comment.md that ends in .html is only photographed.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [tools, source, target, ...flags] = process.argv.slice(2);
if (target === undefined) {
  console.error('usage: node scripts/preview-comment.mjs <tools> <comment.md> <out.png> [--open]');
  process.exit(2);
}
const load = createRequire(resolve(tools, 'package.json'));

function renderPage(path) {
  const extensions = ['table', 'autolink', 'strikethrough', 'tasklist', 'tagfilter'].flatMap((name) => ['-e', name]);
  const html = execFileSync('cmark-gfm', ['--unsafe', ...extensions, path], { encoding: 'utf8' });
  const css = readFileSync(load.resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
  const frame = `body{margin:16px;background:#fff} .comment{width:846px;border:1px solid #d1d9e0;border-radius:6px}
    .comment>header{padding:8px 16px;background:#f6f8fa;border-bottom:1px solid #d1d9e0;border-radius:6px 6px 0 0;font:14px sans-serif;color:#59636e}
    .markdown-body{padding:16px;font-size:14px} .removed{background:#ffebe9;color:#82071e} .added{background:#dafbe1;color:#116329}`;
  return `<!doctype html><meta charset="utf-8"><style>${css}${frame}</style>
    <div class="comment"><header><b>github-actions</b> bot commented</header><article class="markdown-body">${decorate(html)}</article></div>`;
}

/** What GitHub adds after Markdown: alert blocks and colours in diffs. */
function decorate(html) {
  const diff = (_all, body) => {
    const colour = (line) => {
      const kind = { '-': 'removed', '+': 'added' }[line[0]];
      return kind === undefined ? line : `<span class="${kind}">${line}</span>`;
    };
    return `<pre><code>${body.split('\n').map(colour).join('\n')}</code></pre>`;
  };
  return html
    .replace(/<blockquote>\s*<p>\[!(\w+)\]\n?([\s\S]*?)<\/blockquote>/g, (_all, kind, rest) => {
      const name = kind.toLowerCase();
      const title = `<p class="markdown-alert-title">${name[0].toUpperCase()}${name.slice(1)}</p>`;
      return `<div class="markdown-alert markdown-alert-${name}">${title}<p>${rest}</div>`;
    })
    .replace(/<pre><code class="language-diff">([\s\S]*?)<\/code><\/pre>/g, diff);
}

const page = source.endsWith('.html') ? source : join(tmpdir(), 'comment-preview.html');
if (page !== source) writeFileSync(page, renderPage(source));
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const args = [
  'no-sandbox',
  'disable-gpu',
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
];
const browser = await load('playwright-core').chromium.launch({
  executablePath,
  args: args.map((flag) => `--${flag}`),
});
try {
  const view = await browser.newPage({ viewport: { width: 880, height: 200 }, deviceScaleFactor: 1.25 });
  await view.goto(pathToFileURL(resolve(page)).href);
  const open = flags.find((flag) => flag.startsWith('--open'));
  const folds = open === undefined ? [] : await view.$$('details');
  for (const fold of folds.slice(0, Number(open?.split('=')[1] ?? folds.length))) {
    await fold.evaluate((element) => element.setAttribute('open', ''));
  }
  await view.screenshot({ path: target, fullPage: true });
} finally {
  await browser.close();
}

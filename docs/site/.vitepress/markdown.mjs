// What makes a page that is written for GitHub one of the site. The files themselves know nothing of it.
import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { pageOf, root } from './pages.mjs';

const scheme = /^(?:[a-z][a-z+.-]*:|\/\/|#)/i;
const contents = /<!-- contents:start -->[\s\S]*?<!-- contents:end -->/g;

/**
 * Teaches the site's renderer the repository: links lead to pages, published schemas, or the file on `repository`, and one that leads nowhere
 * throws; a page's own list of contents gives way to the site's; braces stay text; wide tables can be scrolled with the keyboard.
 */
export function readAsGithub(md, repository) {
  md.core.ruler.before('normalize', 'contents', (state) => {
    state.src = state.src.replace(contents, '');
  });
  md.core.ruler.push('links', ({ tokens, env }) => {
    const page = env.realPath ?? env.path; // the search's index knows one path alone
    for (const token of tokens.flatMap((one) => [one, ...(one.children ?? [])])) rewrite(token, page, repository);
  });
  for (const name of ['text', 'code_inline']) {
    const render = md.renderer.rules[name];
    md.renderer.rules[name] = (...given) => render(...given).replaceAll('{{', '&#123;&#123;');
  }
  md.renderer.rules.table_open = () => '<table tabindex="0">\n';
}

function rewrite(token, page, repository) {
  if (token.type === 'link_open') token.attrSet('href', resolveLink(token.attrGet('href'), page, repository));
  if (token.type.startsWith('html_')) {
    token.content = token.content.replaceAll(/\b(src|srcset)="(?![a-z]+:|[./])/g, '$1="./');
  }
}

function resolveLink(href, page, repository) {
  if (scheme.test(href)) return href;
  const [target, anchor] = href.split('#');
  const file = target.startsWith('/')
    ? resolve(root, target.slice(1))
    : resolve(dirname(page), decodeURIComponent(target));
  const path = relative(root, file).replaceAll('\\', '/');
  if (!existsSync(file)) throw new Error(`${relative(root, page)}: the link ${href} leads nowhere.`);
  const hash = anchor === undefined ? '' : `#${anchor}`;
  if (path.endsWith('.md') && (pageOf(path) !== path || path.startsWith('docs/'))) {
    return `/${pageOf(path).replace(/(?:(?<=^|\/)index)?\.md$/, '')}${hash}`;
  }
  return path.startsWith('schemas/') ? `/${path}` : `${repository}/blob/HEAD/${path}${hash}`;
}

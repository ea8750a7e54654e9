import { encodeAddressPart } from '../text/address.ts';
import { escapeUrl } from './escape.ts';
import type { PromptReport } from './prompt-report.ts';
import type { Report } from './report.ts';

type Side = 'base' | 'head';

/** A Markdown link, or its text alone where there is no address; `text` is Markdown of ours. */
export function renderLink(text: string, url: string | null): string {
  return url === null ? text : `[${text}](${url})`;
}

/** The commit of a side as people know it: what was pushed, and not GitHub's merge of it; null for anything that is no commit id. */
export function commitOf(report: Report, side: Side): string | null {
  const { commit = '', pushed = null } = report[side] ?? {};
  const known = pushed ?? commit;
  return /^[0-9a-f]{7,64}$/.test(known) ? known : null;
}

/** The page of a commit; null in a terminal. */
export function commitUrl(report: Report, side: Side): string | null {
  const commit = commitOf(report, side);
  return commit === null ? null : repositoryUrl(report, `commit/${commit}`);
}

/** The page of a file, or of a line in it, as it was on a side; null in a terminal. */
export function fileUrl(report: Report, side: Side, path: string, line: number | null = null): string | null {
  const commit = commitOf(report, side);
  if (commit === null) return null;
  const file = `blob/${commit}/${path.split('/').map(encodeAddressPart).join('/')}`;
  // GitHub renders Markdown, and a rendered page has no lines.
  const plain = /\.(md|markdown)$/i.test(path) && line !== null ? '?plain=1' : '';
  return repositoryUrl(report, `${file}${plain}${line === null ? '' : `#L${line}`}`);
}

/** The page of a prompt's file, on the side that has it; null in a terminal, and of an application. */
export function promptUrl(report: Report, { path, change, isApplication }: PromptReport): string | null {
  return isApplication ? null : fileUrl(report, change === 'deleted' ? 'base' : 'head', path);
}

/** A page of this version's docs; null where their place is not known. */
export function docUrl({ github }: Report, page: string): string | null {
  return github?.docsUrl == null ? null : escapeUrl(`${github.docsUrl}/${page}`);
}

function repositoryUrl({ github }: Report, path: string): string | null {
  return github === null ? null : escapeUrl(`${github.url}/${path}`);
}

import type { CaseReport } from '../case-report.ts';
import { escapeUrl } from '../escape.ts';
import type { Report, SideReport } from '../report.ts';

/** The page of a repository, if it may be linked to. */
export function linkToRepository({ github }: Report): string | null {
  return requireHttps(github?.url ?? null);
}

/** The pull request that is judged. */
export function linkToPull(report: Report): string | null {
  const [repository, pull] = [linkToRepository(report), report.github?.pull ?? null];
  return repository === null || pull === null ? null : requireHttps(`${repository}/pull/${pull}`);
}

/** The commit of a side as people can find it: the one that was pushed, where GitHub merged it. */
export function linkToCommit(report: Report, side: SideReport | null): string | null {
  const [repository, commit] = [linkToRepository(report), commitOf(side)];
  return repository === null || commit === null ? null : requireHttps(`${repository}/commit/${commit}`);
}

/** The row that a case is held to, in the file as that side has it. */
export function linkToRow(report: Report, { side, path, line }: CaseReport['place']): string | null {
  const [repository, commit] = [linkToRepository(report), commitOf(side === 'base' ? report.base : report.head)];
  if (repository === null || commit === null) return null;
  const segments = path.split('/').map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')));
  const plain = segments.join('/').replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  // Markdown and the like would be shown rendered, without lines.
  return requireHttps(`${repository}/blob/${commit}/${plain}${line === null ? '' : `?plain=1#L${line}`}`);
}

/** The run's own page. */
export function linkToRun({ runUrl }: Report): string | null {
  return requireHttps(runUrl);
}

/** The commit id of a side that people can look up; null for anything that is none. */
export function commitOf(side: SideReport | null): string | null {
  const commit = side?.pushed ?? side?.commit ?? '';
  return /^[0-9a-f]{7,64}$/.test(commit) ? commit : null;
}

function requireHttps(url: string | null): string | null {
  return url?.startsWith('https://') ? escapeUrl(url) : null;
}

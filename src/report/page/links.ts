import type { CaseReport } from '../case-report.ts';
import { escapeUrl } from '../escape.ts';
import { commitUrl, fileUrl } from '../links.ts';
import type { Report } from '../report.ts';

/** The page of a repository, if it may be linked to. A page of ours links by https alone. */
export function linkToRepository({ github }: Report): string | null {
  return requireHttps(github?.url ?? null);
}

/** The pull request that is judged. */
export function linkToPull(report: Report): string | null {
  const [repository, pull] = [linkToRepository(report), report.github?.pull ?? null];
  return repository === null || pull === null ? null : requireHttps(`${repository}/pull/${pull}`);
}

/** The commit of a side as people can find it. */
export function linkToCommit(report: Report, side: 'base' | 'head'): string | null {
  return requireHttps(commitUrl(report, side));
}

/** The row that a case is held to, in the file as that side has it. */
export function linkToRow(report: Report, { side, path, line }: CaseReport['place']): string | null {
  return requireHttps(fileUrl(report, side, path, line));
}

/** The run's own page. */
export function linkToRun({ runUrl }: Report): string | null {
  return requireHttps(runUrl);
}

/** An address that may be a link of the page; null for any other. */
export function requireHttps(url: string | null): string | null {
  return url?.startsWith('https://') ? escapeUrl(url) : null;
}

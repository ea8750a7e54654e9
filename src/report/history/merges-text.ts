import type { Merge, MergedSuite } from '../../history/merge-line.ts';
import { escapeInline } from '../escape.ts';
import type { MergesReport } from './merges-report.ts';
import { describeMerged, nameMerge } from './words.ts';

/** What a push added to the history, as Markdown for the job summary. */
export function renderMergesSummary({ merges, notes, tip, branch }: MergesReport): string {
  const where = tip === null ? 'nothing was written' : `kept on ${branch} at ${tip.slice(0, 12)}`;
  return [`**History**: ${escapeInline(where)}`, [...merges.flatMap(listSuites), ...notes.map(item)].join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function listSuites(merge: Merge): readonly string[] {
  return merge.suites.map((suite: MergedSuite) => item(`${nameMerge(merge)}: ${describeMerged(suite)}`));
}

const item = (text: string) => `- ${escapeInline(text)}`;

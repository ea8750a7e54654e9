import { count } from '../../text/prose.ts';
import { cutText, escapeInline, escapeUrl, renderCode, renderProse } from '../escape.ts';
import type { Report } from '../report.ts';
import { renderFold } from './fold.ts';

const maxSuites = 12;
const maxIds = 30;

/** The last line: which suites did not run and why, and where the rest is. */
export function renderSkipped(report: Report): string {
  const skipped = report.suites.filter(({ status }) => status !== 'run');
  const names = skipped
    .slice(0, maxSuites)
    .map(({ name, reason }) => `${renderCode(cutText(name, 80))} (${escapeInline(cutText(reason, 200))})`);
  if (skipped.length > maxSuites) names.push(count(skipped.length - maxSuites, 'more', 'more'));
  const url = escapeUrl(report.runUrl);
  const parts = [
    names.length === 0 ? '' : `Not run: ${names.join(', ')}.`,
    url === null ? '' : `[Full report and files](${url})`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `<sub>${parts.join(' ')}</sub>`;
}

/** Words about the run as a whole in one small line; empty where there are none. */
export function renderNotes(report: Report): string {
  const notes = report.notes.slice(0, maxSuites).map((note) => renderProse(cutText(note, 300)));
  return notes.length === 0 ? '' : `<sub>${notes.join(' · ')}</sub>`;
}

/** Rows that were added, removed or edited, folded; empty where the datasets are the same. */
export function renderDatasetChanges(report: Report): string {
  const suites = report.suites.filter((suite) => countChanges(suite) > 0);
  const total = suites.reduce((sum, suite) => sum + countChanges(suite), 0);
  if (total === 0) return '';
  const lines = suites.flatMap(({ name, addedCases, removedCases, editedCases }) => [
    ...renderIds(`${renderCode(cutText(name, 80))} added`, addedCases),
    ...renderIds(`${renderCode(cutText(name, 80))} removed (they still gate)`, removedCases),
    ...renderIds(`${renderCode(cutText(name, 80))} edited`, editedCases),
  ]);
  return renderFold(`The dataset changed in ${count(total, 'row')}`, lines.join('\n'));
}

function countChanges({ addedCases, removedCases, editedCases }: Report['suites'][number]): number {
  return addedCases.length + removedCases.length + editedCases.length;
}

function renderIds(what: string, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const shown = ids.slice(0, maxIds).map((id) => renderCode(cutText(id, 80)));
  if (ids.length > maxIds) shown.push(count(ids.length - maxIds, 'more', 'more'));
  return [`- ${what}: ${shown.join(', ')}`];
}

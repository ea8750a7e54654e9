import type { History } from '../../history/history.ts';
import { writeJson } from '../../json.ts';
import { escapeJson } from '../../text/unseen.ts';
import { renderBadge } from './badge.ts';
import { renderHistoryPage } from './page.ts';

/** The files that show a history to people and programs, by name. */
export function renderHistoryFiles(history: History): ReadonlyMap<string, string> {
  return new Map([
    ['index.html', renderHistoryPage(history)],
    ['badge.svg', renderBadge(history)],
    ['history.json', `${escapeJson(writeJson(history, 2))}\n`],
  ]);
}

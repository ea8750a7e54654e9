import type { PageRun } from '../report/page/page-run.ts';
import { lazily } from '../run/lazily.ts';
import { listPageCases, type PagedRun } from './page-cases.ts';
import { listScoreChanges } from './page-changes.ts';

/** What a run's page shows beside its report, made as it is read. */
export function buildPage(run: PagedRun): PageRun {
  return { cases: lazily(() => listPageCases(run)), changes: lazily(() => listScoreChanges(run)) };
}

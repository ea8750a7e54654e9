import type { EvaluateRequest, LabelledTree } from '../pipeline/evaluate-request.ts';
import type { Report } from '../report/report.ts';
import type { CallRecord } from '../run/records.ts';
import { addDollars, countCalls } from '../run/totals.ts';
import { toolVersion } from '../version.ts';

/** What every report of a run says whatever came of it. */
export interface RunFacts {
  readonly request: EvaluateRequest;
  readonly journal: readonly CallRecord[];
  readonly durationMs: number;
}

/** A report without a verdict yet: sides, counts, cost. */
export function buildReportFrame({ request, journal, durationMs }: RunFacts) {
  const side = ({ label, tree }: LabelledTree) => ({ label, commit: tree.commit });
  return {
    schemaVersion: 1,
    toolVersion,
    base: side(request.base),
    head: side(request.candidate),
    metrics: [],
    suites: [],
    cases: [],
    reasons: [],
    grounds: [],
    notices: [],
    notes: [],
    errors: [],
    warnings: [],
    contentKeys: {},
    screenUses: [],
    examples: 'full',
    budgetUsd: null,
    ...countCalls(journal),
    costUsd: addDollars(journal),
    durationMs,
    reproduce: request.reproduce,
    runUrl: request.runUrl,
  } satisfies Partial<Report>;
}

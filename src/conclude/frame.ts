import type { Acceptance } from '../gate/acceptance.ts';
import type { LabelledTree } from '../read/sides.ts';
import type { GithubReport, Report } from '../report/report.ts';
import { buildResult } from '../report/result-document.ts';
import type { Ledger } from '../run/ledger.ts';
import { type CallSums, totalsOf } from '../run/totals.ts';

/** What the caller of a run says that its report depends on. */
export interface RunRequest {
  readonly base: LabelledTree;
  readonly candidate: LabelledTree;
  readonly onNoKey: 'block' | 'warn';
  /** What a person took as given; null where nobody did. */
  readonly acceptance: Acceptance | null;
  readonly reproduce: string | null;
  readonly runUrl: string | null;
  /** Null in a terminal. */
  readonly github: GithubReport | null;
}

/** What every report of a run says whatever came of it. */
export interface RunFacts {
  readonly request: RunRequest;
  readonly ledger: Ledger;
  readonly durationMs: number;
}

/** A report without a verdict yet: sides, counts, cost. */
export function buildReportFrame({ request, ledger, durationMs }: RunFacts) {
  const side = ({ label, tree, pushed }: LabelledTree) => ({ label, commit: tree.commit, pushed: pushed ?? null });
  return {
    ...buildBareFrame(ledger.calls()),
    base: side(request.base),
    head: side(request.candidate),
    github: request.github,
    durationMs,
    reproduce: request.reproduce,
    runUrl: request.runUrl,
  } satisfies Partial<Report>;
}

/** The same where nothing is known but the calls. */
export function buildBareFrame(calls: CallSums) {
  return {
    schemaVersion: 1,
    ...buildResult(calls, []),
    base: null,
    head: null,
    github: null,
    since: null,
    metrics: [],
    suites: [],
    cases: [],
    reasons: [],
    details: [],
    grounds: [],
    notices: [],
    notes: [],
    warnings: [],
    contentKeys: {},
    screenUses: [],
    asked: [],
    examples: 'full',
    budgetUsd: null,
    ...totalsOf(calls),
    durationMs: 0,
    reproduce: null,
    compare: null,
    runUrl: null,
  } satisfies Partial<Report>;
}

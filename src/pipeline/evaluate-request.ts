import type { RunRequest } from '../conclude/frame.ts';
import type { OtherRuns } from '../conclude/other-runs.ts';
import type { RecordedVerdict } from '../conclude/recorded-verdict.ts';
import type { BrokenAtHead } from '../conclude/since.ts';
import type { Acceptance } from '../gate/acceptance.ts';
import type { AskedRows } from '../gate/asked.ts';
import type { NeededOutput } from '../outputs/needed.ts';
import type { CasePart } from '../plan/subset.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { ChangeRequest } from '../read/sides.ts';
import type { Report } from '../report/report.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { BaseArm } from '../run/sample-key.ts';

/** What people said about a change. */
export interface Heard {
  /** What a person took as given; null where nobody did. */
  readonly acceptance: Acceptance | null;
  /** Why no model call may be made, e.g. a fork that nobody approved; null where they may. */
  readonly blockedCalls: string | null;
  /** What is to be settled in a further round: the verdict that is recorded of this content, or what the known answers leave open; null where nobody asks. */
  readonly settles: 'recorded-verdict' | 'known-answers' | null;
}

/** What is to be evaluated, and under which rules of the caller. */
export interface EvaluateRequest extends ChangeRequest, Omit<RunRequest, 'acceptance'> {
  /** A part of the cases; null runs all. */
  readonly part: CasePart | null;
  readonly fresh: boolean;
  readonly dryRun: boolean;
  /** Asks what people said, only where a suite is affected. What it throws is about no verdict, and ends the run. */
  hear(): Promise<Heard>;
  /** Verdicts of content that was asked about before. */
  readonly recorded: readonly RecordedVerdict[];
  /** What this change's earlier runs asked of which rows; null where nobody counts. */
  readonly askedBefore: readonly AskedRows[] | null;
  /** What was broken at the head that this change had when it was judged last; null where nobody keeps it. */
  readonly brokenBefore: BrokenAtHead | null;
  /** Reads what the runs of other changes left; asked only where somebody counts, or a stored baseline was used. */
  readOthers(): Promise<OtherRuns>;
}

/** The report and everything it was made from. */
export interface EvaluateResult {
  readonly report: Report;
  readonly plans: readonly SuitePlan[];
  /** What stood for the base side. */
  readonly baseArm: BaseArm;
  /** By case, the first sample that only the round which settles drew. */
  readonly settledFrom: RunDecision['settledFrom'];
  /** All that was drawn, scored and asked. */
  readonly ledger: Ledger;
  /** True where no suite is affected. */
  readonly isIdle: boolean;
  /** True where the verdict of an earlier run of the same content was taken over. */
  readonly isRepublished: boolean;
  /** Outputs that whoever supplies them has to make before there is more to say; empty where none are. */
  readonly needed: readonly NeededOutput[];
  /** Of each suite that wants a second look, which outputs the first one was at. */
  readonly looks: ReadonlyMap<string, string>;
  /** Of each suite that a further round could settle, what both looks were at. */
  readonly open: ReadonlyMap<string, string>;
  /** Why a verdict that somebody asked to settle stands as it is; null where nobody asked, or it was settled. */
  readonly declined: string | null;
}

import type { Session } from '../execute/session.ts';
import type { Acceptance } from '../gate/acceptance.ts';
import type { Verdict } from '../gate/comparison.ts';
import type { WeighedGround } from '../gate/ground.ts';
import type { ScreenUse } from '../gate/renewal.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Tree } from '../ports.ts';
import type { Report } from '../report/report.ts';
import type { CallRecord } from '../run/records.ts';

/** A tree and what people call it: `main`, `this PR`, `working tree`. */
export interface LabelledTree {
  readonly label: string;
  readonly tree: Tree;
}

/** The verdict that one suite's content was given before, as the comment's hidden line keeps it. */
export interface RecordedVerdict {
  readonly suite: string;
  /** The first digits of its content key. */
  readonly key: string;
  readonly verdict: Exclude<Verdict, 'invalid'>;
  readonly title: string;
  /** The head that was judged. */
  readonly head: string;
  /** How often the question was asked. */
  readonly attempts: number;
  readonly grounds: readonly WeighedGround[];
}

/** What is to be evaluated, and under which rules of the caller. */
export interface EvaluateRequest {
  readonly base: LabelledTree;
  readonly candidate: LabelledTree;
  /** Where settings, rubrics and schemas are read; the base's tree unless the base branch has moved on. */
  readonly decidingTree: Tree;
  /** The default branch's tip: the only place that names endpoint and headers. */
  readonly defaultTree: Tree;
  readonly configPath: string | null;
  /** True where the caller says where requests go, or it is this machine: then no config is needed to know. */
  readonly namesEndpoint: boolean;
  /** At most this many cases a suite; null runs all. */
  readonly caseLimit: number | null;
  readonly fresh: boolean;
  readonly dryRun: boolean;
  readonly onNoKey: 'block' | 'warn';
  /** What a person took as given; null where nobody did. */
  readonly acceptance: Acceptance | null;
  /** Why no model call may be made, e.g. a fork that nobody approved; null where they may. */
  readonly blockedCalls: string | null;
  /** Verdicts of content that was asked about before. */
  readonly recorded: readonly RecordedVerdict[];
  /** How other changes' runs used their stored baselines, the newest first; asked only where a stored baseline was used. */
  readScreenUses(): Promise<readonly ScreenUse[]>;
  readonly reproduce: string | null;
  readonly runUrl: string | null;
}

/** The report and everything it was made from. */
export interface EvaluateResult {
  readonly report: Report;
  readonly plans: readonly SuitePlan[];
  readonly session: Session;
  readonly journal: readonly CallRecord[];
  /** True where no suite is affected. */
  readonly isIdle: boolean;
  /** True where the verdict of an earlier run of the same content was taken over. */
  readonly isRepublished: boolean;
}

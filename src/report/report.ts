import type { Problem } from '../errors.ts';
import type { AskedEverywhere } from '../gate/asked.ts';
import type { Verdict } from '../gate/comparison.ts';
import type { WeighedGround } from '../gate/ground.ts';
import type { ScreenUse } from '../gate/renewal.ts';
import type { CaseReport } from './case-report.ts';
import type { MetricReport } from './metric-report.ts';
import type { PromptReport } from './prompt-report.ts';
import type { Decided, ResultDocument } from './result-document.ts';

/** One side of the comparison: a commit, or the working tree. */
export interface SideReport {
  readonly commit: string;
  /** The commit that was pushed, where `commit` is GitHub's merge of it, which nobody has seen; null where they are one. */
  readonly pushed: string | null;
  /** What people call it: `main`, `this PR`, `working tree`. */
  readonly label: string;
}

/** Where on GitHub people find what a report is about. */
export interface GithubReport {
  /** The repository's page, without a slash at its end. */
  readonly url: string;
  /** The pull request that is judged; null where it is none. */
  readonly pull: number | null;
  /** Whether the label that accepts a verdict counts from the pull request's author, too. */
  readonly acceptsOwn: boolean;
  /** The folder of this action's documents at the version that runs, without a slash at its end; null where it is not known. */
  readonly docsUrl: string | null;
  /** The folder in which this run's `report.html` will be published, without a slash at its end; null where nobody said. */
  readonly pageUrl: string | null;
}

/** What became of the broken cases since the last verdict on this pull request: how many are mended, how many are new. */
export interface SinceReport {
  readonly head: string;
  readonly mended: number;
  readonly fresh: number;
}

/** One suite, run or skipped, with the reason. */
export interface SuiteReport {
  readonly name: string;
  readonly status: 'run' | 'skipped' | 'invalid';
  readonly reason: string;
  /** The run's verdict restricted to what concerns this suite; null where nothing does. */
  readonly verdict: Verdict | null;
  readonly prompts: readonly PromptReport[];
  readonly cases: number;
  readonly addedCases: readonly string[];
  readonly removedCases: readonly string[];
  readonly editedCases: readonly string[];
  /** First digits of the hashes of the rows and of the metrics that scored them; null where nothing ran. */
  readonly hashes: { readonly dataset: string; readonly metrics: string } | null;
  /** Which baseline was used and why, in one sentence; null where none was needed. */
  readonly baseline: string | null;
  /** Main's own noise and what this dataset can detect, in one sentence; null where it is not known. */
  readonly noise: string | null;
  readonly notes: readonly string[];
}

/** How often the rows behind a suite's verdict were asked about different versions; it decides nothing. */
export interface AskedReport {
  readonly suite: string;
  readonly verdict: Verdict;
  /** Identity of the base side's rows. */
  readonly rows: string;
  /** Null where an earlier run judged them. */
  readonly cases: number | null;
  /** Different contents that this pull request put to them since they last changed, this one included. */
  readonly contents: number;
  /** The chance that one of so many versions passes although each is as bad as the margin; null where no rate was tested, 0 where there are too few cases for any to pass. */
  readonly byChance: number | null;
  /** The same of all pull requests together, a lower bound where not all records were read; null where none was. */
  readonly everywhere: (AskedEverywhere & { readonly isWhole: boolean }) | null;
}

/** The value from which comment, job summary, JSON, JUnit and terminal text are rendered. The verdict in it is final. */
export interface Report extends ResultDocument, Decided {
  readonly schemaVersion: 1;
  /** The verdict in one plain sentence, no markup. */
  readonly title: string;
  readonly reasons: readonly string[];
  /** Those of the reasons that the title leaves to be told: what people read below it. */
  readonly details: readonly string[];
  /** All that keeps the verdict from being pass, each with an identity that an acceptance can name; empty for a verdict without a run. */
  readonly grounds: readonly WeighedGround[];
  /** What a reader must see at once although it decides nothing: what is not gated from this merge on, what was not asked; a plain sentence each. */
  readonly notices: readonly string[];
  readonly base: SideReport | null;
  readonly head: SideReport | null;
  /** Null in a terminal. */
  readonly github: GithubReport | null;
  /** Null where no earlier verdict of this pull request can be compared with this one. */
  readonly since: SinceReport | null;
  readonly metrics: readonly MetricReport[];
  readonly suites: readonly SuiteReport[];
  /** The worst first. */
  readonly cases: readonly CaseReport[];
  readonly examples: 'none' | 'redacted' | 'full';
  readonly generationCalls: number;
  readonly judgeCalls: number;
  readonly retries: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly budgetUsd: number | null;
  readonly durationMs: number;
  /** A command that repeats this run in a terminal, null where there is none. */
  readonly reproduce: string | null;
  /** A command that decides this run's score files again, in their folder and by the run's rules; null where no comparison gates. */
  readonly compare: string | null;
  /** Words about the run as a whole, e.g. `outputs supplied by the workflow`, `recorded answers`. */
  readonly notes: readonly string[];
  readonly warnings: readonly Problem[];
  /** Content key per suite: equal keys mean the same question, which is never asked twice. */
  readonly contentKeys: { readonly [suite: string]: string };
  /** Stored baselines this run screened against, and whether one could decide; empty where none was used. */
  readonly screenUses: readonly ScreenUse[];
  /** How often the rows of each suite that was judged were asked; empty where nobody counts, as in a terminal. */
  readonly asked: readonly AskedReport[];
  readonly runUrl: string | null;
}

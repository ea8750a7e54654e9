import type { Problem } from '../errors.ts';
import type { AskedEverywhere } from '../gate/asked.ts';
import type { CaseLabel } from '../gate/case-label.ts';
import type { Comparison, Verdict } from '../gate/comparison.ts';
import type { WeighedGround } from '../gate/ground.ts';
import type { ScreenUse } from '../gate/renewal.ts';
import type { Json } from '../json.ts';
import type { Corrected, CorrectedDifference } from '../judges/corrected.ts';
import type { Output } from '../ports.ts';
import type { RatioInterval } from '../statistics/log-ratio.ts';
import type { RepeatSuccess } from '../statistics/repeat-success.ts';
import type { PromptChanges, PromptTokens } from './prompt-changes.ts';
import type { Decided, ResultDocument } from './result-document.ts';

/** One side of the comparison: a commit, or the working tree. */
export interface SideReport {
  readonly commit: string;
  /** What people call it: `main`, `this PR`, `working tree`. */
  readonly label: string;
}

/** What happened on one arm of one prompt. Money is integer micro-dollars, null where a price is unknown. */
export interface ArmReport {
  /** Model id asked and the ids that answered. */
  readonly model: string;
  readonly answeredAs: readonly string[];
  readonly answered: number;
  readonly rejected: number;
  readonly unavailable: number;
  readonly unavailableReasons: readonly string[];
  /** Calls of which an attempt was given up on since no answer came in time. */
  readonly hung: number;
  /** Answers per finish reason. */
  readonly finishReasons: { readonly [reason: string]: number };
  /** Answers that are none: without text and tool calls; refused by the model or a content filter; cut off at the token limit. Each is counted once: as refused, else as empty, else as truncated. */
  readonly empty: number;
  readonly refused: number;
  readonly truncated: number;
  /** Answers that began with a block of reasoning, which was left out. */
  readonly reasoningDropped: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costMicroUsd: number | null;
  /** Cost per 1,000 answers in micro-dollars, null where unknown. */
  readonly costPerThousandMicroUsd: number | null;
  readonly latencyMedianMs: number | null;
  readonly lengthMedian: number | null;
}

/** What people's labels make of a judge's figures; for display, nothing rests on it. */
export interface MetricCorrections {
  /** By PPI++; null without cases that are labelled on both sides. */
  readonly difference: CorrectedDifference | null;
  /** Shares of good outputs after Rogan and Gladen, by `labels` labels; null where the judge is no yes or no, or too poor. */
  readonly rates: { readonly baseline: Corrected; readonly candidate: Corrected; readonly labels: number } | null;
}

/** How steadily cases are passed: the chances that all of k answers to a case pass (pass^k), and that any does (pass@k); a side is null where no case has k scores. */
export interface RepeatsReport {
  readonly k: number;
  readonly baseline: RepeatSuccess | null;
  readonly candidate: RepeatSuccess | null;
}

/** One row of the comment's table. */
export interface MetricReport extends Comparison {
  readonly kind: 'check' | 'judge' | 'panel';
  /** True where all scores are 0 or 1 and are shown as percent. */
  readonly binary: boolean;
  /** Null where a case has one sample, and where scores are graded. */
  readonly repeats: RepeatsReport | null;
  /** Why a metric that wants to gate is held to report, or why one is refused; null where it is neither. */
  readonly held: string | null;
  /** True for a judge whose scores are known to mean nothing: what is written for people names it and leaves them out. */
  readonly refused: boolean;
  readonly minScore: number | null;
  /** What of the candidate is held against `minScore`: its mean, or the bound of the mean on the worse side. */
  readonly minScoreOn: 'mean' | 'lower-bound';
  /** That figure; null where there is no threshold or no score. */
  readonly heldScore: number | null;
  /** True where the user's absolute threshold was missed. */
  readonly belowMinScore: boolean;
  /** The plain sentence about this comparison. */
  readonly sentence: string;
  /** The gate's own reason where the sentence leaves it out; else null. */
  readonly remark: string | null;
  /** What most of the cases that got worse have in common, as a clause; null where nothing stands out. */
  readonly pattern: string | null;
  /** What this run found out about a judge, each a clause; empty for checks. */
  readonly notes: readonly string[];
  /** Null for checks, and where labels say nothing. */
  readonly corrections: MetricCorrections | null;
  /** Cases whose output would teach most about a judge if a person labelled it, the first first. */
  readonly labelNext: readonly string[];
}

/** What happened to a case that is shown. */
export type CaseChange = Exclude<CaseLabel, 'same'>;

/** What one metric says of a case that differs in it. */
export interface CaseMetricReport {
  readonly metric: string;
  readonly label: CaseChange;
  /** Every score by sample, null where unscored; a side that was never asked has none. */
  readonly baselineScores: readonly (number | null)[];
  readonly candidateScores: readonly (number | null)[];
  /** Why the answers that are shown did not get the best score; null where they did, and where nothing is said. */
  readonly baselineReason: string | null;
  readonly candidateReason: string | null;
}

/** One case worth showing: worse, better or unscored in some metric. */
export interface CaseReport {
  readonly suite: string;
  readonly prompt: string;
  readonly case: string;
  /** That of the first metric. */
  readonly label: CaseChange;
  readonly critical: boolean;
  readonly input: Json;
  readonly expected: Json | null;
  /** All metrics in which the case differs, the one that matters most first; never empty. */
  readonly metrics: readonly CaseMetricReport[];
  /** Which answer of each side is shown, from 0: one that failed beside one that passed; null where the side has none. */
  readonly baselineSample: number | null;
  readonly candidateSample: number | null;
  /** Null where that answer never came. */
  readonly baselineOutput: Output | null;
  readonly candidateOutput: Output | null;
}

/** What happened to one prompt between the sides. */
export interface PromptReport {
  readonly id: string;
  readonly path: string;
  readonly change: 'changed' | 'unchanged' | 'new' | 'renamed' | 'deleted';
  readonly basePath: string | null;
  readonly baseVersion: string | null;
  readonly candidateVersion: string | null;
  /** Null where there are no two versions. */
  readonly changes: PromptChanges | null;
  /** What was guessed of how the candidate's file is meant, each with how to say it. */
  readonly guesses: readonly Problem[];
  /** Of the base's cases, how many send another request than before; null where there is no other version. */
  readonly reach: { readonly reached: number; readonly cases: number } | null;
  /** What the messages take as the run measured it; null where it did not. */
  readonly promptTokens: PromptTokens | null;
  readonly baseline: ArmReport | null;
  readonly candidate: ArmReport | null;
  /** Candidate over base, case by case: geometric mean and 90 % interval; null where it cannot be told. */
  readonly costRatio: RatioInterval | null;
  readonly latencyRatio: RatioInterval | null;
  /** Whether the user's limits are kept; null where none is set. */
  readonly costVerdict: Verdict | null;
  readonly latencyVerdict: Verdict | null;
  /** Null where nothing is compared. */
  readonly likeness: LikenessReport | null;
}

/** How alike the first answers of both sides are: of so many cases so many are the same, and the mean token F1 of the texts. It decides nothing. */
export interface LikenessReport {
  readonly cases: number;
  readonly same: number;
  readonly mean: number;
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

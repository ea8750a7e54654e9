import type { Price } from '../config/config.ts';
import type { Acceptance } from '../gate/acceptance.ts';
import { type Weighing, weigh } from '../gate/weigh.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import { closeSentence } from '../text/prose.ts';
import { stateComparisons } from './grounds/comparisons.ts';
import { type MeasuredExpense, measureExpenses, stateExpense } from './grounds/expense.ts';
import { stateGoneJudges } from './grounds/gone.ts';
import { stateMissing } from './grounds/missing.ts';
import { stateBrokenBase, stateDoubts, stateShrinks } from './grounds/plan.ts';
import { stateUnreached } from './grounds/reach.ts';
import { stateRecorded } from './grounds/recorded.ts';
import { type HeldThreshold, holdThresholds, stateThreshold } from './grounds/threshold.ts';
import { explainUncompared } from './grounds/uncompared.ts';
import { stateVacuous } from './grounds/vacuous.ts';
import { listNews, type News } from './news.ts';
import type { RecordedVerdict } from './recorded-verdict.ts';
import type { Statement } from './statement.ts';

/** The verdict of a run after everything that may decide it, and of each of its suites. */
export interface ReachedVerdict extends Weighing {
  /** The verdict in one sentence. */
  readonly title: string;
  /** Never empty unless the verdict is pass. */
  readonly reasons: readonly string[];
  /** The reasons that the title leaves to be told. */
  readonly details: readonly string[];
  /** What is new and the title leaves to be told. */
  readonly news: readonly string[];
  readonly thresholds: readonly HeldThreshold[];
  readonly expenses: readonly MeasuredExpense[];
}

/** What settles a run beside what was measured. */
export interface VerdictFacts {
  readonly prices: { readonly [model: string]: Price };
  /** False where main has no suite at all. */
  readonly hasGate: boolean;
}

/** What people and earlier runs say to a decision. */
export interface Hearing {
  /** Turns the check green where it covers all that blocks, and keeps the word. */
  readonly acceptance: Acceptance | null;
  /** Verdicts of the same content that stand beside this run's own. */
  readonly earlier: readonly RecordedVerdict[];
  /** How often this content was asked, with this run. */
  readonly asked: number;
}

/**
 * Hears everything that may decide a run: the gate, outages, absolute thresholds, limits of cost and latency, what of
 * the gate would shrink, what is merely new, and what was said before. The first that has the run's verdict is its title.
 */
export function reachVerdict(
  decision: RunDecision,
  ledger: Ledger,
  { prices, hasGate }: VerdictFacts,
  { acceptance, earlier, asked }: Hearing,
): ReachedVerdict {
  const { suites: plans, comparisons } = decision;
  const thresholds = plans.flatMap((plan) => holdThresholds(plan, ledger));
  const expenses = measureExpenses(decision, ledger, prices);
  const news = listNews(plans, ledger);
  const statements: readonly Statement[] = [
    ...plans.flatMap((plan) => stateMissing(plan, ledger, comparisons)),
    stateComparisons(plans, decision, explainUncompared(plans, ledger, hasGate, news)),
    ...plans.flatMap(stateUnreached),
    ...plans.flatMap((plan) => stateGoneJudges(plan, ledger)),
    ...plans.flatMap((plan) => stateVacuous(plan, ledger)),
    ...thresholds.map((held) => stateThreshold(held, comparisons)),
    ...expenses.flatMap(stateExpense),
    ...plans.flatMap(stateShrinks),
    ...plans.flatMap(stateBrokenBase),
    ...earlier.map(stateRecorded),
    ...plans.flatMap(stateDoubts),
  ];
  const settings = new Map(plans.map(({ config }) => [config.name, config.gate]));
  const weighing = weigh(
    statements.flatMap(({ findings }) => findings),
    settings,
    acceptance,
  );
  const words = putInWords(weighing, statements, asked);
  return { ...weighing, ...words, news: listUntold(news, words.title), thresholds, expenses };
}

function putInWords(
  { verdict }: Weighing,
  statements: readonly Statement[],
  asked: number,
): Pick<ReachedVerdict, 'title' | 'reasons' | 'details'> {
  const first = statements.find((one) => one.verdict === verdict);
  const title = closeSentence(first?.title ?? '');
  const reasons = new Set(statements.flatMap(({ told, untold }) => [...told, ...untold]));
  const told = new Set(first?.told);
  return {
    title: asked > 1 ? title.replace(/( \(asked \d+ times\))?\.$/, ` (asked ${asked} times).`) : title,
    reasons: [...reasons],
    details: [...reasons].filter((reason) => !told.has(reason)).map(closeSentence),
  };
}

/** What the title has not said already. */
function listUntold(news: readonly News[], title: string): readonly string[] {
  const isTold = (sentence: string) => title.toLowerCase().includes(sentence.toLowerCase());
  return news.flatMap(({ sentence, failing }) => [...(isTold(sentence) ? [] : [sentence]), ...failing]);
}

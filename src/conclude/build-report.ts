import { gatherProblems } from '../errors.ts';
import type { Expense } from '../gate/expense-limit.ts';
import { adviseRenewal, type ScreenUse } from '../gate/renewal.ts';
import { isCompared, type PromptPlan } from '../plan/suite-plan.ts';
import { renderUsd } from '../prices/usd.ts';
import { summariseArm } from '../report/arm.ts';
import { renderCompareCommand } from '../report/compare-command.ts';
import type { PromptReport } from '../report/prompt-report.ts';
import type { Report, SuiteReport } from '../report/report.ts';
import { explainAsked } from '../report/words/asked.ts';
import { explainMoves } from '../report/words/broken-answers.ts';
import { explainAcceptance } from '../report/words/ground-words.ts';
import { explainUnpriced } from '../rounds/budget.ts';
import type { Arm } from '../run/sample-key.ts';
import { costUsdOf } from '../run/totals.ts';
import { listSamples } from '../scores/read.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { closeSentence, count } from '../text/prose.ts';
import { countAsked } from './asked.ts';
import { reportCases } from './cases.ts';
import { listCompareFlags } from './compare-flags.ts';
import type { FinishedRun } from './finished-run.ts';
import { buildReportFrame } from './frame.ts';
import { noticeHangs } from './hangs.ts';
import { compareLikeness } from './insights/likeness.ts';
import { measureTokens } from './insights/prompt-tokens.ts';
import { reportMetrics } from './metrics.ts';
import { listMoved } from './moved.ts';
import { describeChange, describeReach, describeRows } from './planned.ts';
import { describeRounds, explainUnsettled } from './settling.ts';

/** Puts together the report of a finished run. */
export function buildReport(run: FinishedRun): Report {
  const { reached, sides, selections, request } = run;
  const { suites: plans } = run.decision;
  const { verdict, green, title, reasons, details, grounds } = reached;
  const accepted = explainAcceptance(request.acceptance, grounds);
  const metrics = reportMetrics(run);
  const { cases, omitted } = reportCases(
    run,
    metrics.flatMap(({ differing }) => differing),
  );
  const asked = countAsked(run, metrics);
  const suites = selections.map((selection) => reportSuite(run, selection));
  const prompts = suites.flatMap((suite) => suite.prompts);
  const frame = buildReportFrame(run);
  const unpriced = explainUnpriced(
    sides.config,
    plans.flatMap((plan) => plan.prompts),
  );
  return {
    ...frame,
    verdict,
    green,
    title,
    reasons,
    details,
    grounds,
    notices: [
      ...sides.notices,
      ...prompts.flatMap((prompt) => explainMoves(prompt, frame, prompts.length > 1 ? prompt.id : null)),
      ...plans.flatMap((plan) => plan.notices),
      ...noticeHangs(suites),
      ...reached.news,
      ...explainWanted(run),
      ...explainUnsettled(run.decision),
      ...listMoved(run.decision, reached.expenses),
    ].map(closeSentence),
    metrics: metrics.map(({ row }) => row),
    compare: writeCompare(run),
    suites,
    cases,
    notes: [
      ...(accepted === null ? [] : [accepted]),
      ...explainAsked({ verdict, asked }),
      ...(run.note === null ? [] : [run.note]),
      ...plans.flatMap(describeReach),
      ...prompts.flatMap(describeReasoning),
      ...run.stored.warnings,
      ...(unpriced === null ? [] : [unpriced]),
      ...adviseRenewals(run),
      ...(omitted === 0
        ? []
        : [`${omitted} more cases differ than are listed; scores.jsonl and outputs.jsonl hold them all`]),
    ],
    warnings: gatherProblems([...sides.warnings, ...plans.flatMap((plan) => plan.warnings)]),
    screenUses: listScreenUses(run),
    asked,
    examples: sides.config.report.examples,
    budgetUsd: sides.config.budget.perRunUsd,
  };
}

/** A verdict that is not the last word says what it waits for. */
function explainWanted({ decision: { wanted } }: FinishedRun): readonly string[] {
  if (wanted.length === 0) return [];
  return [
    `a second look is wanted before more can be said: needed.jsonl lists ${count(wanted.length, 'output')} to make`,
  ];
}

function writeCompare({ decision }: FinishedRun): string | null {
  const flags = listCompareFlags(decision.suites, decision.comparisons);
  return flags && renderCompareCommand(flags);
}

function reportSuite(run: FinishedRun, selection: SuiteSelection): SuiteReport {
  const { suite, affected, reason } = selection;
  const plan = run.decision.suites.find((candidate) => candidate.config.name === suite.name);
  const compared = plan?.prompts.some(isCompared) ?? false;
  return {
    name: suite.name,
    status: affected ? 'run' : 'skipped',
    reason,
    verdict: run.reached.suites.get(suite.name) ?? null,
    prompts: plan?.prompts.map((prompt) => reportPrompt(run, prompt)) ?? [],
    ...describeRows(plan ?? null),
    baseline: compared ? describeBaseline(run, suite.name) : null,
    noise: run.stored.noise.get(suite.name) ?? null,
    notes: [
      ...(plan?.notes ?? []),
      ...(plan === undefined ? [] : describeRounds(plan).map(closeSentence)),
      ...(selection.mayGate ? [] : ['new here: nothing of it gates until this is merged']),
    ],
  };
}

/** How many answers began with reasoning, which nobody sees otherwise. */
function describeReasoning({ id, baseline, candidate }: PromptReport): readonly string[] {
  const count = (baseline?.reasoningDropped ?? 0) + (candidate?.reasoningDropped ?? 0);
  if (count === 0) return [];
  const of = (baseline?.answered ?? 0) + (candidate?.answered ?? 0);
  return [
    `${count} of ${of} answers of ${id} begin with a block of reasoning, which is left out ("reasoning: keep" judges it)`,
  ];
}

/** Advice about stored baselines that save nothing any more, by this run and those before it. */
function adviseRenewals(run: FinishedRun): readonly string[] {
  const own = listScreenUses(run);
  return own.flatMap(({ baseline }) => adviseRenewal([...own, ...run.others.screenUses], baseline) ?? []);
}

function listScreenUses({ stored, decision }: FinishedRun): readonly ScreenUse[] {
  if (!decision.isScreened) return [];
  const outcome = decision.baseArm === 'stored' ? 'stored' : 'fresh';
  return [...stored.identities.values()].map((baseline) => ({ baseline, outcome }));
}

function describeBaseline(run: FinishedRun, suite: string): string {
  const { decision, stored } = run;
  const reason = stored.reasons.get(suite) ?? 'a fresh draw was asked for';
  if (decision.baseArm === 'stored') return reason;
  // Nothing was drawn: the reasons speak of a draw.
  if (run.note !== null) return "the base side's outputs were supplied as well";
  if (decision.isScreened) return `${reason}; it cannot decide this change, so the base side was run afresh`;
  const own = run.ledger.calls({ arm: 'base' });
  const cost = costUsdOf(own);
  const price = cost === null || cost === 0 ? '' : `, ${renderUsd(cost)}`;
  const saving = own.asked === 0 ? '' : ` (${own.asked} calls${price}; a stored baseline saves most of them)`;
  return `the base side was run afresh: ${reason}${saving}`;
}

function reportPrompt(run: FinishedRun, prompt: PromptPlan): PromptReport {
  const { baseArm } = run.decision;
  const { config } = run.sides;
  const { id, base, candidate } = prompt;
  const resultsOf = (arm: Arm) => listSamples(run.ledger, prompt, arm).map((sample) => sample.result);
  const expenseOf = (kind: Expense) =>
    run.reached.expenses.find((one) => one.suite === prompt.suite && one.prompt === id && one.expense === kind);
  const [cost, latency] = [expenseOf('cost'), expenseOf('latency')];
  return {
    ...describeChange(prompt),
    promptTokens: measureTokens(prompt, run.ledger, baseArm),
    likeness: compareLikeness(prompt, run.ledger, baseArm),
    baseline: base && summariseArm(base.model, resultsOf(baseArm), config.prices),
    candidate: candidate && summariseArm(candidate.model, resultsOf('candidate'), config.prices),
    costRatio: cost?.ratio ?? null,
    latencyRatio: latency?.ratio ?? null,
    costVerdict: cost?.held?.verdict ?? null,
    latencyVerdict: latency?.held?.verdict ?? null,
  };
}

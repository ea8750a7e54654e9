import { gatherProblems } from '../errors.ts';
import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import type { Sides } from '../read/sides.ts';
import type { PromptReport } from '../report/prompt-report.ts';
import type { Report, SuiteReport } from '../report/report.ts';
import { type RunEstimate, renderRunEstimate } from '../rounds/budget.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { closeSentence } from '../text/prose.ts';
import { buildReportFrame, type RunFacts } from './frame.ts';
import { describeChange, describeReach, describeRows } from './planned.ts';

/** What a dry run knows. */
export interface DryRun extends RunFacts {
  readonly sides: Sides;
  readonly selections: readonly SuiteSelection[];
  readonly plans: readonly SuitePlan[];
  readonly estimate: RunEstimate;
}

/** The report of a run that stopped before its first call, as asked: what would run, what changed, and what it would take. */
export function buildDryRunReport(run: DryRun): Report {
  const { sides, selections, plans, estimate } = run;
  const title = 'Not judged: a dry run asks nothing, so nothing is known.';
  return {
    ...buildReportFrame(run),
    verdict: 'inconclusive',
    green: true,
    title,
    reasons: [title],
    notices: [...sides.notices, ...plans.flatMap((plan) => plan.notices)].map(closeSentence),
    notes: [`At most it would take: ${renderRunEstimate(estimate)}.`, ...plans.flatMap(describeReach)],
    suites: selections.map((selection) => planSuite(selection, plans)),
    warnings: gatherProblems([...sides.warnings, ...plans.flatMap((plan) => plan.warnings)]),
    examples: sides.config.report.examples,
    budgetUsd: sides.config.budget.perRunUsd,
  };
}

function planSuite({ suite, affected, reason }: SuiteSelection, plans: readonly SuitePlan[]): SuiteReport {
  const plan = plans.find(({ config }) => config.name === suite.name) ?? null;
  return {
    name: suite.name,
    status: affected ? 'run' : 'skipped',
    reason,
    verdict: affected ? 'inconclusive' : null,
    prompts: plan?.prompts.map(planPrompt) ?? [],
    ...describeRows(plan),
    baseline: null,
    noise: null,
    notes: plan?.notes ?? [],
  };
}

function planPrompt(prompt: PromptPlan): PromptReport {
  const measured = { baseline: null, candidate: null, costRatio: null, latencyRatio: null, costVerdict: null };
  return { ...describeChange(prompt), ...measured, latencyVerdict: null, promptTokens: null, likeness: null };
}

import type { Config } from '../config/config.ts';
import { isCompared, type PromptPlan } from '../plan/suite-plan.ts';
import { diffPrompts } from '../prompts/diff.ts';
import { summariseArm } from '../report/arm.ts';
import type { PromptReport, Report, SuiteReport } from '../report/report.ts';
import type { SampleRecord } from '../scores/records.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { FinishedRun } from './finished-run.ts';
import { reportCases } from './report-cases.ts';
import { buildReportFrame } from './report-facts.ts';
import { reportMetrics } from './report-metrics.ts';

/** Puts together the report of a finished run. */
export function buildReport(run: FinishedRun): Report {
  const { settled, sides, selections, plans, request } = run;
  const { verdict, green, title, reasons } = settled;
  const accepted =
    verdict === 'fail' && request.acceptedBy !== null ? [`accepted by @${request.acceptedBy}: ${title}`] : [];
  const affected = selections.filter((selection) => selection.affected);
  return {
    ...buildReportFrame(run),
    verdict,
    green,
    title,
    reasons,
    metrics: reportMetrics(run),
    suites: selections.map((selection) => reportSuite(run, selection)),
    cases: reportCases(run),
    notes: [...accepted, ...sides.notes],
    warnings: [...sides.warnings, ...plans.flatMap((plan) => plan.warnings)],
    contentKeys: Object.fromEntries(affected.map(({ suite, contentKey }) => [suite.name, contentKey])),
    examples: sides.config.examples,
    budgetUsd: sides.config.budget.perRunUsd,
  };
}

function reportSuite(run: FinishedRun, selection: SuiteSelection): SuiteReport {
  const { suite, affected, reason } = selection;
  const plan = run.plans.find((candidate) => candidate.config.name === suite.name);
  const compared = plan?.prompts.some(isCompared) ?? false;
  return {
    name: suite.name,
    status: affected ? 'run' : 'skipped',
    reason,
    verdict: null,
    prompts: plan?.prompts.map((prompt) => reportPrompt(prompt, run.decision.session.samples, run.sides.config)) ?? [],
    cases: Math.max(0, ...(plan?.prompts.map((prompt) => prompt.cases.length) ?? [])),
    addedCases: plan?.addedCases ?? [],
    removedCases: plan?.removedCases ?? [],
    editedCases: plan?.editedCases ?? [],
    baseline: compared ? describeBaseline(run, suite.name) : null,
    notes: [
      ...(plan?.notes ?? []),
      ...(selection.mayGate ? [] : ['new here: nothing of it gates until this is merged']),
    ],
  };
}

function describeBaseline({ decision, stored }: FinishedRun, suite: string): string {
  const reason = stored.reasons.get(suite) ?? 'a fresh draw was asked for';
  if (decision.baseArm === 'stored') return reason;
  if (stored.arms !== null) return `${reason}; it cannot decide this change, so the base side was run afresh`;
  return `the base side was run afresh: ${reason}`;
}

function reportPrompt(prompt: PromptPlan, samples: readonly SampleRecord[], config: Config): PromptReport {
  const { id, change, baseline, candidate } = prompt;
  const own = samples.filter((sample) => sample.prompt === prompt);
  const resultsOf = (arm: SampleRecord['arm']) =>
    own.filter((sample) => sample.arm === arm).map((sample) => sample.result);
  const fresh = resultsOf('baseline');
  return {
    id,
    path: (candidate ?? baseline)?.path ?? id,
    change,
    basePath: baseline?.path ?? null,
    baseVersion: baseline?.version ?? null,
    candidateVersion: candidate?.version ?? null,
    diff: baseline === null || candidate === null ? [] : diffPrompts(baseline, candidate),
    baseline: baseline && summariseArm(baseline.model, fresh.length > 0 ? fresh : resultsOf('stored'), config.prices),
    candidate: candidate && summariseArm(candidate.model, resultsOf('candidate'), config.prices),
  };
}

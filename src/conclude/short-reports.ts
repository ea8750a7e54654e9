import { MissingKeyError, type ReportedError, renderProblem } from '../errors.ts';
import { explainAcceptance, isGreenFor } from '../gate/acceptance.ts';
import { combineVerdicts } from '../gate/verdict.ts';
import type { Report, SuiteReport } from '../report/report.ts';
import { type RunEstimate, renderRunEstimate } from '../rounds/budget.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { buildReportFrame, type RunFacts } from './frame.ts';
import type { RecordedVerdict } from './recorded-verdict.ts';

/** The report of a change that touches no suite: it passes at once and says so. */
export function buildIdleReport(
  facts: RunFacts,
  selections: readonly SuiteSelection[],
  notices: readonly string[],
): Report {
  const title = selections.length === 0 ? 'nothing is gated here' : 'no prompt and nothing a suite depends on changed';
  const suites = selections.map(describeSuite);
  return { ...buildReportFrame(facts), verdict: 'pass', green: true, title, notices, suites };
}

/** The report of a repair of main's config that is not measured: nothing says where requests may go, or nothing is there to ask about. */
export function buildRepairReport(facts: RunFacts, brokenConfig: string, notices: readonly string[]): Report {
  const title = `main's config gated nothing: ${brokenConfig}`;
  const ground = { kind: 'unjudged', suite: null, prompt: null, subject: null } as const;
  return {
    ...buildReportFrame(facts),
    verdict: 'inconclusive',
    green: true,
    title,
    reasons: [title],
    grounds: [{ ...ground, verdict: 'inconclusive', blocks: false }],
    notices,
  };
}

/** The report of verdicts that earlier runs of the same content gave; the weightiest speaks for all. */
export function buildRepublishedReport(
  facts: RunFacts,
  selections: readonly SuiteSelection[],
  known: readonly RecordedVerdict[],
): Report {
  const { acceptance } = facts.request;
  const verdict = combineVerdicts(known.map((one) => one.verdict));
  const decisive = known.filter((one) => one.verdict === verdict);
  const [first] = decisive;
  if (first === undefined) throw new Error('nothing is recorded');
  const grounds = known.flatMap((one) => one.grounds);
  const accepted = explainAcceptance(acceptance, grounds);
  const note = `The same content was judged before, at ${first.head.slice(0, 7)}: that verdict stands and nothing was asked again.`;
  return {
    ...buildReportFrame(facts),
    verdict,
    green: isGreenFor(acceptance, grounds),
    title: first.title,
    reasons: verdict === 'pass' ? [] : [...new Set(decisive.map((one) => one.title))],
    grounds,
    notes: [...(accepted === null ? [] : [accepted]), note],
    suites: selections.map(describeSuite),
    contentKeys: listContentKeys(selections),
  };
}

/** The content keys of the suites that a change affects. */
export function listContentKeys(selections: readonly SuiteSelection[]): Report['contentKeys'] {
  const affected = selections.filter((selection) => selection.affected);
  return Object.fromEntries(affected.map(({ suite, contentKey }) => [suite.name, contentKey]));
}

/** The report of a run that stopped before its first call, as asked. */
export function buildDryRunReport(
  facts: RunFacts,
  selections: readonly SuiteSelection[],
  estimate: RunEstimate,
): Report {
  const title = 'Not judged: a dry run asks nothing, so nothing is known.';
  return {
    ...buildReportFrame(facts),
    verdict: 'inconclusive',
    green: true,
    title,
    reasons: [title],
    notes: [`At most it would take: ${renderRunEstimate(estimate)}.`],
    suites: selections.map(describeSuite),
  };
}

/** What is left of a verdict over some of the cases: a pass of these is no pass of the change. */
export function limitVerdict(report: Report, caseLimit: number): Report {
  if (report.verdict !== 'pass') return report;
  const title = `Not judged: at most ${caseLimit} cases a suite were asked, and nothing speaks against them.`;
  return { ...report, verdict: 'inconclusive', title, reasons: [title] };
}

/** The report of a run that could not be judged, with every mistake; a missing key may be green where the caller says so, and is never a pass. */
export function buildInvalidReport(facts: RunFacts, error: ReportedError): Report {
  const green = error instanceof MissingKeyError && facts.request.onNoKey === 'warn';
  // The hints stand with the problems themselves.
  const reasons = error.problems.map((problem) => renderProblem({ ...problem, hint: '' }));
  const title = `could not be judged: ${reasons.length === 1 ? reasons[0] : `${reasons.length} mistakes to mend`}`;
  return {
    ...buildReportFrame(facts),
    verdict: 'invalid',
    green,
    title,
    reasons,
    errors: error.problems,
  };
}

function describeSuite({ suite, affected, reason }: SuiteSelection): SuiteReport {
  return {
    name: suite.name,
    status: affected ? 'run' : 'skipped',
    reason,
    verdict: null,
    prompts: [],
    cases: 0,
    addedCases: [],
    removedCases: [],
    editedCases: [],
    hashes: null,
    baseline: null,
    noise: null,
    notes: [],
  };
}

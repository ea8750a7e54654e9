import { MissingKeyError, type ReportedError, renderProblem } from '../errors.ts';

import type { Report, SuiteReport } from '../report/report.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { type RunEstimate, renderRunEstimate } from './allowance.ts';
import { buildReportFrame, type RunFacts } from './report-facts.ts';

/** The report of a change that touches no suite: it passes at once and says so. */
export function buildIdleReport(facts: RunFacts, selections: readonly SuiteSelection[]): Report {
  const title =
    selections.length === 0
      ? 'there is no suite and no prompt file with testData and evaluators'
      : 'no prompt and nothing a suite depends on changed';
  return { ...buildReportFrame(facts), verdict: 'pass', green: true, title, suites: selections.map(describeSuite) };
}

/** The report of a verdict that an earlier run of the same content gave. */
export function buildRepublishedReport(facts: RunFacts, selections: readonly SuiteSelection[]): Report {
  const { recorded, acceptedBy } = facts.request;
  if (recorded === null) throw new Error('nothing is recorded');
  const { verdict, title, head } = recorded;
  const note = `The same content was judged before, at ${head.slice(0, 7)}: that verdict stands and nothing was asked again.`;
  return {
    ...buildReportFrame(facts),
    verdict,
    green: recorded.green || (verdict === 'fail' && acceptedBy !== null),
    title,
    reasons: verdict === 'pass' ? [] : [title],
    notes: [note],
    suites: selections.map(describeSuite),
    contentKeys: recorded.contentKeys,
  };
}

/** The report of a run that stopped before its first call, as asked. */
export function buildDryRunReport(
  facts: RunFacts,
  selections: readonly SuiteSelection[],
  estimate: RunEstimate,
): Report {
  const title = 'dry run: nothing was asked, so nothing is known';
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

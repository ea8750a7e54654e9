import { MissingKeyError, type Problem, type ReportedError, renderProblem } from '../errors.ts';
import type { AskedRows } from '../gate/asked.ts';
import type { Verdict } from '../gate/comparison.ts';
import { weigh } from '../gate/weigh.ts';
import { type CasePart, describePart } from '../plan/subset.ts';
import type { LabelledTree } from '../read/sides.ts';
import type { Report, SuiteReport } from '../report/report.ts';
import { explainAsked } from '../report/words/asked.ts';
import { explainAcceptance } from '../report/words/ground-words.ts';
import { noCalls } from '../run/totals.ts';
import { listChangedPaths } from '../select/dead-suites.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { closeSentence, count, inCode } from '../text/prose.ts';
import { listStanding } from './asked.ts';
import { buildBareFrame, buildReportFrame, type RunFacts } from './frame.ts';
import { stateRecorded } from './grounds/recorded.ts';
import { describeRows } from './planned.ts';
import type { RecordedVerdict } from './recorded-verdict.ts';
import { wholeRun } from './statement.ts';

/** The report of a change that touches no suite: it passes at once and says so. */
export function buildIdleReport(
  facts: RunFacts,
  selections: readonly SuiteSelection[],
  notices: readonly string[],
): Report {
  const { base, candidate } = facts.request;
  const isSame = listChangedPaths(base.tree, candidate.tree).length === 0;
  const suites = selections.map((selection) => describeSuite(selection, null));
  return {
    ...buildReportFrame(facts),
    verdict: 'pass',
    green: true,
    title: selections.length === 0 ? 'Nothing is gated here.' : 'No prompt and nothing a suite depends on changed.',
    notices: [...(isSame ? [explainSame(base, candidate)] : []), ...notices].map(closeSentence),
    suites,
  };
}

/** Who works on main itself compares it with itself. */
function explainSame(base: LabelledTree, candidate: LabelledTree): string {
  const [before, after] = [base, candidate].map(({ label, tree: { commit } }) => {
    return /^[0-9a-f]{7,64}$/.test(commit) ? `${label} ${inCode(commit.slice(0, 7))}` : label;
  });
  return `no file differs between ${before} and ${after}; to see what an earlier commit changed, name a base before it (in a terminal: ${inCode('--base HEAD~1')})`;
}

/** The report of a repair of main's config that is not measured: nothing says where requests may go, or nothing is there to ask about. */
export function buildRepairReport(facts: RunFacts, brokenConfig: string, notices: readonly string[]): Report {
  const title = closeSentence(`main's config gated nothing: ${brokenConfig}`);
  return {
    ...buildReportFrame(facts),
    verdict: 'inconclusive',
    green: true,
    title,
    reasons: [title],
    grounds: [{ ...wholeRun, verdict: 'inconclusive', blocks: false }],
    notices: notices.map(closeSentence),
  };
}

/** The report of verdicts that earlier runs of the same content gave; the weightiest speaks for all. */
export function buildRepublishedReport(
  facts: RunFacts,
  selections: readonly SuiteSelection[],
  known: readonly RecordedVerdict[],
  askedBefore: readonly AskedRows[] | null,
): Report {
  const { acceptance } = facts.request;
  const recorded = known.flatMap((one) => stateRecorded(one).findings);
  const { verdict, green, grounds, suites } = weigh(recorded, new Map(), acceptance);
  const decisive = known.filter((one) => one.verdict === verdict);
  const [first] = decisive;
  if (first === undefined) throw new Error('nothing is recorded');
  const titles = verdict === 'pass' ? [] : [...new Set(decisive.map((one) => one.title))];
  const accepted = explainAcceptance(acceptance, grounds);
  const note = `The same content was judged before, at ${first.head.slice(0, 7)}: that verdict stands and nothing was asked again.`;
  const asked = listStanding(askedBefore ?? [], known);
  const isOpen = known.some(({ look }) => look !== undefined);
  return {
    ...buildReportFrame(facts),
    verdict,
    green,
    title: first.title,
    reasons: titles,
    details: titles.slice(1),
    grounds,
    notes: [
      ...(accepted === null ? [] : [accepted]),
      note,
      ...(isOpen ? [sameLook] : []),
      ...explainAsked({ verdict, asked }),
    ],
    asked,
    suites: selections.map((selection) => describeSuite(selection, suites.get(selection.suite.name) ?? null)),
    contentKeys: listContentKeys(selections),
  };
}

/** What became of outputs that were made anew. */
const sameLook =
  'It waits for a second look, which has to be at the very outputs of the first one and those that it wanted.';

/** The content keys of the suites that a change affects. */
export function listContentKeys(selections: readonly SuiteSelection[]): Report['contentKeys'] {
  const affected = selections.filter((selection) => selection.affected);
  return Object.fromEntries(affected.map(({ suite, contentKey }) => [suite.name, contentKey]));
}

/** What is left of a verdict over some of the cases: a pass of these is no pass of the change. */
export function limitVerdict(report: Report, part: CasePart): Report {
  if (report.verdict !== 'pass') return report;
  const title = `Not judged: ${describePart(part)}, and nothing speaks against the change.`;
  const suites = report.suites.map((suite) =>
    suite.verdict === 'pass' ? { ...suite, verdict: 'inconclusive' as const } : suite,
  );
  return { ...report, verdict: 'inconclusive', title, reasons: [title], suites };
}

/** The report of a run that could not be judged, with every mistake; a missing key may be green where the caller says so, and is never a pass. */
export function buildInvalidReport(facts: RunFacts, error: ReportedError): Report {
  const green = error instanceof MissingKeyError && facts.request.onNoKey === 'warn';
  return { ...buildReportFrame(facts), ...explainInvalid(error.problems), green };
}

/** The report of a run that ended before it knew its sides. */
export function buildFailedReport(problems: readonly Problem[]): Report {
  return { ...buildBareFrame(noCalls), ...explainInvalid(problems) };
}

function explainInvalid(errors: readonly Problem[]) {
  // The hints stand with the problems themselves.
  const reasons = errors.map((problem) => renderProblem({ ...problem, hint: '' }));
  const isOne = reasons.length === 1;
  const title = closeSentence(
    `could not be judged: ${isOne ? reasons[0] : count(reasons.length, 'mistake to mend', 'mistakes to mend')}`,
  );
  return { verdict: 'invalid', green: false, title, reasons, errors } as const;
}

function describeSuite({ suite, affected, reason }: SuiteSelection, verdict: Verdict | null): SuiteReport {
  return {
    name: suite.name,
    status: affected ? 'run' : 'skipped',
    reason,
    verdict,
    prompts: [],
    ...describeRows(null),
    baseline: null,
    noise: null,
    notes: [],
  };
}

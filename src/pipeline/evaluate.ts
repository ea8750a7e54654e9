import { buildReport } from '../conclude/build-report.ts';
import { settleVerdict } from '../conclude/settle.ts';
import {
  buildDryRunReport,
  buildIdleReport,
  buildInvalidReport,
  buildRepairReport,
  buildRepublishedReport,
  limitVerdict,
  listContentKeys,
} from '../conclude/short-reports.ts';
import { ReportedError, UserError } from '../errors.ts';
import { drawSamples, emptySession } from '../execute/session.ts';
import { needsJudges } from '../plan/judge-need.ts';
import { canScreen, planRounds } from '../plan/rounds.ts';
import { limitCases } from '../plan/subset.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Wanted } from '../plan/wanted.ts';
import { loadSuite } from '../read/load-suite.ts';
import { selectChange } from '../read/select-change.ts';
import type { Sides } from '../read/sides.ts';
import type { CallRecord } from '../run/records.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { createAllowance, type RunEstimate } from './allowance.ts';
import { openSessionContext } from './call-context.ts';
import { checkJudges, countCheckCalls, holdJudges, type JudgeCheck } from './check-judges.ts';
import { decideFresh, decideNothing, decideStored, listCompared, type RunDecision, uncovered } from './decide-run.ts';
import type { EvaluateRequest, EvaluateResult } from './evaluate-request.ts';
import { findRecorded, leaveRecorded } from './recorded.ts';
import { addStoredSide, keepSameJudging, readStoredSide, type StoredSide } from './stored-arm.ts';
import type { World } from './world.ts';

/** Evaluates a change against its base: selects the suites it touches, draws and scores what is missing, compares case by case and decides. A mistake of the user's and what cannot be read give an `invalid` report; only defects are thrown. */
export async function evaluate(world: World, request: EvaluateRequest): Promise<EvaluateResult> {
  const startedMs = world.clock.nowMs();
  const journal: CallRecord[] = [];
  const facts = () => ({ request, journal, durationMs: world.clock.nowMs() - startedMs });
  const short = { plans: [], session: emptySession, journal, isIdle: false, isRepublished: false };
  try {
    const { sides, selections } = await selectChange(world.repository, request);
    for (const { suite, affected, reason } of selections)
      world.log.info(`${affected ? 'run ' : 'skip'} ${suite.name}: ${reason}`);
    for (const notice of sides.notices) world.log.info(notice);
    const isAffected = selections.some((selection) => selection.affected);
    if (sides.brokenBase !== null && !(isAffected && request.namesEndpoint)) {
      return { ...short, report: buildRepairReport(facts(), sides.brokenBase, sides.notices) };
    }
    if (!isAffected) {
      const report = buildIdleReport(facts(), selections, sides.notices);
      world.log.info(report.title);
      return { ...short, report, isIdle: true };
    }
    const known = findRecorded(request, selections);
    const open = request.fresh ? selections : leaveRecorded(selections, known);
    if (!open.some((selection) => selection.affected)) {
      return {
        ...short,
        report: buildRepublishedReport(facts(), selections, [...known.values()]),
        isRepublished: true,
      };
    }
    const loaded = await loadSuites(world, request, open, sides);
    const { plans, decision, stored, checks, estimate } = await runAndDecide(world, request, sides, loaded, journal);
    if (decision === null) return { ...short, plans, report: buildDryRunReport(facts(), selections, estimate) };
    const earlier = [...known.values()];
    const asked = request.fresh ? 1 + Math.max(0, ...earlier.map((one) => one.attempts)) : 1;
    const measured = { prices: sides.config.prices, hasGate: sides.base.suites.length > 0 };
    const settled = settleVerdict(plans, decision, measured, { acceptance: request.acceptance, earlier, asked });
    const screenUses = stored.arms === null ? [] : await request.readScreenUses();
    const finished = { ...facts(), screenUses, decision, settled, stored, checks, selections: open, plans, sides };
    const report = buildReport(finished);
    const { caseLimit } = request;
    const final =
      caseLimit === null ? { ...report, contentKeys: listContentKeys(selections) } : limitVerdict(report, caseLimit);
    return { ...short, report: final, plans, session: decision.session };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return { ...short, report: buildInvalidReport(facts(), error) };
  }
}

/** Loads every affected suite; the mistakes of all are reported together. */
async function loadSuites(
  world: World,
  request: EvaluateRequest,
  selections: readonly SuiteSelection[],
  sides: Sides,
): Promise<readonly SuitePlan[]> {
  const affected = selections.filter((selection) => selection.affected);
  const loaded = await Promise.allSettled(affected.map((selection) => loadSuite(world.repository, selection, sides)));
  const problems = loaded.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (!(result.reason instanceof UserError)) throw result.reason;
    return result.reason.problems;
  });
  if (problems.length > 0) throw new UserError(problems);
  const plans = loaded.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const { caseLimit } = request;
  return caseLimit === null ? plans : plans.map((plan) => limitCases(plan, caseLimit));
}

/** What a run came to. `plans` are those it was decided by: a judge that failed its checks is held in them. */
interface RunOutcome {
  readonly plans: readonly SuitePlan[];
  readonly decision: RunDecision | null;
  readonly stored: StoredSide;
  readonly checks: readonly JudgeCheck[];
  readonly estimate: RunEstimate;
}

/** Draws what is missing, in rounds, until the gate has decided. A dry run stops before the first call and has no decision. */
async function runAndDecide(
  world: World,
  request: EvaluateRequest,
  sides: Sides,
  plans: readonly SuitePlan[],
  journal: CallRecord[],
): Promise<RunOutcome> {
  const compared = listCompared(plans);
  const needsTimes = compared.some(({ plan }) => plan.config.gate.maxLatencyIncrease !== null);
  const found = await readStoredSide(world, sides.config, request.fresh || needsTimes ? [] : compared);
  const isStored = found.arms !== null;
  const rounds = planRounds(plans);
  const allowance = createAllowance(sides.config, journal, world.log);
  const { estimate, screensAlone } = allowance.plan(rounds, countCheckCalls(plans), isStored && canScreen(plans));
  if (request.dryRun) return { plans, decision: null, stored: found, checks: [], estimate };
  const firstRound = [...(isStored ? rounds.read : [...rounds.shared, ...rounds.base]), ...rounds.candidate];
  if (firstRound.length === 0) return { plans, decision: decideNothing(), stored: found, checks: [], estimate };
  if (request.blockedCalls !== null) {
    throw UserError.of(request.blockedCalls, 'Nothing was asked of a model, and nothing was spent.');
  }
  const needsJudge = plans.some((plan) => needsJudges(plan, sides.config.judgeModel));
  const context = await openSessionContext(world, sides.config, needsJudge, request.fresh, journal);
  let session = await drawSamples(emptySession, firstRound, context);
  const drawBase = async (reason: string, wanted: readonly Wanted[]) => {
    world.log.info(`${reason}: the base side runs now.`);
    session = await drawSamples(session, wanted, context);
  };
  const stored = keepSameJudging(found, context);
  if (stored.arms !== null) session = await addStoredSide(session, stored.arms, context);
  else if (isStored) {
    if (screensAlone) throw UserError.of(`${uncovered}.`, 'Raise the budget on the base branch.');
    const unread = rounds.shared.filter((one) => !rounds.read.includes(one));
    await drawBase('The judge is not as it was for the stored baseline', [...rounds.base, ...unread]);
  }
  const checks = await checkJudges(plans, session, context);
  const checked = holdJudges(plans, checks);
  const watched = listCompared(checked);
  const alone = `${uncovered}: the stored one alone was looked at`;
  const said = screensAlone ? { ...stored, warnings: [...stored.warnings, alone] } : stored;
  const outcome = { plans: checked, stored: said, checks, estimate };
  if (stored.arms !== null) {
    const screened = await decideStored(watched, session, context, allowance.afford, screensAlone);
    if (screened !== null) return { ...outcome, decision: screened };
    await drawBase('The stored baseline cannot decide', rounds.base);
  }
  return { ...outcome, decision: await decideFresh(watched, session, context, allowance.afford) };
}

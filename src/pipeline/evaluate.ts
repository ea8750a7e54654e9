import { buildReport } from '../conclude/build-report.ts';
import { buildDryRunReport } from '../conclude/dry-run-report.ts';
import { settleVerdict } from '../conclude/settle.ts';
import {
  buildIdleReport,
  buildInvalidReport,
  buildRepairReport,
  buildRepublishedReport,
  limitVerdict,
  listContentKeys,
} from '../conclude/short-reports.ts';
import { ReportedError, UserError } from '../errors.ts';
import { driveRun } from '../execute/drive.ts';
import { createLocalDriver } from '../execute/local-driver.ts';
import { needsJudges } from '../plan/judge-need.ts';
import { listCompared, type SuitePlan } from '../plan/suite-plan.ts';
import type { Log } from '../ports.ts';
import { loadSuites } from '../read/load-suite.ts';
import { selectChange } from '../read/select-change.ts';
import type { Sides } from '../read/sides.ts';
import { addStoredSide, listOffers, readStoredSide, type StoredSide } from '../read/stored-side.ts';
import { groupSkipped } from '../report/skipped.ts';
import type { RunEstimate } from '../rounds/budget.ts';
import { nextStep, uncovered } from '../rounds/next-step.ts';
import type { RunDecision, RunPlan } from '../rounds/run-plan.ts';
import { createLedger, type Ledger } from '../run/ledger.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { planBudget } from './allowance.ts';
import { openRunContext } from './call-context.ts';
import type { EvaluateRequest, EvaluateResult } from './evaluate-request.ts';
import { findRecorded, leaveRecorded } from './recorded.ts';
import type { World } from './world.ts';

/** Evaluates a change against its base: selects the suites it touches, draws and scores what is missing, compares case by case and decides. A mistake of the user's and what cannot be read give an `invalid` report; only defects are thrown. */
export async function evaluate(world: World, request: EvaluateRequest): Promise<EvaluateResult> {
  const startedMs = world.clock.nowMs();
  const ledger = createLedger(world.openSpool());
  const facts = () => ({ request, ledger, durationMs: world.clock.nowMs() - startedMs });
  const short = { plans: [], baseArm: 'base' as const, ledger, isIdle: false, isRepublished: false };
  try {
    const { sides, selections } = await selectChange(world.repository, request);
    tellSelections(selections, world.log);
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
    const affected = open.filter((selection) => selection.affected);
    const loaded = await loadSuites(world.repository, affected, sides, request.caseLimit);
    const { decision, stored, estimate } = await runAndDecide(world, request, sides, loaded, ledger);
    if (decision === null) {
      const report = buildDryRunReport({ ...facts(), sides, selections, plans: loaded, estimate });
      return { ...short, plans: loaded, report };
    }
    const earlier = [...known.values()];
    const asked = request.fresh ? 1 + Math.max(0, ...earlier.map((one) => one.attempts)) : 1;
    const measured = { prices: sides.config.prices, hasGate: sides.base.suites.length > 0 };
    const settled = settleVerdict(decision, ledger, measured, { acceptance: request.acceptance, earlier, asked });
    const screenUses = stored.arms === null ? [] : await request.readScreenUses();
    const finished = { ...facts(), screenUses, decision, settled, stored, selections: open, sides };
    const report = buildReport(finished);
    const { caseLimit } = request;
    const final =
      caseLimit === null ? { ...report, contentKeys: listContentKeys(selections) } : limitVerdict(report, caseLimit);
    return { ...short, report: final, plans: decision.suites, baseArm: decision.baseArm };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return { ...short, report: buildInvalidReport(facts(), error) };
  }
}

function tellSelections(selections: readonly SuiteSelection[], log: Log): void {
  const named = selections.map(({ suite: { name }, affected, reason }) => ({ name, affected, reason }));
  for (const { name, reason } of named.filter(({ affected }) => affected)) log.info(`run  ${name}: ${reason}`);
  const skipped = groupSkipped(named.filter(({ affected }) => !affected));
  for (const { names, reason } of skipped) log.info(`skip ${names}: ${reason}`);
}

/** What a run came to. */
interface RunOutcome {
  /** Null where a dry run asked nothing. */
  readonly decision: RunDecision | null;
  readonly stored: StoredSide;
  readonly estimate: RunEstimate;
}

/** Goes on from step to step until the gate has decided. A dry run stops before the first call and has no decision. */
async function runAndDecide(
  world: World,
  request: EvaluateRequest,
  sides: Sides,
  suites: readonly SuitePlan[],
  ledger: Ledger,
): Promise<RunOutcome> {
  const { config } = sides;
  const compared = listCompared(suites);
  const needsTimes = compared.some(({ plan }) => plan.config.gate.maxLatencyIncrease !== null);
  const stored = await readStoredSide(world, config, request.fresh || needsTimes ? [] : compared);
  const { judgeModel, prices, budget } = config;
  const offers = listOffers(stored);
  const reckoning = { judgeModel, prices, budget };
  const { estimate, screensAlone } = planBudget(reckoning, suites, offers !== null, world.log);
  if (request.dryRun) return { decision: null, stored, estimate };
  addStoredSide(ledger, stored);
  const plan: RunPlan = { ...reckoning, suites, stored: offers, screensAlone };
  const first = nextStep(plan, ledger);
  if (first.do === 'decided') return { decision: first.decision, stored, estimate };
  const needsJudge = suites.some((suite) => needsJudges(suite, judgeModel));
  const context = await openRunContext(world, config, needsJudge, request.fresh, ledger);
  // Where there is no key, nobody's leave helps.
  if (request.blockedCalls !== null) {
    throw UserError.of(request.blockedCalls, 'Nothing was asked of a model, and nothing was spent.');
  }
  const decision = await driveRun(plan, ledger, createLocalDriver(suites, ledger, context), world.log);
  return { decision, stored: tellStored(stored, decision, screensAlone), estimate };
}

/** What became of the stored samples, in the words of the report. */
function tellStored(stored: StoredSide, { isScreened }: RunDecision, screensAlone: boolean): StoredSide {
  if (screensAlone) {
    return { ...stored, warnings: [...stored.warnings, `${uncovered}: the stored one alone was looked at`] };
  }
  if (stored.arms === null || isScreened) return stored;
  const reason = "the stored baseline was judged with other settings, which the judge's model takes or refuses now";
  const reasons = new Map([...stored.reasons, ...stored.arms.map(({ offer }) => [offer.suite, reason] as const)]);
  return { ...stored, arms: null, reasons };
}

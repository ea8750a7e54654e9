import { buildReport } from '../conclude/build-report.ts';
import { buildDryRunReport } from '../conclude/dry-run-report.ts';
import type { RunFacts } from '../conclude/frame.ts';
import { noOtherRuns } from '../conclude/other-runs.ts';
import type { RecordedVerdict } from '../conclude/recorded-verdict.ts';
import { settleVerdict } from '../conclude/settle.ts';
import {
  buildIdleReport,
  buildInvalidReport,
  buildRepairReport,
  buildRepublishedReport,
  limitVerdict,
  listContentKeys,
} from '../conclude/short-reports.ts';
import { ReportedError } from '../errors.ts';
import { NeededError } from '../execute/supplied-driver.ts';
import { describeNeeded } from '../outputs/needed.ts';
import { createFinder } from '../plan/draws.ts';
import type { Log } from '../ports.ts';
import type { SelectedChange } from '../read/select-change.ts';
import type { Sides } from '../read/sides.ts';
import { groupSkipped } from '../report/skipped.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import { createLedger } from '../run/ledger.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { EvaluateRequest, EvaluateResult, Heard } from './evaluate-request.ts';
import { askedModels, type Origin } from './origin.ts';
import { findRecorded, leaveRecorded } from './recorded.ts';
import { runAndDecide } from './run-and-decide.ts';
import type { World } from './world.ts';

/** Evaluates a change against its base, whatever the outputs come from: selects the suites it touches, draws and scores what is missing, compares case by case and decides. A mistake of the user's and what cannot be read give an `invalid` report; only defects are thrown, and what keeps people from being heard. */
export async function evaluate(
  world: World,
  request: EvaluateRequest,
  origin: Origin = askedModels,
): Promise<EvaluateResult> {
  const startedMs = world.clock.nowMs();
  const ledger = createLedger(world.openSpool());
  const tell = ({ acceptance }: Heard): Telling => ({
    facts: () => ({ request: { ...request, acceptance }, ledger, durationMs: world.clock.nowMs() - startedMs }),
    short: {
      ...{ plans: [], baseArm: 'base', settledFrom: new Map(), ledger, needed: [], looks: new Map() },
      ...{ isIdle: false, isRepublished: false },
    },
  });
  const deaf = tell({ acceptance: null, blockedCalls: null });
  const found = await orInvalid(deaf, () => select(world, request, origin, deaf));
  if ('report' in found) return found;
  const heard = await request.hear();
  const telling = tell(heard);
  return orInvalid(telling, () => evaluateSelected(world, { ...request, ...heard }, origin, found, telling));
}

/** What every result is made with, whatever comes of the run. */
interface Telling {
  readonly facts: () => RunFacts;
  readonly short: Omit<EvaluateResult, 'report'>;
}

async function orInvalid<T>({ facts, short }: Telling, work: () => Promise<T>): Promise<T | EvaluateResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    const needed = error instanceof NeededError ? error.needed : [];
    return { ...short, needed, report: buildInvalidReport(facts(), error) };
  }
}

/** The sides, and the suites that the change touches; a result where it touches none, or where main's config cannot be read. */
async function select(
  world: World,
  request: EvaluateRequest,
  origin: Origin,
  { facts, short }: Telling,
): Promise<EvaluateResult | SelectedChange> {
  const { sides, selections } = await origin.selectChange(world, request);
  tellSelections(selections, world.log);
  for (const notice of sides.notices) world.log.info(notice);
  const isAffected = selections.some((selection) => selection.affected);
  if (sides.brokenBase !== null && !(isAffected && request.namesEndpoint)) {
    return { ...short, report: buildRepairReport(facts(), sides.brokenBase, sides.notices) };
  }
  if (isAffected) return { sides, selections };
  const report = buildIdleReport(facts(), selections, sides.notices);
  world.log.info(report.title);
  return { ...short, report, isIdle: true };
}

async function evaluateSelected(
  world: World,
  request: EvaluateRequest & Heard,
  origin: Origin,
  { sides, selections }: SelectedChange,
  { facts, short }: Telling,
): Promise<EvaluateResult> {
  const { ledger } = short;
  const known = findRecorded(request, selections);
  const { open, loaded, standing } = await loadOpen(world, request, origin, { sides, selections }, known);
  if (loaded.length === 0) {
    const report = buildRepublishedReport(facts(), selections, [...standing.values()], request.askedBefore);
    return { ...short, report, isRepublished: true };
  }
  const { decision, stored, estimate } = await runAndDecide(world, request, origin, sides, loaded, ledger);
  if (decision === null) {
    const report = buildDryRunReport({ ...facts(), sides, selections, plans: loaded, estimate });
    return { ...short, plans: loaded, report };
  }
  const earlier = [...standing.values()];
  const asked = request.fresh ? 1 + Math.max(0, ...earlier.map((one) => one.attempts)) : 1;
  const measured = { prices: sides.config.prices, hasGate: sides.base.suites.length > 0 };
  const { acceptance } = facts().request;
  const settled = settleVerdict(decision, ledger, measured, { acceptance, earlier, asked });
  const { askedBefore } = request;
  const others = stored.arms === null && askedBefore === null ? noOtherRuns : await request.readOthers();
  const { note } = origin;
  const report = buildReport({
    ...{ ...facts(), decision, settled, stored, selections: open, sides, note },
    ...{ others, earlier, askedBefore },
  });
  const { caseLimit } = request;
  const final =
    caseLimit === null ? { ...report, contentKeys: listContentKeys(selections) } : limitVerdict(report, caseLimit);
  const { suites: plans, baseArm, settledFrom } = decision;
  const wanted = await nameWanted(world, origin, sides, decision);
  return { ...short, report: final, plans, baseArm, settledFrom, ...wanted };
}

/** The suites that are to be judged, and the verdicts that stand beside them. Those that wait for a second look are taken up again where it is a look at the same outputs, and all together: the error rates are those of all that was compared at once. */
async function loadOpen(
  world: World,
  request: EvaluateRequest,
  origin: Origin,
  { sides, selections }: SelectedChange,
  known: ReadonlyMap<string, RecordedVerdict>,
) {
  const closed = [...known].filter(([, { look }]) => look === undefined);
  const left = request.fresh ? selections : leaveRecorded(selections, new Map(closed));
  const affected = left.filter((selection) => selection.affected);
  const loaded = affected.length === 0 ? [] : await origin.load(world, affected, sides, request.caseLimit);
  const waiting = request.fresh ? new Map<string, RecordedVerdict>() : onlyWaiting(known);
  const looks = loaded.flatMap((plan) => {
    const look = waiting.get(plan.config.name)?.look;
    return look === undefined ? [] : [origin.identifyLook(world, sides, plan, look).then((own) => own === look)];
  });
  const others = (await Promise.all(looks)).every((isSame) => isSame) ? new Map<string, RecordedVerdict>() : waiting;
  return {
    open: leaveRecorded(left, others),
    loaded: loaded.filter(({ config: { name } }) => !others.has(name)),
    standing: new Map(request.fresh ? known : [...closed, ...others]),
  };
}

function onlyWaiting(known: ReadonlyMap<string, RecordedVerdict>): ReadonlyMap<string, RecordedVerdict> {
  return new Map([...known].filter(([, { look }]) => look !== undefined));
}

/** What a second look wants, and what the first one of all suites was at. */
async function nameWanted(world: World, origin: Origin, sides: Sides, { suites, wanted }: RunDecision) {
  const find = createFinder(suites);
  const looks = new Map<string, string>();
  for (const plan of wanted.length === 0 ? [] : suites) {
    const look = await origin.identifyLook(world, sides, plan);
    if (look !== null) looks.set(plan.config.name, look);
  }
  return { needed: wanted.map((key) => describeNeeded(find, key)), looks };
}

function tellSelections(selections: readonly SuiteSelection[], log: Log): void {
  const named = selections.map(({ suite: { name }, affected, reason }) => ({ name, affected, reason }));
  for (const { name, reason } of named.filter(({ affected }) => affected)) log.info(`run  ${name}: ${reason}`);
  const skipped = groupSkipped(named.filter(({ affected }) => !affected));
  for (const { names, reason } of skipped) log.info(`skip ${names}: ${reason}`);
}

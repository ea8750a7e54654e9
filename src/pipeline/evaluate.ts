import { buildReport } from '../conclude/build-report.ts';
import { buildDryRunReport } from '../conclude/dry-run-report.ts';
import type { RunFacts } from '../conclude/frame.ts';
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
import type { Log } from '../ports.ts';
import { loadSuites } from '../read/load-suite.ts';
import { type SelectedChange, selectChange } from '../read/select-change.ts';
import { groupSkipped } from '../report/skipped.ts';
import { createLedger } from '../run/ledger.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { EvaluateRequest, EvaluateResult, Heard } from './evaluate-request.ts';
import { findRecorded, leaveRecorded } from './recorded.ts';
import { runAndDecide } from './run-and-decide.ts';
import type { World } from './world.ts';

/** Evaluates a change against its base: selects the suites it touches, draws and scores what is missing, compares case by case and decides. A mistake of the user's and what cannot be read give an `invalid` report; only defects are thrown, and what keeps people from being heard. */
export async function evaluate(world: World, request: EvaluateRequest): Promise<EvaluateResult> {
  const startedMs = world.clock.nowMs();
  const ledger = createLedger(world.openSpool());
  const tell = ({ acceptance }: Heard): Telling => ({
    facts: () => ({ request: { ...request, acceptance }, ledger, durationMs: world.clock.nowMs() - startedMs }),
    short: { plans: [], baseArm: 'base', ledger, isIdle: false, isRepublished: false },
  });
  const deaf = tell({ acceptance: null, blockedCalls: null });
  const found = await orInvalid(deaf, () => select(world, request, deaf));
  if ('report' in found) return found;
  const heard = await request.hear();
  const telling = tell(heard);
  return orInvalid(telling, () => evaluateSelected(world, request, heard.blockedCalls, found, telling));
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
    return { ...short, report: buildInvalidReport(facts(), error) };
  }
}

/** The sides, and the suites that the change touches; a result where it touches none, or where main's config cannot be read. */
async function select(
  world: World,
  request: EvaluateRequest,
  { facts, short }: Telling,
): Promise<EvaluateResult | SelectedChange> {
  const { sides, selections } = await selectChange(world.repository, request);
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
  request: EvaluateRequest,
  blockedCalls: string | null,
  { sides, selections }: SelectedChange,
  { facts, short }: Telling,
): Promise<EvaluateResult> {
  const { ledger } = short;
  const known = findRecorded(request, selections);
  const open = request.fresh ? selections : leaveRecorded(selections, known);
  if (!open.some((selection) => selection.affected)) {
    const report = buildRepublishedReport(facts(), selections, [...known.values()]);
    return { ...short, report, isRepublished: true };
  }
  const affected = open.filter((selection) => selection.affected);
  const loaded = await loadSuites(world.repository, affected, sides, request.caseLimit);
  const { decision, stored, estimate } = await runAndDecide(world, { ...request, blockedCalls }, sides, loaded, ledger);
  if (decision === null) {
    const report = buildDryRunReport({ ...facts(), sides, selections, plans: loaded, estimate });
    return { ...short, plans: loaded, report };
  }
  const earlier = [...known.values()];
  const asked = request.fresh ? 1 + Math.max(0, ...earlier.map((one) => one.attempts)) : 1;
  const measured = { prices: sides.config.prices, hasGate: sides.base.suites.length > 0 };
  const { acceptance } = facts().request;
  const settled = settleVerdict(decision, ledger, measured, { acceptance, earlier, asked });
  const screenUses = stored.arms === null ? [] : await request.readScreenUses();
  const report = buildReport({ ...facts(), screenUses, decision, settled, stored, selections: open, sides });
  const { caseLimit } = request;
  const final =
    caseLimit === null ? { ...report, contentKeys: listContentKeys(selections) } : limitVerdict(report, caseLimit);
  return { ...short, report: final, plans: decision.suites, baseArm: decision.baseArm };
}

function tellSelections(selections: readonly SuiteSelection[], log: Log): void {
  const named = selections.map(({ suite: { name }, affected, reason }) => ({ name, affected, reason }));
  for (const { name, reason } of named.filter(({ affected }) => affected)) log.info(`run  ${name}: ${reason}`);
  const skipped = groupSkipped(named.filter(({ affected }) => !affected));
  for (const { names, reason } of skipped) log.info(`skip ${names}: ${reason}`);
}

import { buildDryRunReport } from '../conclude/dry-run-report.ts';
import type { RecordedVerdict } from '../conclude/recorded-verdict.ts';
import {
  buildIdleReport,
  buildInvalidReport,
  buildRepairReport,
  buildRepublishedReport,
} from '../conclude/short-reports.ts';
import { ReportedError } from '../errors.ts';
import { NeededError } from '../execute/supplied-driver.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Log } from '../ports.ts';
import type { SelectedChange } from '../read/select-change.ts';
import { groupSkipped } from '../report/words/run-line.ts';
import { createLedger } from '../run/ledger.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { closeSentence } from '../text/prose.ts';
import { concludeRun, type Telling } from './conclude-run.ts';
import type { EvaluateRequest, EvaluateResult, Heard } from './evaluate-request.ts';
import { askedModels, type Origin } from './origin.ts';
import { findRecorded, leaveRecorded } from './recorded.ts';
import { runAndDecide } from './run-and-decide.ts';
import { settleKnown, weighWish } from './settle-asked.ts';
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
      ...{ isIdle: false, isRepublished: false, open: new Map(), declined: null },
    },
  });
  const deaf = tell({ acceptance: null, blockedCalls: null, settles: null });
  const found = await orInvalid(deaf, () => select(world, request, origin, deaf));
  if ('report' in found) return found;
  const heard = await request.hear();
  const telling = tell(heard);
  return orInvalid(telling, () => evaluateSelected(world, { ...request, ...heard }, origin, found, telling));
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
  return { ...short, report: buildIdleReport(facts(), selections, sides.notices), isIdle: true };
}

async function evaluateSelected(
  world: World,
  request: EvaluateRequest & Heard,
  origin: Origin,
  change: SelectedChange,
  telling: Telling,
): Promise<EvaluateResult> {
  const known = findRecorded(request, change.selections);
  const wish = weighWish(request, change.selections, known);
  if (wish.do === 'nothing') return judge(world, request, origin, change, telling, known);
  const settled = wish.do === 'settle' ? await settle(world, request, origin, change, telling, known) : null;
  if (settled !== null && typeof settled !== 'string') return settled;
  const declined = settled ?? (wish.do === 'leave' ? wish.why : null);
  world.log.info(closeSentence(`The verdict is not settled: ${declined}`));
  return { ...(await judge(world, request, origin, change, telling, known)), declined };
}

/** Draws the further round of verdicts that are recorded as open; why it was not made, where they stand as they are. */
async function settle(
  world: World,
  request: EvaluateRequest & Heard,
  origin: Origin,
  { sides, selections }: SelectedChange,
  { facts, short }: Telling,
  known: ReadonlyMap<string, RecordedVerdict>,
): Promise<EvaluateResult | string> {
  const standing = new Map([...known].filter(([, { open }]) => open === undefined));
  const left = leaveRecorded(selections, standing);
  const affected = left.filter((selection) => selection.affected);
  const loaded = await origin.load(world, affected, sides, request.part);
  // What is read again of the looks must not stand beside what would be drawn anew.
  const ledger = createLedger(world.openSpool());
  const own: Telling = { facts: () => ({ ...facts(), ledger }), short: { ...short, ledger } };
  const { outcome, declined } = await settleKnown(world, origin, sides, loaded, ledger, known);
  if (outcome === null || (declined !== null && known.size > 0)) return declined ?? '';
  const round = { open: left, standing, asked: 1, outcome };
  return {
    ...(await concludeRun(world, { ...request, fresh: false }, origin, { sides, selections }, own, round)),
    declined,
  };
}

async function judge(
  world: World,
  request: EvaluateRequest & Heard,
  origin: Origin,
  change: SelectedChange,
  telling: Telling,
  known: ReadonlyMap<string, RecordedVerdict>,
): Promise<EvaluateResult> {
  const { facts, short } = telling;
  const { sides, selections } = change;
  const { open, loaded, standing } = await loadOpen(world, request, origin, change, known);
  if (loaded.length === 0) {
    const report = buildRepublishedReport(facts(), selections, [...standing.values()], request.askedBefore);
    return { ...short, report, isRepublished: true };
  }
  const outcome = await runAndDecide(world, request, origin, sides, loaded, short.ledger);
  const { decision } = outcome;
  if (decision === null) {
    const report = buildDryRunReport({
      ...facts(),
      sides,
      selections: open,
      plans: loaded,
      estimate: outcome.estimate,
    });
    return { ...short, plans: loaded, report };
  }
  const attempts = [...standing.values()].map((one) => one.attempts);
  const asked = request.fresh ? 1 + Math.max(0, ...attempts) : 1;
  return concludeRun(world, request, origin, change, telling, {
    ...{ open, standing, asked },
    outcome: { ...outcome, decision },
  });
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
  const loaded = affected.length === 0 ? [] : await origin.load(world, affected, sides, request.part);
  const waiting = request.fresh ? new Map<string, RecordedVerdict>() : onlyWaiting(known);
  const looks = loaded.flatMap((plan) => {
    const look = waiting.get(plan.config.name)?.look;
    return look === undefined ? [] : [origin.identifyLook(world, sides, plan, look).then((own) => own === look)];
  });
  const others = (await Promise.all(looks)).every((isSame) => isSame) ? new Map<string, RecordedVerdict>() : waiting;
  return {
    open: request.part === null ? leaveRecorded(left, others) : leaveUnasked(left, loaded),
    loaded: loaded.filter(({ config: { name } }) => !others.has(name)),
    standing: new Map(request.fresh ? known : [...closed, ...others]),
  };
}

/** Of a part of the cases a suite may have none. */
function leaveUnasked(selections: readonly SuiteSelection[], loaded: readonly SuitePlan[]): readonly SuiteSelection[] {
  const names = new Set(loaded.map(({ config: { name } }) => name));
  return selections.map((selection) =>
    selection.affected && !names.has(selection.suite.name)
      ? { ...selection, affected: false, reason: 'it has none of the cases that were asked for' }
      : selection,
  );
}

function onlyWaiting(known: ReadonlyMap<string, RecordedVerdict>): ReadonlyMap<string, RecordedVerdict> {
  return new Map([...known].filter(([, { look }]) => look !== undefined));
}

function tellSelections(selections: readonly SuiteSelection[], log: Log): void {
  const named = selections.map(({ suite: { name }, affected, reason }) => ({ name, affected, reason }));
  for (const { name, reason } of named.filter(({ affected }) => affected)) log.info(`run  ${name}: ${reason}`);
  const skipped = groupSkipped(named.filter(({ affected }) => !affected));
  for (const { names, reason } of skipped) log.info(`skip ${names}: ${reason}`);
}

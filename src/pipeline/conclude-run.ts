import { buildReport } from '../conclude/build-report.ts';
import type { RunFacts } from '../conclude/frame.ts';
import { noOtherRuns } from '../conclude/other-runs.ts';
import { reachVerdict } from '../conclude/reach-verdict.ts';
import type { RecordedVerdict } from '../conclude/recorded-verdict.ts';
import { limitVerdict, listContentKeys } from '../conclude/short-reports.ts';
import { compareBroken } from '../conclude/since.ts';
import { describeNeeded } from '../outputs/needed.ts';
import { createFinder } from '../plan/draws.ts';
import type { SelectedChange } from '../read/select-change.ts';
import type { Sides } from '../read/sides.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import { identifyLooks } from '../scores/identify-looks.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { EvaluateRequest, EvaluateResult } from './evaluate-request.ts';
import type { Origin } from './origin.ts';
import type { RunOutcome } from './run-and-decide.ts';
import type { World } from './world.ts';

/** What every result is made with, whatever comes of the run. */
export interface Telling {
  readonly facts: () => RunFacts;
  readonly short: Omit<EvaluateResult, 'report'>;
}

/** A run that is decided, and what stands beside it. */
export interface DecidedRun {
  /** The suites, those that were judged as affected. */
  readonly open: readonly SuiteSelection[];
  /** Verdicts of the same content that stand, by suite. */
  readonly standing: ReadonlyMap<string, RecordedVerdict>;
  /** How often this content was asked, with this run. */
  readonly asked: number;
  readonly outcome: RunOutcome & { readonly decision: RunDecision };
}

/** Weighs a decision with all else that may decide, and puts the result together. */
export async function concludeRun(
  world: World,
  request: EvaluateRequest,
  origin: Origin,
  { sides, selections }: SelectedChange,
  { facts, short }: Telling,
  { open, standing, asked, outcome: { decision, stored } }: DecidedRun,
): Promise<EvaluateResult> {
  const { ledger } = short;
  const measured = { prices: sides.config.prices, hasGate: sides.base.suites.length > 0 };
  const { acceptance } = facts().request;
  const earlier = [...standing.values()];
  const reached = reachVerdict(decision, ledger, measured, { acceptance, earlier, asked });
  const { askedBefore, brokenBefore, part } = request;
  const others = stored.arms === null && askedBefore === null ? noOtherRuns : await request.readOthers();
  const { note } = origin;
  const report = buildReport({
    ...{ ...facts(), decision, reached, stored, selections: open, sides, note },
    ...{ others, earlier, askedBefore },
  });
  const { suites: plans, baseArm, settledFrom } = decision;
  const whole = { ...report, contentKeys: listContentKeys(selections) };
  const final =
    part === null ? { ...whole, since: compareBroken(brokenBefore, whole, plans) } : limitVerdict(report, part);
  const wanted = await nameWanted(world, origin, sides, decision);
  return { ...short, report: final, plans, baseArm, settledFrom, ...wanted, open: identifyOpen(decision, ledger) };
}

/** What both looks of all suites were at, where a further round could settle what they left open. */
function identifyOpen({ suites, unsettled }: RunDecision, ledger: Ledger): ReadonlyMap<string, string> {
  return new Map(unsettled === null ? [] : suites.map((plan) => [plan.config.name, identifyLooks(ledger, plan)]));
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

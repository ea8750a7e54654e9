import type { RecordedVerdict } from '../conclude/recorded-verdict.ts';
import { UnknownAnswerError } from '../errors.ts';
import { driveRun } from '../execute/drive.ts';
import { NeededError } from '../execute/supplied-driver.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Log } from '../ports.ts';
import type { Sides } from '../read/sides.ts';
import { addStoredSide } from '../read/stored-side.ts';
import { renderEstimate } from '../rounds/budget.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import { identifyLooks } from '../scores/identify-looks.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { openKnownContext, openRunContext } from './call-context.ts';
import type { EvaluateRequest, Heard } from './evaluate-request.ts';
import type { Origin } from './origin.ts';
import { decideSoFar, prepareRun, type RunOutcome, tellStored } from './run-and-decide.ts';
import type { World } from './world.ts';

/** What a wish to settle comes to: nobody has one, there is something to settle, or what is there stands. */
export type Wish =
  | { readonly do: 'nothing' }
  | { readonly do: 'settle' }
  | { readonly do: 'leave'; readonly why: string };

/** What keeps a wish from being granted. */
const gone =
  "the first round's answers are no longer all in the cache, so that it cannot be settled and nothing was drawn; `fresh: true` draws both sides anew, and its verdict is never better than this one";
const unopen = 'with what is known today no further round can settle it';

/**
 * Weighs a wish against what is recorded of the content: an open verdict is settled once, never a fail, and only where both
 * looks are known. Drawing anew is such a wish where there is something to settle, and is what it says elsewhere.
 */
export function weighWish(
  { settles, fresh, dryRun, blockedCalls }: Pick<EvaluateRequest, 'fresh' | 'dryRun'> & Heard,
  selections: readonly SuiteSelection[],
  known: ReadonlyMap<string, RecordedVerdict>,
): Wish {
  if (dryRun || (settles === null && !fresh)) return { do: 'nothing' };
  if (settles === 'known-answers') return { do: 'settle' };
  const why = blockedCalls ?? explainStanding(selections, known);
  if (why === null) return { do: 'settle' };
  return settles === null ? { do: 'nothing' } : { do: 'leave', why };
}

/** Why a recorded verdict stands, a clause; null where a further round may settle it. */
function explainStanding(
  selections: readonly SuiteSelection[],
  known: ReadonlyMap<string, RecordedVerdict>,
): string | null {
  const affected = selections.filter((selection) => selection.affected);
  if (affected.some(({ suite }) => !known.has(suite.name))) return 'no verdict of this content was recorded before';
  const verdicts = [...known.values()];
  if (verdicts.some(({ verdict }) => verdict === 'fail')) return 'it is a fail, and only what is open can be settled';
  const open = verdicts.filter(({ verdict }) => verdict === 'inconclusive');
  if (open.length === 0) return 'it is a pass, and only what is open can be settled';
  if (open.some(({ settled }) => settled === true)) {
    return 'its further round was made, and there is one for each content';
  }
  const isOff = affected.some(({ suite }) => suite.gate.settle === 'off' && known.get(suite.name)?.open === undefined);
  if (open.every((one) => one.open !== undefined)) return null;
  return isOff ? "main's config says `settle: off`" : 'no further round can settle what is open in it';
}

/** What came of settling: the decision as far as there is one, and why the further round was not made. */
export interface Settled {
  readonly outcome: (RunOutcome & { readonly decision: RunDecision }) | null;
  readonly declined: string | null;
}

/**
 * Goes through both looks on known answers alone, and draws the further round where they are those that the verdicts were
 * recorded of. Nothing is asked of a model before that, so that nobody gets another first look.
 */
export async function settleKnown(
  world: World,
  origin: Origin,
  sides: Sides,
  loaded: readonly SuitePlan[],
  ledger: Ledger,
  verdicts: ReadonlyMap<string, RecordedVerdict>,
): Promise<Settled> {
  const { log } = world;
  const { plan, stored, allowed, needs } = await prepareRun(world, false, origin, sides, loaded, muted(log));
  const { estimate } = allowed;
  const { suites } = plan;
  const tell = (decision: RunDecision, declined: string | null): Settled => ({
    outcome: { decision, stored: tellStored(stored, decision, allowed), estimate },
    declined,
  });
  addStoredSide(ledger, stored);
  const openDriver = async (context: Awaited<ReturnType<typeof openRunContext>>) =>
    origin.openDriver(world, suites, sides, ledger, context);
  const known = await openDriver(await openKnownContext(world, sides.config, ledger));
  let looked: RunDecision;
  try {
    looked = await driveRun({ ...plan, settles: 'never' }, ledger, known, log);
  } catch (error) {
    const isGone = error instanceof UnknownAnswerError || error instanceof NeededError;
    if (!isGone || verdicts.size === 0) throw error;
    return { outcome: null, declined: gone };
  }
  if (looked.unsettled === null) return tell(looked, unopen);
  const isOther = ({ config: { name } }: SuitePlan, own: string) => (verdicts.get(name)?.open ?? own) !== own;
  if (suites.some((suite) => isOther(suite, identifyLooks(ledger, suite)))) return { outcome: null, declined: gone };
  log.info(`Settling takes at most ${renderEstimate(looked.unsettled.estimate)}.`);
  const driver = await openDriver(await openRunContext(world, sides.config, needs, false, ledger));
  const decision = await decideSoFar({ ...plan, settles: 'asked' }, ledger, driver, log);
  const isLeft = decision.unsettled !== null;
  return tell(decision, isLeft ? `the budget does not cover it: ${renderEstimate(looked.unsettled.estimate)}` : null);
}

/** What a whole run would take says nothing of one whose looks are known. */
function muted(log: Log): Log {
  return { info: () => {}, warn: () => {}, progress: (progress) => log.progress(progress) };
}

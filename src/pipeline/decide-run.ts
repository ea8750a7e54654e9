import { drawSamples, emptySession, type Session, type SessionContext } from '../execute/session.ts';
import type { CaseScores, Comparison, Verdict } from '../gate/comparison.ts';
import { type BrokenCase, decideGate, type RerunCase } from '../gate/decide.ts';
import type { GatedComparison } from '../gate/measurement.ts';
import type { StoredComparison } from '../gate/stored-comparison.ts';
import { screenStoredBaseline } from '../gate/stored-screen.ts';
import { isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { Wanted } from '../plan/wanted.ts';
import { describeCommonest } from '../scores/commonest.ts';
import { buildGated } from '../scores/gated.ts';
import { withGone } from '../scores/gone.ts';
import { buildComparison, tabulateScores } from '../scores/tabulate.ts';

/** What the gate said of a run, and all that was drawn on the way. */
export interface RunDecision {
  readonly verdict: Verdict;
  readonly green: boolean;
  readonly comparisons: readonly Comparison[];
  readonly reasons: readonly string[];
  readonly broken: readonly BrokenCase[];
  /** What stood for the base: fresh samples, or a stored baseline that decided alone. */
  readonly baseArm: 'base' | 'stored';
  readonly session: Session;
}

/** Asked before more is spent on a re-run; false leaves the verdict as it stands. */
export type Afford = (wanted: readonly Wanted[]) => boolean;

/** A prompt that is compared, with its suite. */
export interface ComparedPrompt {
  readonly plan: SuitePlan;
  readonly prompt: PromptPlan;
}

/** The prompts of a run whose versions differ. */
export function listCompared(plans: readonly SuitePlan[]): readonly ComparedPrompt[] {
  return plans.flatMap((plan) => plan.prompts.filter(isCompared).map((prompt) => ({ plan, prompt })));
}

/** What the gate says where there is nothing to draw. */
export function decideNothing(): RunDecision {
  return { ...decideGate([]), baseArm: 'base', session: emptySession };
}

/** Decides on fresh samples of both arms; what differs and is not settled is run again on both, and decided again. */
export async function decideFresh(
  compared: readonly ComparedPrompt[],
  first: Session,
  context: SessionContext,
  afford: Afford,
): Promise<RunDecision> {
  let session = first;
  let decision = decideGate(listComparisons(compared, session));
  while (decision.rerun.length > 0) {
    const wanted = wantRerun(compared, decision.rerun);
    if (!afford(wanted)) break;
    session = await drawSamples(session, wanted, context);
    decision = decideGate(listComparisons(compared, session));
  }
  return { ...decision, baseArm: 'base', session };
}

/** Why a run may not look at what the stored baseline shows. */
export const uncovered = 'the budget does not cover a fresh baseline';

/** Screens against a stored baseline. Null means that it cannot decide and the base side has to run now; where the budget does not cover that, what would need it is `invalid`. */
export async function decideStored(
  compared: readonly ComparedPrompt[],
  first: Session,
  context: SessionContext,
  afford: Afford,
  screensAlone: boolean,
): Promise<RunDecision | null> {
  let session = first;
  const screenNow = () => screenStoredBaseline(listStored(compared, session).map(screensAlone ? stop : (one) => one));
  let screen = screenNow();
  if (screen.flagged.length > 0) {
    const wanted = wantRerun(
      compared,
      screen.flagged.map((flag) => ({ ...flag, samples: criticalSamples })),
    );
    if (afford(wanted)) {
      session = await drawSamples(session, wanted, context);
      screen = screenNow();
    }
  }
  const { outcome, green, comparisons, reasons } = screen;
  const decided = { green, comparisons, reasons, broken: [], baseArm: 'stored', session } as const;
  if (outcome !== 'fresh') return { ...decided, verdict: outcome };
  return screensAlone ? refuse(decided) : null;
}

/** A drop that cannot be looked at is neither proven nor excused. */
function refuse(decided: Omit<RunDecision, 'verdict'>): RunDecision {
  const refused = (one: Comparison): Comparison =>
    one.gates && one.verdict !== 'pass' ? { ...one, verdict: 'invalid', reason: uncovered } : one;
  return {
    ...decided,
    verdict: 'invalid',
    green: false,
    comparisons: decided.comparisons.map(refused),
    reasons: [uncovered],
  };
}

/** A screen that has to decide alone asks for no fresh round where it saw no drop. */
function stop(comparison: StoredComparison): StoredComparison {
  return { ...comparison, settings: { ...comparison.settings, afterScreen: 'stop' } };
}

const criticalSamples = [0, 1, 2, 3, 4, 5, 6, 7];

function listComparisons(compared: readonly ComparedPrompt[], session: Session): readonly GatedComparison[] {
  const table = tabulateScores(session.scores);
  return compared.flatMap(({ plan, prompt }) =>
    prompt.metrics.map((metric) => {
      const gated = withReason(buildGated(plan, prompt, metric, table, 'base'), session);
      return withGone(gated, session.scores, prompt, metric, ['base', 'candidate']);
    }),
  );
}

/** With what most of the candidate's outputs have in common that are not the best. */
function withReason(gated: GatedComparison, { scores }: Session): GatedComparison {
  const { suite, prompt, metric } = gated.input.id;
  const own = scores.filter(
    (one) =>
      one.suite === suite &&
      one.prompt === prompt &&
      one.metric === metric &&
      one.arm === 'candidate' &&
      one.sample === 0,
  );
  return { ...gated, input: { ...gated.input, commonReason: describeCommonest(own) } };
}

function listStored(compared: readonly ComparedPrompt[], session: Session): readonly StoredComparison[] {
  const table = tabulateScores(session.scores);
  return compared.flatMap(({ plan, prompt }) =>
    prompt.metrics.map((metric) => ({
      ...withGone(
        withReason(buildGated(plan, prompt, metric, table, 'stored'), session),
        session.scores,
        prompt,
        metric,
        ['candidate'],
      ),
      freshCritical: buildComparison(prompt, metric, table, 'base').cases.filter(wasRunAfresh),
    })),
  );
}

function wasRunAfresh(scores: CaseScores): boolean {
  return scores.critical && scores.baseline.length > 0;
}

/** The samples of a re-run that an arm has not drawn yet; both arms end with the same indices. */
function wantRerun(compared: readonly ComparedPrompt[], rerun: readonly RerunCase[]): readonly Wanted[] {
  const cases = new Map(
    compared.flatMap(({ prompt }) =>
      prompt.cases.map((row) => [JSON.stringify([prompt.suite, prompt.id, row.id]), { prompt, row }] as const),
    ),
  );
  return rerun.flatMap(({ suite, prompt: id, case: caseId, samples }) => {
    const found = cases.get(JSON.stringify([suite, id, caseId]));
    if (found === undefined) return [];
    return samples.flatMap((sample) =>
      (['base', 'candidate'] as const).map((arm): Wanted => ({ prompt: found.prompt, case: found.row, arm, sample })),
    );
  });
}

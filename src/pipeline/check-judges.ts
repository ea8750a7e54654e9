import { findFinding } from '../conclude/find-finding.ts';
import { runCanaries } from '../execute/run-canaries.ts';
import type { Session, SessionContext } from '../execute/session.ts';
import { degradations, identicalCanaries } from '../judges/canaries.ts';
import { judgeModelOf, listDropped } from '../judges/identity.ts';
import { warnSameFamily } from '../judges/model-family.ts';
import type { JudgeMetric, Metric } from '../plan/metric.ts';
import { isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import { findCommonest } from '../scores/commonest.ts';
import { findGone } from '../scores/gone.ts';

/** What this run found out about one judge of one prompt. */
export interface JudgeCheck {
  readonly suite: string;
  readonly prompt: string;
  readonly metric: string;
  /** Why it may not gate in this run; null where nothing speaks against it. */
  readonly held: string | null;
  /** True where its scores of this run mean nothing. */
  readonly refused: boolean;
  readonly notes: readonly string[];
}

/** Of fewer pairs a share says nothing. */
const fewestSwaps = 10;
const leastConsistent = 0.7;

/** Asks every judge of a compared prompt about planted answers, and looks at how it judged so far: no judge gates unwatched. */
export async function checkJudges(
  plans: readonly SuitePlan[],
  session: Session,
  context: SessionContext,
): Promise<readonly JudgeCheck[]> {
  const checks: JudgeCheck[] = [];
  for (const prompt of plans.flatMap((plan) => plan.prompts.filter(isCompared))) {
    for (const metric of prompt.metrics) {
      // A judge that is gone has nothing to be checked by, and the gate says so.
      if (metric.kind !== 'judge' || findGone(session.scores, prompt, metric, ['candidate']) !== null) continue;
      const canaries = await runCanaries(prompt, metric, session, context.judgeModel, context.judging);
      const swaps = judgeSwaps(prompt, metric, session);
      const settings = compareSettings(metric, context);
      const canaryNote =
        canaries.asked === 0 ? [] : [`passed ${canaries.passed} of ${canaries.asked} checks on planted answers`];
      checks.push({
        suite: prompt.suite,
        prompt: prompt.id,
        metric: metric.name,
        held: canaries.held ?? swaps.held ?? settings.held,
        refused: canaries.held !== null,
        notes: [
          ...settings.notes,
          ...canaryNote,
          ...swaps.notes,
          ...describeSilence(prompt, metric, session),
          ...warnFamily(prompt, metric, context),
        ],
      });
    }
    checks.push(...checkPanels(prompt, checks));
  }
  return checks;
}

/** Settings that its model refuses are part of what a judge is: one calibrated with other settings is another judge. */
function compareSettings(
  { name, judge, labels }: JudgeMetric,
  { judgeModel, judging }: SessionContext,
): Pick<JudgeCheck, 'held' | 'notes'> {
  const dropped = listDropped(judge, judgeModel, judging.dropped);
  const then = labels?.without ?? dropped;
  const describe = (names: readonly string[]) =>
    names.length === 0 ? 'with all its settings' : `without ${names.join(', ')}`;
  const isSame = then.join() === dropped.join();
  return {
    held: isSame
      ? null
      : `judge "${name}" was calibrated ${describe(then)} and answers ${describe(dropped)} now: it cannot gate in this run`,
    notes: dropped.map((setting) => `answers without "${setting}", which its model refuses`),
  };
}

/** A panel is as fit as its members: where a check of this run speaks against one that sits, it cannot gate. Leaving that one out would choose the panel after its scores are known. */
function checkPanels(prompt: PromptPlan, judges: readonly JudgeCheck[]): readonly JudgeCheck[] {
  return prompt.metrics.flatMap((metric): readonly JudgeCheck[] => {
    if (metric.kind !== 'panel') return [];
    const { name, panel } = metric;
    const unfit = judges.find(
      (one) =>
        one.suite === prompt.suite &&
        one.prompt === prompt.id &&
        one.held !== null &&
        panel.members.includes(one.metric),
    );
    if (unfit === undefined) return [];
    const held = `panel "${name}" cannot gate: ${unfit.held}`;
    return [{ suite: prompt.suite, prompt: prompt.id, metric: name, held, refused: false, notes: [] }];
  });
}

/** The most calls that the checks of all judges can take, before any is known from the cache. */
export function countCheckCalls(plans: readonly SuitePlan[]): number {
  const canaries = identicalCanaries + degradations.length;
  const judges = plans.flatMap((plan) =>
    plan.prompts
      .filter(isCompared)
      .flatMap((prompt) => prompt.metrics.flatMap((metric) => (metric.kind === 'judge' ? [metric.judge] : []))),
  );
  return judges.reduce((sum, judge) => sum + (judge.sees === 'pair' ? 2 : 1) * canaries, 0);
}

/** The plans with every judge held to report, or refused, that a check speaks against. */
export function holdJudges(plans: readonly SuitePlan[], checks: readonly JudgeCheck[]): readonly SuitePlan[] {
  const hold = (prompt: PromptPlan, metric: Metric): Metric => {
    const check = findFinding(checks, prompt, metric);
    if (check === undefined || check.held === null) return metric;
    const held = metric.held === null ? check.held : `${metric.held}. In this run ${check.held}`;
    return { ...metric, gates: false, wouldGate: false, held, refused: metric.refused || check.refused };
  };
  return plans.map((plan) => ({
    ...plan,
    prompts: plan.prompts.map((prompt) => ({
      ...prompt,
      metrics: prompt.metrics.map((metric) => hold(prompt, metric)),
    })),
  }));
}

function judgeSwaps(prompt: PromptPlan, { name }: Metric, { swaps }: Session): Pick<JudgeCheck, 'held' | 'notes'> {
  const own = swaps.filter((swap) => swap.suite === prompt.suite && swap.prompt === prompt.id && swap.metric === name);
  if (own.length === 0) return { held: null, notes: [] };
  const consistent = own.filter((swap) => swap.isConsistent).length;
  const share = `said the same in both orders for ${consistent} of ${own.length} pairs`;
  const isWeak = own.length >= fewestSwaps && consistent < leastConsistent * own.length;
  return { held: isWeak ? `judge "${name}" ${share}: it cannot gate in this run` : null, notes: [share] };
}

/** How often the judge gave no score although there was an answer: it abstained, or its reply could not be read. */
function describeSilence(prompt: PromptPlan, { name }: Metric, session: Session): readonly string[] {
  const isOwn = (one: { suite: string; prompt: string }) => one.suite === prompt.suite && one.prompt === prompt.id;
  const answered = new Set(
    session.samples
      .filter(
        (sample) =>
          isOwn({ suite: sample.prompt.suite, prompt: sample.prompt.id }) && sample.result.status === 'answered',
      )
      .map((sample) => JSON.stringify([sample.arm, sample.case.id, sample.sample])),
  );
  const scores = session.scores.filter(
    (score) =>
      isOwn(score) && score.metric === name && answered.has(JSON.stringify([score.arm, score.case, score.sample])),
  );
  const reasons = scores.flatMap(({ score, reason }) => (score === null ? [reason] : []));
  if (reasons.length === 0) return [];
  const why = findCommonest(reasons)?.reason ?? 'abstained, or could not be read';
  return [`gave no score for ${reasons.length} of ${scores.length} answers (${why})`];
}

function warnFamily(prompt: PromptPlan, { judge }: JudgeMetric, { judgeModel }: SessionContext): readonly string[] {
  const model = judgeModelOf(judge, judgeModel);
  return [warnSameFamily(model ?? '', prompt.candidate?.model ?? '')].filter((warning) => warning !== null);
}

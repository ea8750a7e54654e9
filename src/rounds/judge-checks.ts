import { type CanaryFinding, degradations, identicalCanaries } from '../judges/canaries.ts';
import { judgeModelOf, listDropped } from '../judges/identity.ts';
import { warnSameFamily } from '../judges/model-family.ts';
import type { JudgeMetric, Metric } from '../plan/metric.ts';
import { ofMetric } from '../plan/of-metric.ts';
import { isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { JudgeCheck, ScoreFacts } from '../run/records.ts';
import { findCommonest } from '../scores/commonest.ts';
import { findGone } from '../scores/gather.ts';
import { factsOf, readArm } from '../scores/read.ts';
import type { JudgeId, RunPlan } from './run-plan.ts';

/** Of fewer pairs a share says nothing. */
const fewestSwaps = 10;
const leastConsistent = 0.7;

/** The judges of compared prompts that have to be asked about planted answers: no judge gates unwatched. One that is gone has nothing to be checked by, and the gate says so. */
export function listUnchecked(suites: readonly SuitePlan[], ledger: Ledger): readonly JudgeId[] {
  const checks = ledger.checks();
  return suites.flatMap(({ prompts }) =>
    prompts.filter(isCompared).flatMap((prompt) =>
      prompt.metrics
        .filter((metric) => metric.kind === 'judge' && ofMetric(checks, prompt, metric) === undefined)
        .filter((metric) => findGone(ledger, prompt, metric, ['candidate']) === null)
        .map(({ name: metric }) => ({ suite: prompt.suite, prompt: prompt.id, metric })),
    ),
  );
}

/** What speaks against a judge in this run: the planted answers, what it said of one pair in both orders, the settings that its model refused. */
export function checkJudge(
  { judgeModel }: Pick<RunPlan, 'judgeModel'>,
  ledger: Ledger,
  prompt: PromptPlan,
  metric: JudgeMetric,
  canaries: CanaryFinding,
): JudgeCheck {
  const said = listSaid(ledger, prompt, metric);
  const swaps = judgeSwaps(metric, said);
  const dropped = listDropped(metric.judge, judgeModel, ledger.refusedSettings());
  const planted = `passed ${canaries.passed} of ${canaries.asked} checks on planted answers`;
  const family = warnSameFamily(judgeModelOf(metric.judge, judgeModel) ?? '', prompt.candidate?.model ?? '');
  return {
    suite: prompt.suite,
    prompt: prompt.id,
    metric: metric.name,
    held: canaries.held ?? swaps.held ?? holdSettings(metric, dropped),
    refused: canaries.held !== null,
    notes: [
      ...dropped.map((setting) => `answers without "${setting}", which its model refuses`),
      ...(canaries.asked === 0 ? [] : [planted]),
      ...swaps.notes,
      ...describeSilence(said),
      ...(family === null ? [] : [family]),
    ],
  };
}

/**
 * The checks of a run's judges in the order of the plan, and with them those of its panels: a panel is as fit as its
 * members. Leaving an unfit one out would choose the panel after its scores are known.
 */
export function gatherChecks(suites: readonly SuitePlan[], ledger: Ledger): readonly JudgeCheck[] {
  const known = ledger.checks();
  const compared = suites.flatMap(({ prompts }) => prompts.filter(isCompared));
  const judges = compared.flatMap((prompt) =>
    prompt.metrics.flatMap((metric) => ofMetric(known, prompt, metric) ?? []),
  );
  return [...judges, ...compared.flatMap((prompt) => checkPanels(prompt, judges))];
}

/** The plans with every judge held to report, or refused, that a check speaks against. */
export function holdJudges(suites: readonly SuitePlan[], checks: readonly JudgeCheck[]): readonly SuitePlan[] {
  const hold = (prompt: PromptPlan, metric: Metric): Metric => {
    const check = ofMetric(checks, prompt, metric);
    if (check === undefined || check.held === null) return metric;
    const held = metric.held === null ? check.held : `${metric.held}. In this run ${check.held}`;
    return { ...metric, gates: false, wouldGate: false, held, refused: metric.refused || check.refused };
  };
  return suites.map((plan) => ({
    ...plan,
    prompts: plan.prompts.map((prompt) => ({
      ...prompt,
      metrics: prompt.metrics.map((metric) => hold(prompt, metric)),
    })),
  }));
}

/** The most calls that the checks of all judges can take, before any is known from the cache. */
export function countCheckCalls(suites: readonly SuitePlan[]): number {
  const canaries = identicalCanaries + degradations.length;
  const metrics = suites.flatMap(({ prompts }) => prompts.filter(isCompared).flatMap((prompt) => prompt.metrics));
  return metrics.reduce((sum, { kind, needs }) => {
    return kind === 'judge' ? sum + (needs === 'pair' ? 2 : 1) * canaries : sum;
  }, 0);
}

/** Settings that its model refuses are part of what a judge is: one calibrated with other settings is another judge. */
function holdSettings({ name, labels }: JudgeMetric, dropped: readonly string[]): string | null {
  const then = labels?.without ?? dropped;
  if (then.join() === dropped.join()) return null;
  const describe = (names: readonly string[]) =>
    names.length === 0 ? 'with all its settings' : `without ${names.join(', ')}`;
  return `judge "${name}" was calibrated ${describe(then)} and answers ${describe(dropped)} now: it cannot gate in this run`;
}

function checkPanels(prompt: PromptPlan, judges: readonly JudgeCheck[]): readonly JudgeCheck[] {
  return prompt.metrics.flatMap((metric): readonly JudgeCheck[] => {
    if (metric.kind !== 'panel') return [];
    const { name, panel } = metric;
    const members = prompt.metrics.filter((one) => panel.members.includes(one.name));
    const unfit = members.map((one) => ofMetric(judges, prompt, one)).find((one) => one?.held != null);
    if (unfit === undefined) return [];
    const held = `panel "${name}" cannot gate: ${unfit.held}`;
    return [{ suite: prompt.suite, prompt: prompt.id, metric: name, held, refused: false, notes: [] }];
  });
}

function judgeSwaps({ name }: JudgeMetric, said: readonly ScoreFacts[]): Pick<JudgeCheck, 'held' | 'notes'> {
  const pairs = said.filter(({ agrees }) => agrees !== null);
  if (pairs.length === 0) return { held: null, notes: [] };
  const consistent = pairs.filter(({ agrees }) => agrees).length;
  const share = `said the same in both orders for ${consistent} of ${pairs.length} pairs`;
  const isWeak = pairs.length >= fewestSwaps && consistent < leastConsistent * pairs.length;
  return { held: isWeak ? `judge "${name}" ${share}: it cannot gate in this run` : null, notes: [share] };
}

/** How often the judge gave no score although there was an answer: it abstained, or its reply could not be read. */
function describeSilence(said: readonly ScoreFacts[]): readonly string[] {
  const silent = said.filter(({ score }) => score === null);
  if (silent.length === 0) return [];
  const why = findCommonest(silent.map(({ reason }) => reason))?.reason ?? 'abstained, or could not be read';
  return [`gave no score for ${silent.length} of ${said.length} answers (${why})`];
}

/** What a judge said of every answer of the run so far. */
function listSaid(ledger: Ledger, prompt: PromptPlan, metric: Metric): readonly ScoreFacts[] {
  return ['base', 'candidate', 'stored'].flatMap((arm) => {
    const own = readArm(ledger, prompt, arm);
    return prompt.cases.flatMap(({ id }) =>
      factsOf(own, metric, id).filter(
        (facts, index) => facts !== null && own.sample(id, index)?.result.status === 'answered',
      ),
    ) as readonly ScoreFacts[];
  });
}

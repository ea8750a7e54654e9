import type { CaseScores } from '../gate/comparison.ts';
import type { GatedComparison } from '../gate/measurement.ts';
import type { StoredComparison } from '../gate/stored-comparison.ts';
import { hears, isPairwise, type Metric } from '../plan/metric.ts';
import { baseCases, type CasePlan, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { Arm, BaseArm } from '../run/sample-key.ts';
import { describeCommonest } from './commonest.ts';
import { factsOf, listScores, readArm, scoresOf } from './read.ts';

/** How many samples of a case a decision looks at; null is all. */
export type SampleLimit = (prompt: PromptPlan, row: CasePlan) => number | null;

const noLimit: SampleLimit = () => null;

/** One metric's comparison with the rules its suite holds it to: every case of the base side, in dataset order. `baseArm` is the arm that stands for the base. */
export function gatherComparison(
  plan: SuitePlan,
  prompt: PromptPlan,
  metric: Metric,
  ledger: Ledger,
  baseArm: BaseArm,
  limit: SampleLimit = noLimit,
): GatedComparison {
  const { gate: settings, samples } = plan.config;
  const gone = findGone(ledger, prompt, metric, [baseArm, 'candidate']);
  return {
    input: {
      id: { suite: prompt.suite, prompt: prompt.id, metric: metric.name },
      direction: metric.direction,
      gates: metric.gates,
      isPairwise: isPairwise(metric),
      commonReason: describeCommonest(listScores(ledger, prompt, metric, 'candidate', 0)),
      cases: gatherCases(prompt, baseCases(prompt), metric, ledger, baseArm, limit),
      ...(gone !== null && { gone }),
    },
    settings,
    samples,
  };
}

/** The same with all that a further round made of its cases. */
export function gatherSettled(
  ...[plan, prompt, metric, ledger, baseArm, limit]: Parameters<typeof gatherComparison>
): GatedComparison {
  const settled = gatherCases(prompt, baseCases(prompt), metric, ledger, baseArm, noLimit);
  return { ...gatherComparison(plan, prompt, metric, ledger, baseArm, limit), settled };
}

/** The same against stored samples, with the critical cases that the screen had drawn afresh. */
export function gatherStored(plan: SuitePlan, prompt: PromptPlan, metric: Metric, ledger: Ledger): StoredComparison {
  const critical = baseCases(prompt).filter((row) => row.critical);
  const fresh = gatherCases(prompt, critical, metric, ledger, 'base', noLimit);
  return {
    ...gatherComparison(plan, prompt, metric, ledger, 'stored'),
    freshCritical: fresh.filter(({ baseline }) => baseline.length > 0),
  };
}

/** Why scores of a metric, or of a member of its panel, can never be given in one of some arms though nobody is to blame; null where none is so. */
export function findGone(ledger: Ledger, prompt: PromptPlan, metric: Metric, arms: readonly Arm[]): string | null {
  const heard = prompt.metrics.filter((one) => one.kind !== 'panel' && hears(metric, one.name));
  for (const arm of arms) {
    const own = readArm(ledger, prompt, arm);
    if (own.isEmpty) continue;
    for (const one of heard) {
      for (const { id } of prompt.cases) {
        const gone = factsOf(own, one, id).find((facts) => facts?.missing === 'gone');
        if (gone) return gone.reason ?? 'it is gone';
      }
    }
  }
  return null;
}

function gatherCases(
  prompt: PromptPlan,
  cases: readonly CasePlan[],
  metric: Metric,
  ledger: Ledger,
  baseArm: BaseArm,
  limit: SampleLimit,
): readonly CaseScores[] {
  const readFrom = (arm: Arm) => {
    const own = readArm(ledger, prompt, arm);
    return (row: CasePlan) => {
      const scores = scoresOf(own, metric, row.id);
      const most = limit(prompt, row);
      return most === null ? scores : scores.slice(0, most);
    };
  };
  const [baseline, candidate] = [readFrom(baseArm), readFrom('candidate')];
  const [drawn, stored] = [readFrom('base'), readFrom('stored')];
  return cases.map((row) => ({
    case: row.id,
    cluster: row.cluster,
    question: row.question,
    isSame: row.isSame,
    critical: row.critical,
    ...(row.labelled !== undefined && { labelled: row.labelled }),
    ...(row.isSame ? shareScores(drawn(row), stored(row)) : { baseline: baseline(row), candidate: candidate(row) }),
  }));
}

/** What is known of a case that sends one request: its one draw, else the stored ones, on both sides. */
function shareScores(drawn: CaseScores['baseline'], stored: CaseScores['baseline']) {
  const scores = drawn.length > 0 ? drawn : stored;
  return { baseline: scores, candidate: scores };
}

import { criticalTotal } from '../gate/critical.ts';
import { chooseDesign, countQuestions, type Design } from '../gate/first-round.ts';
import { rerunTotal } from '../gate/second-look.ts';
import { planDraws, wantFirstRound } from './first-round.ts';
import { isCompared, type PromptPlan, type SuitePlan } from './suite-plan.ts';
import type { Wanted } from './wanted.ts';

/** All that a run may have to draw. */
export interface Rounds {
  readonly candidate: readonly Wanted[];
  /** The base side of the cases that the change reaches. */
  readonly base: readonly Wanted[];
  /** The one draw of each other case, as the base's. */
  readonly shared: readonly Wanted[];
  /** Those of `shared` that a threshold reads: they are drawn also where stored samples stand for the rest. */
  readonly read: readonly Wanted[];
  /** Everything that could run again, on both sides. */
  readonly rerun: readonly Wanted[];
}

/** Plans the rounds of a run before its first call. */
export function planRounds(plans: readonly SuitePlan[]): Rounds {
  const base = plans.flatMap((plan) => wantFirstRound(plan, 'base'));
  const shared = base.filter((one) => one.case.isSame);
  return {
    candidate: plans.flatMap((plan) => wantFirstRound(plan, 'candidate')),
    base: base.filter((one) => !one.case.isSame),
    shared,
    read: shared.filter(({ prompt }) => prompt.metrics.some(({ gates, minScore }) => gates && minScore !== null)),
    rerun: plans.flatMap((plan) => plan.prompts.filter(isCompared).flatMap((prompt) => wantWorstRerun(plan, prompt))),
  };
}

/** True where stored samples alone could decide each suite that is compared. */
export function canScreen(plans: readonly SuitePlan[]): boolean {
  return plans.every((plan) =>
    plan.prompts.filter(isCompared).every((prompt) => {
      const design = designOf(plan, prompt);
      return !plan.config.gate.strict && (design === 'one-look' || design === 'two-looks');
    }),
  );
}

function designOf({ config: { gate, samples } }: SuitePlan, prompt: PromptPlan): Design {
  return chooseDesign(gate, countQuestions(prompt.cases.filter((row) => !row.added)), samples);
}

/** As if every case differed, and every critical one were flagged. */
function wantWorstRerun(plan: SuitePlan, prompt: PromptPlan): readonly Wanted[] {
  const hasSecondLook = designOf(plan, prompt) === 'two-looks';
  const countOf = planDraws(plan, prompt);
  const rows = prompt.cases.filter((row) => !row.added && !row.isSame);
  return rows.flatMap((row) => {
    const drawn = countOf(row);
    const total = row.critical ? criticalTotal : hasSecondLook ? rerunTotal : 0;
    const more = Array.from({ length: Math.max(0, total - drawn) }, (_, index) => drawn + index);
    return more.flatMap((sample) =>
      (['base', 'candidate'] as const).map((arm): Wanted => ({ prompt, case: row, arm, sample })),
    );
  });
}

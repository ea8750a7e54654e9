import { type FirstRound, planFirstRound } from '../gate/first-round.ts';
import type { Arm } from '../run/sample-key.ts';
import type { Draws } from './draws.ts';
import { baseCases, type CasePlan, isCompared, type PromptPlan, type SuitePlan } from './suite-plan.ts';

/** What stands for the base side: draws of this run; stored samples, beside which only what a threshold reads is drawn; or draws of the cases that the change reaches, the stored samples of the others standing on both sides. */
export type BaseSide = 'fresh' | 'stored' | 'reached';

/** The first round of each of the base's cases, by the suite's settings and the questions that they ask. */
export function planSamples(plan: SuitePlan, prompt: PromptPlan): ReadonlyMap<CasePlan, FirstRound> {
  const gated = baseCases(prompt);
  const rounds = planFirstRound(plan.config.gate, plan.config.samples, gated);
  return new Map(gated.map((row, index) => [row, rounds[index] as FirstRound]));
}

/** First-round draws of each case in an arm; what gates nothing is drawn once. */
export function planDraws(plan: SuitePlan, prompt: PromptPlan): (row: CasePlan) => number {
  const rounds = planSamples(plan, prompt);
  const isOnce = prompt.base !== null && !isCompared(prompt);
  return (row) => (isOnce ? 1 : (rounds.get(row)?.drawn ?? 1));
}

/** The outputs of the first round. A compared prompt runs every case; a new one runs once; an unchanged one runs what was added or edited, in the candidate's arm. A case whose request is the same on both sides is drawn once, as the base's. */
export function* listFirstRound(plans: readonly SuitePlan[], baseSide: BaseSide): Generator<Draws> {
  for (const plan of plans) {
    for (const prompt of plan.prompts) {
      const countOf = planDraws(plan, prompt);
      // Asked once: each looks at every case.
      const chooseArms = isCompared(prompt) ? armsOfCompared(isRead(prompt), baseSide) : armsOfOthers(prompt);
      for (const row of prompt.candidate === null ? [] : prompt.cases) {
        const arms = chooseArms(row);
        if (arms.length > 0) yield { prompt, case: row, arms, from: 0, to: countOf(row) };
      }
    }
  }
}

/** The first round in the arm of one side alone, as an estimate tells them apart. */
export function* listArm(draws: Iterable<Draws>, arm: Arm): Generator<Draws> {
  for (const one of draws) if (one.arms.includes(arm)) yield { ...one, arms: [arm] };
}

/** A new prompt runs every case, an unchanged one what was added or edited. */
function armsOfOthers(prompt: PromptPlan): (row: CasePlan) => readonly Arm[] {
  const isWanted = (row: CasePlan) => prompt.base === null || row.added || row.candidate.hash !== row.scoring.hash;
  return (row) => (isWanted(row) ? ['candidate'] : []);
}

function armsOfCompared(isRead: boolean, baseSide: BaseSide): (row: CasePlan) => readonly Arm[] {
  return (row) => {
    // Main's prompt cannot be filled with every added row.
    if (row.base === null) return ['candidate'];
    if (row.isSame) return baseSide === 'fresh' || isRead ? ['base'] : [];
    return baseSide === 'stored' ? ['candidate'] : ['base', 'candidate'];
  };
}

/** True where a threshold reads the candidate's scores of every case. */
function isRead(prompt: PromptPlan): boolean {
  return prompt.metrics.some(({ gates, minScore }) => gates && minScore !== null);
}

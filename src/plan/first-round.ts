import { type FirstRound, planFirstRound } from '../gate/first-round.ts';
import { type Arm, type CasePlan, isCompared, type PromptPlan, type SuitePlan } from './suite-plan.ts';
import type { Wanted } from './wanted.ts';

/** The first round of each of the base's cases, by the suite's settings and the questions that they ask. */
export function planSamples(plan: SuitePlan, prompt: PromptPlan): ReadonlyMap<CasePlan, FirstRound> {
  const gated = prompt.cases.filter((row) => !row.added);
  const rounds = planFirstRound(plan.config.gate, plan.config.samples, gated);
  return new Map(gated.map((row, index) => [row, rounds[index] as FirstRound]));
}

/** The outputs of the first round in one arm. A compared prompt runs every case; a new one runs once; an unchanged one runs what was added or edited, in the candidate's arm. A case whose request is the same on both sides is drawn once, as the base's. */
export function wantFirstRound(plan: SuitePlan, arm: Exclude<Arm, 'stored'>): readonly Wanted[] {
  return plan.prompts.flatMap((prompt) => {
    const countOf = planDraws(plan, prompt);
    return prompt.cases.flatMap((row) => {
      const count = isWanted(prompt, row, arm) ? countOf(row) : 0;
      return Array.from({ length: count }, (_, sample): Wanted => ({ prompt, case: row, arm, sample }));
    });
  });
}

/** First-round draws of each case in an arm; what gates nothing is drawn once. */
export function planDraws(plan: SuitePlan, prompt: PromptPlan): (row: CasePlan) => number {
  const rounds = planSamples(plan, prompt);
  const isOnce = prompt.base !== null && !isCompared(prompt);
  return (row) => (isOnce ? 1 : (rounds.get(row)?.drawn ?? 1));
}

function isWanted(prompt: PromptPlan, row: CasePlan, arm: Exclude<Arm, 'stored'>): boolean {
  // Main's prompt cannot be filled with every added row.
  if (prompt.candidate === null || (arm === 'base' && row.base === null)) return false;
  if (isCompared(prompt)) return arm === 'base' || !row.isSame;
  if (arm === 'base') return false;
  return prompt.base === null || row.added || row.candidate.hash !== row.scoring.hash;
}

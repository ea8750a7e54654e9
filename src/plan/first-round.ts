import { countFirstRoundSamples } from '../gate/first-round.ts';
import { type Arm, type CasePlan, isCompared, type PromptPlan, type SuitePlan } from './suite-plan.ts';
import type { Wanted } from './wanted.ts';

/** K of a suite's first round for ordinary and for critical cases, by its settings and the base dataset's size. */
export function countSamples(
  plan: SuitePlan,
  prompt: PromptPlan,
): { readonly ordinary: number; readonly critical: number } {
  const gated = prompt.cases.filter((row) => !row.added).length;
  return countFirstRoundSamples(plan.config.gate, gated, plan.config.samples);
}

/** The outputs of the first round in one arm. A compared prompt runs every case; a new one runs once; an unchanged one runs what was added or edited, in the candidate's arm. */
export function wantFirstRound(plan: SuitePlan, arm: Exclude<Arm, 'stored'>): readonly Wanted[] {
  return plan.prompts.flatMap((prompt) => {
    const counts = countSamples(plan, prompt);
    return prompt.cases.flatMap((row) => wantCase(prompt, row, arm, counts));
  });
}

function wantCase(
  prompt: PromptPlan,
  row: CasePlan,
  arm: Exclude<Arm, 'stored'>,
  counts: { readonly ordinary: number; readonly critical: number },
): readonly Wanted[] {
  if (prompt.candidate === null || (arm === 'baseline' && prompt.baseline === null)) return [];
  // Main's prompt cannot be filled with every added row.
  if (arm === 'baseline' && row.baseline === null) return [];
  const compared = isCompared(prompt);
  if (!compared && arm === 'baseline') return [];
  const unchanged = prompt.baseline !== null && !compared;
  if (unchanged && !row.added && row.candidate.hash === row.scoring.hash) return [];
  const count = row.added || unchanged ? 1 : row.critical ? counts.critical : counts.ordinary;
  return Array.from({ length: count }, (_, sample) => ({ prompt, case: row, arm, sample }));
}

import { chooseDesign, countFirstRoundSamples, criticalSamples } from '../gate/first-round.ts';
import { countQuestions } from './questions.ts';
import { type Arm, type CasePlan, isCompared, type PromptPlan, type SuitePlan } from './suite-plan.ts';
import type { Wanted } from './wanted.ts';

/** K of a suite's first round for ordinary and for critical cases, by its settings and the questions that the base's cases ask. */
export function countSamples(
  plan: SuitePlan,
  prompt: PromptPlan,
): { readonly ordinary: number; readonly critical: number } {
  return countFirstRoundSamples(plan.config.gate, countBaseQuestions(prompt), plan.config.samples);
}

/** How many different questions the base's cases of a prompt ask. */
export function countBaseQuestions(prompt: PromptPlan): number {
  return countQuestions(prompt.cases.filter((row) => !row.added));
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

/** First-round draws of each case in an arm. In a small set it is the question that needs so many, and its cases take turns. */
export function planDraws(plan: SuitePlan, prompt: PromptPlan): (row: CasePlan) => number {
  const { ordinary, critical } = countSamples(plan, prompt);
  const compared = isCompared(prompt);
  const isOnce = (row: CasePlan): boolean => row.added || row.isSame || (prompt.baseline !== null && !compared);
  const design = chooseDesign(plan.config.gate, countBaseQuestions(prompt), plan.config.samples);
  const turns =
    design === 'small-set'
      ? takeTurns(
          prompt.cases.filter((row) => !isOnce(row)),
          ordinary,
        )
      : null;
  return (row) => (isOnce(row) ? 1 : (turns?.get(row) ?? (row.critical ? critical : ordinary)));
}

/** Each case once, and those of one question again in turn until the question has so many draws. */
function takeTurns(rows: readonly CasePlan[], draws: number): ReadonlyMap<CasePlan, number> {
  const groups = new Map<string | CasePlan, CasePlan[]>();
  for (const row of rows) groups.set(row.question ?? row, [...(groups.get(row.question ?? row) ?? []), row]);
  return new Map(
    [...groups.values()].flatMap((group) =>
      group.map((row, turn) => {
        const least = row.critical ? criticalSamples : 1;
        return [row, Math.max(least, Math.ceil((draws - turn) / group.length))] as const;
      }),
    ),
  );
}

function isWanted(prompt: PromptPlan, row: CasePlan, arm: Exclude<Arm, 'stored'>): boolean {
  // Main's prompt cannot be filled with every added row.
  if (prompt.candidate === null || (arm === 'baseline' && row.baseline === null)) return false;
  if (isCompared(prompt)) return arm === 'baseline' || !row.isSame;
  if (arm === 'baseline') return false;
  return prompt.baseline === null || row.added || row.candidate.hash !== row.scoring.hash;
}

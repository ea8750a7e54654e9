import { criticalTotal } from '../gate/critical.ts';
import type { RerunCase } from '../gate/decide.ts';
import { chooseDesign, countQuestions, type Design } from '../gate/first-round.ts';
import { rerunTotal } from '../gate/second-look.ts';
import { maySettle, settledTotal } from '../gate/settle.ts';
import type { createFinder, Draws } from './draws.ts';
import { planDraws } from './rounds.ts';
import { baseCases, isCompared, type PromptPlan, type SuitePlan } from './suite-plan.ts';

const bothArms = ['base', 'candidate'] as const;

/** The draws of the cases that a gate wants to see again, on both sides alike. */
export function listRerun(rerun: readonly RerunCase[], find: ReturnType<typeof createFinder>): readonly Draws[] {
  return rerun.flatMap(({ suite, prompt: id, case: caseId, samples }) => {
    if (samples.length === 0) return [];
    const { prompt, row } = find({ suite: suite ?? '', prompt: id ?? '', case: caseId });
    return [{ prompt, case: row, arms: bothArms, from: Math.min(...samples), to: Math.max(...samples) + 1 }];
  });
}

/** All that could run again at worst: as if every case differed, and every critical one were flagged. */
export function* listWorstRerun(plans: readonly SuitePlan[]): Generator<Draws> {
  for (const plan of plans) {
    for (const prompt of plan.prompts.filter(isCompared)) {
      const hasSecondLook = designOf(plan, prompt) === 'two-looks';
      const countOf = planDraws(plan, prompt);
      for (const row of prompt.cases) {
        if (row.added || row.isSame) continue;
        const from = countOf(row);
        const to = row.critical ? criticalTotal : hasSecondLook ? rerunTotal : 0;
        if (to > from) yield { prompt, case: row, arms: bothArms, from, to };
      }
    }
  }
}

/** All that the round which settles could add at worst to what ran before, where `listWorstRerun` was. */
export function* listWorstSettling(plans: readonly SuitePlan[]): Generator<Draws> {
  for (const plan of plans) {
    const { gate: settings, samples } = plan.config;
    for (const prompt of plan.prompts.filter(isCompared)) {
      const design = designOf(plan, prompt);
      if (!maySettle({ settings, design, samples })) continue;
      const countOf = planDraws(plan, prompt);
      for (const row of prompt.cases) {
        if (row.added || row.isSame) continue;
        const from = Math.max(countOf(row), design === 'two-looks' ? rerunTotal : 0);
        const to = settledTotal(settings);
        if (to > from) yield { prompt, case: row, arms: bothArms, from, to };
      }
    }
  }
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
  return chooseDesign(gate, countQuestions(baseCases(prompt)), samples);
}

import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';

/** The prompts of some suites as result files list them: by suite and id, each with its suite. */
export function sortPrompts(
  plans: readonly SuitePlan[],
): readonly { readonly plan: SuitePlan; readonly prompt: PromptPlan }[] {
  return plans
    .flatMap((plan) => plan.prompts.map((prompt) => ({ plan, prompt })))
    .sort(({ prompt: a }, { prompt: b }) => compareTexts(a.suite, b.suite) || compareTexts(a.id, b.id));
}

/** The same items by a text of theirs. */
export function sortBy<T>(items: readonly T[], textOf: (item: T) => string): readonly T[] {
  return [...items].sort((a, b) => compareTexts(textOf(a), textOf(b)));
}

/** Sorts items with a sample and an arm by both. */
export function compareSamples(
  a: { readonly sample: number; readonly arm: string },
  b: { readonly sample: number; readonly arm: string },
): number {
  return a.sample - b.sample || compareTexts(a.arm, b.arm);
}

/** By code units, the same on every machine. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

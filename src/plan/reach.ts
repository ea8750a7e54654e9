import { dropSpace, listLiterals } from '../prompts/literals.ts';
import { messageText } from '../prompts/message-text.ts';
import { buildCaseRequest } from './draws.ts';
import { baseCases, type PromptPlan, reachesNothing, type SuitePlan } from './suite-plan.ts';

/** How many of a prompt's cases send another request than before. */
export interface Reach {
  readonly reached: number;
  readonly cases: number;
}

/** Counts the base's cases that a changed prompt reaches; null where there is no other version to compare with. */
export function countReach({ base, candidate, cases }: PromptPlan): Reach | null {
  if (base === null || candidate === null || base.version === candidate.version) return null;
  const gated = baseCases({ cases });
  return { reached: gated.filter((row) => !row.isSame).length, cases: gated.length };
}

/** The prompts of a suite that changed without changing any request; `isLost` where a literal text that only one side has stands in no request of the suite, so that nothing tells what it does. */
export function listUnreached(plan: SuitePlan): readonly { readonly prompt: PromptPlan; readonly isLost: boolean }[] {
  const unreached = plan.prompts.filter(reachesNothing);
  if (unreached.length === 0) return [];
  const sent = plan.prompts.flatMap(listSent).join('\n');
  return unreached.map((prompt) => ({ prompt, isLost: listChanged(prompt).some((text) => !sent.includes(text)) }));
}

function listChanged({ base, candidate }: PromptPlan): readonly string[] {
  const before = base === null ? new Set<string>() : listLiterals(base);
  const after = candidate === null ? new Set<string>() : listLiterals(candidate);
  return [...[...before].filter((text) => !after.has(text)), ...[...after].filter((text) => !before.has(text))];
}

/** The texts of all messages that a prompt's cases send on either side, without white space. */
function listSent(prompt: PromptPlan): readonly string[] {
  const arms = (['base', 'candidate'] as const).filter((arm) => prompt[arm] !== null);
  return arms.flatMap((arm) =>
    prompt.cases.flatMap((row) => {
      if (row[arm] === null) return [];
      return buildCaseRequest(prompt, row, arm).messages.map((message) => dropSpace(messageText(message)));
    }),
  );
}

import { namePrompt } from '../../gate/reason.ts';
import { listUnreached } from '../../plan/reach.ts';
import type { SuitePlan } from '../../plan/suite-plan.ts';
import { type Statement, state, stateAtOnce } from '../statement.ts';

/**
 * What prompts that change no request say of a suite that may gate: where all that differs is in the requests, they are
 * the same for certain; where some of it is in none, nothing tells what it does.
 */
export function stateUnreached(plan: SuitePlan): readonly Statement[] {
  if (!plan.mayGate) return [];
  return listUnreached(plan).map(({ prompt, isLost }) => {
    const id = { kind: 'unjudged', suite: prompt.suite, prompt: prompt.id, subject: null } as const;
    if (!isLost) return stateAtOnce('pass', id, 'the requests are the same, byte for byte');
    const reason = `${namePrompt(prompt)}: some of the text that differs is in no request of the suite; add a row that brings it in`;
    return state('inconclusive', id, 'the change reaches no request', reason);
  });
}

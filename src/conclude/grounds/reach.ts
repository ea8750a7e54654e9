import type { GroundId } from '../../gate/ground.ts';
import { listUnreached } from '../../plan/reach.ts';
import type { SuitePlan } from '../../plan/suite-plan.ts';

/** A changed prompt of a suite that may gate, some of whose text no request shows. */
export interface LostText {
  readonly ground: GroundId;
  readonly reason: string;
}

/** What keeps prompts that change no request from passing: where all that differs is in the requests, they are the same for certain. */
export function findLostTexts(plan: SuitePlan): readonly LostText[] {
  if (!plan.mayGate) return [];
  return listUnreached(plan).flatMap(({ prompt: { suite, id: prompt }, isLost }) => {
    const where = [...new Set([suite, prompt])].join(' / ');
    const reason = `${where}: some of the text that differs is in no request of the suite; add a row that brings it in`;
    return isLost ? [{ reason, ground: { kind: 'unjudged', suite, prompt, subject: null } }] : [];
  });
}

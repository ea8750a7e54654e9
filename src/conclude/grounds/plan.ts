import type { GroundId } from '../../gate/ground.ts';
import type { SuitePlan } from '../../plan/suite-plan.ts';
import { inCode } from '../../text/prose.ts';
import { type Statement, state, stateAtOnce } from '../statement.ts';

/** What of the gate would shrink once this is merged: each fails until a person accepts it. */
export function stateShrinks({ config: { name: suite }, shrinks }: SuitePlan): readonly Statement[] {
  return shrinks.map(({ kind, prompt, subject, title, sentence }) =>
    state('fail', { kind, suite, prompt, subject }, title, `${inCode(suite)}: ${sentence}`),
  );
}

/** Nothing was compared with a main that cannot be used: a repair may be merged, and is no pass. */
export function stateBrokenBase({ config: { name: suite }, brokenBase }: SuitePlan): readonly Statement[] {
  if (brokenBase === null) return [];
  const id = { kind: 'unjudged', suite, prompt: null, subject: null } as const;
  const reason = `${inCode(suite)}: nothing was compared; the mistake is main's own, not this change's`;
  return [state('inconclusive', id, `main could not be used: ${brokenBase}`, reason)];
}

/** What keeps a suite from being a plain pass although nothing speaks against the change. */
export function stateDoubts({ doubts }: SuitePlan): readonly Statement[] {
  return doubts.map(({ suite, prompt, title, sentence }) =>
    title === sentence
      ? stateAtOnce('inconclusive', doubtOf(suite, prompt), title)
      : state('inconclusive', doubtOf(suite, prompt), title, sentence),
  );
}

function doubtOf(suite: string | null, prompt: string | null): GroundId {
  return { kind: 'unjudged', suite, prompt, subject: null };
}

import type { SuitePlan } from '../../plan/suite-plan.ts';
import { type Statement, state } from '../statement.ts';

/** What of the gate would shrink once this is merged: each fails until a person accepts it. */
export function stateShrinks({ config: { name: suite }, shrinks }: SuitePlan): readonly Statement[] {
  return shrinks.map(({ kind, prompt, subject, title, sentence }) =>
    state('fail', { kind, suite, prompt, subject }, title, `${suite}: ${sentence}`),
  );
}

/** Nothing was compared with a main that cannot be used: a repair may be merged, and is no pass. */
export function stateBrokenBase({ config: { name: suite }, brokenBase }: SuitePlan): readonly Statement[] {
  if (brokenBase === null) return [];
  const id = { kind: 'unjudged', suite, prompt: null, subject: null } as const;
  const cause = `main could not be used: ${brokenBase}`;
  return [state('inconclusive', id, cause, `${suite}: nothing was compared, since ${cause}`)];
}

/** What keeps a suite from being a plain pass although nothing speaks against the change. */
export function stateDoubts({ doubts }: SuitePlan): readonly Statement[] {
  return doubts.map(({ suite, prompt, title, sentence }) =>
    state('inconclusive', { kind: 'unjudged', suite, prompt, subject: null }, title, sentence),
  );
}

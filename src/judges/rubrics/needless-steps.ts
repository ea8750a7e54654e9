import type { BuiltinRubric } from './builtin-rubric.ts';

/** Was the way short; for trajectories. More is better: 5 is a way without a needless step. */
export const needlessSteps: BuiltinRubric = {
  name: 'needless-steps',
  version: 1,
  use: { input: 'required', reference: 'hidden', context: 'hidden' },
  text: `Did the assistant go without needless steps? A step is needless where what came of it was known before, was never used, or repeats an earlier step without a reason.

1: Most steps are needless, or it goes round in circles.
2: About half of the steps are needless.
3: Several steps are needless.
4: One step is needless.
5: Every step serves the request.

A step that checks a result before something that cannot be undone, and one more attempt after an error, are not needless. Whether the goal was reached is not asked here.`,
};

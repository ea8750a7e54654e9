import type { BuiltinRubric } from './builtin-rubric.ts';

/** Does the answer agree with the reference. */
export const factuality: BuiltinRubric = {
  name: 'factuality',
  version: 1,
  use: { input: 'shown', reference: 'required', context: 'shown' },
  text: `Does the answer agree with the facts in the reference?

1: It contradicts the reference on its main point.
2: It contradicts the reference on an important point, or states mostly other things as its answer.
3: It contradicts nothing, but leaves out facts of the reference that the request asks for.
4: It agrees on everything asked for, with a small inaccuracy that changes nothing.
5: It agrees with the reference on everything asked for.

Take the reference as true. Other words for the same fact agree. Facts beyond the reference count only where they contradict it.`,
};

import type { BuiltinRubric } from './builtin-rubric.ts';

/** Does the answer hold together. */
export const coherence: BuiltinRubric = {
  name: 'coherence',
  version: 1,
  use: { input: 'shown', reference: 'hidden', context: 'hidden' },
  text: `Does the answer hold together: does each part follow from the one before, without contradiction?

1: The parts do not connect; no line of thought can be followed.
2: A line of thought can be guessed, but it breaks or contradicts itself in important places.
3: It can be followed as a whole, with a jump or a contradiction that makes the reader go back.
4: It is well connected; one step is loose, and nothing contradicts.
5: Every part follows, nothing contradicts, and the order helps the reader.

Judge how it hangs together, not whether it is true. A short answer that is one clear statement is coherent.`,
};

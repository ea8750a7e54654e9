import type { BuiltinRubric } from './builtin-rubric.ts';

/** Does the answer mean the same as the reference. */
export const similarity: BuiltinRubric = {
  name: 'similarity',
  version: 1,
  use: { input: 'shown', reference: 'required', context: 'hidden' },
  text: `Does the answer mean the same as the reference?

1: It means something else.
2: It shares the subject, but its meaning differs in the main point.
3: The main point is the same; an important part is missing, added or different.
4: It means the same, with a difference in a detail.
5: It means the same, whatever words it uses.

Compare the meaning, not the words, the order or the length.`,
};

import type { BuiltinRubric } from './builtin-rubric.ts';

/** Is the answer about what was asked. */
export const relevance: BuiltinRubric = {
  name: 'relevance',
  version: 1,
  use: { input: 'required', reference: 'hidden', context: 'hidden' },
  text: `Is what the answer says about what was asked?

1: It is about something else.
2: It is on the subject but not on the question.
3: It answers the question in part, or among much that was not asked.
4: It answers the question, with a little that does not belong.
5: All of it answers the question.

Judge whether it belongs, not whether it is true.`,
};

import type { BuiltinRubric } from './builtin-rubric.ts';

/** Does the answer serve the request. */
export const helpfulness: BuiltinRubric = {
  name: 'helpfulness',
  version: 1,
  use: { input: 'required', reference: 'shown', context: 'shown' },
  text: `Does the answer do what the request asks, so that the person needs nothing more?

1: It does not address the request, or would mislead the person.
2: It touches the request but misses its main point, or most of it is wrong or unusable.
3: It serves the main point, with an important part missing or wrong.
4: It serves the whole request; a small part is missing, vague or needs the person's own work.
5: It serves the whole request correctly and completely, and can be used as it is.

If a reference is given, it shows one good answer; another answer that serves the request as well earns the same level.`,
};

import type { BuiltinRubric } from './builtin-rubric.ts';

/** Is the answer supported by the context. */
export const groundedness: BuiltinRubric = {
  name: 'groundedness',
  version: 1,
  use: { input: 'shown', reference: 'hidden', context: 'required' },
  text: `Is everything that the answer claims supported by the context?

1: Its main claims are not in the context, or contradict it.
2: More is unsupported than supported, or one important claim contradicts the context.
3: The main claim is supported, but an important detail is not in the context.
4: All important claims are supported; a small detail goes beyond the context.
5: Every claim is supported by the context, or the answer says that the context does not tell.

The context alone counts: a claim that is true in the world but not in the context is unsupported.`,
};

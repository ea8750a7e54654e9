import type { BuiltinRubric } from './builtin-rubric.ts';

/** Is the language correct and natural. */
export const fluency: BuiltinRubric = {
  name: 'fluency',
  version: 1,
  use: { input: 'hidden', reference: 'hidden', context: 'hidden' },
  text: `Is the language of the answer correct and natural to read, in whatever language it is written?

1: It cannot be understood as language.
2: Errors in most sentences make it hard to read.
3: It can be understood, with errors or awkward phrases that slow the reader down.
4: It reads well, with a rare error or a stiff phrase.
5: It reads as if written by a careful native writer.

Judge the language, not the content. Code, data and names count as they should be written in their own form.`,
};

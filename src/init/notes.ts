import { count } from '../text/prose.ts';
import type { Setup } from './setup.ts';
import type { Survey } from './survey.ts';

/** What is to be known of a setup before it is run, a sentence each. */
export function listNotes({ leftOut, config }: Survey, setup: Setup): readonly string[] {
  const { basis, suites, files } = setup;
  const missing = suites.flatMap(({ name, checks }) =>
    checks?.missing ? [`Suite "${name}": ${checks.missing}.`] : [],
  );
  return [
    ...(leftOut === 0 ? [] : [`${count(leftOut, 'file')} of the repository were too many to look at.`]),
    ...explain[basis](files.map(({ path }) => path)),
    ...(suites.length === 0 && config === null
      ? ['No config is needed: each prompt file found is a suite of itself.']
      : []),
    ...missing,
    'The workflow names OWNER and a commit of zeros: put there the owner of the action, and the commit that you have read.',
  ];
}

const explain: { readonly [basis in Setup['basis']]: (files: readonly string[]) => readonly string[] } = {
  found: () => [],
  guess: () => [
    'Prompts and rows were put together since the columns fit and nothing else was there: take out what does not belong.',
  ],
  code: () => ['The workflow calls outputs.py, which is yours to write: it answers each row (docs/outputs.md).'],
  starter: ([rows]) => [`Replace the rows of ${rows}: they only show which columns the prompt reads.`],
  example: ([prompt, rows]) => [
    `Nothing to evaluate was found, so a small example was put in its place: ${prompt} with the rows of ${rows}.`,
  ],
};

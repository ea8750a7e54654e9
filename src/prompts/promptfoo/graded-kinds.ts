import type { JsonObject } from '../../json.ts';

/** An assertion that a model decides, as a judge of ours. */
export interface GradedKind {
  /** True where the assertion brings a text for the judge. */
  readonly hasText: boolean;
  /** Columns of which a row must have one. */
  readonly needs: readonly string[];
  readonly type: 'choices' | 'rubric';
  readonly rubric: string | null;
  options(column: string): JsonObject;
}

const inputs = ['input', 'query', 'question', 'user_input', 'prompt'];
const contexts = ['context', 'contexts', 'retrieved_contexts', 'retrieval_context'];

const criterion = buildChoices(
  (column) =>
    `The criterion:\n\n{{${column}}}\n\nThe answer:\n\n{{completion}}\n\nDoes the answer meet the criterion? Where it has several points, the answer has to meet each of them.`,
  ['it meets the criterion', 'it does not'],
);
const factuality = buildChoices(
  (column) =>
    `An answer of an expert:\n\n{{${column}}}\n\nThe answer to be judged:\n\n{{completion}}\n\nCompare the facts of both; style, grammar and punctuation do not count. Is there a contradiction?`,
  ['no fact of it contradicts the expert', 'a fact of it contradicts the expert'],
);

const meaning = buildChoices(
  (column) =>
    `What the answer should say:\n\n{{${column}}}\n\nThe answer:\n\n{{completion}}\n\nDoes the answer mean the same? Other words for the same thing do not count. Where several texts are listed, one of them is enough.`,
  ['it means the same', 'it means something else'],
);

/** The types of assertions that become judges, where every test asserts them. */
export const gradedKinds: ReadonlyMap<string, GradedKind> = new Map([
  ['llm-rubric', criterion],
  ['g-eval', criterion],
  ['model-graded-closedqa', criterion],
  ['factuality', factuality],
  ['model-graded-factuality', factuality],
  ['similar', meaning],
  ['similar:cosine', meaning],
  ['answer-relevance', buildRubric('relevance', inputs)],
  ['context-faithfulness', buildRubric('groundedness', contexts)],
]);

function buildChoices(write: (column: string) => string, [good, bad]: readonly [string, string]): GradedKind {
  return {
    hasText: true,
    needs: [],
    type: 'choices',
    rubric: null,
    options: (column) => ({
      prompt: write(column),
      choices: [
        { choice: good, score: 1 },
        { choice: bad, score: 0 },
      ],
    }),
  };
}

function buildRubric(name: string, needs: readonly string[]): GradedKind {
  return { hasText: false, needs, type: 'rubric', rubric: `builtin:${name}`, options: () => ({}) };
}

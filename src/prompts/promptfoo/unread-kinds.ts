/** Why an assertion cannot be read, as a clause about it, and what to write instead. */
export interface Refusal {
  readonly fault: string;
  readonly hint: string;
}

/** True where something cannot be read. */
export function isRefusal(value: object): value is Refusal {
  return 'fault' in value;
}

const codeHint =
  'Code of a change is never run here: write what it looks for as contains, regex, is-json or equals, or score it with a check of a suite.';
const embeddingHint = 'Write a text that must be there (contains), or a criterion for a judge (llm-rubric).';
const speedHint = 'The gate holds it against main instead: "max-latency-increase" in the config.';
const costHint = 'The gate holds it against main instead: "max-cost-increase" in the config.';
const agentHint = 'Write a check "tool-called", "tool-arguments" or "steps" in a suite.';
const judgeHint = 'Write it as a criterion for a judge (llm-rubric).';
const overlapHint = 'Write "rouge-n", or a check "token-f1" or "rouge-l" in a suite.';

/** The assertions of promptfoo that have no counterpart, by type: why, as a clause, and what to write instead. */
export const unreadKinds: ReadonlyMap<string, Refusal> = new Map([
  ...list(['javascript', 'python', 'ruby'], 'is code', codeHint),
  ...list(['webhook'], 'asks a service', codeHint),
  ...list(['similar:dot', 'similar:euclidean'], 'compares embeddings, which are not asked for', embeddingHint),
  ...list(['classifier', 'moderation', 'guardrails', 'pi'], 'asks a service of its own', judgeHint),
  ...list(['latency'], 'is about the time of one answer', speedHint),
  ...list(['cost'], 'is about the price of one answer', costHint),
  ...list(['perplexity', 'perplexity-score'], 'needs the probabilities of tokens, which are not asked for', judgeHint),
  ...list(['bleu', 'gleu', 'meteor'], 'is a measure that no check has', overlapHint),
  ...list(
    ['select-best', 'max-score'],
    'compares the answers of several prompts with each other',
    'Each prompt is compared with its own version on main: write what the best must have as llm-rubric.',
  ),
  ...list(
    ['context-recall', 'context-relevance', 'conversation-relevance'],
    'is a measure that no judge has',
    judgeHint,
  ),
  ...list(['agent-rubric', 'search-rubric'], 'is judged by an agent', judgeHint),
  ...list(
    ['is-sql', 'contains-sql', 'is-html', 'contains-html'],
    'needs a parser that is not there',
    'Write what must stand in it as contains or regex.',
  ),
  ...list(
    ['finish-reason'],
    'is no check: an answer that is cut off or refused meets none of those that it would meet by silence',
    'Remove it.',
  ),
  ...list(
    [
      'skill-used',
      'trajectory:tool-used',
      'trajectory:tool-args-match',
      'trajectory:tool-sequence',
      'trajectory:step-count',
      'trajectory:goal-success',
      'trace-error-spans',
      'trace-span-count',
      'trace-span-duration',
    ],
    'looks at the trace of an agent',
    agentHint,
  ),
  ...list(['human'], 'asks a person', judgeHint),
]);

function list(types: readonly string[], fault: string, hint: string) {
  return types.map((type) => [type, { fault, hint }] as const);
}

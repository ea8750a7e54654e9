import { buildProblem, type Problem, type Where } from '../errors.ts';
import { quoteName, throwProblems } from '../text/problems.ts';

/** The most prompts that an application may have in a suite: each is compared by itself. */
const maxPrompts = 100;
/** The most names that a hint lists. */
const maxNamed = 8;

/** The names that the outputs of one side bear. */
export interface PromptNames {
  /** Takes down the prompt of an output, null where it names none. Throws a UserError for one more than there may be. */
  note(suite: string, prompt: string | null, where: Where): void;
  /** The mistake of each suite of which some outputs name their prompt and others do not: these would be a prompt of their own. */
  listUnnamed(where: Where): readonly Problem[];
}

/** Makes an empty list of names. */
export function createPromptNames(): PromptNames {
  const named = new Map<string, Set<string>>();
  const unnamed = new Set<string>();
  return {
    note: (suite, prompt, where) => {
      if (prompt === null) unnamed.add(suite);
      const own = named.get(suite) ?? new Set();
      named.set(suite, own.add(prompt ?? suite));
      if (own.size > maxPrompts) throwProblems([explainMany(suite, where)]);
    },
    listUnnamed: (where) =>
      [...unnamed].flatMap((suite) => {
        const others = [...(named.get(suite) ?? [])].filter((name) => name !== suite);
        return others.length === 0 ? [] : [explainUnnamed(suite, others, where)];
      }),
  };
}

function explainMany(suite: string, where: Where): Problem {
  const message = `is of one more than ${maxPrompts} prompts of suite ${quoteName(suite)}.`;
  const hint = 'Write as "prompt" what the application calls one thing that it asks, and not what it asked.';
  return buildProblem(message, hint, where);
}

function explainUnnamed(suite: string, others: readonly string[], where: Where): Problem {
  const message = `some outputs of suite ${quoteName(suite)} name no prompt, and others do.`;
  const names = others.slice(0, maxNamed).map(quoteName).join(', ');
  return buildProblem(message, `Write "prompt" on every line; there are ${names}.`, where);
}

import { buildProblem, type Problem } from '../errors.ts';
import { canonicalJson } from '../json.ts';
import { quoteName, throwProblems } from '../text/problems.ts';
import type { Prompt } from './prompt.ts';
import { identifyPrompt, promptContent } from './resolve.ts';

/** What became of one prompt of a suite between the two sides. A renamed one may have changed as well. */
export type PromptPair =
  | { readonly change: 'unchanged' | 'changed' | 'renamed'; readonly base: Prompt; readonly candidate: Prompt }
  | { readonly change: 'new'; readonly base: null; readonly candidate: Prompt }
  | { readonly change: 'deleted'; readonly base: Prompt; readonly candidate: null };

type IsPredecessor = (base: Prompt, candidate: Prompt) => boolean;

/** Reasons to see two files as one prompt, the surest first. */
const reasons: readonly IsPredecessor[] = [
  (base, candidate) => identifyPrompt(base) === identifyPrompt(candidate) && base.path === candidate.path,
  (base, candidate) => identifyPrompt(base) === identifyPrompt(candidate),
  ({ path, name }, { renamedFrom }) => renamedFrom !== null && (renamedFrom === path || renamedFrom === name),
  (base, candidate) => base.path === candidate.path,
  (base, candidate) => textOf(base) === textOf(candidate),
];

/** Pairs the prompts of one suite on both sides: candidates in their order, then deleted ones. Throws a UserError where two candidates have one name; on the base side that is past mending and the first is taken. */
export function pairPrompts(base: readonly Prompt[], candidate: readonly Prompt[]): readonly PromptPair[] {
  throwProblems(findDuplicates(candidate));
  const predecessors = new Map<Prompt, Prompt>();
  const left = new Set(base);
  const join = (from: Prompt, to: Prompt): void => {
    predecessors.set(to, from);
    left.delete(from);
  };
  for (const isPredecessor of reasons) {
    for (const to of candidate) {
      const from = predecessors.has(to) ? undefined : [...left].find((prompt) => isPredecessor(prompt, to));
      if (from !== undefined) join(from, to);
    }
  }
  const fresh = candidate.filter((prompt) => !predecessors.has(prompt));
  const [from, to] = [[...left][0], fresh[0]];
  if (from !== undefined && to !== undefined && left.size === 1 && fresh.length === 1) join(from, to);
  const pairs = candidate.map((prompt) => describePair(predecessors.get(prompt) ?? null, prompt));
  return [...pairs, ...[...left].map((prompt) => ({ change: 'deleted', base: prompt, candidate: null }) as const)];
}

function describePair(base: Prompt | null, candidate: Prompt): PromptPair {
  if (base === null) return { change: 'new', base, candidate };
  const isSame = base.path === candidate.path && identifyPrompt(base) === identifyPrompt(candidate);
  const isEqual = canonicalJson(promptContent(base)) === canonicalJson(promptContent(candidate));
  return { change: isSame ? (isEqual ? 'unchanged' : 'changed') : 'renamed', base, candidate };
}

function textOf(prompt: Prompt): string {
  return canonicalJson(prompt.messages);
}

function findDuplicates(prompts: readonly Prompt[]): readonly Problem[] {
  const first = new Map<string, Prompt>();
  return prompts.flatMap((prompt) => {
    const id = identifyPrompt(prompt);
    const other = first.get(id);
    first.set(id, other ?? prompt);
    if (other === undefined) return [];
    const message = `has the name ${quoteName(id)}, as ${other.path} has.`;
    const where = { path: prompt.path, line: null, column: null };
    return [buildProblem(message, 'Give each prompt of a suite its own name.', where)];
  });
}

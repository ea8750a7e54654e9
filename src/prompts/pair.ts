import { buildProblem, type Problem } from '../errors.ts';
import { canonicalJson } from '../json.ts';
import { quoteName, throwProblems } from '../text/problems.ts';
import type { Prompt } from './prompt.ts';
import { addressOf, identifyPrompt, promptContent } from './resolve.ts';

/** What became of one prompt of a suite between the two sides. A renamed one may have changed as well. */
export type PromptPair =
  | { readonly change: 'unchanged' | 'changed' | 'renamed'; readonly base: Prompt; readonly candidate: Prompt }
  | { readonly change: 'new'; readonly base: null; readonly candidate: Prompt }
  | { readonly change: 'deleted'; readonly base: Prompt; readonly candidate: null };

/** A reason to see two files as one prompt. `isShared` ones hold for several files: a prompt may be split, or left behind as a copy. */
interface Reason {
  readonly isShared: boolean;
  holds(base: Prompt, candidate: Prompt): boolean;
}

/** The surest first. */
const reasons: readonly Reason[] = [
  {
    isShared: false,
    holds: (base, candidate) => identifyPrompt(base) === identifyPrompt(candidate) && isSamePlace(base, candidate),
  },
  { isShared: true, holds: isSameName },
  { isShared: true, holds: isNamedAsOrigin },
  { isShared: false, holds: isSamePlace },
  { isShared: false, holds: isSameText },
];

/** Pairs the prompts of one suite on both sides: candidates in their order, then deleted ones. */
export function pairPrompts(base: readonly Prompt[], candidate: readonly Prompt[]): readonly PromptPair[] {
  const predecessors = new Map<Prompt, Prompt>();
  const left = new Set(base);
  const join = (from: Prompt, to: Prompt): void => {
    predecessors.set(to, from);
    left.delete(from);
  };
  for (const { isShared, holds } of reasons) {
    for (const to of candidate) {
      if (predecessors.has(to)) continue;
      const from =
        [...left].find((prompt) => holds(prompt, to)) ?? base.find((prompt) => isShared && holds(prompt, to));
      if (from !== undefined) join(from, to);
    }
  }
  const fresh = candidate.filter((prompt) => !predecessors.has(prompt));
  const [from, to] = [[...left][0], fresh[0]];
  if (from !== undefined && to !== undefined && left.size === 1 && fresh.length === 1) join(from, to);
  const pairs = candidate.map((prompt) => describePair(predecessors.get(prompt) ?? null, prompt));
  return [...pairs, ...[...left].map((prompt) => ({ change: 'deleted', base: prompt, candidate: null }) as const)];
}

/** True where a prompt bears the name that another has. */
export function isSameName(base: Prompt, candidate: Prompt): boolean {
  return base.name !== null && base.name === candidate.name;
}

/** True where a prompt says that it was the other. */
export function isNamedAsOrigin(base: Prompt, { renamedFrom }: Prompt): boolean {
  return renamedFrom !== null && (renamedFrom === addressOf(base) || renamedFrom === base.name);
}

function isSamePlace(base: Prompt, candidate: Prompt): boolean {
  return addressOf(base) === addressOf(candidate);
}

/** True where two prompts send the same messages; an application's stand in its code. */
export function isSameText(base: Prompt, candidate: Prompt): boolean {
  if (base.application !== undefined || candidate.application !== undefined) return false;
  return canonicalJson(base.messages) === canonicalJson(candidate.messages);
}

function describePair(base: Prompt | null, candidate: Prompt): PromptPair {
  if (base === null) return { change: 'new', base, candidate };
  const isSame = isSamePlace(base, candidate) && identifyPrompt(base) === identifyPrompt(candidate);
  const isEqual = canonicalJson(promptContent(base)) === canonicalJson(promptContent(candidate));
  return { change: isSame ? (isEqual ? 'unchanged' : 'changed') : 'renamed', base, candidate };
}

/** Throws a UserError where two prompts of a suite have one name. */
export function refuseTwins(prompts: readonly Prompt[]): void {
  throwProblems(findDuplicates(prompts));
}

function findDuplicates(prompts: readonly Prompt[]): readonly Problem[] {
  const first = new Map<string, Prompt>();
  return prompts.flatMap((prompt) => {
    const id = identifyPrompt(prompt);
    const other = first.get(id);
    first.set(id, other ?? prompt);
    if (other === undefined) return [];
    const message = `has the name ${quoteName(id)}, as ${addressOf(other)} has.`;
    const where = { path: prompt.path, line: null, column: null };
    return [buildProblem(message, 'Give each prompt of a suite its own name.', where)];
  });
}

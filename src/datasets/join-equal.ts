import type { Problem } from '../errors.ts';
import { canonicalJson } from '../json.ts';

/** Says once, at the first of them, what several rows of a file have in common; in the order of the first ones. */
export function joinEqual(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, { readonly first: Problem; others: number }>();
  for (const problem of problems) {
    const key = canonicalJson([problem.path, problem.message, problem.hint]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: problem, others: 0 });
    else group.others += 1;
  }
  return [...groups.values()].map(({ first, others }) => {
    if (others === 0) return first;
    const more = others === 1 ? 'one more row' : `${others} more rows`;
    return { ...first, message: `${first.message.replace(/\.$/, '')} (and ${more}).` };
  });
}

import { buildProblem, type Problem } from '../errors.ts';
import { quoteName } from '../text/problems.ts';
import type { Case } from './case.ts';

/** A case before it is named: `id` as its row gives it, and the one made of its content. */
export type Draft = Omit<Case, 'id'> & { readonly id: string | null; readonly derivedId: string };

/** One problem for each id that an earlier row has, too. */
export function findDuplicateIds(drafts: readonly Draft[]): readonly Problem[] {
  const first = new Map<string, Draft>();
  return drafts.flatMap((draft) => {
    const earlier = draft.id === null ? undefined : first.get(draft.id);
    if (draft.id !== null && earlier === undefined) first.set(draft.id, draft);
    if (draft.id === null || earlier === undefined) return [];
    const { path, line } = earlier.where;
    const place = line === null ? path : `${path}:${line}`;
    const message = `has the id ${quoteName(draft.id)}, as ${place} has.`;
    return [buildProblem(message, 'Give each row its own id.', draft.where)];
  });
}

/** Cases with their ids. The second of two equal rows without an id gets `-2`, with a warning. */
export function nameCases(drafts: readonly Draft[]): {
  readonly cases: readonly Case[];
  readonly warnings: readonly Problem[];
} {
  const taken = new Set(drafts.map(({ id }) => id));
  const counts = new Map<string, number>();
  const repeated: Draft[] = [];
  const cases = drafts.map((draft): Case => {
    const { derivedId, ...rest } = draft;
    if (draft.id !== null) return { ...rest, id: draft.id };
    let count = (counts.get(derivedId) ?? 0) + 1;
    if (count > 1) repeated.push(draft);
    const name = (): string => (count === 1 ? derivedId : `${derivedId}-${count}`);
    while (taken.has(name())) count += 1;
    counts.set(derivedId, count);
    taken.add(name());
    return { ...rest, id: name() };
  });
  return { cases, warnings: warnOfRepeats(repeated) };
}

function warnOfRepeats(repeated: readonly Draft[]): readonly Problem[] {
  const [first] = repeated;
  if (first === undefined) return [];
  const rows = repeated.length === 1 ? 'One row equals' : `${repeated.length} rows equal`;
  const hint = 'Remove them, or add an "id" column.';
  return [buildProblem(`${rows} an earlier one and counts again; the first is here.`, hint, first.where)];
}

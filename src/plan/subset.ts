import { buildProblem, UserError } from '../errors.ts';
import { contentHash } from '../json.ts';
import { quoteName, suggestName } from '../text/problems.ts';
import { count, listInCode } from '../text/prose.ts';
import type { CasePlan, SuitePlan } from './suite-plan.ts';

/** A part of the cases: at most so many of each prompt, or those that are named. */
export type CasePart =
  | { readonly kind: 'most'; readonly most: number }
  | { readonly kind: 'named'; readonly ids: readonly string[] };

const maxNamed = 3;

/** Leaves a part of the cases of some suites. Of named ones only prompts and suites that have any stay; throws a UserError for names that no case has. */
export function takePart(plans: readonly SuitePlan[], part: CasePart): readonly SuitePlan[] {
  return part.kind === 'most' ? plans.map((plan) => limitCases(plan, part.most)) : nameCases(plans, part.ids);
}

/** `at most 20 cases a suite were asked`, as a clause. */
export function describePart(part: CasePart): string {
  if (part.kind === 'most')
    return `at most ${count(part.most, 'case')} a suite ${part.most === 1 ? 'was' : 'were'} asked`;
  const ids = [...new Set(part.ids)];
  return `only ${listInCode(ids, maxNamed)} ${ids.length === 1 ? 'was' : 'were'} asked`;
}

function nameCases(plans: readonly SuitePlan[], ids: readonly string[]): readonly SuitePlan[] {
  const known = new Set(plans.flatMap(({ prompts }) => prompts.flatMap(({ cases }) => cases.map(({ id }) => id))));
  const unknown = [...new Set(ids)].filter((id) => !known.has(id));
  if (unknown.length > 0) throw new UserError(unknown.map((id) => explainUnknown(id, [...known])));
  const asked = new Set(ids);
  return plans.flatMap((plan) => {
    const prompts = plan.prompts
      .map((prompt) => ({ ...prompt, cases: prompt.cases.filter(({ id }) => asked.has(id)) }))
      .filter(({ cases }) => cases.length > 0);
    return prompts.length === 0 ? [] : [{ ...plan, prompts }];
  });
}

function explainUnknown(id: string, known: readonly string[]) {
  const near = suggestName(id, known);
  const hint = near === null ? 'Name the id of a row of a suite that the change touches.' : `Did you mean "${near}"?`;
  return buildProblem(`No case that would run is called ${quoteName(id)}.`, hint);
}

/** Keeps at most `count` cases of each prompt: every critical one, then the strata (first tag) in turn, each in the order of its ids' hashes, so that the choice is the same from run to run and a new row moves at most one other. Dataset order is kept. */
function limitCases(plan: SuitePlan, count: number): SuitePlan {
  const prompts = plan.prompts.map((prompt) => {
    const kept = new Set(chooseCases(prompt.cases, count).map((row) => row.id));
    return { ...prompt, cases: prompt.cases.filter((row) => kept.has(row.id)) };
  });
  return { ...plan, prompts };
}

function chooseCases(cases: readonly CasePlan[], count: number): readonly CasePlan[] {
  const critical = cases.filter((row) => row.critical);
  const strata = new Map<string, { row: CasePlan; rank: string }[]>();
  for (const row of cases.filter((one) => !one.critical)) {
    const stratum = row.scoring.tags[0] ?? '';
    strata.set(stratum, [...(strata.get(stratum) ?? []), { row, rank: contentHash(row.id) }]);
  }
  const ranked = [...strata.values()].flatMap((rows) =>
    rows.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ row, rank }, turn) => ({ row, rank, turn })),
  );
  const others = ranked.sort((a, b) => a.turn - b.turn || (a.rank < b.rank ? -1 : 1)).map(({ row }) => row);
  return [...critical, ...others].slice(0, Math.max(count, critical.length));
}

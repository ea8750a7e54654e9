import { contentHash } from '../json.ts';
import type { CasePlan, SuitePlan } from './suite-plan.ts';

/** Keeps at most `count` cases of each prompt: every critical one, then the strata (first tag) in turn, each in the order of its ids' hashes, so that the choice is the same from run to run and a new row moves at most one other. Dataset order is kept. */
export function limitCases(plan: SuitePlan, count: number): SuitePlan {
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

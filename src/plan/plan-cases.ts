import type { SuiteConfig } from '../config/config.ts';
import type { Case } from '../datasets/case.ts';
import { clustersOf } from '../datasets/clusters.ts';
import type { CasePlan } from './suite-plan.ts';

/** Joins the rows of both sides by id: a row on both sides runs with its own row on each arm and is scored by the base's; a removed row still runs; an added one runs and does not gate. Null means that the side has no such prompt. Throws a UserError for rows without the cluster column. */
export function planCases(
  base: readonly Case[] | null,
  candidate: readonly Case[] | null,
  suite: SuiteConfig,
): readonly CasePlan[] {
  const known = new Map(base?.map((row) => [row.id, row]));
  const proposed = new Map(candidate?.map((row) => [row.id, row]));
  const rows = [...(base ?? []), ...(candidate ?? []).filter((row) => !known.has(row.id))];
  const clusters = clustersOf(rows, suite.clusterBy);
  return rows.map((row) => {
    const baseline = known.get(row.id) ?? null;
    return {
      id: row.id,
      baseline: baseline ?? (base === null ? null : row),
      candidate: proposed.get(row.id) ?? row,
      scoring: row,
      cluster: clusters?.get(row.id) ?? null,
      question: null,
      isSame: false,
      critical: row.critical,
      added: baseline === null && base !== null,
    };
  });
}

import type { SuiteConfig } from '../config/config.ts';
import type { Case } from '../datasets/case.ts';
import type { DatasetChanges } from '../datasets/changes.ts';
import { clustersOf } from '../datasets/clusters.ts';
import { fillRow, listLacking } from '../datasets/fill-row.ts';
import type { CasePlan } from './suite-plan.ts';

/** The rows of both sides for one prompt. */
export interface SideRows {
  /** Null where the base has no such prompt. */
  readonly base: readonly Case[] | null;
  /** Under the ids of their partners. */
  readonly candidate: readonly Case[];
  readonly changes: Pick<DatasetChanges, 'edited' | 'renamed'>;
  /** Names that the prompt reads on either side. */
  readonly baseReads: readonly string[];
  readonly candidateReads: readonly string[];
  /** True where an application asks by its own copy of the rows. */
  readonly isApplication: boolean;
}

/** Cases, and the base rows that no side can fill in: they are not asked. */
export interface CaseList {
  readonly cases: readonly CasePlan[];
  readonly notAsked: readonly string[];
}

/**
 * What gates is the base's row on both arms, with the columns that it lacks for the candidate's prompt; a removed row still gates. The candidate's version
 * of an edited row runs beside it, and so does an added row: on the candidate's arm alone where main's prompt cannot be filled with it. Throws a UserError
 * for rows without the cluster column.
 *
 * An application knows an edited row by its id alone, and either version of it asks something else: such a row is on no side compared. The
 * candidate's version of it, and what it adds, are the candidate's alone.
 */
export function planCases(rows: SideRows, suite: SuiteConfig): CaseList {
  const { base, candidate, changes, baseReads, candidateReads } = rows;
  const clusters = clustersOf([...(base ?? []), ...listNew(base, candidate)], suite.clusterBy);
  const plan = (row: Case, parts: Partial<CasePlan>): CasePlan => ({
    id: row.id,
    base: row,
    candidate: row,
    scoring: row,
    cluster: clusters?.get(row.id) ?? null,
    question: null,
    isSame: false,
    critical: row.critical,
    added: false,
    editionOf: null,
    ...parts,
  });
  if (base === null) return { cases: candidate.map((row) => plan(row, { base: null })), notAsked: [] };
  const partners = new Map(candidate.map((row) => [row.id, row]));
  const known = new Set(base.map(({ id }) => id));
  const edited = changes.edited.filter((pair) => known.has(pair.base.id));
  const left = rows.isApplication ? new Set(edited.map((pair) => pair.base.id)) : new Set();
  const held = base.filter(({ id }) => !left.has(id));
  const gating = held.map((row) => ({
    row,
    filled: fillRow(row, partners.get(row.id) ?? null, candidateReads, changes.renamed),
  }));
  const beside = (row: Case, parts: Partial<CasePlan> = {}): CasePlan =>
    plan(row, {
      base: !rows.isApplication && listLacking(row, baseReads).length === 0 ? row : null,
      critical: false,
      added: true,
      ...parts,
    });
  const taken = new Set([...base, ...candidate].map(({ id }) => id));
  const nameEdited = (id: string): string =>
    taken.has(`${id} (edited)`) ? nameEdited(`${id} (edited)`) : `${id} (edited)`;
  return {
    cases: [
      ...gating.flatMap(({ row, filled }) => (filled === null ? [] : [plan(row, { base: filled, candidate: filled })])),
      ...edited.map(({ base: { id }, candidate: row }) =>
        beside(row, { id: rows.isApplication ? id : nameEdited(id), editionOf: id }),
      ),
      ...listNew(base, candidate).map((row) => beside(row)),
    ],
    notAsked: gating.flatMap(({ row, filled }) => (filled === null ? [row.id] : [])),
  };
}

function listNew(base: readonly Case[] | null, candidate: readonly Case[]): readonly Case[] {
  const known = new Set(base?.map(({ id }) => id));
  return candidate.filter(({ id }) => !known.has(id));
}

import type { Case } from './case.ts';

/** A row on both sides. */
export interface CasePair {
  readonly base: Case;
  readonly candidate: Case;
}

/** What a change did to a dataset; lists keep the order of their side. */
export interface DatasetChanges {
  /** Rows on both sides, edited ones included. */
  readonly kept: readonly CasePair[];
  readonly added: readonly Case[];
  readonly removed: readonly Case[];
  /** Kept rows whose content differs. */
  readonly edited: readonly CasePair[];
  /** Ids of rows critical on the base side that were removed or edited. */
  readonly touchedCritical: readonly string[];
  /** Removed and edited rows as a share of the base rows; 0 for an empty base. */
  readonly share: number;
  /** True where a person has to accept the change: a critical row was touched, or more than 10 % of the base rows. */
  readonly needsAccept: boolean;
  /** Why, in one sentence; null where nothing needs accepting. */
  readonly sentence: string | null;
}

const maxNamed = 5;
const derivedId = /^[0-9a-f]{12}(-\d+)?$/;

/** Compares the two sides of a dataset by case id. */
export function compareDatasets(base: readonly Case[], candidate: readonly Case[]): DatasetChanges {
  const candidates = new Map(candidate.map((row) => [row.id, row]));
  const baseIds = new Set(base.map(({ id }) => id));
  const kept: CasePair[] = [];
  const removed: Case[] = [];
  for (const row of base) {
    const partner = candidates.get(row.id);
    if (partner === undefined) removed.push(row);
    else kept.push({ base: row, candidate: partner });
  }
  const edited = kept.filter((pair) => pair.base.hash !== pair.candidate.hash);
  const touched = [...removed, ...edited.map((pair) => pair.base)];
  const touchedCritical = touched.filter(({ critical }) => critical).map(({ id }) => id);
  const needsAccept = touchedCritical.length > 0 || touched.length * 10 > base.length;
  return {
    kept,
    added: candidate.filter(({ id }) => !baseIds.has(id)),
    removed,
    edited,
    touchedCritical,
    share: base.length === 0 ? 0 : touched.length / base.length,
    needsAccept,
    sentence: needsAccept ? explainAccept(base.length, removed, edited.length, touchedCritical) : null,
  };
}

function explainAccept(
  total: number,
  removed: readonly Case[],
  editedCount: number,
  touchedCritical: readonly string[],
): string {
  const counts = `${removed.length} of ${total} rows removed, ${editedCount} edited`;
  const named = touchedCritical.slice(0, maxNamed).join(', ');
  const rest = touchedCritical.length > maxNamed ? ` and ${touchedCritical.length - maxNamed} more` : '';
  const critical = touchedCritical.length === 0 ? '' : `; critical: ${named}${rest}`;
  // A derived id is the row's content: every edit renames the row, which an id column would prevent.
  const advice = removed.some(({ id }) => derivedId.test(id))
    ? ' Rows without an "id" column are known by their content, so an edit removes one and adds another: add ids.'
    : '';
  return `the dataset changed; accept it (${counts}${critical}).${advice}`;
}

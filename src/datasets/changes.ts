import { canonicalJson } from '../json.ts';
import { lookUpVariable } from '../prompts/template.ts';
import { count, listFirst } from '../text/prose.ts';
import type { Case } from './case.ts';
import { hasDerivedId, pairRows } from './pair-rows.ts';

/** A row on both sides. */
export interface CasePair {
  readonly base: Case;
  readonly candidate: Case;
}

/** What reads the rows of a dataset; names as templates write them, dotted paths included. */
export interface RowReaders {
  /** Names that main's prompts read. */
  readonly base: ReadonlySet<string>;
  /** Names that the candidate's prompts read. */
  readonly candidate: ReadonlySet<string>;
  /** Names that main's checks and judges read of a row. */
  metrics(row: Case): readonly string[];
}

/** What a change did to a dataset; lists keep the order of their side. */
export interface DatasetChanges {
  /** The candidate's rows, under the ids of their partners. */
  readonly candidate: readonly Case[];
  readonly added: readonly Case[];
  readonly removed: readonly Case[];
  /** Rows on both sides in which something differs that reaches a request, a check or a judge. */
  readonly edited: readonly CasePair[];
  /** Columns under a new name, new name to old: their values went over unchanged. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Why a person has to accept the change, in one sentence; null where nobody has to. */
  readonly sentence: string | null;
}

const maxNamed = 5;

/** Compares the two sides of a dataset. Columns that nothing reads are free, and so are input columns that the candidate's prompts newly read, that were renamed or dropped. */
export function compareDatasets(base: readonly Case[], rows: readonly Case[], readers: RowReaders): DatasetChanges {
  const candidate = pairRows(base, rows);
  const partners = new Map(candidate.map((row) => [row.id, row]));
  const baseIds = new Set(base.map(({ id }) => id));
  const removed = base.filter(({ id }) => !partners.has(id));
  const kept = base.flatMap((row): CasePair[] => {
    const partner = partners.get(row.id);
    return partner === undefined ? [] : [{ base: row, candidate: partner }];
  });
  const edited = kept.filter((pair) => isEdited(pair, readers));
  return {
    candidate,
    added: candidate.filter(({ id }) => !baseIds.has(id)),
    removed,
    edited,
    renamed: findRenamed(kept, new Set(edited)),
    sentence: explainAccept(base.length, removed, edited),
  };
}

/** A name that the other side's row does not answer is lacking or dropped: no edit, unless main's checks or judges read it. */
function isEdited(pair: CasePair, readers: RowReaders): boolean {
  const { base, candidate } = pair;
  if (base.hash === candidate.hash) return false;
  if (base.critical && !candidate.critical) return true;
  if (canonicalJson(base.messages as never) !== canonicalJson(candidate.messages as never)) return true;
  const [before, after] = [base, candidate].map((row) => (name: string) => readText(row, name)) as [Read, Read];
  const prompts = [...readers.base, ...readers.candidate];
  return (
    readers.metrics(base).some((name) => before(name) !== after(name)) ||
    prompts.some((name) => before(name) !== null && after(name) !== null && before(name) !== after(name))
  );
}

type Read = (name: string) => string | null;

function readText({ variables }: Case, name: string): string | null {
  const value = lookUpVariable(name, variables);
  return value === undefined ? null : canonicalJson(value);
}

/** A column that only the candidate has took over one that only the base has, where their values are equal in every row that is not edited otherwise, and in at least one. */
function findRenamed(kept: readonly CasePair[], edited: ReadonlySet<CasePair>): ReadonlyMap<string, string> {
  const own = (side: 'base' | 'candidate') => new Set(kept.flatMap((pair) => Object.keys(pair[side].variables)));
  const [before, after] = [own('base'), own('candidate')];
  const gone = [...before].filter((column) => !after.has(column));
  const come = [...after].filter((column) => !before.has(column));
  const isRename = (to: string, from: string) => {
    const differing = kept.filter((pair) => readText(pair.base, from) !== readText(pair.candidate, to));
    return differing.length < kept.length && differing.every((pair) => edited.has(pair));
  };
  const renamed = new Map<string, string>();
  for (const to of come) {
    const from = gone.find((column) => ![...renamed.values()].includes(column) && isRename(to, column));
    if (from !== undefined) renamed.set(to, from);
  }
  return renamed;
}

function explainAccept(total: number, removed: readonly Case[], edited: readonly CasePair[]): string | null {
  const touched = [...removed, ...edited.map((pair) => pair.base)];
  const critical = touched.filter((row) => row.critical).map(({ id }) => id);
  const isMany = (count: number, least: number) => count >= least && count * 10 > total;
  if (critical.length === 0 && !isMany(removed.length, 2) && !isMany(edited.length, 3)) return null;
  const counts = [
    removed.length === 0 && edited.length > 0 ? '' : `${removed.length} of ${count(total, 'row')} removed`,
    edited.length === 0 ? '' : `${edited.length}${removed.length === 0 ? ` of ${count(total, 'row')}` : ''} edited`,
  ]
    .filter((part) => part !== '')
    .join(', ');
  const list = critical.length === 0 ? '' : `; critical: ${listFirst(critical, maxNamed)}`;
  const advice = removed.some(hasDerivedId)
    ? ' Rows without an "id" column are known by their content, so an edit removes one and adds another: add ids.'
    : '';
  return `${counts}${list}; accept that with the label prompt-assay:accept.${advice}`;
}

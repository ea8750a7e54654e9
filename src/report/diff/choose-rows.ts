import { findSpans } from './clip-line.ts';
import type { Clues } from './clues.ts';
import type { DiffRow } from './text-diff.ts';

/** Equal lines shown on either side of a change. */
const context = 2;
/** Of the room, kept for how the texts end, whatever else differs. */
const endShare = 1 / 3;
/** More places in one hunk would fill the room anyway. */
const maxAnchors = 20;

/** The places of the rows of a hunk, and of those among them that matter most. */
interface Claim {
  readonly places: readonly number[];
  readonly anchors: readonly number[];
  /** The share of the room that it leaves to others. */
  readonly spare: number;
}

/**
 * The places of the rows that are shown where there is room for `lines`, each row taking what `costOf` says: the hunk that
 * holds one of the clues, else the largest, then the last lines where they differ, then the other hunks. Of a hunk that is
 * too long, what is nearest to a clue or to the beginning of a change.
 */
export function chooseRows(
  rows: readonly DiffRow[],
  clues: Clues,
  lines: number,
  costOf: (row: DiffRow) => number,
): ReadonlySet<number> {
  const chosen = new Set<number>();
  let left = lines;
  for (const { places, anchors, spare } of listClaims(rows, findTold(rows, clues))) {
    const distance = (place: number) => Math.min(...anchors.map((anchor) => Math.abs(anchor - place)));
    // A row takes a line or more: none that is further off has its turn.
    const inReach = places.filter((place) => anchors.some((anchor) => Math.abs(anchor - place) <= 2 * lines));
    const nearest = inReach.map((place) => [place, distance(place)] as const).sort((a, b) => a[1] - b[1]);
    for (const [place] of nearest.filter(([place]) => !chosen.has(place))) {
      const cost = costOf(rows[place] as DiffRow);
      if (left - cost < spare * lines && chosen.size > 0) break;
      left -= cost;
      chosen.add(place);
    }
  }
  return chosen;
}

/** Rows that hold a clue on one side alone: what stands unchanged on the other side was not what is missed. Weaker clues count where no stronger one is found. */
function findTold(rows: readonly DiffRow[], clues: Clues): ReadonlySet<number> {
  if (clues.length === 0) return new Set();
  const texts = (kind: DiffRow['kind']) => new Set(rows.filter((row) => row.kind === kind).map(({ text }) => text));
  const [removed, added] = [texts('removed'), texts('added')];
  const isOneSided = ({ kind, text }: DiffRow) => kind !== 'same' && !(removed.has(text) && added.has(text));
  for (const pieces of clues) {
    const told = rows.flatMap((row, place) =>
      isOneSided(row) && findSpans(row.text, pieces).length > 0 ? [place] : [],
    );
    if (told.length > 0) return new Set(told);
  }
  return new Set();
}

function listClaims(rows: readonly DiffRow[], told: ReadonlySet<number>): readonly Claim[] {
  const hunks = findHunks(rows).map((places) => {
    const anchors = places.filter((place) => told.has(place));
    const starts = places.filter((place) => isChange(rows[place]) && rows[place - 1]?.kind !== rows[place]?.kind);
    const size = places.filter((place) => isChange(rows[place])).length;
    return {
      places,
      anchors: (anchors.length > 0 ? anchors : starts).slice(0, maxAnchors),
      size,
      isTold: anchors.length > 0,
      spare: 0,
    };
  });
  const end = isChange(rows.at(-1)) ? hunks.at(-1) : undefined;
  const [first, ...others] = [...hunks].sort((a, b) => Number(b.isTold) - Number(a.isTold) || b.size - a.size);
  if (first === undefined) return [];
  if (end === undefined) return [first, ...others];
  const lastOf = (kind: DiffRow['kind']) => end.places.filter((place) => rows[place]?.kind === kind).slice(-1);
  return [
    { ...first, spare: endShare },
    { places: end.places, anchors: [...lastOf('removed'), ...lastOf('added')], spare: 0 },
    ...others,
  ];
}

function isChange(row: DiffRow | undefined): boolean {
  return row !== undefined && row.kind !== 'same';
}

/** Changed rows with the equal ones around them; those that touch are one. */
function findHunks(rows: readonly DiffRow[]): readonly (readonly number[])[] {
  const hunks: number[][] = [];
  let next = 0;
  rows.forEach((row, change) => {
    if (!isChange(row)) return;
    const start = Math.max(next, change - context);
    if (start > next || hunks.length === 0) hunks.push([]);
    next = Math.min(rows.length, change + context + 1);
    for (let place = start; place < next; place += 1) hunks.at(-1)?.push(place);
  });
  return hunks;
}

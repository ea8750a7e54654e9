import type { Badness, Census, Place, Stratum } from './census.ts';
import type { Key } from './key-table.ts';

/** One record that becomes a row. */
export interface Pick extends Place {
  /** The key of its id. */
  readonly key: Key;
  /** The id of its row. */
  readonly rowId: string;
  readonly badness: Badness;
  /** How many records ask the same. */
  readonly asked: number;
}

/** How many of a stratum's questions become rows; `bad` are those of them that somebody disliked or that failed. */
export interface Share {
  readonly stratum: Stratum;
  readonly questions: number;
  readonly bad: number;
  readonly rows: number;
  readonly badRows: number;
}

/** What becomes rows, bad ones first, and what of each stratum. */
export interface Choice {
  readonly picks: readonly Pick[];
  readonly shares: readonly Share[];
}

/**
 * Chooses so many questions, each of which one record stands for: a disliked one before a failed one before any other, then
 * by the hash of its id, so that the same records give the same choice. Strata have equally many rows, as far as they have so
 * many questions; half of a stratum's rows are for bad ones, more where there is nothing else.
 */
export function chooseRecords(census: Census, rows: number): Choice {
  const badness = Uint8Array.from({ length: census.size }, (_, record) => census.badnessOf(record));
  const records = chooseSpeakers(census, badness).sort(
    (a, b) =>
      census.stratumOf(a) - census.stratumOf(b) ||
      Math.sign(badness[b] as number) - Math.sign(badness[a] as number) ||
      census.compareIds(a, b),
  );
  const runs = census.strata.map(() => ({ start: 0, questions: 0, bad: 0 }));
  for (const [place, record] of records.entries()) {
    const run = runs[census.stratumOf(record)] as (typeof runs)[number];
    if (run.questions === 0) run.start = place;
    run.questions += 1;
    if (badness[record] !== 0) run.bad += 1;
  }
  const allotted = allotRows(
    runs.map(({ questions }) => questions),
    rows,
  );
  const chosen = runs.map((run, index) => {
    const own = allotted[index] as number;
    const badRows = Math.min(run.bad, Math.max(Math.ceil(own / 2), own - (run.questions - run.bad)));
    const firstGood = run.start + run.bad;
    const bad = records.subarray(run.start, run.start + badRows);
    const good = records.subarray(firstGood, firstGood + own - badRows);
    const { questions } = run;
    return {
      bad,
      good,
      share: { stratum: census.strata[index] as Stratum, questions, bad: run.bad, rows: own, badRows },
    };
  });
  const ordered = [...chosen.flatMap(({ bad }) => [...bad]), ...chosen.flatMap(({ good }) => [...good])];
  const picks = ordered.map((record) => ({
    ...census.placeOf(record),
    key: census.keyOf(record),
    rowId: census.rowIdOf(census.questionOf(record)),
    badness: badness[record] as Badness,
    asked: census.asked.at(census.questionOf(record)),
  }));
  return { picks, shares: chosen.map(({ share }) => share).filter(({ questions }) => questions > 0) };
}

/** The record that stands for each question. */
function chooseSpeakers(census: Census, badness: Uint8Array): Uint32Array {
  /** The record plus one, 0 while there is none. */
  const speakers = new Uint32Array(census.asked.length);
  for (let record = 0; record < census.size; record += 1) {
    const question = census.questionOf(record);
    const known = (speakers[question] as number) - 1;
    const isBetter =
      known === -1 ||
      (badness[record] as number) - (badness[known] as number) > 0 ||
      (badness[record] === badness[known] && census.compareIds(record, known) < 0);
    if (isBetter) speakers[question] = record + 1;
  }
  return speakers.map((record) => record - 1);
}

/** Equally many rows for each size, as far as it goes; what small ones cannot take is for the others. Of more sizes than rows the largest have one each. */
export function allotRows(sizes: readonly number[], rows: number): readonly number[] {
  const allotted = sizes.map(() => 0);
  const ascending = sizes.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size || a.index - b.index);
  let left = rows;
  for (const [place, { size, index }] of ascending.entries()) {
    const share = Math.min(size, Math.floor(left / (sizes.length - place)));
    allotted[index] = share;
    left -= share;
  }
  return allotted;
}

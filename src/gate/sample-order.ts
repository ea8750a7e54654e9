import type { ScoreLine } from './score-line.ts';

/** Where the samples of one case stand, for the looks: those of the first round, then those of the re-run. What settles has no place. */
export interface SampleOrder {
  /** Place by sample index. */
  readonly places: ReadonlyMap<number, number>;
  /** Places of the planned first round: its highest index + 1 in either arm. */
  readonly first: number;
}

/**
 * Orders the samples of one case from the lines of both arms. A line without a look is of the first round, unless the
 * other arm's line of that sample says otherwise; an index between two that were drawn was planned, too.
 */
export function orderSamples(lines: readonly ScoreLine[]): SampleOrder {
  const ofLook = (look: ScoreLine['look']): ReadonlySet<number> =>
    new Set(lines.filter((line) => line.look === look).map(({ sample }) => sample));
  const [settling, rerun] = [ofLook('settle'), ofLook(2)];
  const isEarly = (sample: number): boolean => !settling.has(sample) && !rerun.has(sample);
  const early = lines.map(({ sample }) => sample).filter(isEarly);
  const first = upTo(early).filter(isEarly);
  const known = new Set(first);
  const later = upTo([...rerun]).filter((sample) => !known.has(sample) && !settling.has(sample));
  return { places: new Map([...first, ...later].map((sample, place) => [sample, place])), first: first.length };
}

/** Every sample at its own index, whatever drew it. */
export function orderByIndex(lines: readonly ScoreLine[]): Pick<SampleOrder, 'places'> {
  return { places: new Map(lines.map(({ sample }) => [sample, sample])) };
}

/** One arm's scores of a case in that order; null where a sample below the arm's last one is unscored or has no line. */
export function arrangeScores(
  lines: readonly ScoreLine[],
  { places }: Pick<SampleOrder, 'places'>,
): readonly (number | null)[] {
  const scores: (number | null)[] = [];
  for (const { sample, score } of lines) {
    const place = places.get(sample);
    if (place === undefined) continue;
    while (scores.length <= place) scores.push(null);
    scores[place] = score;
  }
  return scores;
}

function upTo(samples: readonly number[]): readonly number[] {
  return Array.from({ length: samples.reduce((most, sample) => Math.max(most, sample + 1), 0) }, (_, sample) => sample);
}

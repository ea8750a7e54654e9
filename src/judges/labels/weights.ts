/** How an output came to be labelled: drawn from the `of` outputs that were like it. */
export interface Drawn {
  /** What they had in common: a fifth of the judge's scale, or nothing. */
  readonly stratum: string;
  readonly of: number;
}

/** A line as far as it says how it was chosen: null was picked by hand, undefined says nothing. */
interface Chosen {
  readonly drawn: Drawn | null | undefined;
}

/** The stratum of outputs that were drawn whatever the judge said of them. */
export const randomStratum = 'all';

/** How many outputs each label speaks for (post-stratification; Horvitz and Thompson 1952): a draw by the judge's score has more bad outputs than there are. Picked by hand, it speaks for none. All 1 where any line does not say how it was drawn. */
export function weighLabels(lines: readonly Chosen[]): readonly number[] {
  if (lines.some(({ drawn }) => drawn === undefined)) return lines.map(() => 1);
  const counts = new Map<string, number>();
  for (const { drawn } of lines) {
    if (drawn) counts.set(keyOf(drawn), (counts.get(keyOf(drawn)) ?? 0) + 1);
  }
  return lines.map(({ drawn }) => (drawn ? drawn.of / (counts.get(keyOf(drawn)) ?? 1) : 0));
}

/** True where nothing that was said of an output led to its label, as far as the file tells. */
export function isDrawnAtRandom({ drawn }: Chosen): boolean {
  return drawn === undefined || drawn?.stratum === randomStratum;
}

function keyOf({ stratum, of }: Drawn): string {
  return `${stratum} of ${of}`;
}

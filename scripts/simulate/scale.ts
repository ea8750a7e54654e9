/** How much is simulated, and the seed of all random numbers. */
export interface Scale {
  /** Pull requests of a cell that only shows how things stand. */
  readonly minorRuns: number;
  /** Pull requests of an ordinary cell. */
  readonly runs: number;
  /** Pull requests of a cell that a promise rests on. */
  readonly promisedRuns: number;
  /** Pull requests on which a cell of a grid is measured anew where it came out above its limit; 0 where none is. */
  readonly againRuns: number;
  readonly baselines: number;
  /** Standard errors by which a promise may be missed: chance, where little is simulated. */
  readonly tolerance: number;
  readonly seed: number;
}

/** The scales of `npm run simulate` and `npm run simulate -- --quick`. */
export const scales: { readonly [size in 'full' | 'quick']: Scale } = {
  full: {
    minorRuns: 700,
    runs: 1500,
    promisedRuns: 4000,
    againRuns: 6000,
    baselines: 40,
    tolerance: 0,
    seed: 20260101,
  },
  quick: { minorRuns: 5, runs: 8, promisedRuns: 60, againRuns: 0, baselines: 1, tolerance: 3, seed: 20260101 },
};

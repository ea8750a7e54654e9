/** How much is simulated, and the seed of all random numbers. */
export interface Scale {
  /** Pull requests of an ordinary cell. */
  readonly runs: number;
  /** Pull requests of a cell that a promise rests on. */
  readonly promisedRuns: number;
  readonly baselines: number;
  /** Standard errors by which a promise may be missed: chance, where little is simulated. */
  readonly tolerance: number;
  readonly seed: number;
}

/** The scales of `npm run simulate` and `npm run simulate -- --quick`. */
export const scales: { readonly [size in 'full' | 'quick']: Scale } = {
  full: { runs: 1500, promisedRuns: 4000, baselines: 100, tolerance: 0, seed: 20260101 },
  quick: { runs: 60, promisedRuns: 200, baselines: 2, tolerance: 3, seed: 20260101 },
};

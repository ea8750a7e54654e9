import type { Problem } from '../errors.ts';
import type { MetricNoise } from '../gate/noise.ts';

/** The noise of one metric of one prompt; null where it cannot be measured. */
export interface PromptNoise {
  readonly suite: string;
  readonly prompt: string;
  readonly metric: string;
  readonly gates: boolean;
  readonly noise: MetricNoise | null;
  /** Why it was not measured; null where it was. */
  readonly reason: string | null;
}

/** Main against itself, the document of `noise --json`. */
export interface NoiseReport {
  readonly toolVersion: string;
  readonly commit: string;
  /** Draws of each case. */
  readonly samples: number;
  readonly metrics: readonly PromptNoise[];
  readonly calls: number;
  readonly cacheHits: number;
  readonly costUsd: number | null;
  readonly errors: readonly Problem[];
}

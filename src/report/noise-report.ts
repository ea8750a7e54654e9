import type { MetricNoise } from '../gate/noise.ts';
import type { ResultDocument } from './result-document.ts';

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

/** Main against itself, the document of `noise --json`; it measures and decides nothing. */
export interface NoiseReport extends ResultDocument {
  readonly commit: string;
  /** Draws of each case. */
  readonly samples: number;
  readonly metrics: readonly PromptNoise[];
}

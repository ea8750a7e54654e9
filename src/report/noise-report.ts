import type { MetricNoise } from '../gate/noise.ts';
import type { DesignChoice, DesignOffer } from '../gate/propose-designs.ts';
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

/** How a suite could be run for a wanted power and price; every figure is about right. */
export interface SuiteProposal extends DesignChoice {
  readonly suite: string;
  /** The wanted chance that a harmless change passes clean, and the dollars that a run may cost; null where they do not matter. */
  readonly power: number;
  readonly priceUsd: number | null;
  readonly margin: number;
  /** False where the margin is the default, which is smaller from 100 questions on. */
  readonly isMarginSet: boolean;
  /** Prompts whose noise is known, and the most gating metrics that one of them has to pass together. */
  readonly prompts: number;
  readonly metrics: number;
  /** Empty where no rate of inputs is tested, or nothing is known. */
  readonly designs: readonly DesignOffer[];
}

/** Main against itself, the document of `noise --json`; it measures and decides nothing. */
export interface NoiseReport extends ResultDocument {
  readonly commit: string;
  /** Draws of each case. */
  readonly samples: number;
  readonly metrics: readonly PromptNoise[];
  readonly proposals: readonly SuiteProposal[];
  /** True where the scores were recorded in this clone, for later runs and `validate`. */
  readonly recorded: boolean;
}

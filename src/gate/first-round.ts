import type { CaseScores, GateSettings } from './comparison.ts';
import type { SampleCounts } from './paired-case.ts';

/** How a comparison is decided: `small-set` tests no rate, `these-cases` speaks of exactly these cases. */
export type Design = 'one-look' | 'two-looks' | 'small-set' | 'these-cases';

/** Samples of every case where the set is small or the target is these cases. */
const uniformSamples = 5;
/** Samples of a critical case in the first round. */
export const criticalSamples = 3;

/** The design for a suite's settings, the size of its base dataset and its `samples`. */
export function chooseDesign(settings: GateSettings, datasetSize: number, samples: number): Design {
  if (datasetSize < settings.minCases) return 'small-set';
  if (settings.target === 'cases') return 'these-cases';
  return settings.resample === 'off' || samples > 1 ? 'one-look' : 'two-looks';
}

/** Samples that the first round needs per case and arm; `critical` is for critical cases. */
export function countFirstRoundSamples(
  settings: GateSettings,
  datasetSize: number,
  samples: number,
): { readonly ordinary: number; readonly critical: number } {
  const design = chooseDesign(settings, datasetSize, samples);
  if (design === 'small-set' || design === 'these-cases') return { ordinary: uniformSamples, critical: uniformSamples };
  return { ordinary: samples, critical: criticalSamples };
}

/** The samples of one case that enter the comparison's first look: sample 0 alone of a critical case, unless all cases are sampled alike. */
export function countTestedSamples(design: Design, samples: number): (scores: CaseScores) => SampleCounts {
  const isUniform = design === 'small-set' || design === 'these-cases';
  return ({ critical }) => {
    const count = critical && !isUniform ? 1 : samples;
    return { baseline: count, candidate: count };
  };
}

/** The margin that holds: the user's, else .10 below 100 cases of the base dataset and .05 from 100. */
export function resolveMargin(settings: GateSettings, datasetSize: number): number {
  return settings.margin ?? (datasetSize < 100 ? 0.1 : 0.05);
}

import type { BaselineSettings, Config, ModelSettings, SuiteConfig } from './config.ts';
import { defaultsOf } from './key.ts';
import { modelKeys } from './keys/model.ts';
import { suiteKeys } from './keys/suite.ts';
import { configKeys } from './keys/top.ts';
import { escapeGlob } from './paths.ts';
import { builtInPath } from './place.ts';

const { judge: _, ...settings } = defaultsOf(configKeys);

/** Nothing named: the model comes from the prompts, the endpoint from inputs and environment. */
export const defaultModel: ModelSettings = defaultsOf(modelKeys);

const suiteDefaults = defaultsOf(suiteKeys);

/** How baselines are kept where the config does not say. */
export const defaultBaseline: BaselineSettings = settings.baseline;

/** The config of a repository without one; its suites are the prompt files that stand alone. */
export const builtInConfig: Config = {
  path: builtInPath,
  ...settings,
  budget: { ...settings.budget, isSet: false },
  judgeModel: defaultModel,
  parameterPlaces: new Map(),
  suites: [],
};

/** A prompt file that carries rows and metrics as a suite of its own, named by its path, under the built-in gate. */
export function buildPromptSuite(path: string, baseline: BaselineSettings): SuiteConfig {
  const where = { path, line: null, column: null };
  return { ...suiteDefaults, name: path, prompts: [escapeGlob(path)], metrics: [], baseline, where };
}

/** A suite that only the candidate has, under the built-in gate. */
export function underBuiltInGate(suite: SuiteConfig): SuiteConfig {
  return { ...suite, gate: fitGate(suiteDefaults.gate, suite.samples) };
}

/** Repeated samples leave nothing for a re-run of discordant cases. */
export function fitGate(gate: SuiteConfig['gate'], samples: number): SuiteConfig['gate'] {
  return samples > 1 ? { ...gate, resample: 'off' } : gate;
}

import { defaultGate } from '../gate/comparison.ts';
import type { BaselineSettings, Config, ModelSettings, SuiteConfig } from './config.ts';
import { escapeGlob } from './paths.ts';

/** The budget of a config that names none. */
export const defaultBudget: Config['budget'] = { perRunUsd: 2, perRunCalls: 5000, alerts: [50, 75, 90] };

/** How baselines are kept where the config does not say. */
export const defaultBaseline: BaselineSettings = {
  branch: 'prompt-assay-baselines',
  maxAgeDays: 30,
  samples: 3,
  storeOutputs: true,
};

/** The most calls in flight where the config does not say. */
export const defaultConcurrency = 50;

/** Nothing named: the model comes from the prompts, the endpoint from inputs and environment. */
export const defaultModel: ModelSettings = {
  id: null,
  api: 'chat',
  parameters: {},
  baseUrl: null,
  apiKeyEnv: null,
  headers: {},
  map: {},
};

/** Stands for the path of the config where a repository has none. */
export const builtInPath = 'built-in';

/** The config of a repository without one; its suites are the prompt files that stand alone. */
export const builtInConfig: Config = {
  path: builtInPath,
  model: defaultModel,
  judgeModel: defaultModel,
  budget: defaultBudget,
  concurrency: defaultConcurrency,
  prices: {},
  examples: 'full',
  baseline: defaultBaseline,
  discover: true,
  suites: [],
};

/** A prompt file that carries rows and metrics as a suite of its own, named by its path, under the built-in gate. */
export function buildPromptSuite(path: string, baseline: BaselineSettings): SuiteConfig {
  return {
    name: path,
    prompts: [escapeGlob(path)],
    dataset: null,
    samples: 1,
    clusterBy: null,
    inputs: [],
    metrics: [],
    gate: defaultGate,
    baseline,
    where: { path, line: null, column: null },
  };
}

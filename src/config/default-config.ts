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

/** The config of a repository without one: each prompt file that carries rows and metrics is a suite of its own, named by its path, under the built-in gate and budget. */
export function buildDefaultConfig(paths: readonly string[]): Config {
  return {
    path: builtInPath,
    model: defaultModel,
    judgeModel: defaultModel,
    budget: defaultBudget,
    concurrency: defaultConcurrency,
    prices: {},
    examples: 'full',
    baseline: defaultBaseline,
    suites: [...paths].sort().map(buildPromptSuite),
  };
}

function buildPromptSuite(path: string): SuiteConfig {
  return {
    name: path,
    prompts: [escapeGlob(path)],
    dataset: null,
    samples: 1,
    clusterBy: null,
    inputs: [],
    metrics: [],
    gate: defaultGate,
    baseline: defaultBaseline,
    where: { path, line: null, column: null },
  };
}

import { defaultGate } from '../gate/comparison.ts';
import { canonicalJson } from '../json.ts';
import type { Config, ModelSettings, SuiteConfig } from './config.ts';
import { builtInConfig, defaultModel } from './default-config.ts';

/** The configs of the three places settings are read from; null where a place has none. */
export interface ConfigSides {
  /** The base commit's: it decides. */
  readonly base: Config | null;
  /** The pull request's: data. */
  readonly candidate: Config | null;
  /** The default branch's tip: it alone may say where requests go. */
  readonly defaultBranch: Config | null;
}

/** What may be acted on. */
export interface TrustedConfig {
  /** Everything that decides, from the base; where it has no config, what is built in. Endpoints are the default branch's. */
  readonly config: Config;
  /** Other deciding settings that the candidate changes without effect, each as a sentence. */
  readonly notes: readonly string[];
}

/** Decides which side each setting is read from. */
export function mergeTrusted({ base, candidate, defaultBranch }: ConfigSides): TrustedConfig {
  const { concurrency, examples } = candidate ?? builtInConfig;
  const deciding = base ?? { ...builtInConfig, concurrency, examples };
  const isChange = base !== null && candidate !== null;
  return {
    config: {
      ...deciding,
      model: withEndpoint(deciding.model, defaultBranch?.model ?? defaultModel),
      judgeModel: withEndpoint(deciding.judgeModel, defaultBranch?.judgeModel ?? defaultModel),
    },
    notes: isChange ? [...compareSuites(base, candidate), ...compareSettings(base, candidate, defaultBranch)] : [],
  };
}

/** A suite that only the candidate has, under the built-in gate. */
export function underBuiltInGate(suite: SuiteConfig): SuiteConfig {
  return { ...suite, gate: { ...defaultGate, resample: suite.samples > 1 ? 'off' : defaultGate.resample } };
}

function withEndpoint(model: ModelSettings, endpoint: ModelSettings): ModelSettings {
  const { baseUrl, apiKeyEnv, headers, map } = endpoint;
  return { ...model, baseUrl, apiKeyEnv, headers, map };
}

/** Equal but for the lines they stand on. */
function isSame(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => JSON.stringify(value, (key, member) => (key === 'where' ? undefined : member));
  return canonicalJson(JSON.parse(plain(a))) === canonicalJson(JSON.parse(plain(b)));
}

function pairSuites(base: Config, candidate: Config): readonly (readonly [SuiteConfig, SuiteConfig])[] {
  const proposed = new Map(candidate.suites.map((suite) => [suite.name, suite]));
  return base.suites.flatMap((suite) => {
    const other = proposed.get(suite.name);
    return other === undefined ? [] : [[suite, other] as const];
  });
}

function compareSuites(base: Config, candidate: Config): readonly string[] {
  const names = new Set(candidate.suites.map(({ name }) => name));
  const removed = base.suites.filter(({ name }) => !names.has(name));
  const edited = pairSuites(base, candidate).flatMap(([before, after]) => [
    ...suiteSettings.flatMap(([key, label]) =>
      isSame(before[key], after[key]) ? [] : [`the ${label} of suite "${before.name}" differs; the base's decides`],
    ),
    ...before.metrics
      .filter(({ name }) => !after.metrics.some((metric) => metric.name === name))
      .map(({ name }) => `metric "${name}" of suite "${before.name}" is removed; it decides until that is merged`),
  ]);
  return [...removed.map(({ name }) => `suite "${name}" is removed; it decides until that is merged`), ...edited];
}

const suiteSettings = [
  ['gate', 'gate'],
  ['dataset', 'dataset setting'],
  ['samples', 'number of samples'],
  ['clusterBy', 'cluster column'],
  ['inputs', 'list of input columns'],
  ['baseline', 'baseline setting'],
] as const;

function compareSettings(base: Config, candidate: Config, defaultBranch: Config | null): readonly string[] {
  const settings = [
    ['budget', 'budget'],
    ['prices', 'table of prices'],
    ['examples', 'setting of examples'],
    ['concurrency', 'concurrency'],
  ] as const;
  const { id, api, parameters } = base.judgeModel;
  const proposed = candidate.judgeModel;
  const isSameJudge = isSame([id, api, parameters], [proposed.id, proposed.api, proposed.parameters]);
  const endpoint = (config: Config | null) =>
    [config?.model ?? defaultModel, config?.judgeModel ?? defaultModel].map((model) =>
      withEndpoint(defaultModel, model),
    );
  return [
    ...settings.flatMap(([key, label]) =>
      isSame(base[key], candidate[key]) ? [] : [`the ${label} differs; the base's decides`],
    ),
    ...(isSameJudge ? [] : ["the judge's model differs; the base's judges"]),
    ...(isSame(endpoint(defaultBranch), endpoint(candidate))
      ? []
      : ["the endpoint, its headers or its map of models differ; only the default branch's are used"]),
  ];
}

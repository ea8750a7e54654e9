import { defaultGate } from '../gate/comparison.ts';
import { canonicalJson } from '../json.ts';
import type { Config, MetricConfig, ModelSettings, SuiteConfig } from './config.ts';
import { defaultBudget, defaultModel } from './default-config.ts';

/** The configs of the three places settings are read from; null where a place has none. */
export interface ConfigSides {
  /** The base commit's: it decides. */
  readonly base: Config | null;
  /** The pull request's: data. */
  readonly candidate: Config | null;
  /** The default branch's tip: it alone may say where requests go. */
  readonly defaultBranch: Config | null;
}

/** A metric that the candidate adds, edits or removes; until it is merged it is shown and decides nothing. */
export interface MetricChange {
  readonly suite: string;
  readonly name: string;
  readonly change: 'added' | 'edited' | 'removed';
  /** The candidate's version with the role `report`; null where it was removed. */
  readonly metric: MetricConfig | null;
}

/** What may be acted on. */
export interface TrustedConfig {
  /** Everything that decides, from the base; on first contact the candidate's suites under the built-in gate and budget. Endpoints are the default branch's. */
  readonly config: Config;
  /** What the candidate may choose for its own arm. */
  readonly candidateModel: Pick<ModelSettings, 'id' | 'api' | 'parameters'>;
  /** True where the base has no config: nothing gates until the candidate's is merged. */
  readonly firstContact: boolean;
  readonly changedMetrics: readonly MetricChange[];
  /** Suites that only the candidate has, with all metrics as `report`. */
  readonly addedSuites: readonly SuiteConfig[];
  /** Other deciding settings that the candidate changes without effect, each as a sentence. */
  readonly notes: readonly string[];
}

/** Decides which side each setting is read from; null where neither base nor candidate has a config. */
export function mergeTrusted({ base, candidate, defaultBranch }: ConfigSides): TrustedConfig | null {
  const deciding = base ?? (candidate === null ? null : underBuiltInGate(candidate));
  if (deciding === null) return null;
  const { id, api, parameters } = (candidate ?? deciding).model;
  const isChange = base !== null && candidate !== null;
  const known = new Set(base?.suites.map(({ name }) => name));
  return {
    config: {
      ...deciding,
      model: withEndpoint(deciding.model, defaultBranch?.model ?? defaultModel),
      judgeModel: withEndpoint(deciding.judgeModel, defaultBranch?.judgeModel ?? defaultModel),
    },
    candidateModel: { id, api, parameters },
    firstContact: base === null,
    changedMetrics: isChange ? compareMetrics(base, candidate) : [],
    addedSuites: isChange ? candidate.suites.filter(({ name }) => !known.has(name)).map(asReport) : [],
    notes: isChange ? [...compareSuites(base, candidate), ...compareSettings(base, candidate, defaultBranch)] : [],
  };
}

function underBuiltInGate(config: Config): Config {
  const suites = config.suites.map((suite) => ({
    ...suite,
    gate: { ...defaultGate, resample: suite.samples > 1 ? ('off' as const) : defaultGate.resample },
  }));
  // The prices too: free models would make any budget last.
  return { ...config, budget: defaultBudget, prices: {}, suites };
}

function withEndpoint(model: ModelSettings, endpoint: ModelSettings): ModelSettings {
  const { baseUrl, apiKeyEnv, headers, map } = endpoint;
  return { ...model, baseUrl, apiKeyEnv, headers, map };
}

function asReport(suite: SuiteConfig): SuiteConfig {
  return { ...suite, metrics: suite.metrics.map((metric) => ({ ...metric, role: 'report' })) };
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

function compareMetrics(base: Config, candidate: Config): readonly MetricChange[] {
  return pairSuites(base, candidate).flatMap(([before, after]) => {
    const old = new Map(before.metrics.map((metric) => [metric.name, metric]));
    const names = new Set(after.metrics.map(({ name }) => name));
    const proposed = after.metrics.flatMap((metric): MetricChange[] => {
      const known = old.get(metric.name);
      if (known !== undefined && isSame(known, metric)) return [];
      const change = known === undefined ? 'added' : 'edited';
      return [{ suite: before.name, name: metric.name, change, metric: { ...metric, role: 'report' } }];
    });
    const removed = before.metrics.filter(({ name }) => !names.has(name));
    return [
      ...proposed,
      ...removed.map(({ name }): MetricChange => ({ suite: before.name, name, change: 'removed', metric: null })),
    ];
  });
}

function compareSuites(base: Config, candidate: Config): readonly string[] {
  const names = new Set(candidate.suites.map(({ name }) => name));
  const removed = base.suites.filter(({ name }) => !names.has(name));
  const edited = pairSuites(base, candidate).flatMap(([before, after]) =>
    suiteSettings.flatMap(([key, label]) =>
      isSame(before[key], after[key]) ? [] : [`the ${label} of suite "${before.name}" differs; the base's decides`],
    ),
  );
  return [...removed.map(({ name }) => `suite "${name}" is removed; it decides until that is merged`), ...edited];
}

const suiteSettings = [
  ['gate', 'gate'],
  ['prompts', 'list of prompts'],
  ['dataset', 'dataset setting'],
  ['samples', 'number of samples'],
  ['clusterBy', 'cluster column'],
  ['baseline', 'baseline setting'],
] as const;

function compareSettings(base: Config, candidate: Config, defaultBranch: Config | null): readonly string[] {
  const settings = [
    ['budget', 'budget'],
    ['prices', 'table of prices'],
    ['examples', 'setting of examples'],
    ['concurrency', 'concurrency'],
    ['judgeLogprobs', 'log probability setting of judges'],
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

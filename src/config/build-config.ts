import { defaultGate, type GateSettings } from '../gate/comparison.ts';
import { isJsonObject, type Json } from '../json.ts';
import { canonicalParameter } from '../prompts/parameters.ts';
import type { KeyPath, YamlFile } from '../text/yaml-file.ts';
import { buildCheckConfig, buildJudgeConfig, buildPanelConfig } from './build-metric.ts';
import type {
  BaselineSettings,
  Config,
  DatasetConfig,
  MetricConfig,
  ModelSettings,
  Price,
  SuiteConfig,
} from './config.ts';
import { defaultBaseline, defaultBudget, defaultConcurrency, defaultModel } from './default-config.ts';
import { resolveGlob, resolvePath } from './paths.ts';
import type { RawBaseline, RawConfig, RawGate, RawMetric, RawModel, RawPrice, RawSuite } from './raw-config.ts';
import type { MetricKind } from './schema.ts';

/** What a config is built from, once schema and rules have accepted the file. */
export interface ConfigSource {
  readonly path: string;
  readonly file: YamlFile;
  readonly checkKinds: readonly MetricKind[];
  readonly judgeKinds: readonly MetricKind[];
}

/** Fills in every default; relative paths become repository paths. */
export function buildConfig(source: ConfigSource): Config {
  const raw = source.file.value as unknown as RawConfig;
  const model = buildModel(raw.model ?? {}, defaultModel);
  const judgeModel = buildModel(raw.judge?.model ?? {}, { ...defaultModel, api: model.api, map: model.map });
  const baseline = buildBaseline(raw.baseline ?? {}, defaultBaseline);
  return {
    path: source.path,
    model,
    judgeModel: raw.judge?.logprobs === true ? askForLogprobs(judgeModel) : judgeModel,
    budget: {
      perRunUsd: raw.budget?.['per-run-usd'] === undefined ? defaultBudget.perRunUsd : raw.budget['per-run-usd'],
      perRunCalls: raw.budget?.['per-run-calls'] ?? defaultBudget.perRunCalls,
      alerts: raw.budget?.alerts ?? defaultBudget.alerts,
    },
    concurrency: raw.concurrency ?? defaultConcurrency,
    prices: Object.fromEntries(Object.entries(raw.prices ?? {}).map(([id, price]) => [id, buildPrice(price)])),
    examples: raw.report?.examples ?? 'full',
    baseline,
    discover: raw.discover ?? true,
    suites: raw.suites.map((suite, index) => buildSuite(source, suite, ['suites', index], baseline)),
  };
}

/** Log probabilities are a parameter like any other, so that they are part of what identifies the judge. */
function askForLogprobs(model: ModelSettings): ModelSettings {
  return { ...model, parameters: { logprobs: true, 'top-logprobs': 10, ...model.parameters } };
}

/** What is not named comes from `above`; id and parameters belong to the model itself. */
function buildModel(raw: RawModel, above: ModelSettings): ModelSettings {
  const parameters = Object.entries(raw.parameters ?? {}).map(([name, value]) => [canonicalParameter(name), value]);
  return {
    id: raw.id ?? null,
    api: raw.api ?? above.api,
    parameters: Object.fromEntries(parameters),
    baseUrl: raw['base-url'] ?? above.baseUrl,
    apiKeyEnv: raw['api-key-env'] ?? above.apiKeyEnv,
    headers: raw.headers ?? above.headers,
    map: raw.map ?? above.map,
  };
}

function buildBaseline(raw: RawBaseline, above: BaselineSettings): BaselineSettings {
  return {
    branch: raw.branch ?? above.branch,
    maxAgeDays: raw['max-age'] === undefined ? above.maxAgeDays : Number.parseFloat(String(raw['max-age'])),
    samples: raw.samples ?? above.samples,
    storeOutputs: raw['store-outputs'] ?? above.storeOutputs,
  };
}

function buildPrice(raw: RawPrice): Price {
  return {
    inputPerMillionUsd: raw['input-per-million-usd'],
    cachedInputPerMillionUsd: raw['cached-input-per-million-usd'] ?? null,
    outputPerMillionUsd: raw['output-per-million-usd'],
  };
}

function buildSuite(source: ConfigSource, raw: RawSuite, path: KeyPath, baseline: BaselineSettings): SuiteConfig {
  const gate = raw.gate ?? {};
  const samples = raw.samples ?? (gate.target === 'cases' ? 5 : 1);
  return {
    name: raw.name,
    prompts: [raw.prompts].flat().map((glob) => resolveGlob(source.path, glob) as string),
    dataset: buildDataset(source, raw.dataset, [...path, 'dataset']),
    samples,
    clusterBy: raw['cluster-by'] ?? null,
    inputs: raw.inputs ?? [],
    metrics: [
      ...buildMetrics(source, raw.checks, [...path, 'checks'], source.checkKinds, buildCheckConfig),
      ...buildMetrics(source, seatMembers(raw), [...path, 'judges'], source.judgeKinds, buildJudgeConfig),
      ...(raw.panels ?? []).map((panel, index) =>
        buildPanelConfig(panel, source.file.where([...path, 'panels', index])),
      ),
    ],
    gate: buildGate(gate, samples),
    baseline: buildBaseline(raw.baseline ?? {}, baseline),
    where: source.file.where(path),
  };
}

function buildDataset(
  source: ConfigSource,
  raw: string | readonly Json[] | undefined,
  path: KeyPath,
): DatasetConfig | null {
  if (raw === undefined) return null;
  const where = source.file.where(path);
  const items = typeof raw === 'string' ? [raw] : raw;
  if (items.some(isJsonObject)) {
    const rows = items.map((values, index) => ({ values, where: source.file.where([...path, index]) }));
    return { kind: 'inline', rows, where };
  }
  return { kind: 'files', paths: items.map((item) => resolvePath(source.path, String(item)) as string), where };
}

function buildMetrics<T extends MetricConfig>(
  source: ConfigSource,
  raw: readonly RawMetric[] | undefined,
  path: KeyPath,
  kinds: readonly MetricKind[],
  build: (raw: RawMetric, kind: MetricKind, configPath: string, where: MetricConfig['where']) => T,
): readonly T[] {
  return (raw ?? []).map((metric, index) => {
    const kind = kinds.find(({ type }) => type === metric.type) as MetricKind;
    return build(metric, kind, source.path, source.file.where([...path, index]));
  });
}

/** A judge that sits on a panel speaks through it: alone it reports, unless its own role says otherwise. */
function seatMembers({ judges = [], panels = [] }: RawSuite): readonly RawMetric[] {
  const members = new Set(panels.flatMap((panel) => panel.members));
  return judges.map((judge) => (members.has(judge.name) ? { role: 'report', ...judge } : judge));
}

/** Repeated samples leave nothing for a re-run of discordant cases. */
function buildGate(raw: RawGate, samples: number): GateSettings {
  return {
    alpha: raw.alpha ?? defaultGate.alpha,
    margin: raw.margin ?? defaultGate.margin,
    minDrop: raw['min-drop'] ?? defaultGate.minDrop,
    resample: samples > 1 ? 'off' : (raw.resample ?? defaultGate.resample),
    target: raw.target ?? defaultGate.target,
    minCases: raw['min-cases'] ?? defaultGate.minCases,
    afterScreen: raw['after-screen'] ?? defaultGate.afterScreen,
    driftAllowance: raw['drift-allowance'] ?? defaultGate.driftAllowance,
    onInconclusive: raw['on-inconclusive'] ?? defaultGate.onInconclusive,
    strict: raw.strict ?? defaultGate.strict,
    maxCostIncrease: raw['max-cost-increase'] ?? defaultGate.maxCostIncrease,
    maxLatencyIncrease: raw['max-latency-increase'] ?? defaultGate.maxLatencyIncrease,
  };
}

import { canonicalJson } from '../json.ts';
import type { Config, ModelSettings, SuiteConfig } from './config.ts';
import { builtInConfig, defaultModel } from './default-config.ts';
import { type Key, type Keys, listFields } from './key.ts';
import { modelKeys } from './keys/model.ts';
import { suiteKeys } from './keys/suite.ts';
import { configKeys } from './keys/top.ts';
import { withoutPlaces } from './place.ts';

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
  /** What decides, from the base; where it has no config, what is built in. Endpoints are the default branch's. */
  readonly config: Config;
  /** Other deciding settings that the candidate changes without effect, each as a sentence. */
  readonly notes: readonly string[];
}

/** Decides which side each setting is read from; the lists of keys say what is not the base's. */
export function mergeTrusted({ base, candidate, defaultBranch }: ConfigSides): TrustedConfig {
  const deciding = base ?? { ...builtInConfig, ...pick(candidate ?? builtInConfig, configKeys, 'either') };
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

function pick<T extends object>(settings: T, keys: Keys, side: Key['side']): Partial<T> {
  const fields = listFields(keys).filter(({ key }) => key.side === side);
  return Object.fromEntries(fields.map(({ field }) => [field, settings[field as keyof T]])) as Partial<T>;
}

function withEndpoint(model: ModelSettings, endpoint: ModelSettings): ModelSettings {
  return { ...model, ...pick(endpoint, modelKeys, 'default-branch') };
}

/** What the settings that differ are called, as far as their keys have it told. */
function listDiffering<T extends object>(before: T, after: T, keys: Keys): readonly string[] {
  return listFields(keys).flatMap(({ field, key: { called = null } }) => {
    const name = field as keyof T;
    return called === null || isSame(before[name], after[name]) ? [] : [called];
  });
}

/** Equal but for the lines they stand on. */
function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(withoutPlaces(a)) === canonicalJson(withoutPlaces(b));
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
    ...listDiffering(before, after, suiteKeys).map(
      (called) => `the ${called} of suite "${before.name}" differs; the base's decides`,
    ),
    ...before.metrics
      .filter(({ name }) => !after.metrics.some((metric) => metric.name === name))
      .map(({ name }) => `metric "${name}" of suite "${before.name}" is removed; it decides until that is merged`),
  ]);
  return [...removed.map(({ name }) => `suite "${name}" is removed; it decides until that is merged`), ...edited];
}

function compareSettings(base: Config, candidate: Config, defaultBranch: Config | null): readonly string[] {
  const judge = ({ judgeModel }: Config) => ({ ...judgeModel, ...pick(defaultModel, modelKeys, 'default-branch') });
  const endpoints = (config: Config | null) =>
    [config?.model, config?.judgeModel].map((model) => pick(model ?? defaultModel, modelKeys, 'default-branch'));
  return [
    ...listDiffering(base, candidate, configKeys).map((called) => `the ${called} differs; the base's decides`),
    ...(isSame(judge(base), judge(candidate)) ? [] : ["the judge's model differs; the base's judges"]),
    ...(isSame(endpoints(defaultBranch), endpoints(candidate))
      ? []
      : ["the endpoint, how it is asked or its map of models differ; only the default branch's are used"]),
  ];
}

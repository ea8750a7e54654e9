import type { Where } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Settings } from './key.ts';
import type { baselineKeys } from './keys/baseline.ts';
import type { checkKeys, judgeKeys, metricKeys, panelKeys } from './keys/metrics.ts';
import type { modelKeys } from './keys/model.ts';
import type { suiteKeys } from './keys/suite.ts';
import type { configKeys, priceKeys } from './keys/top.ts';

/**
 * Which model to ask and how. Endpoint, variable and headers are what is written and no more: what may be shared is
 * for `chooseEndpoint`.
 */
export type ModelSettings = Settings<typeof modelKeys>;

/** Dollars per million tokens; null is unknown, never zero. */
export type Price = Settings<typeof priceKeys>;

/** How a suite's stored baseline is kept; `maxAge` is in days. */
export type BaselineSettings = Settings<typeof baselineKeys>;

interface Metric {
  readonly name: string;
  readonly where: Where;
}

interface TypedMetric extends Metric {
  readonly type: string;
  /** The keys of its type; paths are repository paths. */
  readonly options: JsonObject;
}

/** One deterministic check as configured. Without `path` it looks at the whole text. */
export interface CheckConfig extends TypedMetric, Settings<typeof metricKeys>, Settings<typeof checkKeys> {
  readonly kind: 'check';
  /** Of a group: the checks that it is made of, in their order. They have its name, role and direction. */
  readonly members?: readonly CheckConfig[];
}

/**
 * One judge as configured. The role is what the user wants: an uncalibrated judge is held to report unless
 * `allowUncalibrated`. `rubric` is null where the type needs none, `model` where it is asked as all judges are.
 */
export interface JudgeConfig extends TypedMetric, Settings<typeof metricKeys>, Settings<typeof judgeKeys> {
  readonly kind: 'judge';
}

/** A panel as configured: judges of its suite whose scores count as one. What each says is that judge's own metric. */
export interface PanelConfig extends Metric, Settings<typeof panelKeys> {
  readonly kind: 'panel';
}

/** What a metric is measured by. */
export type MetricConfig = CheckConfig | JudgeConfig | PanelConfig;

/** One suite. Paths and globs (picomatch) are repository paths; a null dataset means the rows inside its prompts. */
export interface SuiteConfig extends Settings<typeof suiteKeys> {
  readonly metrics: readonly MetricConfig[];
  readonly where: Where;
}

/** The whole config file with its defaults filled in. */
export interface Config extends Omit<Settings<typeof configKeys>, 'judge' | 'budget'> {
  readonly path: string;
  /** `isSet` where the file itself says what a run may cost. */
  readonly budget: Settings<typeof configKeys>['budget'] & { readonly isSet: boolean };
  /** How judges are asked: `api` and `map` come from `model` where it does not name them, id and parameters never. */
  readonly judgeModel: ModelSettings;
  /** Where the parameters of both models stand, by path and canonical name: `judge.model.parameters.top-p`. */
  readonly parameterPlaces: ReadonlyMap<string, Where>;
  readonly suites: readonly SuiteConfig[];
}

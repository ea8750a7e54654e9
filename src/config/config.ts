import type { Where } from '../errors.ts';
import type { Direction, GateSettings } from '../gate/comparison.ts';
import type { Json, JsonObject } from '../json.ts';

/** Which model to ask and how. `id` and `parameters` may come from the candidate; the rest only from the default branch. Endpoint, variable and headers are what is written here and no more: what may be shared is for `chooseEndpoint`. */
export interface ModelSettings {
  readonly id: string | null;
  readonly api: 'chat' | 'responses';
  readonly parameters: JsonObject;
  readonly baseUrl: string | null;
  readonly apiKeyEnv: string | null;
  readonly headers: { readonly [name: string]: string };
  /** Model ids to send in place of those written, exact match. */
  readonly map: { readonly [from: string]: string };
}

/** Dollars per million tokens; null is unknown, never zero. */
export interface Price {
  readonly inputPerMillionUsd: number;
  readonly cachedInputPerMillionUsd: number | null;
  readonly outputPerMillionUsd: number;
}

/** One deterministic check as configured; `options` holds the keys of its type (expected, pattern, values, tolerance, schema, min, max, ignore-case). */
export interface CheckConfig {
  readonly kind: 'check';
  readonly name: string;
  readonly type: string;
  /** JSON Pointer into the output parsed as JSON; null looks at the whole text. */
  readonly path: string | null;
  readonly not: boolean;
  readonly role: 'gate' | 'report';
  readonly direction: Direction;
  /** Absolute threshold in 0..1; null sets none. */
  readonly minScore: number | null;
  /** What the threshold is held against: the mean, or its Wilson lower bound. */
  readonly minScoreOn: 'mean' | 'lower-bound';
  readonly options: JsonObject;
  readonly where: Where;
}

/** One judge as configured. */
export interface JudgeConfig {
  readonly kind: 'judge';
  readonly name: string;
  readonly type: string;
  /** Gate is what the user wants; an uncalibrated judge is held to report unless `allowUncalibrated`. */
  readonly role: 'gate' | 'report';
  readonly direction: Direction;
  /** Absolute threshold in 0..1; null sets none. */
  readonly minScore: number | null;
  /** What the threshold is held against: the mean, or its Wilson lower bound. */
  readonly minScoreOn: 'mean' | 'lower-bound';
  /** Path of a rubric file or `builtin:NAME`; null where the type needs none. */
  readonly rubric: string | null;
  readonly calibration: string | null;
  readonly allowUncalibrated: boolean;
  readonly options: JsonObject;
  readonly where: Where;
}

/** A panel as configured: judges of its suite whose scores count as one. What each of them says is that judge's own metric. */
export interface PanelConfig {
  readonly kind: 'panel';
  readonly name: string;
  /** Names of judges, at least two. */
  readonly members: readonly string[];
  readonly combine: 'mean' | 'majority';
  readonly role: 'gate' | 'report';
  /** Absolute threshold in 0..1; null sets none. */
  readonly minScore: number | null;
  /** What the threshold is held against: the mean, or its Wilson lower bound. */
  readonly minScoreOn: 'mean' | 'lower-bound';
  readonly where: Where;
}

/** What a metric is measured by. */
export type MetricConfig = CheckConfig | JudgeConfig | PanelConfig;

/** Where a suite's rows come from; null means the rows inside its prompt files. */
export type DatasetConfig =
  | { readonly kind: 'files'; readonly paths: readonly string[]; readonly where: Where }
  | {
      readonly kind: 'inline';
      readonly rows: readonly { readonly values: Json; readonly where: Where }[];
      readonly where: Where;
    };

/** How a suite's stored baseline is kept. */
export interface BaselineSettings {
  readonly branch: string;
  readonly maxAgeDays: number;
  readonly samples: number;
  readonly storeOutputs: boolean;
}

/** One suite: prompts, dataset, metrics and gate. Paths are relative to the repository's root. */
export interface SuiteConfig {
  readonly name: string;
  /** Globs (picomatch) over repository paths. */
  readonly prompts: readonly string[];
  readonly dataset: DatasetConfig | null;
  /** K; more than 1 implies `resample: off`. With `target: cases` it is 5 unless named. */
  readonly samples: number;
  readonly clusterBy: string | null;
  /** Columns that prompts may read although a check or a reference is made of them. */
  readonly inputs: readonly string[];
  readonly metrics: readonly MetricConfig[];
  readonly gate: GateSettings;
  readonly baseline: BaselineSettings;
  readonly where: Where;
}

/** The whole config file with its defaults filled in. */
export interface Config {
  readonly path: string;
  readonly model: ModelSettings;
  /** The judge's model; `api` and `map` come from `model` where it does not name them, id and parameters never do. The id is null where no judge needs one. */
  readonly judgeModel: ModelSettings;
  readonly budget: {
    readonly perRunUsd: number | null;
    readonly perRunCalls: number;
    readonly alerts: readonly number[];
  };
  readonly concurrency: number;
  readonly prices: { readonly [model: string]: Price };
  readonly examples: 'none' | 'redacted' | 'full';
  readonly baseline: BaselineSettings;
  /** True where prompt files with rows and metrics of their own are suites beside these. */
  readonly discover: boolean;
  readonly suites: readonly SuiteConfig[];
}

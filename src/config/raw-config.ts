import type { Json, JsonObject } from '../json.ts';

/** A `model` block as written. */
export interface RawModel {
  readonly id?: string;
  readonly api?: 'chat' | 'responses';
  readonly parameters?: JsonObject;
  readonly 'base-url'?: string;
  readonly 'api-key-env'?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly map?: { readonly [from: string]: string };
}

/** A `baseline` block as written. */
export interface RawBaseline {
  readonly branch?: string;
  readonly 'max-age'?: number | string;
  readonly samples?: number;
  readonly 'store-outputs'?: boolean;
}

/** A `gate` block as written. */
export interface RawGate {
  readonly alpha?: number;
  readonly margin?: number;
  readonly 'min-drop'?: number;
  readonly resample?: 'discordant' | 'off';
  readonly target?: 'inputs' | 'cases';
  readonly 'min-cases'?: number;
  readonly 'drift-allowance'?: number;
  readonly 'after-screen'?: 'fresh' | 'stop';
  readonly 'on-inconclusive'?: 'warn' | 'block';
  readonly strict?: boolean;
  readonly 'max-cost-increase'?: number;
  readonly 'max-latency-increase'?: number;
}

/** A check or judge as written; every other member is an option of its kind. */
export interface RawMetric extends JsonObject {
  readonly name: string;
  readonly type: string;
}

/** A panel as written. */
export interface RawPanel {
  readonly name: string;
  readonly members: readonly string[];
  readonly combine?: 'mean' | 'majority';
  readonly role?: 'gate' | 'report';
  readonly 'min-score'?: Json;
}

/** A suite as written. */
export interface RawSuite {
  readonly name: string;
  readonly prompts: string | readonly string[];
  readonly dataset?: string | readonly Json[];
  readonly samples?: number;
  readonly 'cluster-by'?: string;
  readonly inputs?: readonly string[];
  readonly checks?: readonly RawMetric[];
  readonly judges?: readonly RawMetric[];
  readonly panels?: readonly RawPanel[];
  readonly gate?: RawGate;
  readonly baseline?: RawBaseline;
}

/** Prices of one model as written. */
export interface RawPrice {
  readonly 'input-per-million-usd': number;
  readonly 'cached-input-per-million-usd'?: number;
  readonly 'output-per-million-usd': number;
}

/** The whole file as written, once the schema has accepted it. */
export interface RawConfig {
  readonly model?: RawModel;
  readonly judge?: { readonly model?: RawModel; readonly logprobs?: boolean };
  readonly budget?: {
    readonly 'per-run-usd'?: number | null;
    readonly 'per-run-calls'?: number;
    readonly alerts?: readonly number[];
  };
  readonly concurrency?: number;
  readonly prices?: { readonly [model: string]: RawPrice };
  readonly report?: { readonly examples?: 'none' | 'redacted' | 'full' };
  readonly baseline?: RawBaseline;
  readonly discover?: boolean;
  readonly suites: readonly RawSuite[];
}

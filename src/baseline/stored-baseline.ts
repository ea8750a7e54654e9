import { createHash } from 'node:crypto';
import type { Direction } from '../gate/comparison.ts';
import { canonicalJson, contentHash, type JsonObject, writeJson } from '../json.ts';
import type { Metric } from '../plan/metric.ts';
import type { ModelResult } from '../ports.ts';
import type { RepeatNoise } from '../statistics/repeat-noise.ts';
import { renderJsonLine } from '../text/json-line.ts';
import { escapeJson } from '../text/unseen.ts';

/** One stored output: a sample of a ledger without what its folder says (suite, version, arm) and without times. */
export interface StoredOutput {
  readonly prompt: string;
  readonly case: string;
  readonly sample: number;
  /** Hash of the request; only equal requests are comparable. */
  readonly key: string;
  readonly result: ModelResult;
}

/** One stored score and the identity of the metric that gave it. */
export interface StoredScore {
  readonly prompt: string;
  readonly case: string;
  readonly sample: number;
  readonly metric: string;
  readonly score: number | null;
  readonly cluster: string | null;
  readonly key: string;
}

/** What one prompt of a stored baseline was. */
export interface StoredPrompt {
  readonly version: string;
  readonly path: string;
  readonly model: string;
  readonly answeredAs: readonly string[];
  readonly fingerprints: readonly string[];
  readonly parameters: JsonObject;
}

/** What a metric of a stored baseline was, and where its mean lies with 95 % confidence. */
export interface Measure {
  readonly kind: Metric['kind'];
  /** What it might do then: block, be shown, or, for a judge that people disagree with, neither. */
  readonly role: 'gate' | 'report' | 'refused';
  readonly direction: Direction;
  /** True where every score was 0 or 1. */
  readonly binary: boolean;
  readonly lower: number;
  readonly upper: number;
}

/** Mean scores at a moment somebody vouched for; key is `prompt / metric`. */
export interface Anchor {
  readonly commit: string;
  readonly date: string;
  readonly reason: string;
  readonly means: { readonly [metric: string]: number };
  /** The rules that gave the means, as in the manifest. */
  readonly scoringRevision?: number;
}

/** Everything needed to know whether a baseline is comparable. */
export interface Manifest {
  /** Manifests of version 1 have no digest. */
  readonly schemaVersion: 1 | 2;
  readonly toolVersion: string;
  /** The rules that gave the scores; old baselines do not say, which is a revision of its own. */
  readonly scoringRevision?: number;
  readonly configPath: string;
  readonly suite: string;
  readonly commit: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly contentKey: string;
  readonly samples: number;
  readonly prompts: { readonly [prompt: string]: StoredPrompt };
  /** Metric hashes, key `prompt / metric`. */
  readonly metrics: { readonly [metric: string]: string };
  /** Row hashes by case id. */
  readonly rows: { readonly [caseId: string]: string };
  readonly means: { readonly [metric: string]: number };
  /** What gave each mean, key `prompt / metric`; old baselines do not say. */
  readonly measures?: { readonly [metric: string]: Measure };
  /** Main against itself, key `prompt / metric`; baselines of one sample a case, and old ones, have none. */
  readonly noise?: { readonly [metric: string]: RepeatNoise };
  /** Settings that models of judges refused then, by model; those that took all are not listed. */
  readonly judgesWithout?: { readonly [model: string]: readonly string[] };
  readonly costMicroUsd: number | null;
  /** Tokens that were paid for; old baselines do not say. */
  readonly tokens?: { readonly input: number; readonly output: number };
  /** SHA-256 of the manifest that this one replaced; null for the first. */
  readonly previous: string | null;
  readonly anchor: Anchor | null;
}

/** One suite's folder on the baseline branch. */
export interface StoredBaseline {
  readonly manifest: Manifest;
  readonly scores: readonly StoredScore[];
  /** Empty where `store-outputs: false`. */
  readonly outputs: readonly StoredOutput[];
}

/** The folder of a suite: readable, and unique for (config path, suite name). */
export function baselineFolder(configPath: string, suite: string): string {
  const slug = suite
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `${slug === '' ? 'suite' : slug}-${contentHash([configPath, suite]).slice(0, 8)}`;
}

/** Renders the files of a suite's folder; lines are sorted by prompt, case, sample, so that git stores small deltas. */
export function renderBaseline(baseline: StoredBaseline): ReadonlyMap<string, string> {
  const files: [string, string][] = [['scores.jsonl', renderLines(baseline.scores)]];
  if (baseline.outputs.length > 0) files.push(['outputs.jsonl', renderLines(baseline.outputs)]);
  const hashes = Object.fromEntries(files.map(([name, text]) => [name, hashText(text)]));
  const manifest = { ...baseline.manifest, files: hashes };
  const text = `${escapeJson(writeJson({ ...manifest, digest: hashManifest(manifest) }, 2))}\n`;
  return new Map([['manifest.json', text], ...files]);
}

function renderLines(records: readonly (StoredOutput | StoredScore)[]): string {
  const rank = (record: StoredOutput | StoredScore) =>
    [record.prompt, record.case, String(record.sample).padStart(6, '0'), 'metric' in record ? record.metric : ''].join(
      '\0',
    );
  return records
    .map((record) => ({ rank: rank(record), line: renderJsonLine(record) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ line }) => line)
    .join('');
}

/** SHA-256 of a manifest, as `previous` of the next one names it. */
export function hashManifest(manifest: Manifest): string {
  return hashText(canonicalJson(manifest));
}

/** SHA-256 of a text, in hex. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

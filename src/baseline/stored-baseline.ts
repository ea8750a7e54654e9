import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import { canonicalJson, contentHash, isJsonObject, type Json, type JsonObject, parseJson, writeJson } from '../json.ts';
import type { ModelResult } from '../ports.ts';
import { readResult } from '../run/result-codec.ts';
import type { RepeatNoise } from '../statistics/repeat-noise.ts';

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
  readonly schemaVersion: 1;
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
  /** Main against itself, key `prompt / metric`; baselines of one sample a case, and old ones, have none. */
  readonly noise?: { readonly [metric: string]: RepeatNoise };
  /** Settings that models of judges refused then, by model; those that took all are not listed. */
  readonly judgesWithout?: { readonly [model: string]: readonly string[] };
  readonly costMicroUsd: number | null;
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
  const manifest = `${writeJson({ ...baseline.manifest, files: hashes }, 2)}\n`;
  return new Map([['manifest.json', manifest], ...files]);
}

function renderLines(records: readonly (StoredOutput | StoredScore)[]): string {
  const rank = (record: StoredOutput | StoredScore) =>
    [record.prompt, record.case, String(record.sample).padStart(6, '0'), 'metric' in record ? record.metric : ''].join(
      '\0',
    );
  return records
    .map((record) => ({ rank: rank(record), line: `${canonicalJson(record)}\n` }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ line }) => line)
    .join('');
}

/** The line that a baseline adds to its suite's `changelog.jsonl`: what moved, when, by whom, and why. */
export function renderChangelogLine({ manifest }: StoredBaseline, who: string | null, reason: string | null): string {
  const { commit, date, means, costMicroUsd, toolVersion, scoringRevision, previous } = manifest;
  const versions = Object.fromEntries(Object.entries(manifest.prompts).map(([id, prompt]) => [id, prompt.version]));
  const by = { toolVersion, scoringRevision };
  return `${canonicalJson({ commit, date, who, reason, versions, means, costMicroUsd, ...by, previous })}\n`;
}

/** Reads a suite's folder back; null where it has no manifest. A damaged file is a UserError that names it: silently starting anew would hide a lost baseline. */
export function parseBaseline(folder: string, files: ReadonlyMap<string, string>): StoredBaseline | null {
  const manifest = files.get('manifest.json');
  if (manifest === undefined) return null;
  const { files: hashes, ...facts } = parseManifest(`${folder}/manifest.json`, manifest);
  const baseline = {
    manifest: facts,
    scores: parseLines<StoredScore>(`${folder}/scores.jsonl`, files.get('scores.jsonl') ?? '', 'metric'),
    outputs: parseLines<StoredOutput>(`${folder}/outputs.jsonl`, files.get('outputs.jsonl') ?? '', 'result'),
  };
  for (const [name, hash] of Object.entries(hashes ?? {})) {
    if (hashText(files.get(name) ?? '') !== hash) throw edited(`${folder}/${name}`);
  }
  return baseline;
}

/** SHA-256 of a manifest's text, as `previous` of the next one names it. */
export function hashManifest(manifest: Manifest): string {
  return createHash('sha256').update(canonicalJson(manifest)).digest('hex');
}

/** `files` holds the hash of each file beside the manifest. */
function parseManifest(
  path: string,
  text: string,
): Manifest & { readonly files?: { readonly [name: string]: string } } {
  const value = parseStored(path, 1, text);
  if (isJsonObject(value) && Number(value.schemaVersion) > 1) {
    const hint = 'Update Prompt Assay here, or re-baseline main with this version on another branch (baseline.branch).';
    throw UserError.of('the stored baseline was written by a newer version.', hint, { path, line: 1, column: null });
  }
  const whole =
    isJsonObject(value) &&
    value.schemaVersion === 1 &&
    ['toolVersion', 'configPath', 'suite', 'commit', 'date', 'contentKey'].every(
      (key) => typeof value[key] === 'string',
    ) &&
    ['prompts', 'metrics', 'rows', 'means'].every((key) => isJsonObject(value[key])) &&
    Number.isInteger(value.samples) &&
    !Number.isNaN(Date.parse(String(value.date)));
  if (!whole) throw damaged(path, 1);
  return value as unknown as Manifest;
}

function parseLines<T extends StoredScore | StoredOutput>(path: string, text: string, member: string): readonly T[] {
  const isWhole = (value: Json | undefined) => (member === 'result' ? readResult(value) !== null : value !== undefined);
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    const value = parseStored(path, index + 1, line);
    const whole =
      isJsonObject(value) &&
      ['prompt', 'case', 'key'].every((key) => typeof value[key] === 'string') &&
      Number.isInteger(value.sample) &&
      isWhole(value[member]);
    if (!whole) throw damaged(path, index + 1);
    return [value as unknown as T];
  });
}

function parseStored(path: string, line: number, text: string): Json {
  const value = parseJson(text);
  if (value === undefined) throw damaged(path, line);
  return value;
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function edited(path: string): UserError {
  const hint = 'Restore the file from the history of the baseline branch, or re-baseline main.';
  const where = { path, line: null, column: null };
  return UserError.of('is not as the manifest beside it says: it was edited by hand, or cut off.', hint, where);
}

function damaged(path: string, line: number, cause?: unknown): UserError {
  const hint =
    "Restore the file from the history of the baseline branch, or delete the suite's folder there and re-baseline main.";
  return UserError.of('the stored baseline is damaged here.', hint, { path, line, column: null }, { cause });
}

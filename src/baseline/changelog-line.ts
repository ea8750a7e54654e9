import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { renderJsonLine } from '../text/json-line.ts';
import type { Measure, StoredBaseline } from './stored-baseline.ts';

/** One baseline as its suite's `changelog.jsonl` keeps it. What old versions did not write down is null, or empty. */
export interface ChangelogLine {
  readonly suite: string | null;
  readonly commit: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly who: string | null;
  /** Set where a person set it by hand: it is an anchor. */
  readonly reason: string | null;
  /** Prompt versions by prompt. */
  readonly versions: { readonly [prompt: string]: string };
  /** Models by prompt, as asked and as answered. */
  readonly models: { readonly [prompt: string]: { readonly asked: string; readonly answeredAs: readonly string[] } };
  /** Mean scores by `prompt / metric`. */
  readonly means: { readonly [metric: string]: number };
  readonly measures: { readonly [metric: string]: Measure };
  readonly costMicroUsd: number | null;
  readonly tokens: { readonly input: number; readonly output: number } | null;
  readonly scoringRevision: number | null;
  readonly toolVersion: string | null;
}

/** The line that a baseline adds to its suite's `changelog.jsonl`: what moved, when, by whom, and why. */
export function renderChangelogLine({ manifest }: StoredBaseline, who: string | null, reason: string | null): string {
  const { suite, commit, date, means, measures, costMicroUsd, tokens, toolVersion, scoringRevision, previous } =
    manifest;
  const prompts = Object.entries(manifest.prompts);
  const versions = Object.fromEntries(prompts.map(([id, { version }]) => [id, version]));
  const models = Object.fromEntries(prompts.map(([id, { model, answeredAs }]) => [id, { asked: model, answeredAs }]));
  const what = { suite, commit, date, who, reason, versions, models, means, measures, costMicroUsd, tokens };
  return renderJsonLine({ ...what, toolVersion, scoringRevision, previous });
}

/** A line as it was written by this version or an older one; null for one that is not whole. */
export function readChangelogLine(value: Json | undefined): ChangelogLine | null {
  if (!isJsonObject(value)) return null;
  const { suite, commit, date, who, reason, costMicroUsd, scoringRevision, toolVersion } = value;
  const means = readEach(value.means, (mean) => (typeof mean === 'number' ? mean : null));
  const versions = readEach(value.versions, textOrNull);
  if (typeof commit !== 'string' || typeof date !== 'string' || means === null || versions === null) return null;
  if (Number.isNaN(Date.parse(date))) return null;
  return {
    suite: textOrNull(suite),
    commit,
    date: new Date(date).toISOString(),
    who: textOrNull(who),
    reason: textOrNull(reason),
    versions,
    models: readEach(value.models, readModel) ?? {},
    means,
    measures: readEach(value.measures, readMeasure) ?? {},
    costMicroUsd: numberOrNull(costMicroUsd),
    tokens: readTokens(value.tokens),
    scoringRevision: numberOrNull(scoringRevision),
    toolVersion: textOrNull(toolVersion),
  };
}

const textOrNull = (value: Json | undefined) => (typeof value === 'string' ? value : null);
const numberOrNull = (value: Json | undefined) => (typeof value === 'number' ? value : null);

/** All members that can be read; null where it is no object. */
function readEach<T>(value: Json | undefined, read: (member: Json) => T | null): { readonly [name: string]: T } | null {
  if (!isJsonObject(value)) return null;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const known = read(member);
    return known === null ? [] : [[name, known] as const];
  });
  return Object.fromEntries(members);
}

function readModel(value: Json): ChangelogLine['models'][string] | null {
  if (!isJsonObject(value) || typeof value.asked !== 'string') return null;
  const { asked, answeredAs } = value;
  const names = Array.isArray(answeredAs) ? answeredAs.filter((name) => typeof name === 'string') : [];
  return { asked, answeredAs: names };
}

const kinds = ['check', 'judge', 'panel'] as const;
const roles = ['gate', 'report', 'refused'] as const;
const directions = ['higher', 'lower', 'neutral'] as const;

function readMeasure(value: Json): Measure | null {
  if (!isJsonObject(value)) return null;
  const [kind, role, direction] = [find(kinds, value.kind), find(roles, value.role), find(directions, value.direction)];
  const { binary, lower, upper } = value;
  if (kind === null || role === null || direction === null || typeof binary !== 'boolean') return null;
  if (typeof lower !== 'number' || typeof upper !== 'number') return null;
  return { kind, role, direction, binary, lower, upper };
}

function find<T extends string>(words: readonly T[], value: Json | undefined): T | null {
  return words.find((word) => word === value) ?? null;
}

function readTokens(value: Json | undefined): ChangelogLine['tokens'] {
  if (!isJsonObject(value)) return null;
  const { input, output }: JsonObject = value;
  return typeof input === 'number' && typeof output === 'number' ? { input, output } : null;
}

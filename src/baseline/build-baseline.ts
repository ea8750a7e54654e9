import type { JsonObject } from '../json.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { SampleRecord, ScoreRecord } from '../run/records.ts';
import { scoringRevision, toolVersion } from '../version.ts';
import { type Anchor, hashManifest, type Manifest, type StoredBaseline, type StoredPrompt } from './stored-baseline.ts';
import { summariseNoise } from './stored-noise.ts';

/** A complete run of one suite on the default branch, and what it replaces. */
export interface BaselineRun {
  readonly plan: SuitePlan;
  readonly samples: readonly SampleRecord[];
  readonly scores: readonly ScoreRecord[];
  readonly previous: StoredBaseline | null;
  readonly contentKey: string;
  readonly configPath: string;
  readonly commit: string;
  readonly date: string;
  /** Makes this baseline the anchor; null keeps the previous anchor. */
  readonly reason: string | null;
  readonly costMicroUsd: number | null;
  /** Settings that models of judges refused, by model. */
  readonly dropped: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Builds what is stored of a complete run: outputs, scores, and the manifest that tells later runs whether they are comparable. */
export function buildBaseline(run: BaselineRun): StoredBaseline {
  const { plan, samples, scores, commit, date, reason, previous } = run;
  const means = averageScores(scores);
  const keys = new Map(samples.map((sample) => [idOf(sample.prompt.id, sample.case.id, sample.sample), sample.key]));
  const anchor: Anchor | null =
    reason === null ? (previous?.manifest.anchor ?? null) : { commit, date, reason, means, scoringRevision };
  const manifest: Manifest = {
    schemaVersion: 1,
    toolVersion,
    scoringRevision,
    configPath: run.configPath,
    suite: plan.config.name,
    commit,
    date,
    contentKey: run.contentKey,
    samples: plan.config.baseline.samples,
    prompts: Object.fromEntries(plan.prompts.map((prompt) => [prompt.id, describePrompt(prompt.id, plan, samples)])),
    metrics: Object.fromEntries(
      plan.prompts.flatMap((prompt) => prompt.metrics.map((metric) => [`${prompt.id} / ${metric.name}`, metric.hash])),
    ),
    rows: Object.fromEntries(plan.prompts.flatMap((prompt) => prompt.cases.map((row) => [row.id, row.scoring.hash]))),
    means,
    noise: summariseNoise(scores),
    judgesWithout: Object.fromEntries([...run.dropped].map(([model, settings]) => [model, [...settings].sort()])),
    costMicroUsd: run.costMicroUsd,
    previous: previous === null ? null : hashManifest(previous.manifest),
    anchor,
  };
  return {
    manifest,
    scores: scores.map(({ prompt, case: id, sample, metric, score, cluster }) => {
      const key = keys.get(idOf(prompt, id, sample)) ?? '';
      return { prompt, case: id, sample, metric, score, cluster, key };
    }),
    outputs: plan.config.baseline.storeOutputs
      ? samples.map(({ prompt, case: row, sample, key, result }) => {
          return { prompt: prompt.id, case: row.id, sample, key, result: { ...result, latencyMs: 0, attempts: 1 } };
        })
      : [],
  };
}

function describePrompt(id: string, plan: SuitePlan, samples: readonly SampleRecord[]): StoredPrompt {
  const prompt = plan.prompts.find((candidate) => candidate.id === id)?.base;
  const answers = samples.flatMap((sample) =>
    sample.prompt.id === id && sample.result.status === 'answered' ? [sample.result] : [],
  );
  const distinct = (values: readonly (string | null)[]) => [...new Set(values.flatMap((value) => value ?? []))].sort();
  return {
    version: prompt?.version ?? '',
    path: prompt?.path ?? '',
    model: prompt?.model ?? '',
    answeredAs: distinct(answers.map((answer) => answer.model)),
    fingerprints: distinct(answers.map((answer) => answer.fingerprint)),
    parameters: (prompt?.parameters ?? {}) as JsonObject,
  };
}

/** Mean of each metric over all scored samples, key `prompt / metric`. */
function averageScores(scores: readonly ScoreRecord[]): Record<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { prompt, metric, score } of scores) {
    if (score === null) continue;
    const key = `${prompt} / ${metric}`;
    const { sum, count } = sums.get(key) ?? { sum: 0, count: 0 };
    sums.set(key, { sum: sum + score, count: count + 1 });
  }
  return Object.fromEntries([...sums].map(([key, { sum, count }]) => [key, sum / count]));
}

function idOf(prompt: string, caseId: string, sample: number): string {
  return JSON.stringify([prompt, caseId, sample]);
}

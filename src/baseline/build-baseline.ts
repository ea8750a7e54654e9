import type { JsonObject } from '../json.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { SampleRecord } from '../run/records.ts';
import { type CallSums, costMicroUsdOf } from '../run/totals.ts';
import { factsOf, listSamples, readArm } from '../scores/read.ts';
import { scoringRevision, toolVersion } from '../version.ts';
import { describeMeasures } from './measures.ts';
import {
  type Anchor,
  hashManifest,
  type Manifest,
  type StoredBaseline,
  type StoredPrompt,
  type StoredScore,
} from './stored-baseline.ts';
import { summariseNoise } from './stored-noise.ts';

/** A complete run of one suite on the default branch, and what it replaces. */
export interface BaselineRun {
  readonly plan: SuitePlan;
  /** Holds the run's draws in the arm `stored`. */
  readonly ledger: Ledger;
  readonly previous: StoredBaseline | null;
  readonly contentKey: string;
  readonly configPath: string;
  readonly commit: string;
  readonly date: string;
  /** Makes this baseline the anchor; null keeps the previous anchor. */
  readonly reason: string | null;
  /** The calls that were made for it; null where they are not known. */
  readonly calls: CallSums | null;
}

/** Builds what is stored of a complete run: outputs, scores, and the manifest that tells later runs whether they are comparable. */
export function buildBaseline(run: BaselineRun): StoredBaseline {
  const { plan, ledger, commit, date, reason, previous } = run;
  const samples = plan.prompts.flatMap((prompt) =>
    listSamples(ledger, prompt, 'stored').map((sample) => ledger.recordOf(sample)),
  );
  const scores = listStoredScores(plan, ledger, samples);
  const means = averageScores(scores);
  const anchor: Anchor | null =
    reason === null ? (previous?.manifest.anchor ?? null) : { commit, date, reason, means, scoringRevision };
  const manifest: Manifest = {
    schemaVersion: 2,
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
    measures: describeMeasures(plan, scores, means),
    noise: summariseNoise(scores),
    judgesWithout: Object.fromEntries(
      [...ledger.refusedSettings()].map(([model, settings]) => [model, [...settings].sort()]),
    ),
    ...describeCalls(run.calls),
    previous: previous === null ? null : hashManifest(previous.manifest),
    anchor,
  };
  return {
    manifest,
    scores,
    outputs: plan.config.baseline.storeOutputs
      ? samples.map(({ prompt, case: id, sample, request, result }) => {
          return { prompt, case: id, sample, key: request, result: { ...result, latencyMs: 0, attempts: 1 } };
        })
      : [],
  };
}

function describePrompt(id: string, plan: SuitePlan, samples: readonly SampleRecord[]): StoredPrompt {
  const prompt = plan.prompts.find((candidate) => candidate.id === id)?.base;
  const answers = samples.flatMap((sample) =>
    sample.prompt === id && sample.result.status === 'answered' ? [sample.result] : [],
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

function describeCalls(calls: CallSums | null): Pick<Manifest, 'costMicroUsd' | 'tokens'> {
  if (calls === null) return { costMicroUsd: null };
  return { costMicroUsd: costMicroUsdOf(calls), tokens: { input: calls.inputTokens, output: calls.outputTokens } };
}

/** Mean of each metric over all scored samples, key `prompt / metric`. */
function averageScores(scores: readonly StoredScore[]): Record<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { prompt, metric, score } of scores) {
    if (score === null) continue;
    const key = `${prompt} / ${metric}`;
    const { sum, count } = sums.get(key) ?? { sum: 0, count: 0 };
    sums.set(key, { sum: sum + score, count: count + 1 });
  }
  return Object.fromEntries([...sums].map(([key, { sum, count }]) => [key, sum / count]));
}

/** Every score of the run with the hash of the request that its output answers. */
function listStoredScores(
  { prompts }: SuitePlan,
  ledger: Ledger,
  samples: readonly SampleRecord[],
): readonly StoredScore[] {
  const idOf = (parts: readonly (string | number)[]) => JSON.stringify(parts);
  const keys = new Map(samples.map(({ prompt, case: id, sample, request }) => [idOf([prompt, id, sample]), request]));
  return prompts.flatMap((prompt) => {
    const arm = readArm(ledger, prompt, 'stored');
    return prompt.metrics.flatMap((metric) =>
      prompt.cases.flatMap(({ id, cluster }) =>
        factsOf(arm, metric, id).flatMap((facts, sample): readonly StoredScore[] => {
          if (facts === null) return [];
          const key = keys.get(idOf([prompt.id, id, sample])) ?? '';
          return [{ prompt: prompt.id, case: id, sample, metric: metric.name, score: facts.score, cluster, key }];
        }),
      ),
    );
  });
}

import { labelNoisyCases } from '../gate/noisy-cases.ts';
import { keyOfCase } from '../plan/draws.ts';
import { baseCases, isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import { scoringRevision } from '../version.ts';
import type { StoredBaseline, StoredScore } from './stored-baseline.ts';

/**
 * The suite with more samples in the first round for the cases that kept samples of the base side show to be noisy. A
 * label is made before the first draw, and of nothing that this run draws. Where a suite draws every case more than once
 * there is nothing to add.
 */
export function drawNoisyMore(plan: SuitePlan, kept: readonly StoredBaseline[]): SuitePlan {
  return labelPrompts(plan, kept, isCompared, 'its very request');
}

/** The same of a tree that is compared with nothing yet: the samples of an earlier version of a prompt foretell those of the next. */
export function foretellLabels(plan: SuitePlan, kept: readonly StoredBaseline[]): SuitePlan {
  return labelPrompts(plan, kept, () => true, 'any request');
}

/** Whether kept scores must be of the request that the base side sends now. */
type Requests = 'its very request' | 'any request';

function labelPrompts(
  plan: SuitePlan,
  kept: readonly StoredBaseline[],
  isLabelled: (prompt: PromptPlan) => boolean,
  requests: Requests,
): SuitePlan {
  if (kept.length === 0 || plan.config.samples > 1) return plan;
  return {
    ...plan,
    prompts: plan.prompts.map((prompt) => (isLabelled(prompt) ? labelPrompt(plan, prompt, kept, requests) : prompt)),
  };
}

function labelPrompt(
  { config }: SuitePlan,
  prompt: PromptPlan,
  kept: readonly StoredBaseline[],
  requests: Requests,
): PromptPlan {
  const cases = baseCases(prompt).map(({ id, isSame }) => ({ case: id, isSame }));
  const scores = new Map(
    [...findKeptScores(prompt, kept, requests)].map(([id, metrics]) => [id, [...metrics.values()]] as const),
  );
  const labels = labelNoisyCases(cases, scores, config.gate, `${config.name} ${prompt.id}`);
  const label = (id: string) => {
    const labelled = labels.get(id);
    return labelled === undefined ? {} : { labelled };
  };
  return { ...prompt, cases: prompt.cases.map((row) => (row.added ? row : { ...row, ...label(row.id) })) };
}

/**
 * By case, the kept scores of the gating metrics by name, of any age; of a case that several sources hold those of the one
 * that holds most, never of two together: they may share draws. What other rules or another metric scored says nothing.
 */
export function findKeptScores(
  prompt: PromptPlan,
  kept: readonly StoredBaseline[],
  requests: Requests,
): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const best = new Map<string, ReadonlyMap<string, readonly number[]>>();
  const usable = kept.filter(({ manifest }) => manifest.scoringRevision === scoringRevision);
  const rows = usable.length === 0 ? [] : baseCases(prompt);
  const keys = new Map(rows.map((row) => [row.id, requests === 'any request' ? null : keyOfCase(prompt, row, 'base')]));
  for (const source of usable) {
    for (const [id, metrics] of readSource(prompt, source, keys)) {
      if (countKept(metrics) > countKept(best.get(id) ?? new Map())) best.set(id, metrics);
    }
  }
  return best;
}

function readSource(
  prompt: PromptPlan,
  source: StoredBaseline,
  keys: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const { manifest } = source;
  const gating = new Set(
    prompt.metrics
      .filter(({ gates, name, hash }) => gates && manifest.metrics[`${prompt.id} / ${name}`] === hash)
      .map(({ name }) => name),
  );
  const byCase = new Map<string, Map<string, number[]>>();
  for (const { case: row, metric, score, key } of scoresOf(source, prompt.id)) {
    if (score === null || !gating.has(metric) || !keys.has(row)) continue;
    if ((keys.get(row) ?? key) !== key) continue;
    const metrics = byCase.get(row) ?? new Map<string, number[]>();
    byCase.set(row, metrics);
    const own = metrics.get(metric);
    if (own === undefined) metrics.set(metric, [score]);
    else own.push(score);
  }
  return byCase;
}

const indexes = new WeakMap<StoredBaseline, Map<string, StoredScore[]>>();

/** The lines of one prompt; they are sorted once, since a suite may have a thousand prompts. */
function scoresOf(source: StoredBaseline, prompt: string): readonly StoredScore[] {
  let index = indexes.get(source);
  if (index === undefined) {
    index = new Map();
    for (const line of source.scores) {
      const own = index.get(line.prompt);
      if (own === undefined) index.set(line.prompt, [line]);
      else own.push(line);
    }
    indexes.set(source, index);
  }
  return index.get(prompt) ?? [];
}

function countKept(metrics: ReadonlyMap<string, readonly number[]>): number {
  return [...metrics.values()].reduce((most, { length }) => Math.max(most, length), 0);
}

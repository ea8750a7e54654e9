import { type KeptScores, labelNoisyCases } from '../gate/noisy-cases.ts';
import { keyOfCase } from '../plan/draws.ts';
import { baseCases, isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import { scoringRevision } from '../version.ts';
import type { StoredBaseline, StoredScore } from './stored-baseline.ts';

/**
 * The suite with more samples in the first round for the cases that kept samples of the base side show to be noisy. A
 * label is made before the first draw, and of nothing that this run draws. Where a suite draws every case more than once
 * there is nothing to add.
 */
export function drawNoisyMore(plan: SuitePlan, kept: StoredBaseline | null): SuitePlan {
  if (kept === null || plan.config.samples > 1) return plan;
  return {
    ...plan,
    prompts: plan.prompts.map((prompt) => (isCompared(prompt) ? labelPrompt(plan, prompt, kept) : prompt)),
  };
}

function labelPrompt({ config }: SuitePlan, prompt: PromptPlan, kept: StoredBaseline): PromptPlan {
  const cases = baseCases(prompt).map(({ id, isSame }) => ({ case: id, isSame }));
  const labels = labelNoisyCases(cases, findKeptScores(prompt, kept), config.gate, `${config.name} ${prompt.id}`);
  const label = (id: string) => {
    const labelled = labels.get(id);
    return labelled === undefined ? {} : { labelled };
  };
  return { ...prompt, cases: prompt.cases.map((row) => (row.added ? row : { ...row, ...label(row.id) })) };
}

/**
 * By case, the kept scores of the very request that the base side sends, metric by metric of those that gate; of any age.
 * What other rules or another metric scored says nothing.
 */
export function findKeptScores(
  prompt: PromptPlan,
  { manifest, scores }: StoredBaseline,
): ReadonlyMap<string, KeptScores> {
  if (manifest.scoringRevision !== scoringRevision) return new Map();
  const gating = new Set(
    prompt.metrics
      .filter(({ gates, name, hash }) => gates && manifest.metrics[`${prompt.id} / ${name}`] === hash)
      .map(({ name }) => name),
  );
  const requests = new Map(baseCases(prompt).map((row) => [row.id, keyOfCase(prompt, row, 'base')]));
  const isOwn = (line: StoredScore) =>
    line.prompt === prompt.id && gating.has(line.metric) && requests.get(line.case) === line.key;
  const byCase = new Map<string, Map<string, number[]>>();
  for (const { case: id, metric, score } of scores.filter(isOwn)) {
    if (score === null) continue;
    const metrics = byCase.get(id) ?? new Map<string, number[]>();
    byCase.set(id, metrics.set(metric, [...(metrics.get(metric) ?? []), score]));
  }
  return new Map([...byCase].map(([id, metrics]) => [id, [...metrics.values()]]));
}
